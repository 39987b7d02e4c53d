variable "region" {
  description = "Region of the buckets."
  type        = string
  default     = "eu-west-1"
}

variable "bucket_prefix" {
  description = "Beginning of the buckets' names, as in the deployment."
  type        = string
  default     = "example-org-latent"
}

variable "distribution_arns" {
  description = "Distributions of the deployment, so that replaced originals are forgotten there too."
  type        = list(string)
  default     = []
}

variable "force_destroy" {
  description = "Delete the bucket of the program and of plans with what is in it."
  type        = bool
  default     = false
}
