# One function of AWS Lambda from the processor's image: its log group, its role, its URL for CloudFront alone, or the queue that it works off.
# The adapter in the image (an extension) turns what Lambda hands it into HTTP requests to the same program that runs as a task.

data "aws_region" "this" {}

data "aws_caller_identity" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  port = 8081

  ecr = try(regex("^(?P<account>[0-9]{12})\\.dkr\\.ecr\\.(?P<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/(?P<repository>[^:@]+)(?::(?P<tag>[^@]+))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?$", var.image), null)

  # One request at a time is all that one process is asked.
  preset = { LATENT_RENDER_THREADS = "1" }

  environment = merge({
    LATENT_HTTP_HOST             = "127.0.0.1"
    LATENT_HTTP_PORT             = tostring(local.port)
    LATENT_WRITE_BACK_WHEN       = "before-answer"
    AWS_LWA_PORT                 = tostring(local.port)
    AWS_LWA_READINESS_CHECK_PATH = "/-/health"
    AWS_LWA_ASYNC_INIT           = "true"
    AWS_LWA_INVOKE_MODE          = var.called_by_cloudfront ? "response_stream" : "buffered"
    }, var.queue == null ? {} : {
    AWS_LWA_PASS_THROUGH_PATH = "/events"
    # An event that fails must be an error to Lambda, which else deletes its messages. A visitor's answer is an answer, whatever its status.
    AWS_LWA_ERROR_STATUS_CODES = "400-599"
  })
}

# Lambda makes no function without the image. Push the image, of this architecture alone, and plan again.
data "aws_ecr_image" "push_this_image_first" {
  count = var.check_image && try(local.ecr.region, null) == local.region ? 1 : 0

  registry_id     = local.ecr.account
  repository_name = local.ecr.repository
  image_tag       = local.ecr.digest == null ? local.ecr.tag : null
  image_digest    = local.ecr.digest
}

resource "aws_cloudwatch_log_group" "this" {
  # Not a task's: while tasks give way to functions, or functions to tasks, both are there.
  name              = "/${var.name}/${var.function}-function"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = "${var.name}-${var.function}-function-${local.region}"
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary
  description          = var.description
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  tags                 = var.tags
}

resource "aws_iam_role_policy" "this" {
  name   = var.policy_name
  role   = aws_iam_role.this.id
  policy = var.policy
}

# Its own log group, which is there already, and no other.
data "aws_iam_policy_document" "logs" {
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role_policy" "logs" {
  name   = "logs"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_lambda_function" "this" {
  function_name                  = "${var.name}-${var.function}"
  description                    = var.description
  role                           = aws_iam_role.this.arn
  package_type                   = "Image"
  image_uri                      = var.image
  architectures                  = [var.architecture == "ARM64" ? "arm64" : "x86_64"]
  memory_size                    = var.memory
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = coalesce(var.reserved_concurrency, -1)
  kms_key_arn                    = var.secrets_kms_key_arn
  tags                           = var.tags

  image_config {
    command = var.command
  }

  # Nothing is written but what Java itself puts into /tmp.
  ephemeral_storage {
    size = 512
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  environment {
    variables = merge(local.preset, var.environment, local.environment, var.secret_environment)
  }

  # Without them the first messages, and the first lines of the log, would be lost.
  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy.logs]

  lifecycle {
    precondition {
      condition     = try(local.ecr.region, local.region) == local.region
      error_message = "The image must be in ECR of ${local.region}, where the function is: Lambda takes none of another Region. Push it there, or let ECR replicate it."
    }
  }
}

# Streamed: an answer may be larger than the 6 MB that Lambda hands over in one piece.
resource "aws_lambda_function_url" "this" {
  count = var.called_by_cloudfront ? 1 : 0

  function_name      = aws_lambda_function.this.function_name
  authorization_type = "AWS_IAM"
  invoke_mode        = "RESPONSE_STREAM"
}

# Both: since October 2025 a function's URL asks for the right to invoke the function as well.
resource "aws_lambda_permission" "cloudfront" {
  for_each = merge([
    for host in var.distribution_hosts : {
      "${host}-url"      = { host = host, action = "lambda:InvokeFunctionUrl", auth = "AWS_IAM" }
      "${host}-function" = { host = host, action = "lambda:InvokeFunction", auth = null }
    }
  ]...)

  statement_id           = "cloudfront-${each.key}"
  function_name          = aws_lambda_function.this.function_name
  principal              = "cloudfront.amazonaws.com"
  action                 = each.value.action
  source_arn             = var.distribution_arns[each.value.host]
  function_url_auth_type = each.value.auth
}

# A message that fails comes back alone; those beside it are done with.
resource "aws_lambda_event_source_mapping" "this" {
  count = var.queue == null ? 0 : 1

  event_source_arn        = var.queue.arn
  function_name           = aws_lambda_function.this.arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
  tags                    = var.tags

  scaling_config {
    maximum_concurrency = var.queue.max_concurrency
  }

  depends_on = [aws_iam_role_policy.this]
}
