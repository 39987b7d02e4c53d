output "application_id" {
  description = "Of the application, for `aws emr-serverless start-job-run`."
  value       = aws_emrserverless_application.this.id
}

output "role_arn" {
  description = "Of the role that a job works as."
  value       = aws_iam_role.job.arn
}

output "bucket" {
  description = "Name of the bucket for the program, plans and logs."
  value       = module.bucket.bucket
}
