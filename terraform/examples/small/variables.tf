variable "region" {
  description = "Region of the buckets and the processor."
  type        = string
  default     = "eu-west-1"
}

variable "bucket_prefix" {
  description = "Beginning of the buckets' names, which must be unique in the world."
  type        = string
  default     = "example-org-latent"
}

variable "image" {
  description = "Container image of the processor."
  type        = string
  default     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"
}

variable "force_destroy" {
  description = "Delete the buckets with what is in them."
  type        = bool
  default     = false
}

variable "wait_for_deployment" {
  description = "Wait until every edge has the configuration, which takes minutes."
  type        = bool
  default     = true
}
