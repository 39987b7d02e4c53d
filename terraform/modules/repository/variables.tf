variable "name" {
  description = "Name of the repository."
  type        = string
  default     = "latent"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", var.name))
    error_message = "name must be lower case letters and digits, with single ., _, - or / between them."
  }
}

variable "kept_images" {
  description = "Tagged images that are kept, to roll back to."
  type        = number
  default     = 20
  nullable    = false

  validation {
    condition     = var.kept_images >= 2
    error_message = "kept_images must be at least 2: the one that runs, and one to roll back to."
  }
}

variable "force_delete" {
  description = "Delete the repository with the images in it."
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
