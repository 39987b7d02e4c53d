# The module firewall: where CloudFront looks for it.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_firewall_outside_us_east_1_is_refused" {
  command         = plan
  expect_failures = [aws_wafv2_web_acl.this]

  module {
    source = "./modules/firewall"
  }

  variables {
    name = "latent"
  }
}
