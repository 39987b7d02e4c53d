# The module certificate: which host it can be for.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_host_that_is_too_long_for_its_certificate_is_refused" {
  command         = plan
  expect_failures = [var.host]

  module {
    source = "./modules/certificate"
  }

  variables {
    host    = "images-of-the-third-department.of-a-company-with-a-long-name.example.org"
    zone_id = "Z1"
  }
}
