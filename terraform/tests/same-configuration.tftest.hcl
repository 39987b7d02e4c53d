# What is made in the same configuration is not known in the plan, and must not be counted by.

mock_provider "aws" {
  source = "./tests/mocks/eu-west-1"
}

mock_provider "aws" {
  alias  = "us_east_1"
  source = "./tests/mocks/us-east-1"
}

run "certificates_network_and_keys_of_the_same_configuration_are_taken" {
  command = plan

  module {
    source = "./tests/same-configuration"
  }
}
