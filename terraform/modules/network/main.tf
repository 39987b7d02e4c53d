# A small network of its own for the processor, for those who have none: the load balancer in public subnets, the tasks in private ones.

data "aws_region" "this" {}

# Without the zones that an account must ask for (Local and Wavelength Zones), where there is neither Fargate nor a load balancer.
data "aws_availability_zones" "this" {
  state = "available"

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  # Zones by name. An account's zone names are shuffled, so who must meet another account's zones says their ids.
  zones = length(var.zone_ids) == 0 ? slice(data.aws_availability_zones.this.names, 0, min(var.zone_count, length(data.aws_availability_zones.this.names))) : [
    for id in var.zone_ids : try(data.aws_availability_zones.this.names[index(data.aws_availability_zones.this.zone_ids, id)], "none")
  ]
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  endpoints = var.egress == "endpoints" ? var.endpoint_services : toset([])
}

resource "aws_vpc" "this" {
  cidr_block         = var.cidr
  enable_dns_support = true
  # AWS's services answer under their own names at the endpoints only with this; nothing else here asks for it.
  enable_dns_hostnames = length(local.endpoints) > 0
  tags                 = merge(var.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition     = length(local.zones) >= 2 && !contains(local.zones, "none")
      error_message = "A load balancer needs two zones: this Region has ${join(", ", data.aws_availability_zones.this.zone_ids)}, of which zone_ids must name two or more, or none to take the first."
    }
  }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = var.name })
}

resource "aws_subnet" "public" {
  for_each = toset(local.zones)

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 4, index(local.zones, each.key))
  tags              = merge(var.tags, { Name = "${var.name}-public-${each.key}" })
}

resource "aws_subnet" "private" {
  for_each = toset(local.zones)

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 4, 8 + index(local.zones, each.key))
  tags              = merge(var.tags, { Name = "${var.name}-private-${each.key}" })
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${var.name}-public" })
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${var.name}-private" })
}

resource "aws_route_table_association" "private" {
  for_each = aws_subnet.private

  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

# Originals and renditions go through here: free, and the only traffic that is large.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [var.egress == "public" ? aws_route_table.public.id : aws_route_table.private.id]
  tags              = merge(var.tags, { Name = "${var.name}-s3" })
}

resource "aws_eip" "nat" {
  count = var.egress == "nat" ? 1 : 0

  domain = "vpc"
  tags   = merge(var.tags, { Name = "${var.name}-nat" })
}

# One, not one per zone: what it carries (image pulls, logs) can wait for a zone to come back; S3 does not go this way.
resource "aws_nat_gateway" "this" {
  count = var.egress == "nat" ? 1 : 0

  allocation_id = aws_eip.nat[0].id
  subnet_id     = aws_subnet.public[local.zones[0]].id
  tags          = merge(var.tags, { Name = var.name })

  depends_on = [aws_internet_gateway.this]
}

resource "aws_route" "nat" {
  count = var.egress == "nat" ? 1 : 0

  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[0].id
}

resource "aws_security_group" "endpoints" {
  count = var.egress == "endpoints" ? 1 : 0

  name_prefix = "${var.name}-endpoints-"
  description = "AWS services for the tasks, without a way out of the network"
  vpc_id      = aws_vpc.this.id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  count = var.egress == "endpoints" ? 1 : 0

  security_group_id = aws_security_group.endpoints[0].id
  description       = "From the network itself"
  cidr_ipv4         = var.cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = var.tags
}

resource "aws_vpc_endpoint" "service" {
  for_each = local.endpoints

  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${local.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.private : subnet.id]
  security_group_ids  = [aws_security_group.endpoints[0].id]
  tags                = merge(var.tags, { Name = "${var.name}-${each.key}" })
}
