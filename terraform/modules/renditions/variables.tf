variable "bucket" {
  description = "Name of the bucket."
  type        = string
  nullable    = false
}

variable "website" {
  description = "Make the bucket a website that redirects its misses; null for a private bucket. `own_host` is only used to refuse a rule that redirects to it. `processor_host` is a name you chose and not a distribution's attribute: that would be a cycle. `access` is `referer` (get and list only for those who send the secret Referer, so for CloudFront) or `public` (get for everyone, list for nobody, and a second rule for the 403 that is then a miss)."
  type = object({
    processor_host = string
    own_host       = optional(string)
    protocol       = optional(string, "https")
    redirect_code  = optional(number, 302)
    key_prefix     = optional(string, "")
    access         = optional(string, "referer")
  })
  default = null

  validation {
    condition     = var.website == null || can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.website.processor_host))
    error_message = "website.processor_host must be a bare host name such as process.example.org: no scheme, port, path or capital letters."
  }

  validation {
    condition     = var.website == null || try(var.website.own_host == null || var.website.processor_host != var.website.own_host, true)
    error_message = "website.processor_host must differ from own_host: a website that redirects misses to itself is a loop."
  }

  # Left to S3 the protocol would be http, because CloudFront reaches a website over http only.
  validation {
    condition     = try(var.website.protocol, "https") == "https"
    error_message = "website.protocol must be https: a page served over https does not load pictures redirected to http."
  }

  validation {
    condition     = contains([302, 307], try(var.website.redirect_code, 302))
    error_message = "website.redirect_code must be 302 or 307: permanent codes (301, 308) are kept by browsers after the rendition is there."
  }

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/)*$", try(var.website.key_prefix, "")))
    error_message = "website.key_prefix must be empty or end with a slash, like i/, and must not begin with one."
  }

  validation {
    condition     = contains(["referer", "public"], try(var.website.access, "referer"))
    error_message = "website.access must be referer or public."
  }

  validation {
    condition     = try(var.website.access, "public") != "referer" || length(var.referer_secrets) > 0
    error_message = "website.access = \"referer\" needs referer_secrets."
  }

  validation {
    condition     = var.website == null || var.kms_key_arn == null
    error_message = "kms_key_arn must be null where the bucket is a website: anonymous visitors could not read an object encrypted with a key they may not use."
  }
}

variable "referer_secrets" {
  description = "Values of the Referer that may read the website: one, or two while they are being rotated."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true
}

variable "kms_key_arn" {
  description = "Encrypt with this key instead of S3's own. Its policy must let CloudFront decrypt where CloudFront reads the bucket: see the README."
  type        = string
  default     = null
}

variable "cloudfront_reads" {
  description = "Let the distributions of distribution_arns read. A flag of its own, because the ARNs are not known before the first apply."
  type        = bool
  default     = false
  nullable    = false
}

variable "distribution_arns" {
  description = "ARNs of the distributions that read this bucket with an origin access control."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "versioning" {
  description = "Keep versions, which replication requires."
  type        = bool
  default     = false
  nullable    = false
}

variable "expire_after_days" {
  description = "Renditions are deleted at this age and made again at the next miss; null keeps them."
  type        = number
  default     = 365

  validation {
    condition     = var.expire_after_days == null || try(var.expire_after_days >= 1, false)
    error_message = "expire_after_days must be at least 1, or null."
  }
}

variable "access_log_bucket" {
  description = "Bucket that S3's access logs go to, or null."
  type        = object({ name = string })
  default     = null
}

variable "force_destroy" {
  description = "Delete the renditions with the bucket. They can be made again, so true loses nothing but time."
  type        = bool
  default     = false
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
