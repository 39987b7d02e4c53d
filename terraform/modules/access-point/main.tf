# One name over the renditions buckets of several Regions: S3 answers from the nearest.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

resource "aws_s3control_multi_region_access_point" "this" {
  details {
    name = var.name

    dynamic "region" {
      for_each = var.buckets

      content {
        bucket = region.value
      }
    }
  }
}

# CloudFront signs for an access point (SigV4A) since August 2026; a provider that does not know it refuses the word, so it comes in by a variable.
resource "aws_cloudfront_origin_access_control" "this" {
  count = var.oac_signing_protocol == null ? 0 : 1

  name                              = var.name
  description                       = "CloudFront reads the access point ${var.name}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = var.oac_signing_protocol
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "CloudFrontGet"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn}/object/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = var.distribution_arns
    }
  }
}

resource "aws_s3control_multi_region_access_point_policy" "this" {
  count = var.cloudfront_reads ? 1 : 0

  details {
    name   = split(":", aws_s3control_multi_region_access_point.this.id)[1]
    policy = data.aws_iam_policy_document.this.json
  }
}

locals {
  alias = aws_s3control_multi_region_access_point.this.alias
  arn   = "arn:${data.aws_partition.this.partition}:s3::${data.aws_caller_identity.this.account_id}:accesspoint/${local.alias}"
}
