variable "bucket" {
  description = "Name of the website bucket. It need not be the host name when CloudFront stands in front of it; without CloudFront it must be."
  type        = string
  nullable    = false
}

variable "own_host" {
  description = "Host under which visitors reach this website; only used to refuse a rule that redirects to it."
  type        = string
  default     = null
}

variable "processor_host" {
  description = "Host to which misses are redirected. A name you chose, not a distribution's attribute: that would be a cycle."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$", var.processor_host))
    error_message = "processor_host must be a bare host name such as process.example.org: no scheme, port, path or capital letters."
  }

  validation {
    condition     = var.own_host == null || var.processor_host != var.own_host
    error_message = "processor_host must differ from own_host: a website that redirects misses to itself is a loop."
  }
}

variable "protocol" {
  description = "Protocol of the redirect. Left to S3 it would be http, because CloudFront reaches a website over http only."
  type        = string
  default     = "https"
  nullable    = false

  validation {
    condition     = var.protocol == "https"
    error_message = "protocol must be https: a page served over https does not load pictures redirected to http."
  }
}

variable "redirect_code" {
  description = "Status of the redirect: 302, or 307, which CloudFront keeps only when it comes with Cache-Control."
  type        = number
  default     = 302
  nullable    = false

  validation {
    condition     = contains([302, 307], var.redirect_code)
    error_message = "redirect_code must be 302 or 307: permanent codes (301, 308) are kept by browsers after the rendition is there."
  }
}

variable "key_prefix" {
  description = "Only keys that begin with this are redirected, for instance `i/`; empty means all."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([A-Za-z0-9._-]+/)*$", var.key_prefix))
    error_message = "key_prefix must be empty or end with a slash, like i/, and must not begin with one."
  }
}

variable "access" {
  description = "`referer`: get and list only for those who send the secret Referer, so for CloudFront. `public`: get for everyone, list for nobody, and a second rule for the 403 that is then a miss."
  type        = string
  default     = "referer"
  nullable    = false

  validation {
    condition     = contains(["referer", "public"], var.access)
    error_message = "access must be referer or public."
  }

  validation {
    condition     = var.access == "public" || length(var.referer_secrets) > 0
    error_message = "access = \"referer\" needs referer_secrets."
  }
}

variable "referer_secrets" {
  description = "Values of the Referer that may read: one, or two while they are being rotated."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true
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
