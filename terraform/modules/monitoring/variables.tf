variable "name" {
  description = "Prefix of the alarms and name of the dashboard."
  type        = string
  nullable    = false
}

variable "load_balancer_arn_suffix" {
  description = "The processor's load balancer; null where it is a function."
  type        = string
  default     = null
}

variable "target_group_arn_suffix" {
  description = "The processor's target group; null where it is a function."
  type        = string
  default     = null
}

variable "cluster_name" {
  description = "The processor's cluster; null where it is a function."
  type        = string
  default     = null
}

variable "service_name" {
  description = "The processor's service; null where it is a function."
  type        = string
  default     = null
}

variable "function_name" {
  description = "The processor's function; null where it is tasks."
  type        = string
  default     = null

  validation {
    condition     = (var.function_name == null) != (var.load_balancer_arn_suffix == null)
    error_message = "Give function_name, or the load balancer, target group, cluster and service of tasks."
  }
}

variable "log_group_name" {
  description = "The processor's log group, in which failed write-backs are counted."
  type        = string
  nullable    = false
}

variable "queue_name" {
  description = "Queue of changed originals, or null."
  type        = string
  default     = null
}

variable "dead_letter_queue_name" {
  description = "Its dead-letter queue, or null."
  type        = string
  default     = null
}

variable "alarm_topic_arns" {
  description = "SNS topics that are told when an alarm begins and ends."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "faults_per_five_minutes" {
  description = "Faults in five minutes that raise the alarm."
  type        = number
  default     = 10
  nullable    = false
}

variable "refusals_per_five_minutes" {
  description = "Requests that the load balancer, or Lambda, refuses in five minutes, which raise the alarm: CloudFront's addresses are shared by all its customers, so a few are no fault."
  type        = number
  default     = 100
  nullable    = false
}

variable "slow_seconds" {
  description = "The slowest one in a hundred requests may take this long."
  type        = number
  default     = 10
  nullable    = false
}

variable "queue_age_seconds" {
  description = "A changed original may wait this long for a worker."
  type        = number
  default     = 900
  nullable    = false
}

variable "budget" {
  description = "Mail these people at 80 percent of this monthly bill, and when 100 percent is forecast. With `tag`, which must be activated for billing, only what carries it counts."
  type = object({
    monthly_usd = number
    emails      = list(string)
    tag         = optional(object({ key = string, value = string }))
  })
  default = null

  validation {
    condition     = var.budget == null || try(var.budget.monthly_usd > 0 && length(var.budget.emails) > 0, false)
    error_message = "budget needs a monthly_usd above 0 and at least one address in emails."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
