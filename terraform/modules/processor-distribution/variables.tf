variable "name" {
  description = "Name of the deployment, for the comment."
  type        = string
  nullable    = false
}

variable "host" {
  description = "Host under which visitors reach the processor: the process host behind a website, the images host without one."
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

variable "origin_host" {
  description = "Name of the processor's load balancer, for which it holds a certificate; not the load balancer's own DNS name, for which nobody does."
  type        = string
  nullable    = false

  validation {
    condition     = !endswith(var.origin_host, ".elb.amazonaws.com")
    error_message = "origin_host must be a name of yours with a certificate: no certificate covers a load balancer's own DNS name, and every request would be a 502."
  }

  validation {
    condition     = var.origin_host != var.host
    error_message = "origin_host must differ from host: the distribution would be its own origin."
  }
}

variable "vpc_origin" {
  description = "Reach the load balancer inside its network through this VPC origin, or null for over the internet."
  type        = object({ id = string })
  default     = null
}

variable "origin_secret" {
  description = "Value of X-Origin-Verify, by which the load balancer knows this distribution."
  type        = string
  nullable    = false
  sensitive   = true
}

variable "response_timeout_seconds" {
  description = "How long CloudFront waits for a rendition. After it, CloudFront asks again, once."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.response_timeout_seconds >= 1 && var.response_timeout_seconds <= 120
    error_message = "response_timeout_seconds must be from 1 to 120."
  }
}

variable "missing_original_ttl" {
  description = "Least time CloudFront keeps a 404, in seconds: the price of a genuine 404 against the wait after an upload."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.missing_original_ttl >= 0 && var.missing_original_ttl <= 300
    error_message = "missing_original_ttl must be from 0 to 300: an original uploaded after a miss stays missing that long."
  }
}

variable "cache_policy_id" {
  description = "Cache policy: edge-policies makes one."
  type        = string
  nullable    = false
}

variable "origin_request_policy_id" {
  description = "Origin request policy: edge-policies makes one."
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
