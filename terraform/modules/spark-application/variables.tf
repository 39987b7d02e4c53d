variable "name" {
  description = "Name of the application; its role is named after it."
  type        = string
  nullable    = false
}

variable "release_label" {
  description = "Release of EMR; its Spark must be 4, with Scala 2.13."
  type        = string
  default     = "emr-spark-8.0.0"
  nullable    = false

  validation {
    condition     = !can(regex("^emr-[0-7]\\.", var.release_label))
    error_message = "Releases of EMR up to 7 have Spark 3, on which the program does not run."
  }
}

variable "max_vcpus" {
  description = "Most vCPUs of all jobs together; of memory there are 4 GB for each."
  type        = number
  default     = 64
  nullable    = false

  validation {
    condition     = var.max_vcpus >= 8
    error_message = "A driver and one executor of 4 vCPUs each are 8."
  }
}

variable "bucket" {
  description = "Name of the bucket for the program (program/), plans (plans/) and logs (logs/)."
  type        = string
  nullable    = false
}

variable "originals_bucket" {
  description = "Name of the originals bucket."
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

variable "distribution_arns" {
  description = "Distributions that a job invalidates where it finds outdated renditions (purge.distributions)."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "force_destroy" {
  description = "Delete the bucket with what is in it."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of everything."
  type        = map(string)
  default     = {}
  nullable    = false
}
