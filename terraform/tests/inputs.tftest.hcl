# Odd inputs: what AWS would refuse in the middle of an apply, or let through and then fail, is refused in the plan with a sentence.

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

run "tasks_in_no_subnet_are_refused" {
  command         = plan
  expect_failures = [var.network]

  variables {
    network = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"] }
  }
}

run "tasks_in_an_empty_list_of_subnets_are_refused" {
  command         = plan
  expect_failures = [var.network]

  variables {
    network = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], private_subnet_ids = ["subnet-3", "subnet-4"], task_subnet_ids = [] }
  }
}

run "tasks_in_public_subnets_that_are_named_are_taken" {
  command = plan

  variables {
    network = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], task_subnet_ids = ["subnet-1"], public_tasks = true }
  }

  assert {
    condition     = output.subnet_ids.task == tolist(["subnet-1"])
    error_message = "The tasks are elsewhere."
  }
}

run "a_load_balancer_of_theirs_without_its_network_is_refused" {
  command         = plan
  expect_failures = [var.network]

  variables {
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.example.org", zone_id = "Z2"
    }
  }
}

run "a_load_balancer_of_theirs_without_a_name_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    topology = "failover"
    hosts    = { images = "images.example.org" }
    network  = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], private_subnet_ids = ["subnet-3", "subnet-4"] }
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.example.org", zone_id = "Z2"
    }
  }
}

run "a_certificate_for_no_name_is_refused" {
  command         = plan
  expect_failures = [var.certificates]

  variables {
    topology     = "failover"
    exposure     = "vpc-origin"
    hosts        = { images = "images.example.org" }
    certificates = { origin = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" } }
  }
}

run "an_alarm_that_tells_a_topic_of_another_Region_is_refused" {
  command         = plan
  expect_failures = [var.monitoring]

  variables {
    monitoring = { edge_alarm_topic_arns = ["arn:aws:sns:eu-west-1:123456789012:alarms"] }
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

run "a_prefix_that_browsers_would_take_out_of_a_path_is_refused" {
  command         = plan
  expect_failures = [var.renditions]

  variables {
    renditions = { bucket = "renditions", key_prefix = "i/../" }
  }
}

run "a_host_that_no_name_server_has_is_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { images = "a123456789b123456789c123456789d123456789e123456789f123456789g123.example.org", process = "process.example.org", origin = "origin.example.org" }
  }
}

run "Origin_Shield_where_it_is_not_is_warned_of" {
  command         = plan
  expect_failures = [check.origin_shield_is_in_that_region]

  variables {
    origin_shield_region = "eu-north-1"
  }
}

run "a_Region_of_several_takes_what_is_brought" {
  command = plan

  variables {
    topology       = "region"
    latency_region = "eu-west-1"
    hosts          = { images = "images.example.org", origin = "origin.example.org" }
    originals      = { bucket = "their-originals", create = false, kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1" }
    network        = { vpc_id = "vpc-1", public_subnet_ids = ["subnet-1", "subnet-2"], private_subnet_ids = ["subnet-3", "subnet-4"] }
    cluster        = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/theirs", name = "theirs" }
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.eu-west-1.elb.amazonaws.com", zone_id = "Z2"
    }
  }

  assert {
    condition     = aws_route53_record.origin[0].alias[0].name == "theirs.eu-west-1.elb.amazonaws.com" && aws_route53_record.origin[0].set_identifier == "eu-west-1"
    error_message = "The origin host must lead to their load balancer, for those whom this Region is nearest."
  }

  assert {
    condition     = output.services.processor == "latent-processor" && output.services.warm == "latent-warm"
    error_message = "A second deployment in that cluster would find the names taken."
  }
}
