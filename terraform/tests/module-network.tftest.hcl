# The module network: its zones.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "zones_that_the_Region_does_not_have_are_refused" {
  command         = plan
  expect_failures = [aws_vpc.this]

  module {
    source = "./modules/network"
  }

  variables {
    name     = "latent"
    zone_ids = ["euw1-az1", "euw1-lon1-az1"]
  }
}
