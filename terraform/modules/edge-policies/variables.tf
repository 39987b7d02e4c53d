variable "name" {
  description = "Name of the policies; an account has one of each name."
  type        = string
  nullable    = false
}

variable "redirects" {
  description = "Whether a website that redirects its misses stands behind this edge; the TTLs that would keep a redirect are then refused."
  type        = bool
  nullable    = false
}

variable "default_ttl" {
  description = "Time an answer without Cache-Control is kept, in seconds."
  type        = number
  default     = 0
  nullable    = false
}

variable "max_ttl" {
  description = "Most time an answer is kept, in seconds."
  type        = number
  default     = 31536000
  nullable    = false

  validation {
    condition     = var.default_ttl >= 0 && var.max_ttl >= max(1, var.default_ttl)
    error_message = "max_ttl must be at least default_ttl, and above 0: with 0 CloudFront would keep no rendition."
  }
}
