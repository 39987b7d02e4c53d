variable "cores" {
  description = "vCPU that all tasks need together at their most."
  type        = number
  nullable    = false
}
