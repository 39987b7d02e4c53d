variable "name" {
  description = "Prefix of the queues' names."
  type        = string
  nullable    = false
}

variable "originals_bucket" {
  description = "Name of the originals bucket."
  type        = string
  nullable    = false
}

variable "originals_arn" {
  description = "ARN of the originals bucket, the only sender."
  type        = string
  nullable    = false
}

variable "told_by" {
  description = "`notification`: the bucket tells the queue, by the one notification configuration that a bucket has. `eventbridge`: EventBridge does, for a bucket whose notifications are somebody else's; the bucket must send its events there."
  type        = string
  default     = "notification"
  nullable    = false

  validation {
    condition     = contains(["notification", "eventbridge"], var.told_by)
    error_message = "told_by must be notification or eventbridge."
  }
}

variable "visibility_timeout_seconds" {
  description = "How long a worker has for one message: a whole ladder of one original."
  type        = number
  default     = 300
  nullable    = false

  validation {
    condition     = var.visibility_timeout_seconds >= 30 && var.visibility_timeout_seconds <= 43200
    error_message = "visibility_timeout_seconds must be from 30 to 43200."
  }
}

variable "max_receives" {
  description = "A message received this often without success goes to the dead-letter queue."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.max_receives >= 1 && var.max_receives <= 1000
    error_message = "max_receives must be from 1 to 1000."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
