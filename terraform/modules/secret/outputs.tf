output "values" {
  description = "The values in their order: the first is sent or signs, the others are accepted too."
  value       = local.is_given ? var.values : [for number in local.generation : aws_ssm_parameter.this[tostring(number)].value]
  sensitive   = true
}
