output "topology" {
  description = "Which topology this is."
  value       = var.topology
}

output "hosts" {
  description = "The hosts by role."
  value       = var.hosts
}

output "originals_bucket" {
  description = "Name of the originals bucket."
  value       = module.originals.bucket
}

output "originals_arn" {
  description = "ARN of the originals bucket."
  value       = module.originals.arn
}

output "renditions_bucket" {
  description = "Name of the renditions bucket."
  value       = local.renditions_bucket
}

output "renditions_arn" {
  description = "ARN of the renditions bucket."
  value       = local.renditions_arn
}

output "renditions_domain_name" {
  description = "REST endpoint of a private renditions bucket, or null."
  value       = try(module.renditions[0].regional_domain_name, null)
}

output "website_endpoint" {
  description = "Host of the website, or null where there is none."
  value       = try(module.website[0].website_endpoint, null)
}

output "routing_rules" {
  description = "The website's rules as S3 received them; empty where there is no website."
  value       = try(module.website[0].routing_rules, [])
}

output "images_distribution_id" {
  description = "Id of the distribution of the images host, or null."
  value       = local.images_distribution.id
}

output "process_distribution_id" {
  description = "Id of the distribution of the process host, or null."
  value       = try(module.process_distribution[0].id, null)
}

output "distribution_arns" {
  description = "ARNs of the distributions."
  value       = local.distribution_arns
}

output "images_function_name" {
  description = "Name of the function of the images host, or null."
  value       = try(module.images_function[0].name, null)
}

output "process_function_name" {
  description = "Name of the function of the process host, or null."
  value       = try(module.process_function[0].name, null)
}

output "task_role_arn" {
  description = "Role of the processor."
  value       = module.processor.task_role_arn
}

output "workers_role_arn" {
  description = "Role of the warm workers, or null."
  value       = try(module.warm_workers[0].role_arn, null)
}

output "processor_environment" {
  description = "Settings of the processor by their environment names, without the secrets: what a processor started elsewhere would need too."
  value       = module.processor.environment
}

output "changes_queue_url" {
  description = "URL of the queue of changed originals, or null."
  value       = try(module.changes[0].queue_url, null)
}

output "changes_dead_letter_queue_url" {
  description = "URL of its dead-letter queue, or null."
  value       = try(module.changes[0].dead_letter_queue_url, null)
}

output "load_balancer_dns_name" {
  description = "The load balancer's own name: the target of the origin host's record where you make it."
  value       = module.processor.load_balancer_dns_name
}

output "dashboard_name" {
  description = "Name of the dashboard."
  value       = module.monitoring.dashboard_name
}
