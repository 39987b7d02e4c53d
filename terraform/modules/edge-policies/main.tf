# What distributions share: how long answers are kept, under which key, and which headers go each way.

# The TTLs of a bucket that redirects its misses: S3 sends no Cache-Control with a redirect, so a default TTL would keep it after the
# rendition is there. Renditions carry their own Cache-Control. A minimum TTL would override the no-store of a refusal by rate limit.
resource "aws_cloudfront_cache_policy" "this" {
  name        = var.name
  comment     = "Renditions by their own Cache-Control; nothing else is kept"
  min_ttl     = 0
  default_ttl = var.default_ttl
  max_ttl     = var.max_ttl

  # The path is the whole key. Pictures do not compress, and one variant per Accept-Encoding would be three renditions of the same bytes.
  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = false
    enable_accept_encoding_gzip   = false

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "none"
    }
  }

  lifecycle {
    precondition {
      condition     = !var.redirects || var.default_ttl == 0
      error_message = "default_ttl must be 0 in front of a website that redirects misses: CloudFront would keep the redirect after the rendition is there."
    }
  }
}

# The one header the processor needs of the visitor: who it is, for the rate limits. It is not part of the cache key.
resource "aws_cloudfront_origin_request_policy" "this" {
  name    = var.name
  comment = "The visitor's address for the processor's rate limits, and nothing else"

  cookies_config {
    cookie_behavior = "none"
  }

  headers_config {
    header_behavior = "whitelist"

    headers {
      items = ["CloudFront-Viewer-Address"]
    }
  }

  query_strings_config {
    query_string_behavior = "none"
  }
}

# `*` on redirects too: after a redirect to another host a browser sends `Origin: null`, so an echo of allowed origins would fail.
resource "aws_cloudfront_response_headers_policy" "this" {
  name    = var.name
  comment = "Pictures may be used by every page; browsers must not guess their type"

  cors_config {
    access_control_allow_credentials = false
    access_control_max_age_sec       = 86400
    origin_override                  = true

    access_control_allow_origins {
      items = ["*"]
    }

    access_control_allow_methods {
      items = ["GET", "HEAD", "OPTIONS"]
    }

    access_control_allow_headers {
      items = ["*"]
    }

    access_control_expose_headers {
      items = ["ETag", "Server-Timing", "Retry-After", "X-Refusal"]
    }
  }

  security_headers_config {
    content_type_options {
      override = true
    }

    strict_transport_security {
      access_control_max_age_sec = 31536000
      override                   = true
    }

    content_security_policy {
      content_security_policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
      override                = true
    }
  }

  custom_headers_config {
    items {
      header   = "Cross-Origin-Resource-Policy"
      value    = "cross-origin"
      override = true
    }
  }
}
