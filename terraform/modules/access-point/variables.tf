variable "name" {
  description = "Name of the access point."
  type        = string
  nullable    = false
}

variable "buckets" {
  description = "Names of the renditions buckets, one per Region. They cannot be changed afterwards."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.buckets) >= 2
    error_message = "buckets must hold at least two names."
  }
}

variable "cloudfront_reads" {
  description = "Let the distributions of distribution_arns read. A flag of its own, because the ARNs are not known before the first apply."
  type        = bool
  default     = true
  nullable    = false
}

variable "distribution_arns" {
  description = "ARNs of the distributions that read through the access point."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "oac_signing_protocol" {
  description = "`sigv4a`: make an origin access control with which CloudFront signs for the access point; needs a provider newer than 5.100. Null: make none; then make it outside, or sign with Lambda@Edge."
  type        = string
  default     = null

  validation {
    condition     = var.oac_signing_protocol == null || var.oac_signing_protocol == "sigv4a"
    error_message = "oac_signing_protocol must be sigv4a, or null: sigv4 cannot sign for an access point of several Regions."
  }
}
