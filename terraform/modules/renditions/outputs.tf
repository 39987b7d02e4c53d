output "bucket" {
  description = "Name of the bucket; with versioning, known only once versions are kept."
  value       = module.bucket.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = local.arn
}

output "regional_domain_name" {
  description = "REST endpoint of the bucket, for CloudFront."
  value       = module.bucket.regional_domain_name
}

output "website_endpoint" {
  description = "Host of the website, http only, or null. Its form differs between Regions: take it from here and never build it."
  value       = try(aws_s3_bucket_website_configuration.this[0].website_endpoint, null)
}

output "website_domain" {
  description = "The Region's own website host, the target of an alias record where the bucket has the record's name; or null."
  value       = try(aws_s3_bucket_website_configuration.this[0].website_domain, null)
}

output "hosted_zone_id" {
  description = "Route 53 zone of that host."
  value       = module.bucket.hosted_zone_id
}

output "routing_rules" {
  description = "The website's rules as S3 received them; empty where there is no website."
  value       = local.routing_rules
}
