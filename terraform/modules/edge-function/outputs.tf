output "arn" {
  description = "ARN of the published function."
  value       = aws_cloudfront_function.this.arn
}

output "name" {
  description = "Name of the function."
  value       = aws_cloudfront_function.this.name
}

output "code" {
  description = "What the function runs, for tests in a JavaScript engine."
  value       = local.code
  sensitive   = true
}
