variable "name" {
  description = "Name of the deployment, for the comment."
  type        = string
  nullable    = false
}

variable "comment" {
  description = "What the distribution is, for whoever lists them."
  type        = string
  nullable    = false
}

variable "host" {
  description = "Host under which visitors reach the distribution, and its certificate, of us-east-1. Null: CloudFront's own name for it."
  type        = object({ name = string, certificate_arn = string })
  default     = null

  validation {
    condition     = var.host == null || can(regex("^arn:[^:]*:acm:us-east-1:", var.host.certificate_arn))
    error_message = "host.certificate_arn must be of us-east-1: CloudFront takes no other."
  }
}

variable "website" {
  description = "The website in front of which the distribution stands, with how it is read: `referer`, or `public`. Null for none."
  type        = object({ endpoint = string, access = string })
  default     = null

  validation {
    condition     = var.website == null || can(regex("\\.s3-website[.-]", var.website.endpoint))
    error_message = "website.endpoint must be a website endpoint: a REST endpoint knows no rules, and a miss would be an error and not a redirect."
  }

  validation {
    condition     = var.website == null || var.bucket == null
    error_message = "Give website or bucket, not both: a distribution asks the one or the other first."
  }

  validation {
    condition     = var.website != null || var.processor != null
    error_message = "Without website there must be a processor, or nobody makes what is missing."
  }
}

variable "bucket" {
  description = "The private bucket that is asked first: its REST domain name, and the id of the origin access control CloudFront signs with (null where signer_lambda_arn signs). Null for none."
  type = object({
    domain_name              = string
    origin_access_control_id = optional(string)
  })
  default = null

  validation {
    condition     = var.bucket == null || !strcontains(try(var.bucket.domain_name, ""), "s3-website")
    error_message = "bucket must be a REST endpoint: a website answers a miss with a redirect, and CloudFront does not fail over on one."
  }
}

variable "processor" {
  description = "The processor's load balancer: a name of yours for which it holds a certificate, or, through a VPC origin, its own; or the host of a function's URL, with the id of the origin access control by which CloudFront signs. Null where a website redirects to it."
  type = object({
    domain_name              = string
    vpc_origin               = optional(object({ id = string }))
    origin_access_control_id = optional(string)
  })
  default = null

  validation {
    condition     = try(var.processor.vpc_origin, null) != null || !endswith(try(var.processor.domain_name, ""), ".elb.amazonaws.com")
    error_message = "processor.domain_name must be a name of yours with a certificate: no certificate covers a load balancer's own DNS name, and every request would be a 502."
  }

  validation {
    condition     = try(var.processor.domain_name != var.host.name, true)
    error_message = "processor.domain_name must differ from host.name: the distribution would be its own origin."
  }
}

variable "signer_lambda_arn" {
  description = "Version of a Lambda@Edge function that signs requests to the primary origin, where no origin access control can; null for none."
  type        = string
  default     = null
}

variable "failover_status_codes" {
  description = "Answers of the primary upon which CloudFront asks the processor."
  type        = set(number)
  default     = [403, 404, 500, 502, 503, 504]
  nullable    = false

  validation {
    condition     = contains(var.failover_status_codes, 403) && contains(var.failover_status_codes, 404)
    error_message = "failover_status_codes must hold 403 and 404: to CloudFront, which may not list the bucket, a miss is 403."
  }

  validation {
    condition     = length(setsubtract(var.failover_status_codes, [400, 403, 404, 416, 500, 502, 503, 504])) == 0
    error_message = "failover_status_codes may hold 400, 403, 404, 416, 500, 502, 503 and 504."
  }
}

variable "origin_secret" {
  description = "Value of X-Origin-Verify, by which the load balancer knows this distribution."
  type        = string
  default     = null
  sensitive   = true
}

variable "referer_secret" {
  description = "Value of the Referer, by which the website knows this distribution, with website.access `referer`."
  type        = string
  default     = null
  sensitive   = true
}

variable "response_timeout_seconds" {
  description = "How long CloudFront waits for a rendition. After it, CloudFront asks again, once."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.response_timeout_seconds >= 10 && var.response_timeout_seconds <= 120
    error_message = "response_timeout_seconds must be from 10 to 120: a large original takes seconds, and CloudFront waits no longer than 120."
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
  description = "Origin request policy for the processor: edge-policies makes one."
  type        = string
  default     = null
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
