output "bucket" {
  description = "Name of the bucket; with versioning, known only once versions are kept, as replication demands."
  value       = aws_s3_bucket.this.id

  depends_on = [aws_s3_bucket_versioning.this]
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}
