variable "bucket" {
  description = "Name of the website's bucket, for the warning."
  type        = string
  nullable    = false
}
