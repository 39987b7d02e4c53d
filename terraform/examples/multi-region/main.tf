# The multi-region topology, whole: originals, processor and renditions in two Regions; one access point over both renditions buckets in front,
# the nearer processor where neither has the rendition. A composition of the module's parts, because each Region needs a provider of its own.

provider "aws" {
  region = var.regions.first
}

provider "aws" {
  alias  = "second"
  region = var.regions.second
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

locals {
  hosts = { images = "images.${var.domain}", origin = "origin.${var.domain}" }
  zone  = { id = data.aws_route53_zone.this.zone_id }
  tags  = { project = "latent", topology = "multi-region" }

  # Of one direction and of the other: what is copied is decrypted with one Region's key and encrypted with the other's.
  keys         = var.kms_key_arns == null ? { first = null, second = null } : var.kms_key_arns
  keys_forward = var.kms_key_arns == null ? null : { source = var.kms_key_arns.first, destination = var.kms_key_arns.second }
  keys_back    = var.kms_key_arns == null ? null : { source = var.kms_key_arns.second, destination = var.kms_key_arns.first }

  # CloudFront must sign what it asks of an access point, and for that it needs one of the two; else it reads the first Region's bucket.
  reads_access_point = var.access_point_oac_id != null || var.access_point_signer_arn != null

  primary = local.reads_access_point ? {
    domain_name              = module.access_point.domain_name
    origin_access_control_id = var.access_point_oac_id
    } : {
    domain_name              = module.first.renditions_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.first.id
  }
}

# There before, and delegated: a certificate is not issued until the world can read the proof in it.
data "aws_route53_zone" "this" {
  name = var.domain
}

# One for both Regions: the distribution asks the nearer processor, and either must know it.
module "origin_secret" {
  source = "../../modules/secret"

  name    = "latent"
  purpose = "origin-secret"
  values  = var.origin_secrets
  tags    = local.tags
}

module "first" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name                     = "latent-1"
  topology                 = "region"
  hosts                    = local.hosts
  zone                     = local.zone
  latency_region           = var.regions.first
  originals                = { bucket = "${var.bucket_prefix}-originals-1", kms_key_arn = local.keys.first, force_destroy = var.force_destroy }
  renditions               = { bucket = "${var.bucket_prefix}-renditions-1", kms_key_arn = local.keys.first, versioning = true, force_destroy = var.force_destroy }
  reader_distribution_arns = [module.distribution.arn]
  origin_secrets           = module.origin_secret.values
  processor                = { image = var.image, environment = { LATENT_RENDER_ENGINE = "vips" } }
  tags                     = local.tags
}

module "second" {
  source    = "../.."
  providers = { aws = aws.second, aws.us_east_1 = aws.us_east_1 }

  name           = "latent-2"
  topology       = "region"
  hosts          = local.hosts
  zone           = local.zone
  latency_region = var.regions.second
  # Both Regions hold a certificate for the origin host; the first has the record that proves either.
  certificates             = { owns_origin_proof = false }
  originals                = { bucket = "${var.bucket_prefix}-originals-2", kms_key_arn = local.keys.second, force_destroy = var.force_destroy }
  renditions               = { bucket = "${var.bucket_prefix}-renditions-2", kms_key_arn = local.keys.second, versioning = true, force_destroy = var.force_destroy }
  reader_distribution_arns = [module.distribution.arn]
  origin_secrets           = module.origin_secret.values
  processor                = { image = var.image, environment = { LATENT_RENDER_ENGINE = "vips" } }
  tags                     = local.tags
}

module "originals_to_second" {
  source = "../../modules/replication"

  name               = "latent-originals-to-second"
  source_bucket      = module.first.originals_bucket
  source_arn         = module.first.originals_arn
  destination_bucket = module.second.originals_bucket
  destination_arn    = module.second.originals_arn
  kms_key_arns       = local.keys_forward
  tags               = local.tags
}

# Both ways: a rendition is made where it was asked for, and found in either Region once it is copied. Until then it may be made twice.
module "renditions_to_second" {
  source = "../../modules/replication"

  name               = "latent-renditions-to-second"
  source_bucket      = module.first.renditions_bucket
  source_arn         = module.first.renditions_arn
  destination_bucket = module.second.renditions_bucket
  destination_arn    = module.second.renditions_arn
  kms_key_arns       = local.keys_forward
  tags               = local.tags
}

module "renditions_to_first" {
  source    = "../../modules/replication"
  providers = { aws = aws.second }

  name               = "latent-renditions-to-first"
  source_bucket      = module.second.renditions_bucket
  source_arn         = module.second.renditions_arn
  destination_bucket = module.first.renditions_bucket
  destination_arn    = module.first.renditions_arn
  kms_key_arns       = local.keys_back
  tags               = local.tags
}

module "access_point" {
  source = "../../modules/access-point"

  name              = "latent-renditions"
  buckets           = [module.first.renditions_bucket, module.second.renditions_bucket]
  distribution_arns = [module.distribution.arn]
}

resource "aws_cloudfront_origin_access_control" "first" {
  name                              = "latent-renditions-1"
  description                       = "CloudFront reads the first Region's renditions"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

module "policies" {
  source = "../../modules/edge-policies"

  name      = "latent"
  redirects = false
}

module "function" {
  source = "../../modules/edge-function"

  name = "latent-images"
}

module "certificate" {
  source    = "../../modules/certificate"
  providers = { aws = aws.us_east_1 }

  host    = local.hosts.images
  zone_id = local.zone.id
  tags    = local.tags
}

module "distribution" {
  source = "../../modules/distribution"

  name                       = "latent"
  comment                    = "images of two Regions"
  host                       = { name = local.hosts.images, certificate_arn = module.certificate.arn }
  bucket                     = local.primary
  processor                  = { domain_name = local.hosts.origin }
  signer_lambda_arn          = var.access_point_signer_arn
  origin_secret              = module.origin_secret.values[0]
  cache_policy_id            = module.policies.cache_policy_id
  origin_request_policy_id   = module.policies.origin_request_policy_id
  response_headers_policy_id = module.policies.response_headers_policy_id
  function_arn               = module.function.arn
  wait_for_deployment        = var.wait_for_deployment
  tags                       = local.tags
}

resource "aws_route53_record" "images" {
  for_each = toset(["A", "AAAA"])

  zone_id = local.zone.id
  name    = local.hosts.images
  type    = each.key

  alias {
    name                   = module.distribution.domain_name
    zone_id                = module.distribution.hosted_zone_id
    evaluate_target_health = false
  }
}
