output "bucket" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.id

  # Whoever takes this name may put objects or read the website at once.
  depends_on = [aws_s3_bucket_policy.this]
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}

output "website_endpoint" {
  description = "Host of the website, http only. Its form differs between Regions: take it from here and never build it."
  value       = aws_s3_bucket_website_configuration.this.website_endpoint
}

output "routing_rules" {
  description = "The rules as S3 received them."
  value       = local.routing_rules
}
