variable "name" {
  description = "Prefix of the names; a load balancer's name holds 32 characters."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,20}[a-z0-9]$", var.name)) && !can(regex("^(aws|ssm|internal-)", var.name))
    error_message = "name must be 3 to 22 characters of a-z, 0-9 and -, begin with a letter and not end with -. It must not begin with aws or ssm, which Parameter Store keeps for AWS, nor with internal-, which load balancers do."
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
  default     = []
  nullable    = false
}

variable "private_subnet_ids" {
  description = "Subnets of the load balancer with a VPC origin; unused without one."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "task_subnet_ids" {
  description = "Subnets of the tasks."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.task_subnet_ids) >= 1
    error_message = "task_subnet_ids must name a subnet: tasks start in none."
  }
}

variable "public_tasks" {
  description = "Give each task a public address, for tasks in public subnets: the way out without a NAT gateway. Nobody is let in by it."
  type        = bool
  default     = false
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

variable "certificate" {
  description = "Certificate for the origin host, in this Region; null for plain HTTP, which only an internal load balancer may speak."
  type        = object({ arn = string })
  default     = null

  validation {
    condition     = var.certificate != null || var.exposure == "vpc-origin" || var.load_balancer != null
    error_message = "certificate may be null with exposure = \"vpc-origin\" only: over the internet the secret header must travel encrypted."
  }
}

variable "cluster" {
  description = "Cluster that is there already; null makes one."
  type        = object({ arn = string, name = string })
  default     = null
}

variable "load_balancer" {
  description = "Load balancer that is there already: its listener gets one rule, of `rule_priority`, that forwards what carries the secret. Its default action must refuse, and its security group let in CloudFront alone. Null makes one."
  type = object({
    arn               = string
    arn_suffix        = string
    listener_arn      = string
    security_group_id = string
    dns_name          = string
    zone_id           = string
    rule_priority     = optional(number, 10)
  })
  default = null
}

variable "listener_speaks_tls" {
  description = "Whether the listener of load_balancer is HTTPS at port 443, which a VPC origin then asks, or HTTP at 80."
  type        = bool
  default     = true
  nullable    = false
}

variable "access_log_bucket" {
  description = "Bucket that the load balancer's access logs go to, or null."
  type        = object({ name = string })
  default     = null
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

variable "admin_tokens" {
  description = "Tokens that `POST /-/purge` asks for: one, or two while they are being replaced. Empty: there is no such page."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true

  validation {
    condition     = length(var.admin_tokens) <= 2 && alltrue([for token in var.admin_tokens : can(regex("^[A-Za-z0-9+/=._~-]{20,128}$", token))])
    error_message = "admin_tokens must hold at most two values, each 20 to 128 characters of A-Z, a-z, 0-9, +, /, =, ., _, ~ and -: a comma would be two tokens to the processor."
  }
}

variable "admin" {
  description = "Of `POST /-/purge`: security groups whose members may reach the tasks' port, and the distributions that a purge invalidates, `purge_by` path or tag."
  type = object({
    security_group_ids = optional(list(string), []) # whose members may reach the tasks' port
    distribution_ids   = optional(list(string), []) # where a purge invalidates
    purge_by           = optional(string, "path")   # `path` or `tag`
  })
  default  = {}
  nullable = false
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

variable "renditions_kms_key_arn" {
  description = "Key that the renditions are encrypted with, or null for S3's own."
  type        = string
  default     = null
}

variable "secrets_kms_key_arn" {
  description = "Key that encrypts the task's secrets in Parameter Store, or null for the account's own."
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
}

variable "check_image" {
  description = "Ask at plan time whether the image is there, where it is in ECR and in this Region."
  type        = bool
  default     = true
  nullable    = false
}

variable "architecture" {
  description = "X86_64 or ARM64. The image must hold it: one built for both fits either."
  type        = string
  default     = "ARM64"
  nullable    = false
}

variable "cpu" {
  description = "CPU units of a task; 1024 is one core."
  type        = number
  default     = 2048
  nullable    = false
}

variable "memory" {
  description = "Memory of a task in MiB, as Fargate has it for this cpu."
  type        = number
  default     = 4096
  nullable    = false
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
    condition     = length(setintersection(keys(var.environment), ["LATENT_HTTP_ORIGIN_SECRETS", "LATENT_KEYS_SIGNING_SECRETS", "LATENT_ADMIN_TOKENS", "LATENT_S3_ACCESS_KEY", "LATENT_S3_SECRET_KEY"])) == 0
    error_message = "environment must hold no secrets: see origin_secrets, signing_secrets and admin_tokens for LATENT_HTTP_ORIGIN_SECRETS, LATENT_KEYS_SIGNING_SECRETS and LATENT_ADMIN_TOKENS; S3 is asked in the task's role, so there are no keys."
  }

  validation {
    condition = length(setintersection(keys(var.environment), [
      "LATENT_HTTP_PORT", "LATENT_HTTP_HOST", "LATENT_ORIGINALS_BUCKET", "LATENT_RENDITIONS_BUCKET", "LATENT_RENDITIONS_CACHE_CONTROL", "LATENT_S3_REGION", "LATENT_S3_ENDPOINT",
      "LATENT_WARM_SOURCE", "LATENT_WARM_QUEUE", "LATENT_PURGE_DISTRIBUTIONS", "LATENT_PURGE_BY",
    ])) == 0
    error_message = "environment must not hold what follows from other variables: LATENT_HTTP_PORT and _HOST, LATENT_ORIGINALS_BUCKET, LATENT_RENDITIONS_BUCKET and _CACHE_CONTROL, LATENT_S3_REGION and _ENDPOINT, LATENT_WARM_SOURCE and _QUEUE, LATENT_PURGE_DISTRIBUTIONS and _BY."
  }

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^LATENT_[A-Z0-9_]+$", name)) || contains(["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX", "TZ"], name)])
    error_message = "environment must hold LATENT_ settings, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS, MALLOC_ARENA_MAX or TZ; ECS sets AWS_ and ECS_ names by itself."
  }
}

variable "wait_for_steady_state" {
  description = "Let an apply wait until the tasks run, and fail when they do not: otherwise it ends well without one task."
  type        = bool
  default     = true
  nullable    = false
}

variable "role_path" {
  description = "Path of the roles."
  type        = string
  default     = "/"
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of a policy that bounds the roles, or null."
  type        = string
  default     = null
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
