# The module account-fargate-quota: an account that has too little is warned of.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_quota_that_is_too_small_is_warned_of" {
  command         = plan
  expect_failures = [check.the_account_has_room_on_fargate]

  module {
    source = "./modules/account-fargate-quota"
  }

  override_data {
    target = data.aws_servicequotas_service_quota.fargate
    values = { value = 6 }
  }

  variables {
    cores = 20
  }
}
