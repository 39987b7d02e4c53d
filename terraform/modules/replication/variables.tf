variable "name" {
  description = "Name of the role; an account has one of each name."
  type        = string
  nullable    = false
}

variable "source_bucket" {
  description = "Name of the bucket to copy. Take it from an output that waits for its versioning."
  type        = string
  nullable    = false
}

variable "source_arn" {
  description = "ARN of the bucket to copy."
  type        = string
  nullable    = false
}

variable "destination_bucket" {
  description = "Name of the bucket that receives. Take it from an output that waits for its versioning."
  type        = string
  nullable    = false
}

variable "destination_arn" {
  description = "ARN of the bucket that receives."
  type        = string
  nullable    = false
}

variable "kms_key_arns" {
  description = "Keys of the two buckets, where they are encrypted with keys of yours; null where they are not. Each is of its bucket's Region."
  type        = object({ source = string, destination = string })
  default     = null

  validation {
    condition     = var.kms_key_arns == null || alltrue([for arn in try(values(var.kms_key_arns), []) : can(regex("^arn:[^:]*:kms:[^:]+:[0-9]{12}:key/.+", arn))])
    error_message = "kms_key_arns must be ARNs of keys, and not of aliases or ids alone: a role's rights name a key by its ARN, and with another name nothing would be copied."
  }
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

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
