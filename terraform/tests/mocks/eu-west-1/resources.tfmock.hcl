# What is made in the Region, as AWS would name it: what is attached to it is checked for its form.

mock_resource "aws_s3_bucket_website_configuration" {
  defaults = { website_endpoint = "b.s3-website-eu-west-1.amazonaws.com" }
}

mock_resource "aws_acm_certificate_validation" {
  defaults = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
}

mock_resource "aws_acm_certificate" {
  defaults = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", domain_validation_options = [] }
}

mock_resource "aws_ssm_parameter" {
  defaults = { arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/a", version = 1 }
}

mock_resource "aws_s3_bucket" {
  defaults = { bucket_regional_domain_name = "b.s3.eu-west-1.amazonaws.com" }
}

mock_resource "aws_cloudfront_vpc_origin" {
  defaults = { id = "vo_1" }
}

mock_resource "aws_lb" {
  defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1" }
}

mock_resource "aws_lb_target_group" {
  defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1" }
}

mock_resource "aws_lb_listener" {
  defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/1/1" }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::123456789012:role/a" }
}

mock_resource "aws_sqs_queue" {
  defaults = { arn = "arn:aws:sqs:eu-west-1:123456789012:a", url = "https://sqs.example/a" }
}

mock_resource "aws_ecs_task_definition" {
  defaults = { arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/a:1" }
}

mock_resource "aws_appautoscaling_policy" {
  defaults = { arn = "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1" }
}

mock_resource "aws_lambda_function_url" {
  defaults = { function_url = "https://abc.lambda-url.eu-west-1.on.aws/" }
}
