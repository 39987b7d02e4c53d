# The module account-public-access: an account that lets no website be public is warned of.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "an_account_that_blocks_public_access_is_warned_of" {
  command         = plan
  expect_failures = [check.the_account_lets_a_website_be_public]

  module {
    source = "./modules/account-public-access"
  }

  override_data {
    target = data.aws_s3_account_public_access_block.none_is_well
    values = { block_public_policy = true, restrict_public_buckets = false }
  }

  variables {
    bucket = "renditions"
  }
}
