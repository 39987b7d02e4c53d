variable "name" {
  description = "Prefix of the names."
  type        = string
  nullable    = false
}

variable "cluster_arn" {
  description = "Cluster to run in: the processor's."
  type        = string
  nullable    = false
}

variable "cluster_name" {
  description = "Name of that cluster."
  type        = string
  nullable    = false
}

variable "execution_role_arn" {
  description = "Role that starts the tasks."
  type        = string
  nullable    = false
}

variable "owns_cluster" {
  description = "Set the cluster's capacity providers; false for a cluster of somebody else's, which must have FARGATE, and FARGATE_SPOT with spot."
  type        = bool
  default     = true
  nullable    = false
}

variable "task_subnet_ids" {
  description = "Subnets of the tasks."
  type        = list(string)
  nullable    = false
}

variable "public_tasks" {
  description = "Give each task a public address, for tasks in public subnets."
  type        = bool
  default     = false
  nullable    = false
}

variable "security_group_id" {
  description = "Security group of the tasks."
  type        = string
  nullable    = false
}

variable "queue_url" {
  description = "URL of the queue of changed originals."
  type        = string
  nullable    = false
}

variable "queue_arn" {
  description = "ARN of that queue."
  type        = string
  nullable    = false
}

variable "queue_name" {
  description = "Name of that queue."
  type        = string
  nullable    = false
}

variable "originals_arn" {
  description = "ARN of the originals bucket."
  type        = string
  nullable    = false
}

variable "originals_kms_key_arn" {
  description = "Key that the originals are encrypted with, or null for S3's own."
  type        = string
  default     = null
}

variable "renditions_kms_key_arn" {
  description = "Key that the renditions are encrypted with, or null for S3's own."
  type        = string
  default     = null
}

variable "renditions_arn" {
  description = "ARN of the renditions bucket."
  type        = string
  nullable    = false
}

variable "key_prefix" {
  description = "Workers may write and purge renditions under this prefix only; empty means everywhere in the bucket."
  type        = string
  default     = ""
  nullable    = false
}

variable "invalidates" {
  description = "Let workers invalidate at the distributions of distribution_arns. A flag of its own, because the ARNs are not known before the first apply."
  type        = bool
  default     = false
  nullable    = false
}

variable "distribution_arns" {
  description = "Distributions that a purge invalidates."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "image" {
  description = "Container image of the processor."
  type        = string
  nullable    = false
}

variable "command" {
  description = "What the image is told to do."
  type        = list(string)
  default     = ["warm"]
  nullable    = false
}

variable "environment" {
  description = "Settings by their environment names; LATENT_WARM_QUEUE is added."
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

variable "architecture" {
  description = "X86_64 or ARM64."
  type        = string
  default     = "ARM64"
  nullable    = false
}

variable "cpu" {
  description = "CPU units of a worker; 1024 is one core."
  type        = number
  default     = 2048
  nullable    = false
}

variable "memory" {
  description = "Memory of a worker in MiB."
  type        = number
  default     = 4096
  nullable    = false
}

variable "max_workers" {
  description = "Most workers at a time."
  type        = number
  default     = 4
  nullable    = false

  validation {
    condition     = var.max_workers >= 1
    error_message = "max_workers must be at least 1."
  }
}

variable "messages_per_worker" {
  description = "With fewer messages waiting there is one worker, with ten times as many all of them, a quarter between."
  type        = number
  default     = 100
  nullable    = false

  validation {
    condition     = var.messages_per_worker >= 2
    error_message = "messages_per_worker must be at least 2: with 1 the first step of the scaling would begin where it ends, and CloudWatch refuses that."
  }
}

variable "spot" {
  description = "Run on spare capacity, at a third of the price and with interruptions."
  type        = bool
  default     = true
  nullable    = false
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
