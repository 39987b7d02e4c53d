output "topology" {
  description = "Which topology this is."
  value       = var.topology
}

output "hosts" {
  description = "The hosts by role; `images` is CloudFront's own name where you gave none."
  value = {
    images  = var.hosts.images != null ? var.hosts.images : local.images_distribution.domain_name
    process = var.hosts.process
    origin  = var.hosts.origin
  }
}

output "originals_bucket" {
  description = "Name of the originals bucket."
  value       = module.originals.bucket
}

output "originals_arn" {
  description = "ARN of the originals bucket."
  value       = module.originals.arn
}

output "renditions_bucket" {
  description = "Name of the renditions bucket."
  value       = module.renditions.bucket
}

output "renditions_arn" {
  description = "ARN of the renditions bucket."
  value       = module.renditions.arn
}

output "renditions_domain_name" {
  description = "REST endpoint of a private renditions bucket, or null."
  value       = local.is_website ? null : module.renditions.regional_domain_name
}

output "website_endpoint" {
  description = "Host of the website, or null where there is none."
  value       = module.renditions.website_endpoint
}

output "routing_rules" {
  description = "The website's rules as S3 received them; empty where there is no website."
  value       = module.renditions.routing_rules
}

output "images_distribution_id" {
  description = "Id of the distribution of the images host, or null."
  value       = local.images_distribution.id
}

output "process_distribution_id" {
  description = "Id of the distribution of the process host, or null."
  value       = try(module.process_distribution[0].id, null)
}

output "distribution_arns" {
  description = "ARNs of the distributions."
  value       = local.distribution_arns
}

output "images_function_name" {
  description = "Name of the function of the images host, or null."
  value       = try(module.images_function[0].name, null)
}

output "process_function_name" {
  description = "Name of the function of the process host, or null."
  value       = try(module.process_function[0].name, null)
}

output "task_role_arn" {
  description = "Role of the processor."
  value       = local.on_fargate ? module.processor[0].task_role_arn : module.lambda_processor[0].role_arn
}

output "workers_role_arn" {
  description = "Role of the warm workers, or null."
  value       = try(module.warm_workers[0].role_arn, module.lambda_warm[0].role_arn, null)
}

output "processor_environment" {
  description = "Settings of the processor by their environment names, without the secrets: what a processor started elsewhere would need too."
  value       = local.on_fargate ? module.processor[0].environment : local.function_environment
}

output "changes_queue_url" {
  description = "URL of the queue of changed originals, or null."
  value       = try(module.changes[0].queue_url, null)
}

output "changes_dead_letter_queue_url" {
  description = "URL of its dead-letter queue, or null."
  value       = try(module.changes[0].dead_letter_queue_url, null)
}

output "load_balancer_dns_name" {
  description = "The load balancer's own name: the target of the origin host's record where you make it."
  value       = local.processor.load_balancer_dns_name
}

output "dashboard_name" {
  description = "Name of the dashboard."
  value       = module.monitoring.dashboard_name
}

output "images_distribution" {
  description = "The images host's distribution for those who make records, policies or alarms of their own: id, ARN, domain name and hosted zone; all null where there is none."
  value       = local.images_distribution
}

output "process_distribution" {
  description = "The same of the process host's."
  value = {
    id             = try(module.process_distribution[0].id, null)
    arn            = try(module.process_distribution[0].arn, null)
    domain_name    = try(module.process_distribution[0].domain_name, null)
    hosted_zone_id = try(module.process_distribution[0].hosted_zone_id, null)
  }
}

output "vpc_id" {
  description = "Network of the processor."
  value       = local.network.vpc_id
}

output "subnet_ids" {
  description = "Its subnets: public, private, and those of the tasks."
  value = {
    public  = local.network.public_subnet_ids
    private = local.network.private_subnet_ids
    task    = local.network.task_subnet_ids
  }
}

output "task_security_group_id" {
  description = "Security group of the tasks."
  value       = local.on_fargate ? module.processor[0].task_security_group_id : null
}

output "load_balancer" {
  description = "The processor's load balancer: ARN, DNS name, hosted zone and security group."
  value = {
    arn               = local.processor.load_balancer_arn
    dns_name          = local.processor.load_balancer_dns_name
    hosted_zone_id    = local.processor.load_balancer_zone_id
    security_group_id = local.processor.load_balancer_security_group_id
  }
}

output "cluster" {
  description = "The ECS cluster: ARN and name."
  value       = { arn = local.on_fargate ? module.processor[0].cluster_arn : null, name = local.on_fargate ? module.processor[0].cluster_name : null }
}

output "services" {
  description = "Names of the ECS services: the processor's, and the workers' or null."
  value       = { processor = local.on_fargate ? module.processor[0].service_name : null, warm = try(module.warm_workers[0].service_name, null) }
}

output "log_groups" {
  description = "Names of the log groups: the processor's, and the workers' or null."
  value = {
    processor = local.on_fargate ? module.processor[0].log_group_name : module.lambda_processor[0].log_group_name
    warm      = try(module.warm_workers[0].log_group_name, module.lambda_warm[0].log_group_name, null)
  }
}

output "functions" {
  description = "Names of the functions of AWS Lambda, the processor's and the workers'; null where there are tasks."
  value       = { processor = try(module.lambda_processor[0].name, null), warm = try(module.lambda_warm[0].name, null) }
}

output "alarm_arns" {
  description = "ARNs of the alarms by name: those of the Region, and those of us-east-1 for the distributions."
  value       = merge(module.monitoring.alarm_arns, { for name, alarm in aws_cloudwatch_metric_alarm.edge : name => alarm.arn })
}

output "firewall_arn" {
  description = "ARN of the firewall before the distributions, or null."
  value       = local.web_acl_arn
}

output "access_log_bucket" {
  description = "Bucket of the access logs, or null."
  value       = try(module.access_logs[0].bucket, null)
}
