# One bucket for everybody's access logs: CloudFront, its firewall, the load balancer and S3 itself.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

locals {
  arn = "arn:${data.aws_partition.this.partition}:s3:::${var.bucket}"

  writers = {
    LoadBalancer = "logdelivery.elasticloadbalancing.amazonaws.com"
    Buckets      = "logging.s3.amazonaws.com"
    Edges        = "delivery.logs.amazonaws.com"
  }
}

module "bucket" {
  source = "../bucket"

  bucket            = var.bucket
  policy_documents  = [data.aws_iam_policy_document.this.json]
  expire_after_days = var.retention_days
  force_destroy     = var.force_destroy
  tags              = var.tags
}

data "aws_iam_policy_document" "this" {
  dynamic "statement" {
    for_each = local.writers

    content {
      sid       = statement.key
      actions   = ["s3:PutObject"]
      resources = ["${local.arn}/*"]

      principals {
        type        = "Service"
        identifiers = [statement.value]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:SourceAccount"
        values   = [data.aws_caller_identity.this.account_id]
      }
    }
  }

  # Asked before a delivery is made.
  statement {
    sid       = "EdgesLook"
    actions   = ["s3:GetBucketAcl"]
    resources = [local.arn]

    principals {
      type        = "Service"
      identifiers = [local.writers.Edges]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

resource "aws_cloudwatch_log_delivery_source" "this" {
  for_each = var.distribution_arns
  provider = aws.us_east_1

  name         = "${var.name}-${each.key}"
  log_type     = "ACCESS_LOGS"
  resource_arn = each.value
  tags         = var.tags
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  for_each = var.distribution_arns
  provider = aws.us_east_1

  name          = "${var.name}-${each.key}"
  output_format = "json"
  tags          = var.tags

  delivery_destination_configuration {
    destination_resource_arn = "${module.bucket.arn}/cloudfront/${each.key}"
  }
}

resource "aws_cloudwatch_log_delivery" "this" {
  for_each = var.distribution_arns
  provider = aws.us_east_1

  delivery_source_name     = aws_cloudwatch_log_delivery_source.this[each.key].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.this[each.key].arn
  tags                     = var.tags

  # The policy is asked for when the delivery is made.
  depends_on = [module.bucket]
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count    = var.firewall == null ? 0 : 1
  provider = aws.us_east_1

  resource_arn            = var.firewall.arn
  log_destination_configs = [module.bucket.arn]

  depends_on = [module.bucket]
}
