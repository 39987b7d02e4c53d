# Plans and warm runs as jobs of EMR Serverless: an application that costs nothing at rest, a bucket for the program and for plans, and the role of a job.

data "aws_partition" "this" {}

module "bucket" {
  source = "../bucket"

  bucket          = var.bucket
  noncurrent_days = 30
  force_destroy   = var.force_destroy
  tags            = var.tags
}

resource "aws_emrserverless_application" "this" {
  name          = var.name
  release_label = var.release_label
  type          = "spark"
  architecture  = "X86_64"

  # A job that asks for more waits.
  maximum_capacity {
    cpu    = "${var.max_vcpus} vCPU"
    memory = "${var.max_vcpus * 4} GB"
    disk   = "${var.max_vcpus * 50} GB"
  }

  auto_start_configuration {
    enabled = true
  }

  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 5
  }

  tags = var.tags
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["emr-serverless.amazonaws.com"]
    }

    # Only for this application: else any of the account's could be told to work as this role.
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["${aws_emrserverless_application.this.arn}/*", aws_emrserverless_application.this.arn]
    }
  }
}

resource "aws_iam_role" "job" {
  name               = "${var.name}-job"
  assume_role_policy = data.aws_iam_policy_document.assume.json
  tags               = var.tags
}

# What warm workers may do, without a queue.
module "store_policy" {
  source = "../store-policy"

  originals_arn         = "arn:${data.aws_partition.this.partition}:s3:::${var.originals_bucket}"
  renditions_arn        = "arn:${data.aws_partition.this.partition}:s3:::${var.renditions_bucket}"
  originals_kms_key_arn = var.originals_kms_key_arn
  invalidates           = length(var.distribution_arns) > 0
  distribution_arns     = var.distribution_arns
}

resource "aws_iam_role_policy" "store" {
  name   = "store"
  role   = aws_iam_role.job.id
  policy = module.store_policy.json
}

data "aws_iam_policy_document" "own" {
  statement {
    sid       = "ReadProgram"
    actions   = ["s3:GetObject"]
    resources = ["${module.bucket.arn}/program/*"]
  }

  # Spark writes files and moves them into their place.
  statement {
    sid       = "KeepPlansAndLogs"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]
    resources = ["${module.bucket.arn}/plans/*", "${module.bucket.arn}/logs/*"]
  }

  statement {
    sid       = "ListThem"
    actions   = ["s3:ListBucket"]
    resources = [module.bucket.arn]
  }
}

resource "aws_iam_role_policy" "own" {
  name   = "own-bucket"
  role   = aws_iam_role.job.id
  policy = data.aws_iam_policy_document.own.json
}
