output "bucket" {
  description = "Name of the bucket; with versioning, known only once versions are kept, as replication demands."
  value       = aws_s3_bucket.this.id

  depends_on = [aws_s3_bucket_versioning.this]
}

# Not the other one: the policy of renditions waits for a distribution, and the distribution for the processor, which is told the bucket.
output "writable_bucket" {
  description = "The same name, known only once the policy is there: for those whom the policy lets in."
  value       = aws_s3_bucket.this.id

  depends_on = [aws_s3_bucket_policy.this]
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}

output "regional_domain_name" {
  description = "REST endpoint of the bucket, for CloudFront."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "hosted_zone_id" {
  description = "Route 53 zone of the Region's websites."
  value       = aws_s3_bucket.this.hosted_zone_id
}
