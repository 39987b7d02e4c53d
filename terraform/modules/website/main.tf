# The renditions, as a public website bucket whose misses are redirected to the processor.

data "aws_partition" "this" {}

locals {
  # Spelt and not taken from the bucket, so that a plan shows the whole policy before there is a bucket.
  arn = "arn:${data.aws_partition.this.partition}:s3:::${var.bucket}"

  # The rules are spelt once for Terraform, LocalStack and the local stack: routing-rules/README.md says what each means.
  rule_files = var.access == "referer" ? ["missing"] : ["missing", "forbidden"]

  rules = [
    for name in local.rule_files : jsondecode(templatefile("${path.module}/../../../routing-rules/${name}.json", {
      key_prefix     = var.key_prefix
      protocol       = var.protocol
      processor_host = var.processor_host
      redirect_code  = var.redirect_code
    }))
  ]

  # S3 takes an empty prefix, but answers without it, and the next plan would differ.
  routing_rules = [
    for rule in local.rules : merge(rule, { Condition = { for name, value in rule.Condition : name => value if value != "" } })
  ]
}

resource "aws_s3_bucket" "this" {
  bucket        = var.bucket
  force_destroy = var.force_destroy
  tags          = var.tags
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Only policies are opened; access control lists stay shut. An account-wide or organization-wide block overrides these flags.
resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = false
}

# No deny of plain HTTP here: a website endpoint speaks nothing else, and CloudFront could not reach it.
data "aws_iam_policy_document" "this" {
  statement {
    sid       = "Get"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    dynamic "condition" {
      for_each = var.access == "referer" ? [1] : []

      content {
        test     = "StringEquals"
        variable = "aws:Referer"
        values   = var.referer_secrets
      }
    }
  }

  # Without list a miss is 403 and the rule for 404 never fires. It is granted to those who know the secret and to nobody else:
  # open to all, it would let anyone enumerate the bucket.
  dynamic "statement" {
    for_each = var.access == "referer" ? [1] : []

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

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = data.aws_iam_policy_document.this.json

  # New buckets block public policies: put before the flags are open, the policy is refused with 403.
  # https://github.com/hashicorp/terraform-provider-aws/issues/31363
  depends_on = [aws_s3_bucket_public_access_block.this, aws_s3_bucket_ownership_controls.this]
}

resource "aws_s3_bucket_website_configuration" "this" {
  bucket        = aws_s3_bucket.this.id
  routing_rules = jsonencode(local.routing_rules)

  # S3 demands an index document. No such object is ever written, so `/` is a miss like any other.
  index_document {
    suffix = "index.html"
  }
}

# SSE-S3 and not KMS: anonymous visitors could not read an object encrypted with a key they may not use.
resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Age since creation, not since the last visit: a rendition in use is made anew at the next miss.
resource "aws_s3_bucket_lifecycle_configuration" "this" {
  count = var.expire_after_days == null ? 0 : 1

  bucket = aws_s3_bucket.this.id

  rule {
    id     = "expire-renditions"
    status = "Enabled"

    filter {
      prefix = ""
    }

    expiration {
      days = var.expire_after_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 1
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  cors_rule {
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
    allowed_headers = ["*"]
    max_age_seconds = 86400
  }
}
