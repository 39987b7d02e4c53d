# The images host in front of the website bucket. It follows no redirect: a miss travels on to the visitor, and is not kept.

resource "aws_cloudfront_distribution" "this" {
  comment             = "${var.name}: renditions from the website bucket"
  enabled             = true
  aliases             = [var.host]
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = var.price_class
  web_acl_id          = var.web_acl_arn
  wait_for_deployment = var.wait_for_deployment
  tags                = var.tags

  # A website endpoint is a custom origin that speaks plain HTTP. As an S3 origin its rules would never fire.
  origin {
    origin_id   = "website"
    domain_name = var.website_endpoint

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }

    # CloudFront drops the visitor's own Referer, so this is the only one the bucket sees.
    dynamic "custom_header" {
      for_each = var.referer_secret == null ? [] : [var.referer_secret]

      content {
        name  = "Referer"
        value = custom_header.value
      }
    }

    dynamic "origin_shield" {
      for_each = var.origin_shield_region == null ? [] : [var.origin_shield_region]

      content {
        enabled              = true
        origin_shield_region = origin_shield.value
      }
    }
  }

  default_cache_behavior {
    target_origin_id           = "website"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = false
    cache_policy_id            = var.cache_policy_id
    response_headers_policy_id = var.response_headers_policy_id

    function_association {
      event_type   = "viewer-request"
      function_arn = var.function_arn
    }
  }

  # Unsaid, CloudFront keeps an error for 10 seconds: a miss answered during a fault would hide the rendition that long.
  dynamic "custom_error_response" {
    for_each = [403, 404, 500, 502, 503, 504]

    content {
      error_code            = custom_error_response.value
      error_caching_min_ttl = 0
    }
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
