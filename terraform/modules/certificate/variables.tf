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

variable "owns_record" {
  description = "Write the record of the proof. False where another Region's certificate for the same host, in the same account, has it: the proof is the same."
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
