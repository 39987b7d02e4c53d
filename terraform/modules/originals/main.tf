# The originals: private, read by the processor alone, and by nobody over plain HTTP. Or a bucket that is there already, which is left as it is.

data "aws_partition" "this" {}

module "bucket" {
  source = "../bucket"
  count  = var.create ? 1 : 0

  bucket            = var.bucket
  versioning        = var.versioning
  noncurrent_days   = var.noncurrent_days
  kms_key_arn       = var.kms_key_arn
  policy_documents  = var.source_policy_documents
  access_log_bucket = var.access_log_bucket
  force_destroy     = var.force_destroy
  tags              = var.tags
}

resource "aws_s3_bucket_notification" "this" {
  count = var.create && var.sends_events ? 1 : 0

  bucket      = module.bucket[0].bucket
  eventbridge = true
}

moved {
  from = aws_s3_bucket.this
  to   = module.bucket[0].aws_s3_bucket.this
}

moved {
  from = aws_s3_bucket_versioning.this
  to   = module.bucket[0].aws_s3_bucket_versioning.this
}

moved {
  from = aws_s3_bucket_policy.this
  to   = module.bucket[0].aws_s3_bucket_policy.this
}

moved {
  from = aws_s3_bucket_public_access_block.this
  to   = module.bucket[0].aws_s3_bucket_public_access_block.this
}
