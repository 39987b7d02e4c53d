variable "name" {
  description = "Name of the deployment, prefix of the names."
  type        = string
  nullable    = false
}

variable "function" {
  description = "What the function is: `processor` or `warm`. End of the names of the function, its role and its log group."
  type        = string
  nullable    = false
}

variable "description" {
  description = "Description of the function and its role."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Container image in ECR, in this Region, of one architecture alone: Lambda takes no image of several."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[^:@]+(:[^@]+|@sha256:[0-9a-f]{64})$", var.image))
    error_message = "image must be in ECR, with a tag or a digest: Lambda takes a function's image from nowhere else."
  }
}

variable "check_image" {
  description = "Ask at plan time whether the image is there."
  type        = bool
  default     = true
  nullable    = false
}

variable "architecture" {
  description = "X86_64 or ARM64: that of the image."
  type        = string
  default     = "ARM64"
  nullable    = false

  validation {
    condition     = contains(["ARM64", "X86_64"], var.architecture)
    error_message = "architecture must be ARM64 or X86_64."
  }
}

variable "command" {
  description = "What the image is told to do."
  type        = list(string)
  nullable    = false
}

variable "memory" {
  description = "Memory in MB. Lambda gives one core with 1769 MB, and more or less of one in proportion."
  type        = number
  default     = 2048
  nullable    = false

  validation {
    condition     = var.memory >= 1024 && var.memory <= 10240
    error_message = "memory must be from 1024 to 10240: with less, Java, a render worker and one picture do not fit; more there is not."
  }
}

variable "timeout_seconds" {
  description = "Seconds after which Lambda ends an invocation, and the process with it."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 60 && var.timeout_seconds <= 900
    error_message = "timeout_seconds must be from 60 to 900: a large original takes seconds, and Lambda grants no more than 900."
  }
}

variable "reserved_concurrency" {
  description = "Most requests at one time, each in a process of its own: the bound of what a flood of misses can cost. Null reserves none, and the account's quota is the bound."
  type        = number
  default     = null

  validation {
    condition     = coalesce(var.reserved_concurrency, 1) >= 1
    error_message = "reserved_concurrency must be at least 1: with 0 nobody makes renditions."
  }
}

variable "environment" {
  description = "Settings by their environment names."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secret_environment" {
  description = "The same for settings that are secrets: Lambda encrypts them where it keeps them, and who may read the function's configuration reads them."
  type        = map(string)
  default     = {}
  nullable    = false
  sensitive   = true
}

variable "secrets_kms_key_arn" {
  description = "Key that encrypts the environment, or null for Lambda's own."
  type        = string
  default     = null
}

variable "policy" {
  description = "What the function may do, as a policy document (JSON)."
  type        = string
  nullable    = false
}

variable "policy_name" {
  description = "Name of that policy."
  type        = string
  nullable    = false
}

variable "called_by_cloudfront" {
  description = "Give the function a URL, which CloudFront alone may ask, by its signature."
  type        = bool
  default     = false
  nullable    = false
}

variable "distribution_hosts" {
  description = "Names of the distributions that ask, as distribution_arns has them: known before the first apply, as the ARNs are not."
  type        = set(string)
  default     = []
  nullable    = false
}

variable "distribution_arns" {
  description = "ARNs of the distributions that ask, by name."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "queue" {
  description = "Queue that the function works off, and by how many at one time; null for none."
  type        = object({ arn = string, max_concurrency = number })
  default     = null

  validation {
    condition     = try(var.queue.max_concurrency >= 2 && var.queue.max_concurrency <= 1000, true)
    error_message = "queue.max_concurrency must be from 2 to 1000: Lambda bounds a queue's functions by no less."
  }
}

variable "role_path" {
  description = "Path of the role."
  type        = string
  default     = "/"
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of a policy that bounds the role, or null."
  type        = string
  default     = null
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
