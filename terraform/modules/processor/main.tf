# The processor: tasks on Fargate behind a load balancer that forwards only what carries the secret of our distribution.

data "aws_region" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  port = 8081

  # The parts of an address in ECR; null for another registry, of which nothing can be asked here.
  ecr = try(regex("^(?P<account>[0-9]{12})\\.dkr\\.ecr\\.(?P<region>[a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/(?P<repository>[^:@]+)(?::(?P<tag>[^@]+))?(?:@(?P<digest>sha256:[0-9a-f]{64}))?$", var.image), null)

  # Whether POST /-/purge is answered.
  is_administered = nonsensitive(length(var.admin_tokens)) > 0
  invalidates     = local.is_administered && length(var.admin.distribution_ids) > 0
  purge_environment = local.invalidates ? {
    LATENT_PURGE_DISTRIBUTIONS = join(",", var.admin.distribution_ids)
    LATENT_PURGE_BY            = var.admin.purge_by
  } : {}

  cluster = var.cluster != null ? var.cluster : {
    arn  = try(aws_ecs_cluster.this[0].arn, null)
    name = try(aws_ecs_cluster.this[0].name, null)
  }

  environment = merge(
    {
      LATENT_HTTP_PORT                = tostring(local.port)
      LATENT_ORIGINALS_BUCKET         = var.originals_bucket
      LATENT_RENDITIONS_BUCKET        = var.renditions_bucket
      LATENT_S3_REGION                = local.region
      LATENT_RENDITIONS_CACHE_CONTROL = var.rendition_cache_control
    },
    var.environment,
  )
}

# ECS starts nothing without the image, and says so only in the service's events: here the plan says it. Push the image, and plan again.
data "aws_ecr_image" "push_this_image_first" {
  count = var.check_image && try(local.ecr.region, null) == local.region ? 1 : 0

  registry_id     = local.ecr.account
  repository_name = local.ecr.repository
  image_tag       = local.ecr.digest == null ? local.ecr.tag : null
  image_digest    = local.ecr.digest
}

# Both values while they are being rotated; the processor and the load balancer take either.
resource "aws_ssm_parameter" "origin_secrets" {
  name        = "/${var.name}/http-origin-secrets"
  description = "Values of X-Origin-Verify that the processor accepts"
  type        = "SecureString"
  key_id      = var.secrets_kms_key_arn
  # Sorted, because either is accepted: to send the other one changes no task.
  value = join(",", sort(var.origin_secrets))
  tags  = var.tags
}

# The edge asks for signatures first; here they are asked for again, where its function was changed or gone round.
resource "aws_ssm_parameter" "signing_secrets" {
  count = nonsensitive(length(var.signing_secrets)) == 0 ? 0 : 1

  name        = "/${var.name}/keys-signing-secrets"
  description = "Secrets by which the processor knows signed keys"
  type        = "SecureString"
  key_id      = var.secrets_kms_key_arn
  value       = join(",", var.signing_secrets)
  tags        = var.tags
}

resource "aws_ssm_parameter" "admin_tokens" {
  count = local.is_administered ? 1 : 0

  name        = "/${var.name}/admin-tokens"
  description = "Tokens that POST /-/purge asks for"
  type        = "SecureString"
  key_id      = var.secrets_kms_key_arn
  # Sorted, because either is accepted.
  value = join(",", sort(var.admin_tokens))
  tags  = var.tags
}

resource "aws_ecs_cluster" "this" {
  count = var.cluster == null ? 1 : 0

  name = var.name
  tags = var.tags

  setting {
    name  = "containerInsights"
    value = var.container_insights ? "enabled" : "disabled"
  }
}

module "task" {
  source = "../task"

  name               = var.name
  task               = "processor"
  log_group          = "processor"
  description        = "The processor: reads originals, reads and writes renditions"
  policy_name        = "store"
  policy             = module.store_policy.json
  execution_role_arn = aws_iam_role.execution.arn
  image              = var.image
  command            = ["serve"]
  architecture       = var.architecture
  cpu                = var.cpu
  memory             = var.memory
  # Longer than the slowest render and its write-back: what has been answered is also stored.
  stop_seconds   = 60
  ports          = [local.port]
  health_command = ["/latent/healthy"]
  environment    = merge(local.environment, local.purge_environment)
  secrets = merge(
    { LATENT_HTTP_ORIGIN_SECRETS = { arn = aws_ssm_parameter.origin_secrets.arn, version = tostring(aws_ssm_parameter.origin_secrets.version) } },
    local.key_secrets,
    { for parameter in aws_ssm_parameter.admin_tokens : "LATENT_ADMIN_TOKENS" => { arn = parameter.arn, version = tostring(parameter.version) } },
  )
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary
  log_retention_days   = var.log_retention_days
  tags                 = var.tags
}

locals {
  key_secrets = { for parameter in aws_ssm_parameter.signing_secrets : "LATENT_KEYS_SIGNING_SECRETS" => { arn = parameter.arn, version = tostring(parameter.version) } }
}

moved {
  from = aws_cloudwatch_log_group.this
  to   = module.task.aws_cloudwatch_log_group.this
}

moved {
  from = aws_iam_role.task
  to   = module.task.aws_iam_role.this
}

moved {
  from = aws_iam_role_policy.task
  to   = module.task.aws_iam_role_policy.this
}

moved {
  from = aws_ecs_task_definition.this
  to   = module.task.aws_ecs_task_definition.this
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
  referenced_security_group_id = local.load_balancer.security_group_id
  ip_protocol                  = "tcp"
  from_port                    = local.port
  to_port                      = local.port
  tags                         = var.tags
}

# For POST /-/purge, which asks for a token: CloudFront passes no POST on.
resource "aws_vpc_security_group_ingress_rule" "admin" {
  count = length(var.admin.security_group_ids)

  security_group_id            = aws_security_group.task.id
  description                  = "From those who may ask for a purge"
  referenced_security_group_id = var.admin.security_group_ids[count.index]
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
  # A cluster that others use too has one service of each name.
  name                               = var.cluster == null ? "processor" : "${var.name}-processor"
  cluster                            = local.cluster.arn
  task_definition                    = module.task.task_definition_arn
  launch_type                        = "FARGATE"
  desired_count                      = var.min_tasks
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = 60
  propagate_tags                     = "SERVICE"
  # Said, because providers differ: 5.100 switches it off, and 6.x leaves it to ECS. Without it, tasks that fled from a zone do not come back to it.
  availability_zone_rebalancing = "ENABLED"
  # An apply that waits ends with an error when the tasks do not start, instead of with a service that has none.
  wait_for_steady_state = var.wait_for_steady_state
  tags                  = var.tags

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
    subnets          = var.task_subnet_ids
    security_groups  = [aws_security_group.task.id]
    assign_public_ip = var.public_tasks
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
  resource_id        = "service/${local.cluster.name}/${aws_ecs_service.this.name}"
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
