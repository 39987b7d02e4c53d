output "url" {
  description = "Address of the repository, to which `:VERSION` is added."
  value       = module.repository.url
}

output "registry" {
  description = "Host of the registry, for `docker login`."
  value       = module.repository.registry
}
