# A whole deployment, its network, cluster and load balancer: made here, or brought by who has them.

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
