output "name" {
  description = "Name of the function, a dimension of its metrics."
  value       = aws_lambda_function.this.function_name
}

output "arn" {
  description = "ARN of the function."
  value       = aws_lambda_function.this.arn
}

output "url_host" {
  description = "Host of the function's URL, for the distribution; null without one."
  value       = var.called_by_cloudfront ? split("/", aws_lambda_function_url.this[0].function_url)[2] : null
}

output "role_arn" {
  description = "Role that the function runs in."
  value       = aws_iam_role.this.arn
}

output "log_group_name" {
  description = "Log group of the function."
  value       = aws_cloudwatch_log_group.this.name
}
