# The distributions, and what they share.

locals {
  # The images host's own distribution, whichever it is.
  images_distribution = {
    id             = try(module.website_distribution[0].id, module.failover_distribution[0].id, module.direct_distribution[0].id, null)
    arn            = try(module.website_distribution[0].arn, module.failover_distribution[0].arn, module.direct_distribution[0].arn, null)
    domain_name    = try(module.website_distribution[0].domain_name, module.failover_distribution[0].domain_name, module.direct_distribution[0].domain_name, null)
    hosted_zone_id = try(module.website_distribution[0].hosted_zone_id, module.failover_distribution[0].hosted_zone_id, module.direct_distribution[0].hosted_zone_id, null)
  }
  distribution_arns = compact([local.images_distribution.arn, try(module.process_distribution[0].arn, null)])

  # A region has no distribution of its own, and tells those in front of it.
  purges      = local.has_edge || length(var.reader_distribution_arns) > 0
  purged_arns = local.has_edge ? local.distribution_arns : var.reader_distribution_arns
  purge_environment = local.purges ? {
    LATENT_PURGE_DISTRIBUTIONS = join(",", [for arn in local.purged_arns : reverse(split("/", arn))[0]])
    LATENT_PURGE_BY            = var.cache_tags ? "tag" : "path"
  } : {}

  images_certificate_arn  = var.certificate_arns.images != null ? var.certificate_arns.images : try(module.images_certificate[0].arn, null)
  process_certificate_arn = var.certificate_arns.process != null ? var.certificate_arns.process : try(module.process_certificate[0].arn, null)
  web_acl_arn             = try(module.firewall[0].arn, null)
}

module "edge_policies" {
  source = "./modules/edge-policies"
  count  = local.has_edge ? 1 : 0

  name        = var.name
  redirects   = local.is_website
  default_ttl = var.caching.default_ttl
  max_ttl     = var.caching.max_ttl
}

# The images host chooses for the visitor.
module "images_function" {
  source = "./modules/edge-function"
  count  = local.has_images_edge ? 1 : 0

  name            = "${var.name}-images"
  key_prefix      = var.renditions.key_prefix
  formats         = var.negotiation.formats
  dpr             = var.negotiation.dpr
  max_side        = tonumber(lookup(var.processor.environment, "LATENT_KEYS_MAX_SIDE", "4096"))
  signing_secrets = var.signing_secrets
}

# The process host is asked for a key that was chosen already: the same path, or the rendition would be stored under another key than was missed.
module "process_function" {
  source = "./modules/edge-function"
  count  = local.is_website ? 1 : 0

  name            = "${var.name}-process"
  key_prefix      = var.renditions.key_prefix
  formats         = []
  dpr             = false
  signing_secrets = var.signing_secrets
}

module "firewall" {
  source    = "./modules/firewall"
  count     = local.has_edge && var.firewall != null ? 1 : 0
  providers = { aws = aws.us_east_1 }

  name                = var.name
  requests_per_window = var.firewall.requests_per_window
  tags                = var.tags
}

module "images_certificate" {
  source    = "./modules/certificate"
  count     = local.has_images_edge && var.certificate_arns.images == null ? 1 : 0
  providers = { aws = aws.us_east_1 }

  host    = var.hosts.images
  zone_id = var.zone.id
  tags    = var.tags
}

module "process_certificate" {
  source    = "./modules/certificate"
  count     = local.is_website && var.certificate_arns.process == null ? 1 : 0
  providers = { aws = aws.us_east_1 }

  host    = var.hosts.process
  zone_id = var.zone.id
  tags    = var.tags
}

module "website_distribution" {
  source = "./modules/website-distribution"
  count  = local.is_website && var.images_distribution ? 1 : 0

  name                       = var.name
  host                       = var.hosts.images
  certificate_arn            = local.images_certificate_arn
  website_endpoint           = module.website[0].website_endpoint
  referer_secret             = var.renditions.access == "referer" ? var.referer_secrets[0] : null
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  function_arn               = module.images_function[0].arn
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

module "process_distribution" {
  source = "./modules/processor-distribution"
  count  = local.is_website ? 1 : 0

  name                       = var.name
  host                       = var.hosts.process
  certificate_arn            = local.process_certificate_arn
  origin_host                = var.hosts.origin
  vpc_origin                 = module.processor.vpc_origin
  origin_secret              = var.origin_secrets[0]
  response_timeout_seconds   = var.processor.response_timeout_seconds
  missing_original_ttl       = var.caching.missing_original_ttl
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  origin_request_policy_id   = module.edge_policies[0].origin_request_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  function_arn               = module.process_function[0].arn
  origin_shield_region       = var.origin_shield_region
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

module "direct_distribution" {
  source = "./modules/processor-distribution"
  count  = var.topology == "direct" ? 1 : 0

  name                       = var.name
  host                       = var.hosts.images
  certificate_arn            = local.images_certificate_arn
  origin_host                = var.hosts.origin
  vpc_origin                 = module.processor.vpc_origin
  origin_secret              = var.origin_secrets[0]
  response_timeout_seconds   = var.processor.response_timeout_seconds
  missing_original_ttl       = var.caching.missing_original_ttl
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  origin_request_policy_id   = module.edge_policies[0].origin_request_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  function_arn               = module.images_function[0].arn
  origin_shield_region       = var.origin_shield_region
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

resource "aws_cloudfront_origin_access_control" "renditions" {
  count = var.topology == "failover" ? 1 : 0

  name                              = var.name
  description                       = "CloudFront reads ${var.renditions.bucket}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

module "failover_distribution" {
  source = "./modules/failover-distribution"
  count  = var.topology == "failover" ? 1 : 0

  name            = var.name
  host            = var.hosts.images
  certificate_arn = local.images_certificate_arn
  primary = {
    domain_name              = module.renditions[0].regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.renditions[0].id
  }
  failover_status_codes      = var.failover_status_codes
  origin_host                = var.hosts.origin
  vpc_origin                 = module.processor.vpc_origin
  origin_secret              = var.origin_secrets[0]
  response_timeout_seconds   = var.processor.response_timeout_seconds
  missing_original_ttl       = var.caching.missing_original_ttl
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  origin_request_policy_id   = module.edge_policies[0].origin_request_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  function_arn               = module.images_function[0].arn
  origin_shield_region       = var.origin_shield_region
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

# Both kinds of address: a distribution answers over IPv6 too.
resource "aws_route53_record" "images" {
  for_each = local.has_images_edge && var.zone != null ? toset(["A", "AAAA"]) : toset([])

  zone_id = var.zone.id
  name    = var.hosts.images
  type    = each.key

  alias {
    name                   = local.images_distribution.domain_name
    zone_id                = local.images_distribution.hosted_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "process" {
  for_each = local.is_website && var.zone != null ? toset(["A", "AAAA"]) : toset([])

  zone_id = var.zone.id
  name    = var.hosts.process
  type    = each.key

  alias {
    name                   = module.process_distribution[0].domain_name
    zone_id                = module.process_distribution[0].hosted_zone_id
    evaluate_target_health = false
  }
}

# The original design's own way: the website itself, of which S3 knows by the bucket's name.
resource "aws_route53_record" "website" {
  count = local.is_website && !var.images_distribution && var.zone != null ? 1 : 0

  zone_id = var.zone.id
  name    = var.hosts.images
  type    = "A"

  alias {
    name                   = module.website[0].website_domain
    zone_id                = module.website[0].hosted_zone_id
    evaluate_target_health = false
  }
}

# CloudFront tells its metrics in us-east-1 alone.
resource "aws_cloudwatch_metric_alarm" "edge_faults" {
  for_each = merge(
    local.has_images_edge ? { images = local.images_distribution.id } : {},
    local.is_website ? { process = module.process_distribution[0].id } : {},
  )
  provider = aws.us_east_1

  alarm_name          = "${var.name}-${each.key}-edge-faults"
  alarm_description   = "More than one in a hundred answers of the ${each.key} host is a fault"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"
  dimensions          = { DistributionId = each.value, Region = "Global" }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.monitoring.edge_alarm_topic_arns
  ok_actions          = var.monitoring.edge_alarm_topic_arns
  tags                = var.tags
}
