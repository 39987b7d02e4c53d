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

variable "renditions_arn" {
  description = "ARN of the renditions bucket."
  type        = string
  nullable    = false
}

variable "renditions_kms_key_arn" {
  description = "Key that the renditions are encrypted with, or null for S3's own."
  type        = string
  default     = null
}

variable "key_prefix" {
  description = "Renditions may be written and purged under this prefix only; empty means everywhere in the bucket."
  type        = string
  default     = ""
  nullable    = false
}

variable "queue" {
  description = "Queue of changed originals, for who works it off: itself, or AWS Lambda on its behalf. Null for the processor."
  type        = object({ arn = string, read_by_lambda = bool })
  default     = null
}

variable "invalidates" {
  description = "Also invalidate at the distributions of distribution_arns. A flag of its own, because the ARNs are not known before the first apply."
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
