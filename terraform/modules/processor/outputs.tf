output "task_role_arn" {
  description = "Role of the processor: its two store seams and nothing else."
  value       = aws_iam_role.task.arn
}

output "execution_role_arn" {
  description = "Role that starts tasks."
  value       = aws_iam_role.execution.arn
}

output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_ecs_cluster.this.arn
}

output "cluster_name" {
  description = "Name of the cluster, a dimension of its metrics."
  value       = aws_ecs_cluster.this.name
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
  value       = { for parameter in aws_ssm_parameter.signing_secrets : "LATENT_KEYS_SIGNING_SECRETS" => { arn = parameter.arn, version = tostring(parameter.version) } }
}

output "log_group_name" {
  description = "Log group of the processor."
  value       = aws_cloudwatch_log_group.this.name
}

output "load_balancer_dns_name" {
  description = "The load balancer's own name, the target of the origin host's alias record."
  value       = aws_lb.this.dns_name
}

output "load_balancer_zone_id" {
  description = "Route 53 zone of that name."
  value       = aws_lb.this.zone_id
}

output "load_balancer_arn_suffix" {
  description = "The load balancer as a dimension of its metrics."
  value       = aws_lb.this.arn_suffix
}

output "target_group_arn_suffix" {
  description = "The target group as a dimension of its metrics."
  value       = aws_lb_target_group.this.arn_suffix
}

output "vpc_origin" {
  description = "The VPC origin and its id, or null."
  value       = var.exposure == "vpc-origin" ? { id = aws_cloudfront_vpc_origin.this[0].id } : null
}
