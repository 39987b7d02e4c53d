output "role_arn" {
  description = "Role of the workers."
  value       = module.task.role_arn
}

output "service_name" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "log_group_name" {
  description = "Log group of the workers."
  value       = module.task.log_group_name
}
