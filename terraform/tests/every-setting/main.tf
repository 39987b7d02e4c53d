# No two settings of a kind have one value, so what reaches its neighbour's place is seen; Fargate has each cpu with each memory, so nothing else refuses it. Planned by verify
# and by mutate, and never applied; rules_settings.py says where each value must arrive.

provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

variable "functions" {
  description = "The processor and the workers as functions of AWS Lambda, and not as tasks."
  type        = bool
  default     = false
}

locals {
  image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"

  common = {
    originals = {
      bucket      = "our-originals", changes_told_by = "eventbridge", noncurrent_days = 21, force_destroy = true
      kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/originals"
    }
    renditions = {
      bucket      = "our-renditions", key_prefix = "i/", expire_after_days = 91, versioning = true
      kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/renditions"
    }
    generated_secrets = { origin = [2, 1], signing = [3], kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/secrets" }
    caching           = { missing_original_ttl = 7 }
    roles             = { path = "/teams/", permissions_boundary = "arn:aws:iam::123456789012:policy/boundary" }
    access_logs       = { bucket = "aws-waf-logs-ours", retention_days = 45 }
    firewall          = { requests_per_window = 2500 }
    monitoring = {
      alarm_topic_arns        = ["arn:aws:sns:eu-west-1:123456789012:alarms"], edge_alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:edge-alarms"]
      faults_per_five_minutes = 11, refusals_per_five_minutes = 111, edge_refusals_percent = 22, slow_seconds = 12, queue_age_seconds = 1234
      budget                  = { monthly_usd = 321, emails = ["images@example.org"] }
    }
    price_class          = "PriceClass_100"
    origin_shield_region = "eu-west-2"
  }

  # Of the one and of the other.
  own = {
    tasks = {
      processor = {
        image              = local.image, architecture = "X86_64", cpu = 1024, memory = 7168, min_tasks = 3, max_tasks = 7, target_cpu_percent = 55, container_insights = true
        log_retention_days = 14, deletion_protection = true, response_timeout_seconds = 75
      }
      workers      = { cpu = 2048, memory = 8192, max_workers = 6, messages_per_worker = 50, spot = false }
      admin        = { security_group_ids = ["sg-operators"], distribution_ids = ["E1OURS"] }
      network_cidr = "10.99.0.0/20"
    }
    functions = {
      processor = { image = local.image, architecture = "X86_64", log_retention_days = 14, response_timeout_seconds = 75 }
      lambda    = { memory = 3008, reserved_concurrency = 13, warm_concurrency = 5 }
    }
  }
  chosen = local.own[var.functions ? "functions" : "tasks"]
}

output "said" {
  description = "Every setting that is said."
  value       = merge(local.common, local.chosen)
}

module "latent" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name         = "latent"
  topology     = "failover"
  hosts        = { images = "images.example.org", origin = var.functions ? null : "origin.example.org" }
  certificates = { images = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/images" }, origin = var.functions ? null : { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/origin" } }

  originals            = local.common.originals
  renditions           = local.common.renditions
  generated_secrets    = local.common.generated_secrets
  caching              = local.common.caching
  roles                = local.common.roles
  access_logs          = local.common.access_logs
  firewall             = local.common.firewall
  monitoring           = local.common.monitoring
  price_class          = local.common.price_class
  origin_shield_region = local.common.origin_shield_region

  processor    = local.chosen.processor
  workers      = try(local.chosen.workers, {})
  lambda       = try(local.chosen.lambda, null)
  admin        = try(local.chosen.admin, {})
  admin_tokens = var.functions ? [] : ["admin-token-of-the-tests-1"]
  network_cidr = try(local.chosen.network_cidr, null)

  tags = { project = "latent" }
}
