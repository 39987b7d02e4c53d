# A whole deployment, its buckets: of originals, of renditions, of access logs, with their keys.

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

run "one_bucket_for_both_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "originals" }
  }
}

run "a_bucket_that_is_there_is_left_as_it_is" {
  command = plan

  variables {
    originals = { bucket = "originals", create = false }
  }

  assert {
    condition     = output.originals_bucket == "originals" && local.changes_told_by == "eventbridge"
    error_message = "Policy, encryption, versions, lifecycle and notifications are its owner's."
  }
}

run "a_prefix_without_its_slash_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", key_prefix = "i" }
  }
}

run "a_prefix_that_browsers_would_take_out_of_a_path_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", key_prefix = "i/../" }
  }
}

run "keys_of_ours_encrypt_private_buckets_and_no_website" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1" }
  }
}

run "a_key_of_the_originals_by_its_alias_is_refused" {
  command         = plan
  expect_failures = [var.originals]

  variables {
    originals = { bucket = "originals", kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:alias/originals" }
  }
}

run "a_key_by_its_alias_or_its_id_is_refused" {
  command         = plan
  expect_failures = [var.renditions, var.generated_secrets]

  variables {
    topology          = "failover"
    hosts             = { images = "images.example.org", origin = "origin.example.org" }
    renditions        = { bucket = "renditions", kms_key_arn = "alias/renditions" }
    generated_secrets = { kms_key_arn = "1234abcd-12ab-34cd-56ef-1234567890ab" }
  }
}

run "access_logs_are_one_variable" {
  command = plan

  variables {
    access_logs = { bucket = "aws-waf-logs-example" }
    firewall    = {}
  }

  assert {
    condition     = output.access_log_bucket != null
    error_message = "No bucket for access logs."
  }
}
