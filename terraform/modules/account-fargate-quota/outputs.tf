output "cores" {
  description = "What was asked for."
  value       = var.cores
}
