# The distributions, and what they share.

locals {
  images_distribution = {
    id             = try(module.images_distribution[0].id, null)
    arn            = try(module.images_distribution[0].arn, null)
    domain_name    = try(module.images_distribution[0].domain_name, null)
    hosted_zone_id = try(module.images_distribution[0].hosted_zone_id, null)
  }
  distribution_arns = compact([local.images_distribution.arn, try(module.process_distribution[0].arn, null)])
  distributions = merge(
    local.has_images_edge ? { images = { id = local.images_distribution.id, arn = local.images_distribution.arn } } : {},
    local.has_process_edge ? { process = { id = module.process_distribution[0].id, arn = module.process_distribution[0].arn } } : {},
  )

  # The processor as an origin: by the name that its certificate is for, or inside the network by its own; a function by its URL, signed.
  processor_origin = {
    domain_name              = !local.on_fargate ? module.lambda_processor[0].url_host : var.hosts.origin != null ? var.hosts.origin : local.processor.load_balancer_dns_name
    vpc_origin               = local.processor.vpc_origin
    origin_access_control_id = local.on_fargate ? null : aws_cloudfront_origin_access_control.processor[0].id
  }

  # A region has no distribution of its own, and tells those in front of it.
  purges      = local.has_edge || length(var.reader_distribution_arns) > 0
  purged_arns = local.has_edge ? local.distribution_arns : var.reader_distribution_arns
  purge_by    = var.cache_tags ? "tag" : "path"
  purge_environment = local.purges ? {
    LATENT_PURGE_DISTRIBUTIONS = join(",", [for arn in local.purged_arns : reverse(split("/", arn))[0]])
    LATENT_PURGE_BY            = local.purge_by
  } : {}

  images_certificate  = var.certificates.images != null ? var.certificates.images : length(module.images_certificate) == 0 ? null : { arn = module.images_certificate[0].arn }
  process_certificate = var.certificates.process != null ? var.certificates.process : length(module.process_certificate) == 0 ? null : { arn = module.process_certificate[0].arn }
  web_acl_arn         = var.web_acl_arn != null ? var.web_acl_arn : try(module.firewall[0].arn, null)
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
  alphabet        = lookup(var.processor.environment, "LATENT_KEYS_ALPHABET", "safe")
  signing_secrets = module.signing_secret.values
}

# The process host is asked for a key that was chosen already: the same path, or the rendition would be stored under another key than was missed.
module "process_function" {
  source = "./modules/edge-function"
  count  = local.has_process_edge ? 1 : 0

  name            = "${var.name}-process"
  key_prefix      = var.renditions.key_prefix
  formats         = []
  dpr             = false
  alphabet        = lookup(var.processor.environment, "LATENT_KEYS_ALPHABET", "safe")
  signing_secrets = module.signing_secret.values
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
  count     = local.has_images_edge && var.hosts.images != null && var.certificates.images == null ? 1 : 0
  providers = { aws = aws.us_east_1 }

  host    = var.hosts.images
  zone_id = var.zone.id
  tags    = var.tags
}

module "process_certificate" {
  source    = "./modules/certificate"
  count     = local.has_process_edge && var.certificates.process == null ? 1 : 0
  providers = { aws = aws.us_east_1 }

  host    = var.hosts.process
  zone_id = var.zone.id
  tags    = var.tags
}

# One distribution for the images host, whatever the topology: another one changes its origins and not its name.
module "images_distribution" {
  source = "./modules/distribution"
  count  = local.has_images_edge ? 1 : 0

  name    = var.name
  comment = "images"
  host    = var.hosts.images == null ? null : { name = var.hosts.images, certificate_arn = local.images_certificate.arn }
  website = var.topology != "redirect" ? null : { endpoint = module.renditions.website_endpoint, access = var.renditions.access }
  bucket = var.topology != "failover" ? null : {
    domain_name              = module.renditions.regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.renditions[0].id
  }
  processor                  = var.topology == "redirect" ? null : local.processor_origin
  referer_secret             = local.by_referer ? module.referer_secret[0].values[0] : null
  origin_secret              = module.origin_secret.values[0]
  failover_status_codes      = var.failover_status_codes
  response_timeout_seconds   = var.processor.response_timeout_seconds
  missing_original_ttl       = var.caching.missing_original_ttl
  function_arn               = module.images_function[0].arn
  origin_shield_region       = var.origin_shield_region
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  origin_request_policy_id   = module.edge_policies[0].origin_request_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

moved {
  from = module.website_distribution[0]
  to   = module.images_distribution[0]
}

module "process_distribution" {
  source = "./modules/distribution"
  count  = local.has_process_edge ? 1 : 0

  name                       = var.name
  comment                    = "processor"
  host                       = { name = var.hosts.process, certificate_arn = local.process_certificate.arn }
  processor                  = local.processor_origin
  origin_secret              = module.origin_secret.values[0]
  response_timeout_seconds   = var.processor.response_timeout_seconds
  missing_original_ttl       = var.caching.missing_original_ttl
  function_arn               = module.process_function[0].arn
  origin_shield_region       = var.origin_shield_region
  cache_policy_id            = module.edge_policies[0].cache_policy_id
  origin_request_policy_id   = module.edge_policies[0].origin_request_policy_id
  response_headers_policy_id = module.edge_policies[0].response_headers_policy_id
  web_acl_arn                = local.web_acl_arn
  price_class                = var.price_class
  wait_for_deployment        = var.wait_for_deployment
  tags                       = var.tags
}

resource "aws_cloudfront_origin_access_control" "renditions" {
  count = local.has_edge && local.cloudfront_reads ? 1 : 0

  name                              = var.name
  description                       = "CloudFront reads ${var.renditions.bucket}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

# CloudFront signs what it asks of the function; whoever else knows its URL is refused by Lambda itself.
resource "aws_cloudfront_origin_access_control" "processor" {
  count = local.on_fargate ? 0 : 1

  name                              = "${var.name}-processor"
  description                       = "CloudFront asks the function ${var.name}-processor"
  origin_access_control_origin_type = "lambda"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

module "access_logs" {
  source    = "./modules/access-logs"
  count     = var.access_logs == null ? 0 : 1
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name              = var.name
  bucket            = var.access_logs.bucket
  retention_days    = var.access_logs.retention_days
  distribution_arns = { for name, distribution in local.distributions : name => distribution.arn }
  firewall          = length(module.firewall) == 0 ? null : { arn = module.firewall[0].arn }
  force_destroy     = var.access_logs.force_destroy
  tags              = var.tags
}

# Both kinds of address: a distribution answers over IPv6 too.
resource "aws_route53_record" "images" {
  for_each = local.has_images_edge && var.hosts.images != null && var.zone != null ? toset(["A", "AAAA"]) : toset([])

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
  for_each = local.has_process_edge && var.zone != null ? toset(["A", "AAAA"]) : toset([])

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
  count = var.topology == "redirect" && !var.images_distribution && var.zone != null ? 1 : 0

  zone_id = var.zone.id
  name    = var.hosts.images
  type    = "A"

  alias {
    name                   = module.renditions.website_domain
    zone_id                = module.renditions.hosted_zone_id
    evaluate_target_health = false
  }
}

# CloudFront tells its metrics in us-east-1 alone. Refusals are the likelier failure: a block of public access, or a lost secret, makes every picture 403 and no fault.
locals {
  edge_alarms = merge([
    for host, distribution in local.distributions : {
      "${host}-edge-faults" = {
        id          = distribution.id, metric = "5xxErrorRate", threshold = 1, periods = 2
        description = "More than one in a hundred answers of the ${host} host is a fault"
      }
      "${host}-edge-refusals" = {
        id          = distribution.id, metric = "4xxErrorRate", threshold = var.monitoring.edge_refusals_percent, periods = 3
        description = "More than ${var.monitoring.edge_refusals_percent} percent of the answers of the ${host} host are refusals: public access may be blocked, a secret lost, or keys unsigned"
      }
    }
  ]...)
}

resource "aws_cloudwatch_metric_alarm" "edge" {
  for_each = local.edge_alarms
  provider = aws.us_east_1

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = "AWS/CloudFront"
  metric_name         = each.value.metric
  dimensions          = { DistributionId = each.value.id, Region = "Global" }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = each.value.periods
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.monitoring.edge_alarm_topic_arns
  ok_actions          = var.monitoring.edge_alarm_topic_arns
  tags                = var.tags
}

moved {
  from = aws_cloudwatch_metric_alarm.edge_faults["images"]
  to   = aws_cloudwatch_metric_alarm.edge["images-edge-faults"]
}

moved {
  from = aws_cloudwatch_metric_alarm.edge_faults["process"]
  to   = aws_cloudwatch_metric_alarm.edge["process-edge-faults"]
}
