# What makes the bucket a public website whose misses are redirected to the processor.

locals {
  # The rules are spelt once for Terraform, LocalStack and the local stack; a test holds this folder's copy to theirs.
  rule_files = local.by_referer ? ["missing"] : ["missing", "forbidden"]

  rules = [
    for name in local.is_website ? local.rule_files : [] : jsondecode(templatefile("${path.module}/../../routing-rules/${name}.json", {
      key_prefix     = var.website.key_prefix
      protocol       = var.website.protocol
      processor_host = var.website.processor_host
      redirect_code  = var.website.redirect_code
    }))
  ]

  # S3 takes an empty prefix, but answers without it, and the next plan would differ.
  routing_rules = [
    for rule in local.rules : merge(rule, { Condition = { for name, value in rule.Condition : name => value if value != "" } })
  ]
}

resource "aws_s3_bucket_website_configuration" "this" {
  count = local.is_website ? 1 : 0

  bucket        = module.bucket.bucket
  routing_rules = jsonencode(local.routing_rules)

  # S3 demands an index document. No such object is ever written, so `/` is a miss like any other.
  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  count = local.is_website ? 1 : 0

  bucket = module.bucket.bucket

  cors_rule {
    allowed_methods = ["GET", "HEAD"]
    allowed_origins = ["*"]
    allowed_headers = ["*"]
    max_age_seconds = 86400
  }
}
