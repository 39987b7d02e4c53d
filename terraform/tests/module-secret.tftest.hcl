# The module secret: its generations.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_third_generation_of_a_secret_is_refused" {
  command         = plan
  expect_failures = [var.generations]

  module {
    source = "./modules/secret"
  }

  variables {
    name        = "latent"
    purpose     = "origin-secret"
    generations = [1, 2, 3]
  }
}
