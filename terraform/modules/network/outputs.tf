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
  description = "Subnets for the tasks."
  value       = [for zone in local.zones : aws_subnet.private[zone].id]
}
