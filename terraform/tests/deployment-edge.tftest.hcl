# A whole deployment, what stands at the edge or watches it: firewall, Origin Shield, alarms.

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

run "a_firewall_of_ours_beside_theirs_and_one_of_a_Region_are_refused" {
  command         = plan
  expect_failures = [var.web_acl_arn]

  variables {
    web_acl_arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1"
    firewall    = {}
  }
}

run "a_firewall_before_no_distribution_is_refused" {
  command         = plan
  expect_failures = [var.web_acl_arn]

  variables {
    topology = "region"
    hosts    = { images = "images.example.org", origin = "origin.example.org" }
    firewall = {}
  }
}

run "Origin_Shield_where_it_is_not_is_warned_of" {
  command         = plan
  expect_failures = [check.origin_shield_is_in_that_region]

  variables {
    origin_shield_region = "eu-north-1"
  }
}

run "an_alarm_that_tells_a_topic_of_another_Region_is_refused" {
  command         = plan
  expect_failures = [var.monitoring]

  variables {
    monitoring = { edge_alarm_topic_arns = ["arn:aws:sns:eu-west-1:123456789012:alarms"] }
  }
}
