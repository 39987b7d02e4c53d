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

variable "egress" {
  description = "`nat`: one NAT gateway, needed where the image does not come from ECR or workers invalidate CloudFront. `endpoints`: interface endpoints and no way out at all."
  type        = string
  default     = "nat"
  nullable    = false

  validation {
    condition     = contains(["nat", "endpoints"], var.egress)
    error_message = "egress must be nat or endpoints."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
