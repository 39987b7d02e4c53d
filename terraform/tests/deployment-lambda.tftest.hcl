# A whole deployment whose processor is a function on AWS Lambda: what it cannot be is refused in the plan with a sentence.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name       = "latent"
  topology   = "failover"
  hosts      = {}
  lambda     = {}
  originals  = { bucket = "originals" }
  renditions = { bucket = "renditions" }
  processor  = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0" }
}

run "functions_in_one_region_of_several_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    topology = "region"
    hosts    = { images = "images.example.org" }
  }
}

run "functions_with_a_load_balancers_name_are_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { origin = "origin.example.org" }
    zone  = { id = "Z0" }
  }
}

run "functions_with_a_cluster_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    cluster = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/a", name = "a" }
  }
}

run "admin_tokens_for_functions_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    generated_secrets = { admin = [1] }
  }
}

run "a_function_that_stores_after_the_answer_is_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", environment = { LATENT_WRITE_BACK_WHEN = "after-answer" } }
  }
}

run "what_tasks_are_refused_functions_are_too" {
  command         = plan
  expect_failures = [var.origin_secrets]

  variables {
    origin_secrets = ["too-short"]
  }
}

run "a_function_without_the_secret_is_refused" {
  command         = plan
  expect_failures = [var.origin_secrets]

  variables {
    origin_secrets = []
  }
}

run "a_name_that_Lambda_keeps_for_itself_is_refused_among_the_settings" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", environment = { AWS_REGION = "eu-central-1" } }
  }
}

run "a_Cache_Control_of_functions_that_caches_nothing_is_refused" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", rendition_cache_control = "no-store" }
  }
}
