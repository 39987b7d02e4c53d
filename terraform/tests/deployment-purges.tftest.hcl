# A whole deployment, its purges: where they go, by what, and whether they get there.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias           = "us_east_1"
  source          = "./tests/mocks/us-east-1"
  override_during = plan
}

variables {
  name            = "latent"
  hosts           = { images = "images.example.org", process = "process.example.org", origin = "origin.example.org" }
  zone            = { id = "Z1" }
  originals       = { bucket = "originals" }
  renditions      = { bucket = "renditions" }
  origin_secrets  = ["origin-secret-of-the-tests-1"]
  referer_secrets = ["referer-secret-of-the-tests-1"]
  processor       = { image = "latent:1.0.0" }
}

run "where_purges_go_follows_from_the_distributions" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "latent:1.0.0", environment = { LATENT_PURGE_DISTRIBUTIONS = "E1" } }
  }
}

run "workers_purge_by_path" {
  command = plan

  assert {
    condition     = local.purge_environment.LATENT_PURGE_BY == "path"
    error_message = "A wildcard path is what every distribution understands."
  }
}

run "workers_purge_by_tag_where_a_variable_says_so" {
  command = plan

  variables {
    cache_tags = true
  }

  assert {
    condition     = local.purge_environment.LATENT_PURGE_BY == "tag"
    error_message = "cache_tags must reach the workers."
  }
}

run "workers_without_a_way_out_are_warned_of" {
  command         = plan
  expect_failures = [check.purges_reach_cloudfront]

  variables {
    egress    = "endpoints"
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0" }
  }
}
