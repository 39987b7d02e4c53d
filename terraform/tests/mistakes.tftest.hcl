# The known mistakes, each refused in the plan with a sentence.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-west-1a", "eu-west-1b", "eu-west-1c"], zone_ids = ["euw1-az1", "euw1-az2", "euw1-az3"] }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_data "aws_region" {
    defaults = { id = "eu-west-1", region = "eu-west-1" }
  }

  mock_resource "aws_s3_bucket_website_configuration" {
    defaults = { website_endpoint = "b.s3-website-eu-west-1.amazonaws.com" }
  }

  mock_resource "aws_acm_certificate_validation" {
    defaults = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", domain_validation_options = [] }
  }

  mock_data "aws_servicequotas_service_quota" {
    defaults = { value = 100 }
  }

  mock_data "aws_secretsmanager_random_password" {
    defaults = { random_password = "made-once-and-kept-0123456789abcdefghijklmnopqrs" }
  }

  mock_resource "aws_ssm_parameter" {
    defaults = { arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/a", version = 1 }
  }

  mock_resource "aws_s3_bucket" {
    defaults = { bucket_regional_domain_name = "b.s3.eu-west-1.amazonaws.com" }
  }

  mock_resource "aws_cloudfront_vpc_origin" {
    defaults = { id = "vo_1" }
  }

  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1" }
  }

  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1" }
  }

  mock_resource "aws_lb_listener" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/1/1" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/a" }
  }

  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:123456789012:a", url = "https://sqs.example/a" }
  }

  mock_resource "aws_ecs_task_definition" {
    defaults = { arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/a:1" }
  }

  mock_resource "aws_appautoscaling_policy" {
    defaults = { arn = "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1" }
  }
}

mock_provider "aws" {
  alias           = "us_east_1"
  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "us-east-1", region = "us-east-1" }
  }

  mock_resource "aws_acm_certificate_validation" {
    defaults = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }

  mock_resource "aws_acm_certificate" {
    defaults = { arn = "arn:aws:acm:us-east-1:123456789012:certificate/1", domain_validation_options = [] }
  }

  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/a/1" }
  }
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

run "a_website_that_redirects_to_itself_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "images.example.org", origin = "origin.example.org" }
  }
}

run "a_distribution_that_is_its_own_origin_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "process.example.org", origin = "process.example.org" }
  }
}

run "a_host_with_a_scheme_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", process = "https://process.example.org", origin = "origin.example.org" }
  }
}

run "a_redirect_without_a_process_host_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "images.example.org", origin = "origin.example.org" }
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

run "a_certificate_of_another_Region_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    certificates = { images = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" } }
  }
}

run "no_zone_and_no_certificates_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    zone = null
  }
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

run "one_bucket_for_both_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "originals" }
  }
}

run "a_prefix_without_its_slash_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", key_prefix = "i" }
  }
}

run "an_unknown_topology_is_refused" {
  command         = plan
  expect_failures = [var.topology]

  variables {
    topology = "redirects"
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
