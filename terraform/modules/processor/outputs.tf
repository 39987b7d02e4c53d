output "task_role_arn" {
  description = "Role of the processor: its two store seams and nothing else."
  value       = module.task.role_arn
}

output "execution_role_arn" {
  description = "Role that starts tasks."
  value       = aws_iam_role.execution.arn
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = local.cluster.arn
}

output "cluster_name" {
  description = "Name of the cluster, a dimension of its metrics."
  value       = local.cluster.name
}

output "service_name" {
  description = "Name of the service, a dimension of its metrics."
  value       = aws_ecs_service.this.name
}

output "task_security_group_id" {
  description = "Security group of the tasks."
  value       = aws_security_group.task.id
}

output "environment" {
  description = "Settings of the processor by their environment names, without the secrets."
  value       = local.environment
}

output "key_secrets" {
  description = "Parameters that hold secrets of the keys, by the environment names of their settings: whoever makes renditions needs them."
  value       = local.key_secrets
}

output "log_group_name" {
  description = "Log group of the processor."
  value       = module.task.log_group_name
}

output "load_balancer_dns_name" {
  description = "The load balancer's own name, the target of the origin host's alias record."
  value       = local.load_balancer.dns_name

  # Whoever points visitors here does so when tasks answer: a load balancer that replaces another is not asked before.
  depends_on = [aws_ecs_service.this]
}

output "load_balancer_arn" {
  description = "ARN of the load balancer."
  value       = local.load_balancer.arn
}

output "load_balancer_security_group_id" {
  description = "Security group of the load balancer."
  value       = local.load_balancer.security_group_id
}

output "service_arn" {
  description = "ARN of the service."
  value       = aws_ecs_service.this.id
}

output "load_balancer_zone_id" {
  description = "Route 53 zone of that name."
  value       = local.load_balancer.zone_id
}

output "load_balancer_arn_suffix" {
  description = "The load balancer as a dimension of its metrics."
  value       = local.load_balancer.arn_suffix
}

output "target_group_arn_suffix" {
  description = "The target group as a dimension of its metrics."
  value       = aws_lb_target_group.this.arn_suffix
}

output "vpc_origin" {
  description = "The VPC origin and its id, or null."
  value       = var.exposure == "vpc-origin" ? { id = aws_cloudfront_vpc_origin.this[0].id } : null
}

output "checked_image" {
  description = "Repository in which the image is looked for at plan time, or null."
  value       = try(data.aws_ecr_image.push_this_image_first[0].repository_name, null)
}

output "is_administered" {
  description = "Whether the tasks answer POST /-/purge, to those who show an admin token."
  value       = local.is_administered
}
