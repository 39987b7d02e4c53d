# The queue of changed originals: what S3 tells the warm workers. At least once, unordered, usually within seconds.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_region" "this" {}

locals {
  # Spelt out, because the permissions of both queues name the first one before it is there.
  name = "${var.name}-changes"
  arn  = "arn:${data.aws_partition.this.partition}:sqs:${data.aws_region.this.id}:${data.aws_caller_identity.this.account_id}:${local.name}"
}

# Made together with its policy: S3 tries a queue when it is named, and refuses one it may not send to.
resource "aws_sqs_queue" "this" {
  name                       = local.name
  policy                     = data.aws_iam_policy_document.this.json
  sqs_managed_sse_enabled    = true
  visibility_timeout_seconds = var.visibility_timeout_seconds
  message_retention_seconds  = 345600
  receive_wait_time_seconds  = 20
  tags                       = var.tags

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = var.max_receives
  })
}

resource "aws_sqs_queue" "dead" {
  name                      = "${local.name}-dead"
  sqs_managed_sse_enabled   = true
  message_retention_seconds = 1209600
  tags                      = var.tags

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [local.arn]
  })
}

# Both conditions: a bucket's name can pass to another account, the account's number cannot.
data "aws_iam_policy_document" "this" {
  statement {
    sid       = "OriginalsTell"
    actions   = ["sqs:SendMessage"]
    resources = [local.arn]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [var.originals_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

# A bucket has one notification configuration: a second resource of this kind, anywhere, would overwrite it.
resource "aws_s3_bucket_notification" "this" {
  bucket = var.originals_bucket

  queue {
    id        = "changed-originals"
    queue_arn = aws_sqs_queue.this.arn
    events    = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
  }
}
