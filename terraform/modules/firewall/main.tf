# A firewall before a distribution: addresses AWS knows for bots and attacks, and a flood from one address. The provider must be us-east-1's.

resource "aws_wafv2_web_acl" "this" {
  name        = var.name
  description = "Floods and known bad addresses, before they cost a render"
  scope       = "CLOUDFRONT"
  tags        = var.tags

  default_action {
    allow {}
  }

  rule {
    name     = "known-bad-addresses"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesAmazonIpReputationList"
      }
    }

    visibility_config {
      metric_name                = "${var.name}-known-bad-addresses"
      cloudwatch_metrics_enabled = true
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "flood"
    priority = 2

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit                 = var.requests_per_window
        evaluation_window_sec = 60
        aggregate_key_type    = "IP"
      }
    }

    visibility_config {
      metric_name                = "${var.name}-flood"
      cloudwatch_metrics_enabled = true
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    metric_name                = var.name
    cloudwatch_metrics_enabled = true
    sampled_requests_enabled   = true
  }

  lifecycle {
    precondition {
      condition     = local.region == "us-east-1"
      error_message = "The firewall of a distribution must be made in us-east-1: pass that provider."
    }
  }
}

data "aws_region" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")
}
