# The module access-logs: its bucket's name.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "access_logs_where_no_firewall_could_write_are_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/access-logs"
  }

  variables {
    name   = "latent"
    bucket = "example-logs"
  }
}
