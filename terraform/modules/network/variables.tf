variable "name" {
  description = "Prefix of the names."
  type        = string
  nullable    = false
}

variable "cidr" {
  description = "Addresses of the network, a /16 to /24."
  type        = string
  default     = "10.64.0.0/20"
  nullable    = false

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 15)) && try(tonumber(split("/", var.cidr)[1]) >= 16 && tonumber(split("/", var.cidr)[1]) <= 24, false)
    error_message = "cidr must be an IPv4 block from /16 to /24, for instance 10.64.0.0/20."
  }
}

variable "zone_count" {
  description = "Availability zones to spread over; a load balancer needs two."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.zone_count >= 2 && var.zone_count <= 4
    error_message = "zone_count must be from 2 to 4."
  }
}

variable "zone_ids" {
  description = "Zones by id, such as euw1-az1, which means the same in every account; empty takes the first zone_count."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(var.zone_ids) != 1 && length(var.zone_ids) <= 4 && length(distinct(var.zone_ids)) == length(var.zone_ids)
    error_message = "zone_ids must hold two to four different ids, or none."
  }
}

variable "endpoint_services" {
  description = "With egress `endpoints`: the services that tasks need. An endpoint costs by the hour in each zone, so only what is used: image (ecr.*; its layers come from S3), logs, secrets, and sqs for workers."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr", "logs", "ssm"]
  nullable    = false
}

variable "egress" {
  description = "`nat`: one NAT gateway, needed where the image does not come from ECR or workers invalidate CloudFront. `endpoints`: interface endpoints and no way out at all. `public`: tasks in the public subnets with addresses of their own, which costs least."
  type        = string
  default     = "nat"
  nullable    = false

  validation {
    condition     = contains(["nat", "endpoints", "public"], var.egress)
    error_message = "egress must be nat, endpoints or public."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
