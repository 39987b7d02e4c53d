variable "host" {
  description = "The one host the certificate is for."
  type        = string
  nullable    = false
}

variable "zone_id" {
  description = "Route 53 zone in which the proof is written."
  type        = string
  nullable    = false
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
