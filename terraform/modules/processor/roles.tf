# Two roles: `execution` starts a task (image, logs, secrets), `task` is what the processor itself may do, and that is its two store seams.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_iam_policy_document" "tasks_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

module "store_policy" {
  source = "../store-policy"

  originals_arn          = var.originals_arn
  originals_kms_key_arn  = var.originals_kms_key_arn
  renditions_arn         = var.renditions_arn
  renditions_kms_key_arn = var.renditions_kms_key_arn
  key_prefix             = var.key_prefix
  invalidates            = local.invalidates
  distribution_arns      = [for id in var.admin.distribution_ids : "arn:${data.aws_partition.this.partition}:cloudfront::${data.aws_caller_identity.this.account_id}:distribution/${id}"]
}

resource "aws_iam_role" "execution" {
  name                 = "${var.name}-execution-${local.region}"
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary
  description          = "Starts the tasks: image, logs, secrets"
  assume_role_policy   = data.aws_iam_policy_document.tasks_assume.json
  tags                 = var.tags
}

data "aws_iam_policy_document" "execution" {
  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:${data.aws_partition.this.partition}:logs:${local.region}:${data.aws_caller_identity.this.account_id}:log-group:/${var.name}/*"]
  }

  statement {
    sid       = "Secrets"
    actions   = ["ssm:GetParameters"]
    resources = concat([aws_ssm_parameter.origin_secrets.arn], aws_ssm_parameter.signing_secrets[*].arn, aws_ssm_parameter.admin_tokens[*].arn)
  }

  dynamic "statement" {
    for_each = var.secrets_kms_key_arn == null ? [] : [var.secrets_kms_key_arn]

    content {
      sid       = "DecryptSecrets"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }

  # Logging in to ECR knows no resource.
  statement {
    sid       = "ImageLogin"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid       = "Image"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = ["arn:${data.aws_partition.this.partition}:ecr:*:*:repository/*"]
  }
}

resource "aws_iam_role_policy" "execution" {
  name   = "start"
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.execution.json
}
