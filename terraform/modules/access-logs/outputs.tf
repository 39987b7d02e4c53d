output "bucket" {
  description = "Name of the bucket, known when its policy is there: a load balancer tries to write as soon as it is told."
  value       = module.bucket.writable_bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = module.bucket.arn
}
