output "task_definition_arn" {
  description = "ARN of the task definition's newest revision."
  value       = aws_ecs_task_definition.this.arn
}

output "role_arn" {
  description = "Role that the task runs in."
  value       = aws_iam_role.this.arn
}

output "log_group_name" {
  description = "Log group of the task."
  value       = aws_cloudwatch_log_group.this.name
}

output "log_group_arn" {
  description = "ARN of that log group."
  value       = aws_cloudwatch_log_group.this.arn
}
