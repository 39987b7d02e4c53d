# One Region's share: where pictures are kept, and who makes them. The distributions in front are in edge.tf.

data "aws_region" "this" {}

# Output by output and never a whole module: what waits for a whole module waits for everything in it, and bucket policies wait for distributions.
locals {
  # Tasks on Fargate with all that belongs to them, or functions of AWS Lambda, which need no network.
  on_fargate        = var.lambda == null
  has_edge          = var.topology != "region"
  has_images_edge   = local.has_edge && var.images_distribution
  has_process_edge  = local.has_edge && var.hosts.process != null
  is_website        = var.topology == "redirect" || var.changing_topology
  by_referer        = local.is_website && var.renditions.access == "referer"
  cloudfront_reads  = contains(["failover", "region"], var.topology) || var.changing_topology
  access_log_bucket = var.access_logs == null ? null : { name = module.access_logs[0].bucket }

  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  network = var.network != null ? {
    vpc_id             = var.network.vpc_id
    public_subnet_ids  = var.network.public_subnet_ids
    private_subnet_ids = var.network.private_subnet_ids
    task_subnet_ids    = var.network.task_subnet_ids != null ? var.network.task_subnet_ids : var.network.private_subnet_ids
    public_tasks       = var.network.public_tasks
    } : {
    vpc_id             = try(module.network[0].vpc_id, null)
    public_subnet_ids  = try(module.network[0].public_subnet_ids, [])
    private_subnet_ids = try(module.network[0].private_subnet_ids, [])
    task_subnet_ids    = try(module.network[0].task_subnet_ids, [])
    public_tasks       = var.egress == "public"
  }
}

module "origin_secret" {
  source = "./modules/secret"

  name        = var.name
  purpose     = "origin-secret"
  values      = var.origin_secrets
  generations = var.generated_secrets.origin
  kms_key_arn = var.generated_secrets.kms_key_arn
  tags        = var.tags
}

module "referer_secret" {
  source = "./modules/secret"
  count  = local.by_referer ? 1 : 0

  name        = var.name
  purpose     = "referer-secret"
  values      = var.referer_secrets
  generations = var.generated_secrets.referer
  kms_key_arn = var.generated_secrets.kms_key_arn
  tags        = var.tags
}

module "signing_secret" {
  source = "./modules/secret"

  name        = var.name
  purpose     = "signing-secret"
  values      = var.signing_secrets
  generations = var.generated_secrets.signing
  kms_key_arn = var.generated_secrets.kms_key_arn
  tags        = var.tags
}

module "admin_secret" {
  source = "./modules/secret"

  name        = var.name
  purpose     = "admin-token"
  values      = var.admin_tokens
  generations = var.generated_secrets.admin
  kms_key_arn = var.generated_secrets.kms_key_arn
  tags        = var.tags
}

locals {
  warm_timeout_seconds = 120

  changes_told_by = var.originals.changes_told_by != null ? var.originals.changes_told_by : var.originals.create ? "notification" : "eventbridge"
}

module "originals" {
  source = "./modules/originals"

  bucket                  = var.originals.bucket
  create                  = var.originals.create
  versioning              = var.originals.versioning
  noncurrent_days         = var.originals.noncurrent_days
  kms_key_arn             = var.originals.kms_key_arn
  source_policy_documents = var.originals.source_policy_documents
  sends_events            = var.workers != null && local.changes_told_by == "eventbridge"
  access_log_bucket       = local.access_log_bucket
  force_destroy           = var.originals.force_destroy
  tags                    = var.tags
}

module "changes" {
  source = "./modules/changes"
  count  = var.workers == null ? 0 : 1

  name             = var.name
  originals_bucket = module.originals.bucket
  originals_arn    = module.originals.arn
  told_by          = local.changes_told_by
  # Lambda asks for six times what one of its functions may take.
  visibility_timeout_seconds = local.on_fargate ? 300 : 6 * local.warm_timeout_seconds
  tags                       = var.tags
}

module "renditions" {
  source = "./modules/renditions"

  bucket = var.renditions.bucket
  # The name and not the distribution's attribute: the processor may one day need the distribution, and that would be a cycle.
  website = !local.is_website ? null : {
    processor_host = var.hosts.process
    own_host       = var.hosts.images
    protocol       = var.redirect.protocol
    redirect_code  = var.redirect.code
    key_prefix     = var.renditions.key_prefix
    access         = var.renditions.access
  }
  referer_secrets   = local.by_referer ? module.referer_secret[0].values : []
  cloudfront_reads  = local.cloudfront_reads
  distribution_arns = var.topology == "region" ? var.reader_distribution_arns : compact([local.images_distribution.arn])
  kms_key_arn       = var.renditions.kms_key_arn
  versioning        = var.renditions.versioning
  expire_after_days = var.renditions.expire_after_days
  access_log_bucket = local.access_log_bucket
  force_destroy     = var.renditions.force_destroy
  tags              = var.tags
}

# What serves is not made anew: the bucket of the default topology was a module of its own once.
moved {
  from = module.renditions[0]
  to   = module.renditions
}

module "network" {
  source = "./modules/network"
  count  = local.on_fargate && var.network == null ? 1 : 0

  name     = var.name
  cidr     = var.network_cidr
  egress   = var.egress
  zone_ids = var.zone_ids
  # The queue is asked by workers alone.
  endpoint_services = concat(["ecr.api", "ecr.dkr", "logs", "ssm"], var.workers == null ? [] : ["sqs"])
  tags              = var.tags
}

module "origin_certificate" {
  source = "./modules/certificate"
  count  = var.hosts.origin != null && var.certificates.origin == null && var.load_balancer == null ? 1 : 0

  host        = var.hosts.origin
  zone_id     = var.zone.id
  owns_record = var.certificates.owns_origin_proof
  tags        = var.tags
}

locals {
  # An object, whose presence the plan knows even where its content is only known after the apply.
  origin_certificate = var.certificates.origin != null ? var.certificates.origin : length(module.origin_certificate) == 0 ? null : { arn = module.origin_certificate[0].arn }
}

# What is one of none: tasks' attributes where there are functions instead.
locals {
  processor = {
    vpc_origin                      = local.on_fargate ? module.processor[0].vpc_origin : null
    load_balancer_arn               = local.on_fargate ? module.processor[0].load_balancer_arn : null
    load_balancer_dns_name          = local.on_fargate ? module.processor[0].load_balancer_dns_name : null
    load_balancer_zone_id           = local.on_fargate ? module.processor[0].load_balancer_zone_id : null
    load_balancer_security_group_id = local.on_fargate ? module.processor[0].load_balancer_security_group_id : null
  }
}

module "processor" {
  source = "./modules/processor"
  count  = local.on_fargate ? 1 : 0

  name                    = var.name
  vpc_id                  = local.network.vpc_id
  public_subnet_ids       = local.network.public_subnet_ids
  private_subnet_ids      = local.network.private_subnet_ids
  task_subnet_ids         = local.network.task_subnet_ids
  public_tasks            = local.network.public_tasks
  exposure                = var.exposure
  certificate             = local.origin_certificate
  cluster                 = var.cluster
  load_balancer           = var.load_balancer
  listener_speaks_tls     = var.hosts.origin != null
  access_log_bucket       = local.access_log_bucket
  origin_secrets          = module.origin_secret.values
  signing_secrets         = module.signing_secret.values
  admin_tokens            = module.admin_secret.values
  admin                   = { security_group_ids = var.admin.security_group_ids, distribution_ids = var.admin.distribution_ids, purge_by = local.purge_by }
  secrets_kms_key_arn     = var.generated_secrets.kms_key_arn
  originals_bucket        = module.originals.bucket
  originals_arn           = module.originals.arn
  originals_kms_key_arn   = var.originals.kms_key_arn
  renditions_bucket       = module.renditions.bucket
  renditions_arn          = module.renditions.arn
  renditions_kms_key_arn  = var.renditions.kms_key_arn
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
  check_image             = var.processor.check_image
  wait_for_steady_state   = var.processor.wait_for_steady_state
  role_path               = var.roles.path
  permissions_boundary    = var.roles.permissions_boundary
  tags                    = var.tags
}

# One processor serves, as ever: it was a module of its own once.
moved {
  from = module.processor
  to   = module.processor[0]
}

module "warm_workers" {
  source = "./modules/warm-workers"
  count  = local.on_fargate && var.workers != null ? 1 : 0

  name                   = var.name
  cluster_arn            = module.processor[0].cluster_arn
  cluster_name           = module.processor[0].cluster_name
  execution_role_arn     = module.processor[0].execution_role_arn
  owns_cluster           = var.cluster == null
  task_subnet_ids        = local.network.task_subnet_ids
  public_tasks           = local.network.public_tasks
  security_group_id      = module.processor[0].task_security_group_id
  queue_url              = module.changes[0].queue_url
  queue_arn              = module.changes[0].queue_arn
  queue_name             = module.changes[0].queue_name
  originals_arn          = module.originals.arn
  originals_kms_key_arn  = var.originals.kms_key_arn
  renditions_arn         = module.renditions.arn
  renditions_kms_key_arn = var.renditions.kms_key_arn
  key_prefix             = var.renditions.key_prefix
  invalidates            = local.purges
  distribution_arns      = local.purged_arns
  image                  = var.processor.image
  command                = var.workers.command
  environment            = merge(module.processor[0].environment, local.purge_environment)
  secrets                = module.processor[0].key_secrets
  architecture           = var.processor.architecture
  cpu                    = var.workers.cpu
  memory                 = var.workers.memory
  max_workers            = var.workers.max_workers
  messages_per_worker    = var.workers.messages_per_worker
  spot                   = var.workers.spot
  role_path              = var.roles.path
  permissions_boundary   = var.roles.permissions_boundary
  log_retention_days     = var.processor.log_retention_days
  tags                   = var.tags
}

module "monitoring" {
  source = "./modules/monitoring"

  name                      = var.topology == "region" ? "${var.name}-${local.region}" : var.name
  load_balancer_arn_suffix  = local.on_fargate ? module.processor[0].load_balancer_arn_suffix : null
  target_group_arn_suffix   = local.on_fargate ? module.processor[0].target_group_arn_suffix : null
  cluster_name              = local.on_fargate ? module.processor[0].cluster_name : null
  service_name              = local.on_fargate ? module.processor[0].service_name : null
  function_name             = local.on_fargate ? null : module.lambda_processor[0].name
  log_group_name            = local.on_fargate ? module.processor[0].log_group_name : module.lambda_processor[0].log_group_name
  queue_name                = var.workers == null ? null : module.changes[0].queue_name
  dead_letter_queue_name    = var.workers == null ? null : module.changes[0].dead_letter_queue_name
  alarm_topic_arns          = var.monitoring.alarm_topic_arns
  faults_per_five_minutes   = var.monitoring.faults_per_five_minutes
  refusals_per_five_minutes = var.monitoring.refusals_per_five_minutes
  slow_seconds              = var.monitoring.slow_seconds
  queue_age_seconds         = var.monitoring.queue_age_seconds
  budget                    = var.monitoring.budget
  tags                      = var.tags
}

resource "aws_route53_record" "origin" {
  count = local.on_fargate && var.zone != null && var.hosts.origin != null ? 1 : 0

  zone_id        = var.zone.id
  name           = var.hosts.origin
  type           = "A"
  set_identifier = var.latency_region

  alias {
    name                   = module.processor[0].load_balancer_dns_name
    zone_id                = module.processor[0].load_balancer_zone_id
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

check "the_image_can_be_fetched" {
  assert {
    condition     = !(local.on_fargate && var.network == null && var.egress == "endpoints") || can(regex("^[0-9]{12}\\.dkr\\.ecr\\.${local.region}\\.", var.processor.image))
    error_message = "With egress = \"endpoints\" tasks reach ECR of ${local.region} and no other registry: push the image there, or no task starts."
  }
}

check "purges_on_request_reach_cloudfront" {
  assert {
    condition     = !local.on_fargate || nonsensitive(length(module.admin_secret.values)) == 0 || !local.purges || length(var.admin.distribution_ids) > 0
    error_message = "POST /-/purge deletes in S3 only: give admin.distribution_ids, which the outputs of an apply tell."
  }
}

check "a_zone_may_be_lost" {
  assert {
    condition     = var.processor.min_tasks >= 2 || !local.on_fargate
    error_message = "With one task nobody makes renditions while its zone, or its host, is away."
  }
}

check "origin_shield_is_in_that_region" {
  assert {
    # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html
    condition = var.origin_shield_region == null || contains([
      "us-east-1", "us-east-2", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-west-1", "eu-west-2", "sa-east-1", "me-central-1",
    ], coalesce(var.origin_shield_region, "none"))
    error_message = "Origin Shield was not in ${coalesce(var.origin_shield_region, "that Region")} when this was written, and CloudFront refuses it where it is not: name one of its Regions that is near, or null."
  }
}

check "public_behind_cloudfront" {
  assert {
    condition     = !(var.topology == "redirect" && var.images_distribution && var.renditions.access == "public")
    error_message = "With access = \"public\" visitors may go around CloudFront, and what is forbidden is redirected too: behind CloudFront, access = \"referer\" is safer."
  }
}

module "account_public_access" {
  source = "./modules/account-public-access"
  count  = var.account_checks && local.is_website ? 1 : 0

  bucket = var.renditions.bucket
}

module "account_fargate_quota" {
  source = "./modules/account-fargate-quota"
  count  = var.account_checks && local.on_fargate ? 1 : 0

  cores = var.processor.max_tasks * var.processor.cpu / 1024
}
