# One kind of task on Fargate: its definition, its log group and the role it runs in. The processor and the warm workers are each one.

data "aws_region" "this" {}

data "aws_caller_identity" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  writes = "/tmp"
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/${var.name}/${var.log_group}"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

data "aws_iam_policy_document" "assume" {
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

resource "aws_iam_role" "this" {
  name                 = "${var.name}-${var.task}-${local.region}"
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

resource "aws_ecs_task_definition" "this" {
  family                   = "${var.name}-${var.task}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = var.execution_role_arn
  task_role_arn            = aws_iam_role.this.arn
  # A revision that was replaced stays, or a rollback has nothing to go back to. Revisions cost nothing.
  skip_destroy = true
  tags         = var.tags

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  # The root is read-only; Java and the render workers write here and nowhere else.
  volume {
    name = "writable"
  }

  container_definitions = jsonencode([
    merge(
      {
        name      = var.task
        image     = var.image
        command   = var.command
        essential = true
        # Said for the container too: Java and the render budget read the container's bound, and the task's alone is none.
        memory                 = var.memory
        user                   = "10001:10001"
        readonlyRootFilesystem = true
        stopTimeout            = var.stop_seconds
        portMappings           = [for port in var.ports : { containerPort = port, hostPort = port, protocol = "tcp" }]
        mountPoints            = [{ sourceVolume = "writable", containerPath = local.writes, readOnly = false }]
        environment            = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
        secrets                = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name].arn }]
        # ECS reads a secret when a task starts: the version makes a changed secret a new revision, so new tasks.
        dockerLabels    = { for name, secret in var.secrets : "latent.${name}-version" => secret.version }
        linuxParameters = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
        logConfiguration = {
          logDriver = "awslogs"
          options = {
            awslogs-group         = aws_cloudwatch_log_group.this.name
            awslogs-region        = local.region
            awslogs-stream-prefix = var.task
          }
        }
      },
      # The image's own HEALTHCHECK; ECS does not read it from there.
      length(var.health_command) == 0 ? {} : {
        healthCheck = { command = concat(["CMD"], var.health_command), interval = 30, timeout = 5, retries = 3, startPeriod = 30 }
      },
    )
  ])
}
