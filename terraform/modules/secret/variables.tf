variable "name" {
  description = "Name of the deployment, first part of the parameters' names."
  type        = string
  nullable    = false
}

variable "purpose" {
  description = "What the secret is for, second part of the parameters' names."
  type        = string
  nullable    = false
}

variable "values" {
  description = "Values of your own, used as they are; null has them made."
  type        = list(string)
  default     = null
  sensitive   = true
}

variable "generations" {
  description = "Generations that hold, by number: one, or two while the secret is being rotated. The first is sent."
  type        = list(number)
  default     = [1]
  nullable    = false

  validation {
    condition     = length(var.generations) <= 2 && length(distinct(var.generations)) == length(var.generations) && alltrue([for number in var.generations : number >= 1 && floor(number) == number])
    error_message = "generations must be one whole number from 1, or two that differ while the secret is being rotated: [1], then [1, 2], [2, 1] and [2]."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts the parameters, or null for the account's own key of Parameter Store."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of every resource."
  type        = map(string)
  default     = {}
  nullable    = false
}
