variable "region" {
  description = "Region of the buckets and the functions."
  type        = string
  default     = "eu-west-1"
}

variable "topology" {
  description = "failover, direct or redirect; the last needs hosts and their zone."
  type        = string
  default     = "failover"
}

variable "hosts" {
  description = "Hosts of your own: `images`, and with redirect `process`. Without them the distribution has CloudFront's own name."
  type        = object({ images = optional(string), process = optional(string) })
  default     = {}
}

variable "zone" {
  description = "Route 53 zone for the records of the hosts; null without hosts."
  type        = object({ id = string })
  default     = null
}

variable "bucket_prefix" {
  description = "Beginning of the buckets' names, which must be unique in the world."
  type        = string
  default     = "example-org-latent"
}

variable "image" {
  description = "Container image of the processor, in ECR of this Region, for arm64 alone."
  type        = string
  default     = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"
}

variable "reserved_concurrency" {
  description = "Most renditions at one time, set aside for this function. Null where the account's own quota is so small that nothing can be set aside, as that of a new one is."
  type        = number
  default     = 10
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
