# The processor: tasks on Fargate behind a load balancer that forwards only what carries the secret of our distribution.

data "aws_region" "this" {}

locals {
  port = 8081

  environment = merge(
    {
      LATENT_HTTP_PORT                = tostring(local.port)
      LATENT_ORIGINALS_BUCKET         = var.originals_bucket
      LATENT_RENDITIONS_BUCKET        = var.renditions_bucket
      LATENT_S3_REGION                = data.aws_region.this.id
      LATENT_RENDITIONS_CACHE_CONTROL = var.rendition_cache_control
    },
    var.environment,
  )
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/${var.name}/processor"
  retention_in_days = var.log_retention_days
  tags              = var.tags
}

# Both values while they are being rotated; the processor and the load balancer take either.
resource "aws_ssm_parameter" "origin_secrets" {
  name        = "/${var.name}/http-origin-secrets"
  description = "Values of X-Origin-Verify that the processor accepts"
  type        = "SecureString"
  value       = join(",", var.origin_secrets)
  tags        = var.tags
}

# The edge asks for signatures first; here they are asked for again, where its function was changed or gone round.
resource "aws_ssm_parameter" "signing_secrets" {
  count = nonsensitive(length(var.signing_secrets)) == 0 ? 0 : 1

  name        = "/${var.name}/keys-signing-secrets"
  description = "Secrets by which the processor knows signed keys"
  type        = "SecureString"
  value       = join(",", var.signing_secrets)
  tags        = var.tags
}

resource "aws_ecs_cluster" "this" {
  name = var.name
  tags = var.tags

  setting {
    name  = "containerInsights"
    value = var.container_insights ? "enabled" : "disabled"
  }
}

resource "aws_ecs_task_definition" "this" {
  family                   = "${var.name}-processor"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  tags                     = var.tags

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  # The root is read-only; Java and the render workers write here and nowhere else.
  volume {
    name = "tmp"
  }

  container_definitions = jsonencode([
    {
      name                   = "processor"
      image                  = var.image
      command                = ["serve"]
      essential              = true
      user                   = "10001:10001"
      readonlyRootFilesystem = true
      # Longer than the slowest render and its write-back: what has been answered is also stored.
      stopTimeout  = 60
      portMappings = [{ containerPort = local.port, hostPort = local.port, protocol = "tcp" }]
      mountPoints  = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
      environment  = [for name in sort(keys(local.environment)) : { name = name, value = local.environment[name] }]
      secrets = concat(
        [{ name = "LATENT_HTTP_ORIGIN_SECRETS", valueFrom = aws_ssm_parameter.origin_secrets.arn }],
        [for parameter in aws_ssm_parameter.signing_secrets : { name = "LATENT_KEYS_SIGNING_SECRETS", valueFrom = parameter.arn }],
      )
      # ECS reads a secret when a task starts: the version makes a changed secret a new revision, so new tasks.
      dockerLabels = merge(
        { "latent.origin-secrets-version" = tostring(aws_ssm_parameter.origin_secrets.version) },
        { for parameter in aws_ssm_parameter.signing_secrets : "latent.signing-secrets-version" => tostring(parameter.version) },
      )
      linuxParameters = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
      # The image's own HEALTHCHECK; ECS does not read it from there.
      healthCheck = { command = ["CMD", "/latent/healthy"], interval = 30, timeout = 5, retries = 3, startPeriod = 30 }
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.this.name
          awslogs-region        = data.aws_region.this.id
          awslogs-stream-prefix = "processor"
        }
      }
    }
  ])
}

resource "aws_security_group" "task" {
  name_prefix = "${var.name}-processor-"
  description = "The processor's tasks"
  vpc_id      = var.vpc_id
  tags        = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "task" {
  security_group_id            = aws_security_group.task.id
  description                  = "From the load balancer"
  referenced_security_group_id = aws_security_group.load_balancer.id
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "task" {
  security_group_id = aws_security_group.task.id
  description       = "S3, the image, logs: all over TLS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  tags              = var.tags
}

resource "aws_ecs_service" "this" {
  name                               = "processor"
  cluster                            = aws_ecs_cluster.this.id
  task_definition                    = aws_ecs_task_definition.this.arn
  launch_type                        = "FARGATE"
  desired_count                      = var.min_tasks
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  propagate_tags                     = "SERVICE"
  tags                               = var.tags

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.this.arn
    container_name   = "processor"
    container_port   = local.port
  }

  network_configuration {
    subnets         = var.private_subnet_ids
    security_groups = [aws_security_group.task.id]
  }

  # The autoscaling below changes it all day.
  lifecycle {
    ignore_changes = [desired_count]
  }

  # ECS refuses a target group that no listener knows.
  depends_on = [aws_lb_listener_rule.verified]
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${aws_ecs_cluster.this.name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = var.min_tasks
  max_capacity       = var.max_tasks
  tags               = var.tags
}

# Out fast, in slowly: a render takes a whole core, and a burst of misses is over in minutes.
resource "aws_appautoscaling_policy" "cpu" {
  name               = "${var.name}-processor-cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = var.target_cpu_percent
    scale_out_cooldown = 30
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
