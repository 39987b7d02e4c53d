variable "name" {
  description = "Prefix of the names; a load balancer's name holds 32 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 22 characters of a-z, 0-9 and -, begin with a letter and not end with -."
  }
}

variable "vpc_id" {
  description = "Network of the load balancer and the tasks."
  type        = string
  nullable    = false
}

variable "public_subnet_ids" {
  description = "Subnets of the load balancer; unused with a VPC origin."
  type        = list(string)
  nullable    = false
}

variable "private_subnet_ids" {
  description = "Subnets of the tasks, and of the load balancer with a VPC origin."
  type        = list(string)
  nullable    = false
}

variable "exposure" {
  description = "`prefix-list`: a public load balancer that takes only CloudFront's addresses. `vpc-origin`: an internal one that CloudFront reaches inside the network."
  type        = string
  default     = "prefix-list"
  nullable    = false

  validation {
    condition     = contains(["prefix-list", "vpc-origin"], var.exposure)
    error_message = "exposure must be prefix-list or vpc-origin."
  }
}

variable "certificate_arn" {
  description = "Certificate for the origin host, in this Region."
  type        = string
  nullable    = false
}

variable "origin_secrets" {
  description = "Values of X-Origin-Verify that are accepted: one, or two while they are being rotated. The first is what the distribution sends."
  type        = list(string)
  nullable    = false
  sensitive   = true

  validation {
    condition     = length(var.origin_secrets) >= 1 && length(var.origin_secrets) <= 2
    error_message = "origin_secrets must hold one value, or two while they are being rotated."
  }

  validation {
    condition     = alltrue([for secret in var.origin_secrets : can(regex("^[A-Za-z0-9_-]{20,128}$", secret))])
    error_message = "Each of origin_secrets must be 20 to 128 characters of A-Z, a-z, 0-9, _ and -: a load balancer reads * and ? as wildcards."
  }
}

variable "signing_secrets" {
  description = "Refuse keys without a signature made with one of these: one secret, or two while they are being rotated. Empty asks for none."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true

  validation {
    condition     = length(var.signing_secrets) <= 2 && alltrue([for secret in var.signing_secrets : can(regex("^[A-Za-z0-9+/=_-]{20,128}$", secret))])
    error_message = "signing_secrets must hold at most two values, each 20 to 128 characters of A-Z, a-z, 0-9, +, /, =, _ and -: a comma would be two secrets to the processor."
  }
}

variable "originals_bucket" {
  description = "Name of the originals bucket."
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

variable "renditions_bucket" {
  description = "Name of the renditions bucket."
  type        = string
  nullable    = false
}

variable "renditions_arn" {
  description = "ARN of the renditions bucket."
  type        = string
  nullable    = false
}

variable "key_prefix" {
  description = "The processor may write renditions under this prefix only; empty means everywhere in the bucket."
  type        = string
  default     = ""
  nullable    = false
}

variable "image" {
  description = "Container image of the processor, by digest or by a tag that never moves."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("(@sha256:[0-9a-f]{64}|:[A-Za-z0-9._-]+)$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must end with a tag other than latest, or with a digest: a tag that moves starts tasks of two versions side by side."
  }
}

variable "architecture" {
  description = "X86_64 or ARM64."
  type        = string
  default     = "ARM64"
  nullable    = false

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture must be X86_64 or ARM64."
  }
}

variable "cpu" {
  description = "CPU units of a task; 1024 is one core."
  type        = number
  default     = 2048
  nullable    = false

  validation {
    condition     = contains([512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "cpu must be 512, 1024, 2048, 4096, 8192 or 16384."
  }
}

variable "memory" {
  description = "Memory of a task in MiB."
  type        = number
  default     = 4096
  nullable    = false

  validation {
    condition     = var.memory >= var.cpu && var.memory <= 8 * var.cpu
    error_message = "memory must be from 1 to 8 times cpu, or Fargate has no such task."
  }
}

variable "min_tasks" {
  description = "Least number of tasks; two survive the loss of a zone."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.min_tasks >= 1
    error_message = "min_tasks must be at least 1: nobody waits for a task to start."
  }
}

variable "max_tasks" {
  description = "Most tasks: the bound of what a flood of misses can cost."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_tasks >= var.min_tasks
    error_message = "max_tasks must be at least min_tasks."
  }
}

variable "target_cpu_percent" {
  description = "Average CPU that the autoscaling aims at."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.target_cpu_percent >= 20 && var.target_cpu_percent <= 90
    error_message = "target_cpu_percent must be from 20 to 90."
  }
}

variable "rendition_cache_control" {
  description = "Cache-Control of renditions, in the processor's answers and on the stored objects."
  type        = string
  default     = "public, max-age=12312312"
  nullable    = false

  validation {
    condition     = can(regex("max-age=[1-9]", var.rendition_cache_control)) && !can(regex("no-store|no-cache|private", var.rendition_cache_control))
    error_message = "rendition_cache_control must hold a max-age above 0 and none of no-store, no-cache and private: behind a default TTL of 0 nothing would be cached."
  }
}

variable "environment" {
  description = "Further settings of the processor, by their environment names: LATENT_RENDER_ENGINE, LATENT_KEYS_LADDER and so on."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.environment), ["LATENT_HTTP_ORIGIN_SECRETS", "LATENT_KEYS_SIGNING_SECRETS"])) == 0
    error_message = "environment must not hold LATENT_HTTP_ORIGIN_SECRETS or LATENT_KEYS_SIGNING_SECRETS: they are secrets, see origin_secrets and signing_secrets."
  }
}

variable "container_insights" {
  description = "Container Insights of the cluster, which cost extra."
  type        = bool
  default     = false
  nullable    = false
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 30
  nullable    = false
}

variable "deletion_protection" {
  description = "Refuse to delete the load balancer."
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
