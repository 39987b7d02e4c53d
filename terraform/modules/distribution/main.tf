# One host's distribution, in every topology: in front of the website, of a bucket and the processor, or of the processor alone.
# Another topology changes its origins in place, so the host, its certificate and its cache stay.

locals {
  # A website's misses are redirects; elsewhere a 404 is the processor's: an original that is not there.
  kept_errors = merge(
    { for code in [500, 502, 503, 504] : code => 0 },
    local.by == "website" ? { 403 = 0, 404 = 0 } : { 404 = var.missing_original_ttl },
  )
  by = var.website != null ? "website" : var.bucket != null ? "renditions-or-processor" : "processor"
  # While the topology is changed the processor may already be told, and not be asked yet.
  asks_processor = local.by != "website"
}

resource "aws_cloudfront_distribution" "this" {
  comment             = "${var.name}: ${var.comment}"
  enabled             = true
  aliases             = var.host == null ? [] : [var.host.name]
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = var.price_class
  web_acl_id          = var.web_acl_arn
  wait_for_deployment = var.wait_for_deployment
  tags                = var.tags

  # A website endpoint is a custom origin that speaks plain HTTP. As an S3 origin its rules would never fire.
  dynamic "origin" {
    for_each = local.by == "website" ? [var.website] : []

    content {
      origin_id   = "website"
      domain_name = origin.value.endpoint

      custom_origin_config {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "http-only"
        origin_ssl_protocols   = ["TLSv1.2"]
      }

      # CloudFront drops the visitor's own Referer, so this is the only one the bucket sees.
      dynamic "custom_header" {
        for_each = origin.value.access == "referer" ? [1] : []

        content {
          name  = "Referer"
          value = var.referer_secret
        }
      }
    }
  }

  # The REST endpoint and never the website: CloudFront does not fail over on a redirect.
  dynamic "origin" {
    for_each = local.by == "renditions-or-processor" ? [var.bucket] : []

    content {
      origin_id                = "renditions"
      domain_name              = origin.value.domain_name
      origin_access_control_id = origin.value.origin_access_control_id

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
  }

  dynamic "origin" {
    for_each = local.asks_processor ? [var.processor] : []

    content {
      origin_id                = "processor"
      domain_name              = origin.value.domain_name
      origin_access_control_id = origin.value.origin_access_control_id
      connection_attempts      = 2

      dynamic "custom_origin_config" {
        for_each = origin.value.vpc_origin == null ? [1] : []

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
        for_each = origin.value.vpc_origin == null ? [] : [origin.value.vpc_origin]

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
  }

  # Every request asks the primary first. CloudFront fails over for GET, HEAD and OPTIONS only.
  dynamic "origin_group" {
    for_each = local.by == "renditions-or-processor" ? [1] : []

    content {
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
  }

  default_cache_behavior {
    target_origin_id           = local.by
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = false
    cache_policy_id            = var.cache_policy_id
    origin_request_policy_id   = local.asks_processor ? var.origin_request_policy_id : null
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

  # Unsaid, CloudFront keeps an error for 10 seconds: a miss answered during a fault would hide the rendition that long. A fault is never kept.
  # A 404 of the processor is, briefly: its own max-age may keep it longer, and an original uploaded meanwhile waits as long.
  dynamic "custom_error_response" {
    for_each = local.kept_errors

    content {
      error_code            = custom_error_response.key
      error_caching_min_ttl = custom_error_response.value
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  # Without a host of one's own the distribution has CloudFront's name and certificate.
  viewer_certificate {
    cloudfront_default_certificate = var.host == null
    acm_certificate_arn            = var.host == null ? null : var.host.certificate_arn
    ssl_support_method             = var.host == null ? null : "sni-only"
    minimum_protocol_version       = var.host == null ? "TLSv1" : "TLSv1.2_2021"
  }
}
