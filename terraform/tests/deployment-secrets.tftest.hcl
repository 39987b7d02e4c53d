# A whole deployment, its secrets: given or made, rotated, and the tokens of administrators.

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

run "a_website_without_its_secret_is_refused" {
  command         = plan
  expect_failures = [var.referer_secrets]

  variables {
    referer_secrets = []
  }
}

run "three_secrets_are_refused" {
  command         = plan
  expect_failures = [var.referer_secrets]

  variables {
    referer_secrets = ["referer-secret-of-the-tests-1", "referer-secret-of-the-tests-2", "referer-secret-of-the-tests-3"]
  }
}

run "secrets_are_made_once_and_one_more_while_they_are_rotated" {
  command = plan

  variables {
    origin_secrets    = null
    referer_secrets   = null
    generated_secrets = { origin = [2, 1], referer = [1], signing = [1] }
  }

  assert {
    condition     = nonsensitive(length(module.origin_secret.values)) == 2 && nonsensitive(length(module.referer_secret[0].values)) == 1 && nonsensitive(length(module.signing_secret.values)) == 1
    error_message = "Each generation is one value."
  }
}

run "no_generation_of_a_secret_is_refused" {
  command         = plan
  expect_failures = [var.generated_secrets]

  variables {
    origin_secrets    = null
    generated_secrets = { origin = [], referer = [1] }
  }
}

run "admin_tokens_are_made_once_like_other_secrets" {
  command = plan

  variables {
    generated_secrets = { admin = [2, 1] }
    admin             = { distribution_ids = ["E1A2B3C4D5E6F7"] }
  }

  assert {
    condition     = nonsensitive(length(module.admin_secret.values)) == 2 && module.processor[0].is_administered
    error_message = "Each generation is one token, and the processor gets them."
  }
}

run "without_admin_tokens_there_is_no_such_page" {
  command = plan

  assert {
    condition     = !module.processor[0].is_administered
    error_message = "Nobody asked for it."
  }
}

run "an_admin_token_that_could_be_guessed_is_refused" {
  command         = plan
  expect_failures = [var.admin_tokens]

  variables {
    admin_tokens = ["a-short-token"]
  }
}

run "a_purge_on_request_that_no_distribution_hears_of_is_warned_of" {
  command         = plan
  expect_failures = [check.purges_on_request_reach_cloudfront]

  variables {
    generated_secrets = { admin = [1] }
  }
}
