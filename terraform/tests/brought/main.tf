# Everything that somebody may bring: buckets, keys, network, cluster, load balancer, firewall, boundary. Planned by verify and by mutate, and never applied.

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

variable "environment" {
  description = "Further settings of the processor."
  type        = map(string)
  default     = {}
}

variable "name" {
  description = "Name of the deployment: another beside the first has another."
  type        = string
  default     = "latent"
}

variable "bucket" {
  description = "Name of the renditions bucket."
  type        = string
  default     = "our-renditions"
}

variable "exposure" {
  description = "How CloudFront reaches the load balancer."
  type        = string
  default     = "prefix-list"
}

output "told" {
  description = "What the processor is told of these settings."
  value       = { for name in keys(var.environment) : name => lookup(module.latent.processor_environment, name, null) }
}

module "latent" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name     = var.name
  topology = "failover"
  exposure = var.exposure
  hosts    = { images = "images.example.org", origin = "origin.example.org" }
  certificates = {
    images = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }

  originals  = { bucket = "their-originals", create = false, kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/originals" }
  renditions = { bucket = var.bucket, kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/renditions" }

  origin_secrets    = ["origin-secret-of-the-tests-1"]
  admin_tokens      = ["admin-token-of-the-tests-1"]
  generated_secrets = { kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/secrets" }

  network = {
    vpc_id             = "vpc-theirs"
    private_subnet_ids = ["subnet-1", "subnet-2"]
  }
  cluster = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/theirs", name = "theirs" }
  load_balancer = {
    arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1"
    arn_suffix        = "app/theirs/1"
    listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
    security_group_id = "sg-theirs"
    dns_name          = "theirs.eu-west-1.elb.amazonaws.com"
    zone_id           = "Z2"
    rule_priority     = 77
  }
  web_acl_arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/theirs/1"
  roles       = { path = "/teams/" }

  admin = { security_group_ids = ["sg-operators"], distribution_ids = ["E1OURS"] }

  processor = { image = "latent:1.0.0", environment = var.environment }
  monitoring = {
    budget = { monthly_usd = 100, emails = ["images@example.org"], tag = { key = "project", value = "latent" } }
  }
  tags = { project = "latent" }
}
