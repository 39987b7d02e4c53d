# What the processor may do, wherever it runs: its two store seams. Warm workers may also purge, and be told of changes.

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "ReadOriginals"
    actions   = ["s3:GetObject"]
    resources = ["${var.originals_arn}/*"]
  }

  # Delete is for a rendition whose original was replaced while it was being stored, and for a purge.
  statement {
    sid       = "ReadAndWriteRenditions"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${var.renditions_arn}/${var.key_prefix}*"]
  }

  # Without list S3 says 403 for what is missing: a missing original would look like a fault, or be taken for removed and its renditions be purged.
  statement {
    sid       = "MissingIs404"
    actions   = ["s3:ListBucket"]
    resources = [var.originals_arn, var.renditions_arn]
  }

  dynamic "statement" {
    for_each = var.queue == null ? [] : [var.queue.arn]

    content {
      sid       = "Queue"
      actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", var.queue.read_by_lambda ? "sqs:GetQueueAttributes" : "sqs:ChangeMessageVisibility"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = var.invalidates ? [1] : []

    content {
      sid       = "PurgeEdges"
      actions   = ["cloudfront:CreateInvalidation"]
      resources = var.distribution_arns
    }
  }

  dynamic "statement" {
    for_each = var.originals_kms_key_arn == null ? [] : [var.originals_kms_key_arn]

    content {
      sid       = "DecryptOriginals"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }

  # To read and to write: S3 asks the key for a data key with every object that is put.
  dynamic "statement" {
    for_each = var.renditions_kms_key_arn == null ? [] : [var.renditions_kms_key_arn]

    content {
      sid       = "EncryptRenditions"
      actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
      resources = [statement.value]
    }
  }
}
