variable "name" {
  description = "Name of the function; an account has one of each name."
  type        = string
  nullable    = false
}

variable "key_prefix" {
  description = "Keys outside this prefix are refused at the edge; empty means none is."
  type        = string
  default     = ""
  nullable    = false
}

variable "formats" {
  description = "Formats to negotiate from Accept, best first; empty leaves the format to the URL."
  type        = list(string)
  default     = ["avif", "webp"]
  nullable    = false

  validation {
    condition     = alltrue([for format in var.formats : contains(["avif", "webp"], format)]) && length(distinct(var.formats)) == length(var.formats)
    error_message = "formats may hold avif and webp, each once: every browser takes the others."
  }
}

variable "dpr" {
  description = "Ask for twice the pixels where the DPR header says 1.5 or more and Save-Data is not on. Doubles the renditions."
  type        = bool
  default     = false
  nullable    = false
}

variable "max_side" {
  description = "Longest side of a rendition, in device pixels, as the processor has it (LATENT_KEYS_MAX_SIDE): no density is chosen that would pass it."
  type        = number
  default     = 4096
  nullable    = false
}

variable "alphabet" {
  description = "The characters of keys, as the processor has them (LATENT_KEYS_ALPHABET): safe, or unicode."
  type        = string
  default     = "safe"
  nullable    = false

  validation {
    condition     = contains(["safe", "unicode"], var.alphabet)
    error_message = "alphabet is safe or unicode."
  }
}

variable "refusal_max_age" {
  description = "Seconds a browser keeps a refusal made at the edge: as long as the processor would have it kept."
  type        = number
  default     = 300
  nullable    = false
}

variable "signing_secrets" {
  description = "Refuse keys without a signature made with one of these: one secret, or two while they are being rotated. The function's code holds them, so whoever may read the function may sign."
  type        = list(string)
  default     = []
  nullable    = false
  sensitive   = true

  validation {
    condition     = length(var.signing_secrets) <= 2 && alltrue([for secret in var.signing_secrets : can(regex("^[A-Za-z0-9+/=_-]{20,128}$", secret))])
    error_message = "signing_secrets must hold at most two values, each 20 to 128 characters of A-Z, a-z, 0-9, +, /, =, _ and -: a comma would be two secrets to the processor."
  }

  validation {
    condition     = length(var.signing_secrets) == 0 || !var.dpr
    error_message = "dpr must be off where keys are signed: the signature covers the options, and the edge would change them."
  }
}
