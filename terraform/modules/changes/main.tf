# The queue of changed originals: what S3 tells the warm workers. At least once, unordered, usually within seconds.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_region" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  # Spelt out, because the permissions of both queues name the first one before it is there.
  name = "${var.name}-changes"
  arn  = "arn:${data.aws_partition.this.partition}:sqs:${local.region}:${data.aws_caller_identity.this.account_id}:${local.name}"
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
      identifiers = [local.sender.service]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [local.sender.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

locals {
  is_notified = var.told_by == "notification"
  rule_arn    = "arn:${data.aws_partition.this.partition}:events:${local.region}:${data.aws_caller_identity.this.account_id}:rule/${local.name}"
  sender      = local.is_notified ? { service = "s3.amazonaws.com", arn = var.originals_arn } : { service = "events.amazonaws.com", arn = local.rule_arn }
}

# A bucket has one notification configuration: a second resource of this kind, anywhere, would overwrite it. Where there is one already, EventBridge tells.
resource "aws_s3_bucket_notification" "this" {
  count = local.is_notified ? 1 : 0

  bucket = var.originals_bucket

  queue {
    id        = "changed-originals"
    queue_arn = aws_sqs_queue.this.arn
    events    = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
  }
}

# Lifecycle expirations are told as deletions too, as they are by a notification.
resource "aws_cloudwatch_event_rule" "this" {
  count = local.is_notified ? 0 : 1

  name        = local.name
  description = "Changed originals, for the warm workers"
  tags        = var.tags

  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created", "Object Deleted"]
    detail      = { bucket = { name = [var.originals_bucket] } }
  })
}

# In the words of a notification, which is what workers read. EventBridge does not encode keys and a notification does: a key that holds + or % would be read as another one,
# and the alphabet of keys has neither.
resource "aws_cloudwatch_event_target" "this" {
  count = local.is_notified ? 0 : 1

  rule = aws_cloudwatch_event_rule.this[0].name
  arn  = aws_sqs_queue.this.arn

  input_transformer {
    input_paths    = { bucket = "$.detail.bucket.name", key = "$.detail.object.key" }
    input_template = "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"<bucket>\"},\"object\":{\"key\":\"<key>\"}}}]}"
  }
}
