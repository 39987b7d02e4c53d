# The renditions. One bucket in every topology, so that another topology does not delete what serves: its policy and its website are what changes.

data "aws_partition" "this" {}

locals {
  arn = "arn:${data.aws_partition.this.partition}:s3:::${var.bucket}"

  # While the topology is changed, the website and CloudFront's own grant stand side by side.
  is_website = var.website != null
  by_referer = local.is_website && try(var.website.access, "") == "referer"

  # A condition that names no distribution is no policy to S3.
  is_read = var.cloudfront_reads ? length(var.distribution_arns) > 0 : false
}

module "bucket" {
  source = "../bucket"

  bucket            = var.bucket
  public_policy     = local.is_website
  tls_only          = !local.is_website
  policy_documents  = [data.aws_iam_policy_document.this.json]
  kms_key_arn       = var.kms_key_arn
  versioning        = var.versioning
  noncurrent_days   = 1
  expire_after_days = var.expire_after_days
  access_log_bucket = var.access_log_bucket
  force_destroy     = var.force_destroy
  tags              = var.tags
}

data "aws_iam_policy_document" "this" {
  # Get without list: a miss is then 403, which is why 403 must be among the failover codes.
  dynamic "statement" {
    for_each = local.is_read ? [1] : []

    content {
      sid       = "CloudFrontGet"
      actions   = ["s3:GetObject"]
      resources = ["${local.arn}/*"]

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

  dynamic "statement" {
    for_each = local.is_website ? [1] : []

    content {
      sid       = "Get"
      actions   = ["s3:GetObject"]
      resources = ["${local.arn}/*"]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      dynamic "condition" {
        for_each = local.by_referer ? [1] : []

        content {
          test     = "StringEquals"
          variable = "aws:Referer"
          values   = var.referer_secrets
        }
      }
    }
  }

  # Without list a miss is 403 and the rule for 404 never fires. It is granted to those who know the secret and to nobody else:
  # open to all, it would let anyone enumerate the bucket.
  dynamic "statement" {
    for_each = local.by_referer ? [1] : []

    content {
      sid       = "ListSoThatMissesAre404"
      actions   = ["s3:ListBucket"]
      resources = [local.arn]

      principals {
        type        = "*"
        identifiers = ["*"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:Referer"
        values   = var.referer_secrets
      }
    }
  }
}
