# The module edge-policies: how long CloudFront keeps what.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name = "latent"
}

run "a_cache_policy_that_keeps_redirects_is_refused" {
  command         = plan
  expect_failures = [aws_cloudfront_cache_policy.this]

  module {
    source = "./modules/edge-policies"
  }

  variables {
    name        = "latent"
    redirects   = true
    default_ttl = 60
  }
}

run "a_cache_policy_that_keeps_nothing_is_refused" {
  command         = plan
  expect_failures = [var.max_ttl]

  module {
    source = "./modules/edge-policies"
  }

  variables {
    redirects = false
    max_ttl   = 0
  }
}
