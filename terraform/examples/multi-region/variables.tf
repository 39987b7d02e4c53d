variable "regions" {
  description = "The Region of the originals, and the second one."
  type        = object({ first = string, second = string })
  default     = { first = "eu-west-1", second = "us-east-2" }
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

variable "access_point_oac_id" {
  description = "Id of an origin access control that signs with SigV4A, made outside Terraform. Null, and without access_point_signer_arn: CloudFront reads the first Region's bucket instead of the access point."
  type        = string
  default     = null
}

variable "access_point_signer_arn" {
  description = "Version of a Lambda@Edge function that signs requests to the access point; null for none."
  type        = string
  default     = null
}

variable "kms_key_arns" {
  description = "Keys of yours that encrypt originals and renditions, one of each Region; null for S3's own. Each key's policy must let CloudFront decrypt, as the README's Bring your own says."
  type        = object({ first = string, second = string })
  default     = null
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
