variable "name" {
  description = "Name of the firewall and prefix of its metrics."
  type        = string
  nullable    = false
}

variable "requests_per_window" {
  description = "Requests that one address may make in a minute. A page of 200 pictures is 400 requests when every one is a miss."
  type        = number
  default     = 3000
  nullable    = false

  validation {
    condition     = var.requests_per_window >= 10
    error_message = "requests_per_window must be at least 10."
  }
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
