# The processor and the warm workers as functions of AWS Lambda, where var.lambda says so: the same image, the same settings, the same rights.

locals {
  function_environment = local.on_fargate ? {} : merge(
    {
      LATENT_ORIGINALS_BUCKET         = module.originals.bucket
      LATENT_RENDITIONS_BUCKET        = module.renditions.bucket
      LATENT_S3_REGION                = local.region
      LATENT_RENDITIONS_CACHE_CONTROL = var.processor.rendition_cache_control
    },
    var.processor.environment,
  )
  key_secret_environment = length(module.signing_secret.values) == 0 ? {} : { LATENT_KEYS_SIGNING_SECRETS = join(",", module.signing_secret.values) }

  # Known before the first apply, as the ARNs are not.
  asking_hosts = [for host, asks in { images = local.has_images_edge && var.topology != "redirect", process = local.has_process_edge } : host if asks]
}

module "lambda_processor_policy" {
  source = "./modules/store-policy"
  count  = local.on_fargate ? 0 : 1

  originals_arn          = module.originals.arn
  originals_kms_key_arn  = var.originals.kms_key_arn
  renditions_arn         = module.renditions.arn
  renditions_kms_key_arn = var.renditions.kms_key_arn
  key_prefix             = var.renditions.key_prefix
}

module "lambda_processor" {
  source = "./modules/lambda-function"
  count  = local.on_fargate ? 0 : 1

  name                 = var.name
  function             = "processor"
  description          = "The processor: reads originals, reads and writes renditions"
  image                = var.processor.image
  check_image          = var.processor.check_image
  architecture         = var.processor.architecture
  command              = ["serve"]
  memory               = var.lambda.memory
  timeout_seconds      = var.lambda.timeout_seconds
  reserved_concurrency = var.lambda.reserved_concurrency
  environment          = local.function_environment
  # Sorted, because either is accepted: to send the other one changes no function.
  secret_environment   = merge({ LATENT_HTTP_ORIGIN_SECRETS = join(",", sort(module.origin_secret.values)) }, local.key_secret_environment)
  secrets_kms_key_arn  = var.generated_secrets.kms_key_arn
  policy_name          = "store"
  policy               = module.lambda_processor_policy[0].json
  called_by_cloudfront = true
  distribution_hosts   = local.asking_hosts
  distribution_arns    = { for host, distribution in local.distributions : host => distribution.arn }
  role_path            = var.roles.path
  permissions_boundary = var.roles.permissions_boundary
  log_retention_days   = var.processor.log_retention_days
  tags                 = var.tags
}

module "lambda_warm_policy" {
  source = "./modules/store-policy"
  count  = local.on_fargate || var.workers == null ? 0 : 1

  originals_arn          = module.originals.arn
  originals_kms_key_arn  = var.originals.kms_key_arn
  renditions_arn         = module.renditions.arn
  renditions_kms_key_arn = var.renditions.kms_key_arn
  key_prefix             = var.renditions.key_prefix
  queue                  = { arn = module.changes[0].queue_arn, read_by_lambda = true }
  invalidates            = local.purges
  distribution_arns      = local.purged_arns
}

module "lambda_warm" {
  source = "./modules/lambda-function"
  count  = local.on_fargate || var.workers == null ? 0 : 1

  name                 = var.name
  function             = "warm"
  description          = "Warm workers: the processor's store, purge, and the queue"
  image                = var.processor.image
  check_image          = false
  architecture         = var.processor.architecture
  command              = ["warm"]
  memory               = var.lambda.memory
  timeout_seconds      = local.warm_timeout_seconds
  environment          = merge(local.function_environment, local.purge_environment, { LATENT_WARM_SOURCE = "lambda" })
  secret_environment   = local.key_secret_environment
  secrets_kms_key_arn  = var.generated_secrets.kms_key_arn
  policy_name          = "warm-and-purge"
  policy               = module.lambda_warm_policy[0].json
  queue                = { arn = module.changes[0].queue_arn, max_concurrency = var.lambda.warm_concurrency }
  role_path            = var.roles.path
  permissions_boundary = var.roles.permissions_boundary
  log_retention_days   = var.processor.log_retention_days
  tags                 = var.tags
}
