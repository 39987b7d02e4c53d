variable "bucket" {
  description = "Name of the bucket."
  type        = string
  nullable    = false

  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html: the provider asks for the length alone, and AWS refuses the rest in the middle of an apply.
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket)) && !can(regex("\\.\\.|^[0-9]+(\\.[0-9]+){3}$|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ols-s3|\\.mrap|--x-s3|--table-s3)$", var.bucket))
    error_message = "A bucket's name must be 3 to 63 characters of a-z, 0-9, - and single dots, begin and end with a letter or a digit, be no IP address, and have none of the beginnings and ends that S3 keeps for itself (xn--, sthree-, amzn-s3-demo-, -s3alias, --ols-s3, .mrap, --x-s3, --table-s3)."
  }
}

variable "public_policy" {
  description = "Let a policy open the bucket, which a website needs."
  type        = bool
  default     = false
  nullable    = false
}

variable "tls_only" {
  description = "Refuse plain HTTP. Not for a website, whose endpoint speaks nothing else."
  type        = bool
  default     = true
  nullable    = false
}

variable "policy_documents" {
  description = "Policy documents (JSON) that the bucket's policy is made of, beside the refusal of plain HTTP."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "kms_key_arn" {
  description = "Encrypt with this key instead of S3's own (SSE-S3)."
  type        = string
  default     = null
}

variable "versioning" {
  description = "Keep versions, which replication requires."
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

variable "expire_after_days" {
  description = "Objects are deleted at this age; null keeps them."
  type        = number
  default     = null

  validation {
    condition     = var.expire_after_days == null || try(var.expire_after_days >= 1, false)
    error_message = "expire_after_days must be at least 1, or null."
  }
}

variable "access_log_bucket" {
  description = "Bucket that S3's access logs go to, or null."
  type        = object({ name = string })
  default     = null
}

variable "force_destroy" {
  description = "Delete the objects with the bucket."
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
