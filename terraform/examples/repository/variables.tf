variable "region" {
  description = "Region of the processor."
  type        = string
  default     = "eu-west-1"
}

variable "name" {
  description = "Name of the repository."
  type        = string
  default     = "latent"
}

variable "force_delete" {
  description = "Delete the repository with the images in it."
  type        = bool
  default     = false
}
