output "latent" {
  description = "Everything the module says about itself."
  value       = module.latent
}
