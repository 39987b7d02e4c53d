# The Region in which CloudFront looks for certificates and firewalls.

mock_data "aws_region" {
  defaults = { id = "us-east-1", region = "us-east-1" }
}
