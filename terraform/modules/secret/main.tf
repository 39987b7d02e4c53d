# A secret of the deployment: what was given, or one that is made once for each generation and then kept. Nothing makes it anew at the next plan.

locals {
  is_given   = nonsensitive(var.values != null)
  generation = local.is_given ? [] : var.generations
}

# Every plan asks for another value; only the first that a generation gets is ever stored.
data "aws_secretsmanager_random_password" "this" {
  for_each = toset([for number in local.generation : tostring(number)])

  password_length     = 48
  exclude_punctuation = true
}

resource "aws_ssm_parameter" "this" {
  for_each = toset([for number in local.generation : tostring(number)])

  name        = "/${var.name}/${var.purpose}/${each.key}"
  description = "Generation ${each.key}, made once. To rotate it, terraform/rotate makes the next one."
  type        = "SecureString"
  key_id      = var.kms_key_arn
  value       = data.aws_secretsmanager_random_password.this[each.key].random_password
  tags        = var.tags

  lifecycle {
    ignore_changes = [value]
  }
}
