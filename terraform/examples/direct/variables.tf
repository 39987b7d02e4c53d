variable "region" {
  description = "Region of the buckets and the processor."
  type        = string
  default     = "eu-west-1"
}

variable "domain" {
  description = "Domain of the hosts. Its Route 53 zone must be there already."
  type        = string
  default     = "example.org"
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

variable "origin_secrets" {
  description = "Values of X-Origin-Verify of your own; null has one made and kept."
  type        = list(string)
  default     = null
  sensitive   = true
}

variable "generated_secrets" {
  description = "Generations of the secrets that are made and kept; `terraform/rotate` writes them."
  type = object({
    origin  = optional(list(number), [1])
    referer = optional(list(number), [1])
    signing = optional(list(number), [])
    admin   = optional(list(number), [])
  })
  default = {}
}

variable "admin" {
  description = "Who may ask for purges, and where these are told: see the module. The ids are in the outputs of the first apply."
  type = object({
    security_group_ids = optional(list(string), [])
    distribution_ids   = optional(list(string), [])
  })
  default = {}
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
