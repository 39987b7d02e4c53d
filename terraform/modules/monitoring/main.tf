# What wakes someone, what shows the state, and what bounds the bill.

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")

  load_balancer = { LoadBalancer = var.load_balancer_arn_suffix }
  targets       = { LoadBalancer = var.load_balancer_arn_suffix, TargetGroup = var.target_group_arn_suffix }
  function      = { FunctionName = var.function_name }
  service       = { ClusterName = var.cluster_name, ServiceName = var.service_name }

  of_tasks = var.function_name != null ? {} : {
    faults = {
      description = "The processor answers with faults: visitors see broken pictures"
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = local.targets
      statistic   = "Sum", threshold = var.faults_per_five_minutes, periods = 1
    }
    unreachable = {
      description = "The load balancer itself answers 5xx: no task took the request"
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", dimensions = local.load_balancer
      statistic   = "Sum", threshold = var.faults_per_five_minutes, periods = 1
    }
    slow = {
      description = "One render in a hundred takes longer than a visitor waits"
      namespace   = "AWS/ApplicationELB", metric = "TargetResponseTime", dimensions = local.targets
      statistic   = "p99", threshold = var.slow_seconds, periods = 3
    }
    unhealthy = {
      description = "Tasks do not answer their health check"
      namespace   = "AWS/ApplicationELB", metric = "UnHealthyHostCount", dimensions = local.targets
      statistic   = "Maximum", threshold = 1, periods = 2
    }
    memory = {
      description = "Tasks are close to being killed for memory"
      namespace   = "AWS/ECS", metric = "MemoryUtilization", dimensions = local.service
      statistic   = "Maximum", threshold = 90, periods = 2
    }
    cpu = {
      description = "All tasks are busy although there are as many as allowed, or the autoscaling does not follow"
      namespace   = "AWS/ECS", metric = "CPUUtilization", dimensions = local.service
      statistic   = "Average", threshold = 90, periods = 3
    }
    turned-away = {
      description = "The load balancer refuses: the distribution sends another secret than it accepts, and no rendition is made"
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_ELB_4XX_Count", dimensions = local.load_balancer
      statistic   = "Sum", threshold = var.refusals_per_five_minutes, periods = 2
    }
  }

  # A function that is busy is seen by what Lambda refuses: it has no queue of requests and no CPU to watch.
  of_function = var.function_name == null ? {} : {
    faults = {
      description = "Invocations fail: out of memory, out of time, or without a program that starts"
      namespace   = "AWS/Lambda", metric = "Errors", dimensions = local.function
      statistic   = "Sum", threshold = var.faults_per_five_minutes, periods = 1
    }
    unreachable = {
      description = "Visitors get faults by the function's URL: broken pictures"
      namespace   = "AWS/Lambda", metric = "Url5xxCount", dimensions = local.function
      statistic   = "Sum", threshold = var.faults_per_five_minutes, periods = 1
    }
    turned-away = {
      description = "As many renditions are made at one time as may be, and further ones are refused: a flood of misses, or too little concurrency"
      namespace   = "AWS/Lambda", metric = "Throttles", dimensions = local.function
      statistic   = "Sum", threshold = var.refusals_per_five_minutes, periods = 2
    }
    slow = {
      description = "One render in a hundred takes longer than a visitor waits"
      namespace   = "AWS/Lambda", metric = "Duration", dimensions = local.function
      statistic   = "p99", threshold = 1000 * var.slow_seconds, periods = 3
    }
  }

  alarms = merge(
    local.of_tasks,
    local.of_function,
    {
      for name, filter in local.filters : name => {
        description = filter.description
        namespace   = local.log_namespace, metric = name, dimensions = {}
        statistic   = "Sum", threshold = filter.threshold, periods = 1
      }
    },
    var.queue_name == null ? {} : {
      lagging = {
        description = "Changed originals wait: visitors may see former renditions"
        namespace   = "AWS/SQS", metric = "ApproximateAgeOfOldestMessage", dimensions = { QueueName = var.queue_name }
        statistic   = "Maximum", threshold = var.queue_age_seconds, periods = 2
      }
      dead-letters = {
        description = "A change of an original could not be worked off"
        namespace   = "AWS/SQS", metric = "ApproximateNumberOfMessagesVisible", dimensions = { QueueName = var.dead_letter_queue_name }
        statistic   = "Maximum", threshold = 1, periods = 1
      }
    },
  )
}

# What no metric of AWS's shows: visitors are answered, and nothing is stored.
locals {
  log_namespace = "Latent/${var.name}"

  filters = {
    write-back-failed = {
      description = "Renditions are answered and cannot be stored: each visitor has them made anew"
      pattern     = "\"write-back of\"", threshold = var.faults_per_five_minutes
    }
    write-back-dropped = {
      description = "More renditions wait to be stored than memory is set aside for, and further ones are let go"
      pattern     = "\"Renditions were not kept for S3\"", threshold = 1
    }
  }
}

resource "aws_cloudwatch_log_metric_filter" "this" {
  for_each = local.filters

  name           = "${var.name}-${each.key}"
  log_group_name = var.log_group_name
  pattern        = each.value.pattern

  metric_transformation {
    namespace     = local.log_namespace
    name          = each.key
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  period              = 300
  evaluation_periods  = each.value.periods
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanOrEqualToThreshold"
  # No requests, no metric: a quiet night is not a fault.
  treat_missing_data = "notBreaching"
  alarm_actions      = var.alarm_topic_arns
  ok_actions         = var.alarm_topic_arns
  tags               = var.tags

  lifecycle {
    precondition {
      condition     = alltrue([for arn in var.alarm_topic_arns : try(split(":", arn)[3], "") == local.region])
      error_message = "alarm_topic_arns must be of ${local.region}: an alarm tells topics of its own Region only."
    }
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = [
      for index, widget in concat(
        [for widget in [
          {
            title = "Renditions that were made or refused"
            metrics = [
              ["AWS/Lambda", "Invocations", "FunctionName", var.function_name, { stat = "Sum" }],
              [".", "Errors", ".", ".", { stat = "Sum" }],
              [".", "Throttles", ".", ".", { stat = "Sum" }],
            ]
          },
          {
            title = "Time to a rendition of the function"
            metrics = [
              ["AWS/Lambda", "Duration", "FunctionName", var.function_name, { stat = "p50" }],
              ["...", { stat = "p95" }],
              ["...", { stat = "p99" }],
            ]
          },
        ] : widget if var.function_name != null],
        [for widget in [
          {
            title = "Requests that reached the processor"
            metrics = [
              ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.load_balancer_arn_suffix, { stat = "Sum" }],
              [".", "HTTPCode_Target_4XX_Count", ".", ".", { stat = "Sum" }],
              [".", "HTTPCode_Target_5XX_Count", ".", ".", { stat = "Sum" }],
            ]
          },
          {
            title = "Time to a rendition"
            metrics = [
              ["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.load_balancer_arn_suffix, { stat = "p50" }],
              ["...", { stat = "p95" }],
              ["...", { stat = "p99" }],
            ]
          },
          {
            title = "Tasks"
            metrics = [
              ["AWS/ECS", "CPUUtilization", "ClusterName", var.cluster_name, "ServiceName", var.service_name, { stat = "Average" }],
              [".", "MemoryUtilization", ".", ".", ".", ".", { stat = "Maximum" }],
            ]
          },
        ] : widget if var.function_name == null],
        var.queue_name == null ? [] : [
          {
            title = "Changed originals"
            metrics = [
              ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", var.queue_name, { stat = "Maximum" }],
              [".", "ApproximateAgeOfOldestMessage", ".", ".", { stat = "Maximum" }],
              [".", "ApproximateNumberOfMessagesVisible", ".", var.dead_letter_queue_name, { stat = "Maximum" }],
            ]
          },
        ],
        ) : {
        type = "metric", width = 12, height = 6, x = 12 * (index % 2), y = 6 * floor(index / 2)
        properties = {
          title = widget.title, metrics = widget.metrics, region = local.region, view = "timeSeries", period = 300
        }
      }
    ]
  })
}

data "aws_region" "this" {}

# The whole account's bill, unless its tags are activated for billing; a bill is known hours late, so this informs and does not stop.
resource "aws_budgets_budget" "this" {
  count = var.budget == null ? 0 : 1

  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.budget.monthly_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  tags         = var.tags

  dynamic "cost_filter" {
    for_each = var.budget.tag == null ? [] : [var.budget.tag]

    content {
      name = "TagKeyValue"
      # A dollar between them; two dollars before a brace would be Terraform's own escape.
      values = [format("user:%s$%s", cost_filter.value.key, cost_filter.value.value)]
    }
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = var.budget.emails
  }

  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = var.budget.emails
  }
}
