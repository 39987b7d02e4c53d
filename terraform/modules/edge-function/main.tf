# The function that sees each request first. CloudFront runs one function per event, so its parts are joined into one.

locals {
  functions = "${path.module}/../../functions"

  # A function imports nothing of ours: the settings are one line of JSON before the parts.
  settings = {
    keyPrefix      = var.key_prefix
    maxAge         = var.refusal_max_age
    formats        = var.formats
    dpr            = var.dpr
    maxSide        = var.max_side
    signingSecrets = var.signing_secrets
    unicode        = var.alphabet == "unicode"
  }
  parts = ["key", "query", "negotiate", "signature", "handler"]
  code = join("\n", concat(
    ["const settings = ${jsonencode(local.settings)};"],
    # Without the comments, which count too.
    [for part in local.parts : replace(file("${local.functions}/${part}.js"), "/(?m)^ *\\/\\/.*\n/", "")],
  ))
}

resource "aws_cloudfront_function" "this" {
  name    = var.name
  comment = "Refuses malformed keys, maps queries and Accept to the canonical key"
  runtime = "cloudfront-js-2.0"
  publish = true
  code    = local.code

  lifecycle {
    # CloudFront refuses more; said here, the plan fails and not the apply.
    precondition {
      condition     = nonsensitive(length(local.code)) <= 10240
      error_message = "The function is longer than the 10 KB that CloudFront takes."
    }
  }
}
