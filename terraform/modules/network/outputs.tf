output "vpc_id" {
  description = "Id of the network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets for an internet-facing load balancer."
  value       = [for zone in local.zones : aws_subnet.public[zone].id]

  # An internet-facing load balancer is refused in a network without a way in.
  depends_on = [aws_route.public]
}

output "private_subnet_ids" {
  description = "Subnets without a way in from outside."
  value       = [for zone in local.zones : aws_subnet.private[zone].id]
}

output "task_subnet_ids" {
  description = "Subnets for the tasks, once there is a way out of them: a task that starts earlier fails for want of its image."
  value       = [for zone in local.zones : var.egress == "public" ? aws_subnet.public[zone].id : aws_subnet.private[zone].id]

  depends_on = [
    aws_route.nat, aws_route.public, aws_route_table_association.private, aws_route_table_association.public,
    aws_vpc_endpoint.s3, aws_vpc_endpoint.service, aws_vpc_security_group_ingress_rule.endpoints,
  ]
}
