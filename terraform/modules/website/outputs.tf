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

output "website_domain" {
  description = "The Region's own website host: the target of an alias record, where the bucket has the record's name."
  value       = aws_s3_bucket_website_configuration.this.website_domain
}

output "hosted_zone_id" {
  description = "Route 53 zone of that host."
  value       = aws_s3_bucket.this.hosted_zone_id
}

output "routing_rules" {
  description = "The rules as S3 received them."
  value       = local.routing_rules
}
