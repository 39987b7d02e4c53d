variable "name" {
  description = "Name of the deployment, prefix of the names."
  type        = string
  nullable    = false
}

variable "task" {
  description = "What the task is: `processor` or `warm`. Name of its container, and end of the names of its definition and role."
  type        = string
  nullable    = false
}

variable "log_group" {
  description = "End of the log group's name."
  type        = string
  nullable    = false
}

variable "description" {
  description = "Description of the role."
  type        = string
  nullable    = false
}

variable "policy_name" {
  description = "Name of the role's one policy."
  type        = string
  nullable    = false
}

variable "policy" {
  description = "What the task may do, as a policy document (JSON)."
  type        = string
  nullable    = false
}

variable "execution_role_arn" {
  description = "Role that starts the task."
  type        = string
  nullable    = false
}

variable "image" {
  description = "Container image, by digest or by a tag that never moves."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(@sha256:[0-9a-f]{64}|:[A-Za-z0-9._-]+)$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must end with a tag other than latest, or with a digest: a tag that moves starts tasks of two versions side by side."
  }
}

variable "command" {
  description = "What the image is told to do."
  type        = list(string)
  nullable    = false
}

variable "architecture" {
  description = "X86_64 or ARM64. The image must hold it: an image built for both fits either."
  type        = string
  default     = "ARM64"
  nullable    = false

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture must be X86_64 or ARM64."
  }
}

variable "cpu" {
  description = "CPU units; 1024 is one core."
  type        = number
  nullable    = false

  validation {
    condition     = contains([512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be 512, 1024, 2048, 4096, 8192 or 16384."
  }
}

variable "memory" {
  description = "Memory in MiB, in steps that Fargate has for this cpu. Java takes a quarter of it, the render workers half of what is there."
  type        = number
  nullable    = false

  validation {
    condition = contains(lookup({
      512   = [1024, 2048, 3072, 4096]
      1024  = [for gibibytes in range(2, 9) : gibibytes * 1024]
      2048  = [for gibibytes in range(4, 17) : gibibytes * 1024]
      4096  = [for gibibytes in range(8, 31) : gibibytes * 1024]
      8192  = [for gibibytes in range(16, 61, 4) : gibibytes * 1024]
      16384 = [for gibibytes in range(32, 121, 8) : gibibytes * 1024]
    }, var.cpu, []), var.memory)
    error_message = "Fargate has no task with this cpu and memory. In MiB it has: 512 with 1024 to 4096, 1024 with 2048 to 8192, 2048 with 4096 to 16384 and 4096 with 8192 to 30720, each in steps of 1024; 8192 with 16384 to 61440 in steps of 4096; 16384 with 32768 to 122880 in steps of 8192."
  }
}

variable "stop_seconds" {
  description = "Time between the request to stop and the end: longer than what is in hand takes. Fargate grants 120 at most."
  type        = number
  nullable    = false

  validation {
    condition     = var.stop_seconds >= 30 && var.stop_seconds <= 120
    error_message = "stop_seconds must be from 30 to 120: Fargate grants no more, and a write-back drains for 10."
  }
}

variable "ports" {
  description = "Ports that the container listens on."
  type        = list(number)
  default     = []
  nullable    = false
}

variable "health_command" {
  description = "Program in the image by which ECS asks whether the container is well; empty for none."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "environment" {
  description = "Settings by their environment names."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "secrets" {
  description = "Settings that are secrets, by their environment names: parameters that the execution role may read, and their versions."
  type = map(object({
    arn     = string
    version = string
  }))
  default  = {}
  nullable = false
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

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a number that CloudWatch has: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
