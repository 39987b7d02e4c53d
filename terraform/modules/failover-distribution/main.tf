# The images host with two origins: the bucket of renditions first, the processor where the bucket has none. One URL, no redirect.

resource "aws_cloudfront_distribution" "this" {
  comment             = "${var.name}: renditions, or the processor"
  enabled             = true
  aliases             = [var.host]
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = var.price_class
  web_acl_id          = var.web_acl_arn
  wait_for_deployment = var.wait_for_deployment
  tags                = var.tags

  # The REST endpoint and never the website: CloudFront does not fail over on a redirect.
  origin {
    origin_id                = "renditions"
    domain_name              = var.primary.domain_name
    origin_access_control_id = var.primary.origin_access_control_id

    # An access point has no configuration of an S3 origin: where a function signs, it is a custom origin that happens to be S3.
    dynamic "custom_origin_config" {
      for_each = var.signer_lambda_arn == null ? [] : [1]

      content {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }
    }
  }

  origin {
    origin_id           = "processor"
    domain_name         = var.origin_host
    connection_attempts = 2

    dynamic "custom_origin_config" {
      for_each = var.vpc_origin == null ? [1] : []

      content {
        http_port                = 80
        https_port               = 443
        origin_protocol_policy   = "https-only"
        origin_ssl_protocols     = ["TLSv1.2"]
        origin_read_timeout      = var.response_timeout_seconds
        origin_keepalive_timeout = 60
      }
    }

    dynamic "vpc_origin_config" {
      for_each = var.vpc_origin == null ? [] : [var.vpc_origin]

      content {
        vpc_origin_id            = vpc_origin_config.value.id
        origin_read_timeout      = var.response_timeout_seconds
        origin_keepalive_timeout = 60
      }
    }

    # Overwrites whatever a visitor sends under this name.
    custom_header {
      name  = "X-Origin-Verify"
      value = var.origin_secret
    }

    dynamic "origin_shield" {
      for_each = var.origin_shield_region == null ? [] : [var.origin_shield_region]

      content {
        enabled              = true
        origin_shield_region = origin_shield.value
      }
    }
  }

  # Every request asks the primary first. CloudFront fails over for GET, HEAD and OPTIONS only.
  origin_group {
    origin_id = "renditions-or-processor"

    failover_criteria {
      status_codes = var.failover_status_codes
    }

    member {
      origin_id = "renditions"
    }

    member {
      origin_id = "processor"
    }
  }

  default_cache_behavior {
    target_origin_id           = "renditions-or-processor"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = false
    cache_policy_id            = var.cache_policy_id
    origin_request_policy_id   = var.origin_request_policy_id
    response_headers_policy_id = var.response_headers_policy_id

    function_association {
      event_type   = "viewer-request"
      function_arn = var.function_arn
    }

    dynamic "lambda_function_association" {
      for_each = var.signer_lambda_arn == null ? [] : [var.signer_lambda_arn]

      content {
        event_type = "origin-request"
        lambda_arn = lambda_function_association.value
      }
    }
  }

  # A fault is never kept. A 404 is, briefly: the processor's own max-age may keep it longer, and an original uploaded meanwhile waits as long.
  dynamic "custom_error_response" {
    for_each = [500, 502, 503, 504]

    content {
      error_code            = custom_error_response.value
      error_caching_min_ttl = 0
    }
  }

  custom_error_response {
    error_code            = 404
    error_caching_min_ttl = var.missing_original_ttl
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }
}
