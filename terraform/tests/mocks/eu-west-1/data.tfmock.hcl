# The account and its Region as every test finds them.

mock_data "aws_partition" {
  defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
}

mock_data "aws_caller_identity" {
  defaults = { account_id = "123456789012" }
}

mock_data "aws_availability_zones" {
  defaults = { names = ["eu-west-1a", "eu-west-1b", "eu-west-1c"], zone_ids = ["euw1-az1", "euw1-az2", "euw1-az3"] }
}

mock_data "aws_iam_policy_document" {
  defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
}

mock_data "aws_region" {
  defaults = { id = "eu-west-1", region = "eu-west-1" }
}

mock_data "aws_servicequotas_service_quota" {
  defaults = { value = 100 }
}

mock_data "aws_secretsmanager_random_password" {
  defaults = { random_password = "made-once-and-kept-0123456789abcdefghijklmnopqrs" }
}
