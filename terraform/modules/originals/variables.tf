variable "bucket" {
  description = "Name of the bucket."
  type        = string
  nullable    = false
}

variable "create" {
  description = "Make the bucket. False for one that is there already: its policy, encryption, versions and lifecycle stay as they are."
  type        = bool
  default     = true
  nullable    = false

  validation {
    condition     = var.create || length(var.source_policy_documents) == 0
    error_message = "source_policy_documents must be empty where create is false: a bucket has one policy, and it is left to whoever made the bucket."
  }
}

variable "versioning" {
  description = "Keep former versions of an original, which cannot be made again. Replication requires it."
  type        = bool
  default     = true
  nullable    = false
}

variable "noncurrent_days" {
  description = "With versioning: days that a former version is kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.noncurrent_days >= 1
    error_message = "noncurrent_days must be at least 1."
  }
}

variable "kms_key_arn" {
  description = "Encrypt with this key instead of S3's own (SSE-S3). The processor's role is then also allowed to decrypt with it."
  type        = string
  default     = null
}

variable "source_policy_documents" {
  description = "Policy documents (JSON) to join with the bucket's own, for instance for those who upload."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "access_log_bucket" {
  description = "Bucket that S3's access logs go to, or null."
  type        = object({ name = string })
  default     = null
}

variable "sends_events" {
  description = "Send the bucket's events to EventBridge. Only for a bucket that is made here, and instead of a notification."
  type        = bool
  default     = false
  nullable    = false
}

variable "force_destroy" {
  description = "Delete the originals with the bucket. They cannot be made again."
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
