# The module edge-function: what it is told, and that it fits.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "density_chosen_for_signed_keys_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    dpr             = true
    signing_secrets = ["signing-secret-of-the-tests"]
  }
}

run "a_signing_secret_that_the_processor_would_read_as_two_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the,tests"]
  }
}

run "an_alphabet_that_the_processor_has_not_is_refused" {
  command         = plan
  expect_failures = [var.alphabet]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name     = "latent"
    alphabet = "latin"
  }
}

run "the_function_fits_with_two_secrets" {
  command = plan

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the-tests-1-which-is-long-0123456789", "signing-secret-of-the-tests-2-which-is-long-0123456789"]
  }

  assert {
    condition     = strcontains(output.code, "isSigned") && !strcontains(output.code, "\n//") && length(output.code) < 9000
    error_message = "The signature check is missing, or there are comments, or it is too long."
  }
}
