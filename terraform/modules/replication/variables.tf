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

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
