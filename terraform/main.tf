# One Region's share: where pictures are kept, and who makes them. The distributions in front are in edge.tf.

data "aws_region" "this" {}

# Output by output and never a whole module: what waits for a whole module waits for everything in it, and bucket policies wait for distributions.
locals {
  is_website        = var.topology == "redirect"
  has_edge          = var.topology != "region"
  has_images_edge   = local.has_edge && var.images_distribution
  region            = data.aws_region.this.id
  renditions_bucket = local.is_website ? try(module.website[0].bucket, null) : try(module.renditions[0].bucket, null)
  renditions_arn    = local.is_website ? try(module.website[0].arn, null) : try(module.renditions[0].arn, null)

  network = var.network != null ? var.network : {
    vpc_id             = try(module.network[0].vpc_id, null)
    public_subnet_ids  = try(module.network[0].public_subnet_ids, [])
    private_subnet_ids = try(module.network[0].private_subnet_ids, [])
  }
}

module "originals" {
  source = "./modules/originals"

  bucket                  = var.originals.bucket
  versioning              = var.originals.versioning
  noncurrent_days         = var.originals.noncurrent_days
  kms_key_arn             = var.originals.kms_key_arn
  source_policy_documents = var.originals.source_policy_documents
  force_destroy           = var.originals.force_destroy
  tags                    = var.tags
}

module "changes" {
  source = "./modules/changes"
  count  = var.workers == null ? 0 : 1

  name             = var.name
  originals_bucket = module.originals.bucket
  originals_arn    = module.originals.arn
  tags             = var.tags
}

module "website" {
  source = "./modules/website"
  count  = local.is_website ? 1 : 0

  bucket = var.renditions.bucket
  # The name and not the distribution's attribute: the processor may one day need the distribution, and that would be a cycle.
  processor_host    = var.hosts.process
  own_host          = var.hosts.images
  protocol          = var.redirect.protocol
  redirect_code     = var.redirect.code
  key_prefix        = var.renditions.key_prefix
  access            = var.renditions.access
  referer_secrets   = var.referer_secrets
  expire_after_days = var.renditions.expire_after_days
  force_destroy     = var.renditions.force_destroy
  tags              = var.tags
}

module "renditions" {
  source = "./modules/renditions"
  count  = local.is_website ? 0 : 1

  bucket            = var.renditions.bucket
  cloudfront_reads  = var.topology == "failover" || var.topology == "region"
  distribution_arns = var.topology == "region" ? var.reader_distribution_arns : compact([try(module.failover_distribution[0].arn, null)])
  versioning        = var.renditions.versioning
  expire_after_days = var.renditions.expire_after_days
  force_destroy     = var.renditions.force_destroy
  tags              = var.tags
}

module "network" {
  source = "./modules/network"
  count  = var.network == null ? 1 : 0

  name   = var.name
  cidr   = var.network_cidr
  egress = var.egress
  tags   = var.tags
}

module "origin_certificate" {
  source = "./modules/certificate"
  count  = var.certificate_arns.origin == null ? 1 : 0

  host    = var.hosts.origin
  zone_id = var.zone.id
  tags    = var.tags
}

module "processor" {
  source = "./modules/processor"

  name                    = var.name
  vpc_id                  = local.network.vpc_id
  public_subnet_ids       = local.network.public_subnet_ids
  private_subnet_ids      = local.network.private_subnet_ids
  exposure                = var.exposure
  certificate_arn         = var.certificate_arns.origin != null ? var.certificate_arns.origin : module.origin_certificate[0].arn
  origin_secrets          = var.origin_secrets
  signing_secrets         = var.signing_secrets
  originals_bucket        = module.originals.bucket
  originals_arn           = module.originals.arn
  originals_kms_key_arn   = var.originals.kms_key_arn
  renditions_bucket       = local.renditions_bucket
  renditions_arn          = local.renditions_arn
  key_prefix              = var.renditions.key_prefix
  image                   = var.processor.image
  architecture            = var.processor.architecture
  cpu                     = var.processor.cpu
  memory                  = var.processor.memory
  min_tasks               = var.processor.min_tasks
  max_tasks               = var.processor.max_tasks
  target_cpu_percent      = var.processor.target_cpu_percent
  rendition_cache_control = var.processor.rendition_cache_control
  environment             = var.processor.environment
  container_insights      = var.processor.container_insights
  log_retention_days      = var.processor.log_retention_days
  deletion_protection     = var.processor.deletion_protection
  tags                    = var.tags
}

module "warm_workers" {
  source = "./modules/warm-workers"
  count  = var.workers == null ? 0 : 1

  name                  = var.name
  cluster_arn           = module.processor.cluster_arn
  cluster_name          = module.processor.cluster_name
  execution_role_arn    = module.processor.execution_role_arn
  private_subnet_ids    = local.network.private_subnet_ids
  security_group_id     = module.processor.task_security_group_id
  queue_url             = module.changes[0].queue_url
  queue_arn             = module.changes[0].queue_arn
  queue_name            = module.changes[0].queue_name
  originals_arn         = module.originals.arn
  originals_kms_key_arn = var.originals.kms_key_arn
  renditions_arn        = local.renditions_arn
  key_prefix            = var.renditions.key_prefix
  invalidates           = local.purges
  distribution_arns     = local.purged_arns
  image                 = var.processor.image
  command               = var.workers.command
  environment           = merge(module.processor.environment, local.purge_environment)
  secrets               = module.processor.key_secrets
  architecture          = var.processor.architecture
  cpu                   = var.workers.cpu
  memory                = var.workers.memory
  max_workers           = var.workers.max_workers
  messages_per_worker   = var.workers.messages_per_worker
  spot                  = var.workers.spot
  log_retention_days    = var.processor.log_retention_days
  tags                  = var.tags
}

module "monitoring" {
  source = "./modules/monitoring"

  name                     = var.topology == "region" ? "${var.name}-${local.region}" : var.name
  load_balancer_arn_suffix = module.processor.load_balancer_arn_suffix
  target_group_arn_suffix  = module.processor.target_group_arn_suffix
  cluster_name             = module.processor.cluster_name
  service_name             = module.processor.service_name
  queue_name               = var.workers == null ? null : module.changes[0].queue_name
  dead_letter_queue_name   = var.workers == null ? null : module.changes[0].dead_letter_queue_name
  alarm_topic_arns         = var.monitoring.alarm_topic_arns
  faults_per_five_minutes  = var.monitoring.faults_per_five_minutes
  slow_seconds             = var.monitoring.slow_seconds
  queue_age_seconds        = var.monitoring.queue_age_seconds
  budget                   = var.monitoring.budget
  tags                     = var.tags
}

resource "aws_route53_record" "origin" {
  count = var.zone == null ? 0 : 1

  zone_id        = var.zone.id
  name           = var.hosts.origin
  type           = "A"
  set_identifier = var.latency_region

  alias {
    name                   = module.processor.load_balancer_dns_name
    zone_id                = module.processor.load_balancer_zone_id
    evaluate_target_health = true
  }

  dynamic "latency_routing_policy" {
    for_each = var.latency_region == null ? [] : [var.latency_region]

    content {
      region = latency_routing_policy.value
    }
  }
}

# Warnings and not refusals: each may be meant.
check "purges_reach_cloudfront" {
  assert {
    condition     = !(var.workers != null && local.purges && var.network == null && var.egress == "endpoints")
    error_message = "With egress = \"endpoints\" the workers cannot reach CloudFront, which has no endpoint: a purge deletes in S3 only."
  }
}

check "a_zone_may_be_lost" {
  assert {
    condition     = var.processor.min_tasks >= 2
    error_message = "With one task nobody makes renditions while its zone, or its host, is away."
  }
}

check "public_behind_cloudfront" {
  assert {
    condition     = !(local.is_website && var.images_distribution && var.renditions.access == "public")
    error_message = "With access = \"public\" visitors may go around CloudFront, and what is forbidden is redirected too: behind CloudFront, access = \"referer\" is safer."
  }
}
