variable "bucket" {
  description = "Name of the bucket."
  type        = string
  nullable    = false
}

variable "cloudfront_reads" {
  description = "Let the distributions of distribution_arns read. A flag of its own, because the ARNs are not known before the first apply."
  type        = bool
  default     = false
  nullable    = false
}

variable "distribution_arns" {
  description = "ARNs of the distributions that read this bucket with an origin access control."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "versioning" {
  description = "Keep versions, which replication requires."
  type        = bool
  default     = false
  nullable    = false
}

variable "expire_after_days" {
  description = "Renditions are deleted at this age and made again at the next miss; null keeps them."
  type        = number
  default     = 365

  validation {
    condition     = var.expire_after_days == null || try(var.expire_after_days >= 1, false)
    error_message = "expire_after_days must be at least 1, or null."
  }
}

variable "force_destroy" {
  description = "Delete the renditions with the bucket. They can be made again, so true loses nothing but time."
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
