output "bucket" {
  description = "The bucket that was asked about."
  value       = var.bucket
}
