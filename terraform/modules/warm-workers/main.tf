# Workers that make renditions before anyone asks and purge those of changed originals. As many as the queue is deep, none when it is empty.

# More than the processor may: a purge deletes, in S3 and at CloudFront. That is why workers have a role of their own.
module "store_policy" {
  source = "../store-policy"

  originals_arn          = var.originals_arn
  originals_kms_key_arn  = var.originals_kms_key_arn
  renditions_arn         = var.renditions_arn
  renditions_kms_key_arn = var.renditions_kms_key_arn
  key_prefix             = var.key_prefix
  queue                  = { arn = var.queue_arn, read_by_lambda = false }
  invalidates            = var.invalidates
  distribution_arns      = var.distribution_arns
}

module "task" {
  source = "../task"

  name                 = var.name
  task                 = "warm"
  log_group            = "warm-workers"
  description          = "Warm workers: the processor's store, purge, and the queue"
  policy_name          = "warm-and-purge"
  policy               = module.store_policy.json
  execution_role_arn   = var.execution_role_arn
  image                = var.image
  command              = var.command
  architecture         = var.architecture
  cpu                  = var.cpu
  memory               = var.memory
  stop_seconds         = 120
  environment          = merge(var.environment, { LATENT_WARM_QUEUE = var.queue_url })
  secrets              = var.secrets
  role_path            = var.role_path
  permissions_boundary = var.permissions_boundary
  log_retention_days   = var.log_retention_days
  tags                 = var.tags
}

moved {
  from = aws_cloudwatch_log_group.this
  to   = module.task.aws_cloudwatch_log_group.this
}

moved {
  from = aws_iam_role.this
  to   = module.task.aws_iam_role.this
}

moved {
  from = aws_iam_role_policy.this
  to   = module.task.aws_iam_role_policy.this
}

moved {
  from = aws_ecs_task_definition.this
  to   = module.task.aws_ecs_task_definition.this
}

# An interrupted worker loses nothing: its message comes back. So these may run on spare capacity. A cluster that was there already keeps its own list.
resource "aws_ecs_cluster_capacity_providers" "this" {
  count = var.owns_cluster ? 1 : 0

  cluster_name       = var.cluster_name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_ecs_service" "this" {
  # A cluster that others use too has one service of each name.
  name            = var.owns_cluster ? "warm" : "${var.name}-warm"
  cluster         = var.cluster_arn
  task_definition = module.task.task_definition_arn
  desired_count   = 0
  propagate_tags  = "SERVICE"
  tags            = var.tags
  # Said, because providers differ: 5.100 switches it off, and 6.x leaves it to ECS. A worker that is moved makes its batch again.
  availability_zone_rebalancing = "DISABLED"

  capacity_provider_strategy {
    capacity_provider = var.spot ? "FARGATE_SPOT" : "FARGATE"
    weight            = 1
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.task_subnet_ids
    security_groups  = [var.security_group_id]
    assign_public_ip = var.public_tasks
  }

  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [aws_ecs_cluster_capacity_providers.this]
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster_name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 0
  max_capacity       = var.max_workers
  tags               = var.tags
}

# Steps and not a target: a target divides by the number of workers, which is 0 at night.
resource "aws_appautoscaling_policy" "out" {
  name               = "${var.name}-warm-out"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  step_scaling_policy_configuration {
    adjustment_type         = "ExactCapacity"
    cooldown                = 60
    metric_aggregation_type = "Maximum"

    dynamic "step_adjustment" {
      for_each = local.steps

      content {
        metric_interval_lower_bound = step_adjustment.value.from - 1
        metric_interval_upper_bound = step_adjustment.value.to == null ? null : step_adjustment.value.to - 1
        scaling_adjustment          = step_adjustment.value.workers
      }
    }
  }
}

locals {
  # Bounds are messages waiting; a policy counts from its alarm's threshold, which is 1.
  steps = [
    { from = 1, to = var.messages_per_worker, workers = 1 },
    { from = var.messages_per_worker, to = 10 * var.messages_per_worker, workers = ceil(var.max_workers / 4) },
    { from = 10 * var.messages_per_worker, to = null, workers = var.max_workers },
  ]
}

resource "aws_cloudwatch_metric_alarm" "waiting" {
  alarm_name          = "${var.name}-warm-messages-waiting"
  alarm_description   = "Changed originals wait: start workers"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = var.queue_name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_appautoscaling_policy.out.arn]
  tags                = var.tags
}

resource "aws_appautoscaling_policy" "in" {
  name               = "${var.name}-warm-in"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  step_scaling_policy_configuration {
    adjustment_type         = "ExactCapacity"
    cooldown                = 60
    metric_aggregation_type = "Maximum"

    step_adjustment {
      metric_interval_upper_bound = 0
      scaling_adjustment          = 0
    }
  }
}

# Waiting and in work: the last message of a queue is invisible while its worker is still busy.
resource "aws_cloudwatch_metric_alarm" "done" {
  alarm_name          = "${var.name}-warm-queue-done"
  alarm_description   = "Nothing waits and nothing is in work: stop the workers"
  evaluation_periods  = 5
  comparison_operator = "LessThanOrEqualToThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_appautoscaling_policy.in.arn]
  tags                = var.tags

  metric_query {
    id          = "left"
    expression  = "waiting + busy"
    label       = "waiting and in work"
    return_data = true
  }

  metric_query {
    id = "waiting"

    metric {
      namespace   = "AWS/SQS"
      metric_name = "ApproximateNumberOfMessagesVisible"
      dimensions  = { QueueName = var.queue_name }
      stat        = "Maximum"
      period      = 60
    }
  }

  metric_query {
    id = "busy"

    metric {
      namespace   = "AWS/SQS"
      metric_name = "ApproximateNumberOfMessagesNotVisible"
      dimensions  = { QueueName = var.queue_name }
      stat        = "Maximum"
      period      = 60
    }
  }
}
