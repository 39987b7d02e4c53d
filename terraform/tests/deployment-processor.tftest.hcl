# A whole deployment, its processor: name, image, tasks and settings.

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

run "names_that_AWS_keeps_for_itself_are_refused" {
  command         = plan
  expect_failures = [var.name]

  variables {
    name = "aws-images"
  }
}

run "an_image_in_the_registry_is_looked_for" {
  command = plan

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/latent:1.0.0" }
  }

  assert {
    condition     = module.processor[0].checked_image == "team/latent"
    error_message = "An image in ECR must be asked for in the plan: a service whose image is missing starts nothing."
  }
}

run "an_image_that_no_task_could_fetch_is_warned_of" {
  command         = plan
  expect_failures = [check.the_image_can_be_fetched]

  variables {
    egress    = "endpoints"
    workers   = null
    processor = { image = "registry.example.org/latent:1.0.0" }
  }
}

run "a_single_task_is_warned_of" {
  command         = plan
  expect_failures = [check.a_zone_may_be_lost]

  variables {
    processor = { image = "latent:1.0.0", min_tasks = 1 }
  }
}

run "a_fallback_picture_is_a_setting_like_others" {
  command = plan

  variables {
    processor = { image = "latent:1.0.0", environment = { LATENT_FALLBACK_PICTURE = "builtin", LATENT_FALLBACK_STATUS = "200" } }
  }

  assert {
    condition     = module.processor[0].environment["LATENT_FALLBACK_PICTURE"] == "builtin" && module.processor[0].environment["LATENT_FALLBACK_STATUS"] == "200"
    error_message = "What is set must arrive."
  }
}

run "the_alphabet_of_the_processor_is_that_of_both_functions_at_the_edge" {
  command = plan

  variables {
    processor = { image = "registry/latent:1", environment = { LATENT_KEYS_ALPHABET = "unicode" } }
  }

  assert {
    condition     = strcontains(module.images_function[0].code, "\"unicode\":true") && strcontains(module.process_function[0].code, "\"unicode\":true")
    error_message = "A function at the edge would refuse every key that needs an escape."
  }
}

run "secrets_and_what_follows_from_other_variables_are_refused_among_the_settings" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "latent:1.0.0", environment = { LATENT_ADMIN_TOKENS = "admin-token-of-the-tests-1" } }
  }
}
