# A whole deployment, its topology: how a miss comes from the website or the distribution to the processor, and what would keep it from arriving.

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

run "the_defaults_are_a_redirect_with_302_and_TTL_0" {
  command = plan

  assert {
    condition     = output.routing_rules[0].Redirect == { Protocol = "https", HostName = "process.example.org", HttpRedirectCode = "302" }
    error_message = "The rule is not the one of routing-rules/missing.json."
  }

  assert {
    condition     = length(output.routing_rules) == 1
    error_message = "With the secret Referer there is one rule."
  }
}

run "a_public_website_has_both_rules_and_a_warning" {
  command         = plan
  expect_failures = [check.public_behind_cloudfront]

  variables {
    renditions = { bucket = "renditions", access = "public", key_prefix = "i/" }
  }

  assert {
    condition     = [for rule in output.routing_rules : rule.Condition.HttpErrorCodeReturnedEquals] == ["404", "403"]
    error_message = "Without list a miss is 403, so there must be a rule for it."
  }

  assert {
    condition     = alltrue([for rule in output.routing_rules : rule.Condition.KeyPrefixEquals == "i/"])
    error_message = "The prefix is lost."
  }
}

run "a_307_is_allowed" {
  command = plan

  variables {
    redirect = { code = 307 }
  }

  assert {
    condition     = output.routing_rules[0].Redirect.HttpRedirectCode == "307"
    error_message = "The code is lost."
  }
}

run "an_unknown_topology_is_refused" {
  command         = plan
  expect_failures = [var.topology]

  variables {
    topology = "redirects"
  }
}

run "a_default_TTL_in_front_of_redirects_is_refused" {
  command         = plan
  expect_failures = [var.caching]

  variables {
    caching = { default_ttl = 86400 }
  }
}

run "failover_without_403_is_refused" {
  command         = plan
  expect_failures = [var.failover_status_codes]

  variables {
    topology              = "failover"
    hosts                 = { images = "images.example.org", origin = "origin.example.org" }
    failover_status_codes = [404, 500, 502, 503, 504]
  }
}

run "the_original_design_has_a_website_and_one_distribution" {
  command = plan

  variables {
    images_distribution = false
    renditions          = { bucket = "images.example.org", access = "public" }
  }

  assert {
    condition     = output.images_distribution_id == null && output.images_function_name == null && length(output.routing_rules) == 2
    error_message = "There is a first distribution, or the rule for 403 is missing."
  }

  assert {
    condition     = [for record in aws_route53_record.website : "${record.zone_id} ${record.name} ${record.type} ${record.alias[0].evaluate_target_health}"] == ["Z1 images.example.org A false"] && length(aws_route53_record.images) == 0
    error_message = "The images host must lead to the website itself."
  }
}

run "a_website_of_another_name_without_its_distribution_is_refused" {
  command         = plan
  expect_failures = [var.images_distribution]

  variables {
    images_distribution = false
    renditions          = { bucket = "renditions", access = "public" }
  }
}

run "a_small_site_has_no_name_of_its_own_and_pays_for_no_gateway" {
  command = plan

  variables {
    topology = "failover"
    hosts    = {}
    zone     = null
    exposure = "vpc-origin"
    egress   = "public"
  }

  assert {
    condition     = length(module.network[0].public_subnet_ids) == 2 && module.processor[0].vpc_origin != null
    error_message = "The load balancer must be reached inside the network."
  }
}
