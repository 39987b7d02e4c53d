variable "host" {
  description = "The one host the certificate is for."
  type        = string
  nullable    = false

  validation {
    condition     = length(var.host) <= 64
    error_message = "A certificate is made for a host of at most 64 characters: ACM takes no longer name as the first. Bring a certificate of your own for a longer one."
  }
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
