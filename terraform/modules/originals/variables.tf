variable "bucket" {
  description = "Name of the bucket."
  type        = string
  nullable    = false
}

variable "versioning" {
  description = "Keep former versions of an original. Replication requires it."
  type        = bool
  default     = false
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
