output "bucket" {
  description = "Name of the bucket; with versioning, known only once versions are kept, as replication demands."
  value       = var.create ? module.bucket[0].bucket : var.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = "arn:${data.aws_partition.this.partition}:s3:::${var.bucket}"
}
