variable "name" {
  description = "Name of the deployment, prefix of the deliveries' names."
  type        = string
  nullable    = false
}

variable "bucket" {
  description = "Name of the bucket. It must begin with aws-waf-logs-, or the firewall writes nothing to it."
  type        = string
  nullable    = false

  validation {
    condition     = startswith(var.bucket, "aws-waf-logs-")
    error_message = "The bucket of access logs must have a name that begins with aws-waf-logs-: the firewall writes to no other."
  }
}

variable "retention_days" {
  description = "Days that logs are kept. They hold visitors' addresses."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = var.retention_days >= 1
    error_message = "retention_days must be at least 1."
  }
}

variable "distribution_arns" {
  description = "Distributions whose requests are logged, by a name for each."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "firewall" {
  description = "Firewall whose decisions are logged, or null."
  type        = object({ arn = string })
  default     = null
}

variable "force_destroy" {
  description = "Delete the logs with the bucket."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
