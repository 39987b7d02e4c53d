output "first" {
  description = "Everything the first Region's module says about itself."
  value       = module.first
}

output "second" {
  description = "The same of the second Region."
  value       = module.second
}

output "access_point" {
  description = "The access point over both renditions buckets."
  value       = module.access_point
}

output "images_distribution_id" {
  description = "Id of the distribution."
  value       = module.distribution.id
}

output "images_function_name" {
  description = "Name of its function."
  value       = module.function.name
}
