variable "name" {
  description = "Name of the deployment, for the comment."
  type        = string
  nullable    = false
}

variable "host" {
  description = "The images host."
  type        = string
  nullable    = false
}

variable "certificate_arn" {
  description = "Certificate for the host; CloudFront takes only those of us-east-1."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^arn:[^:]*:acm:us-east-1:", var.certificate_arn))
    error_message = "certificate_arn must be of us-east-1: CloudFront takes no other."
  }
}

variable "website_endpoint" {
  description = "Host of the website: an output of the website module."
  type        = string
  nullable    = false

  validation {
    condition     = strcontains(var.website_endpoint, "s3-website")
    error_message = "website_endpoint must be a website endpoint: at a bucket's REST endpoint no routing rule ever fires."
  }
}

variable "referer_secret" {
  description = "Value of the Referer that the bucket's policy asks for; null where the bucket is public."
  type        = string
  default     = null
  sensitive   = true
}

variable "cache_policy_id" {
  description = "Cache policy: edge-policies makes one."
  type        = string
  nullable    = false
}

variable "response_headers_policy_id" {
  description = "Response headers policy: edge-policies makes one."
  type        = string
  nullable    = false
}

variable "function_arn" {
  description = "Function that sees each request first: edge-function makes one."
  type        = string
  nullable    = false
}

variable "origin_shield_region" {
  description = "Region of Origin Shield, one more cache before the origin; null for none."
  type        = string
  default     = null
}

variable "web_acl_arn" {
  description = "Firewall of scope CLOUDFRONT, or null."
  type        = string
  default     = null
}

variable "price_class" {
  description = "Which edges serve: PriceClass_100, PriceClass_200 or PriceClass_All."
  type        = string
  default     = "PriceClass_All"
  nullable    = false

  validation {
    condition     = contains(["PriceClass_100", "PriceClass_200", "PriceClass_All"], var.price_class)
    error_message = "price_class must be PriceClass_100, PriceClass_200 or PriceClass_All."
  }
}

variable "wait_for_deployment" {
  description = "Wait until every edge has the configuration, which takes minutes."
  type        = bool
  default     = true
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
