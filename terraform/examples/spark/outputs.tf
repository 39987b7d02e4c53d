output "application_id" {
  description = "Of the application, for `aws emr-serverless start-job-run`."
  value       = module.spark.application_id
}

output "role_arn" {
  description = "Of the role that a job works as."
  value       = module.spark.role_arn
}

output "bucket" {
  description = "Name of the bucket for the program, plans and logs."
  value       = module.spark.bucket
}
