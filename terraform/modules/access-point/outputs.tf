output "alias" {
  description = "Alias of the access point."
  value       = local.alias
}

output "arn" {
  description = "ARN of the access point."
  value       = local.arn
}

output "domain_name" {
  description = "Host of the access point, for CloudFront."
  value       = aws_s3control_multi_region_access_point.this.domain_name
}

output "origin_access_control_id" {
  description = "Id of the origin access control, or null."
  value       = try(aws_cloudfront_origin_access_control.this[0].id, null)
}
