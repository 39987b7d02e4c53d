output "address" {
  description = "Address of the images: add a rendition's key to it."
  value       = "https://${module.latent.hosts.images}/"
}

output "latent" {
  description = "Everything the module says about itself."
  value       = module.latent
}
