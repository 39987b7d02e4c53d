# What somebody brings is used or left alone, what is made is kept, and what changes destroys nothing that serves.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

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

run "what_an_organization_has_is_used" {
  command = plan

  variables {
    network = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], private_subnet_ids = ["subnet-3", "subnet-4"] }
    cluster = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/theirs", name = "theirs" }
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.eu-west-1.elb.amazonaws.com", zone_id = "Z2", rule_priority = 77
    }
    web_acl_arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/theirs/1"
    roles       = { path = "/teams/", permissions_boundary = "arn:aws:iam::123456789012:policy/boundary" }
  }

  assert {
    condition     = output.cluster.name == "theirs" && output.load_balancer.security_group_id == "sg-theirs" && output.firewall_arn == var.web_acl_arn
    error_message = "Something of ours is made beside theirs."
  }
}

run "a_firewall_of_ours_beside_theirs_and_one_of_a_Region_are_refused" {
  command         = plan
  expect_failures = [var.web_acl_arn]

  variables {
    web_acl_arn = "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1"
    firewall    = {}
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

run "keys_of_ours_encrypt_private_buckets_and_no_website" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1" }
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

run "a_load_balancer_on_the_internet_without_a_name_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    topology = "failover"
    hosts    = { images = "images.example.org" }
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

run "where_purges_go_follows_from_the_distributions" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "latent:1.0.0", environment = { LATENT_PURGE_DISTRIBUTIONS = "E1" } }
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

run "a_purge_on_request_that_no_distribution_hears_of_is_warned_of" {
  command         = plan
  expect_failures = [check.purges_on_request_reach_cloudfront]

  variables {
    generated_secrets = { admin = [1] }
  }
}

run "an_admin_token_that_could_be_guessed_is_refused" {
  command         = plan
  expect_failures = [var.admin_tokens]

  variables {
    admin_tokens = ["a-short-token"]
  }
}
