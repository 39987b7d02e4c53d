output "url" {
  description = "Address of the repository, to which `:TAG` is added. Spelt and not asked of AWS, so that a plan in the same configuration knows it."
  value       = "${data.aws_caller_identity.this.account_id}.dkr.ecr.${local.region}.${data.aws_partition.this.dns_suffix}/${var.name}"
}

output "registry" {
  description = "Host of the registry, for `docker login`."
  value       = "${data.aws_caller_identity.this.account_id}.dkr.ecr.${local.region}.${data.aws_partition.this.dns_suffix}"
}

output "arn" {
  description = "ARN of the repository."
  value       = aws_ecr_repository.this.arn
}
