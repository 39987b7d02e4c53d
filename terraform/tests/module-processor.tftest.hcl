# The module processor: its secrets, its settings, and the load balancer and cluster it is in.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name           = "latent"
  origin_secrets = ["origin-secret-of-the-tests-1"]
}

run "a_processor_that_wildcards_could_enter_is_refused" {
  command         = plan
  expect_failures = [var.origin_secrets]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["*-this-would-match-everything"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
  }
}

run "a_processor_with_a_signing_secret_too_short_or_in_its_environment_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets, var.environment]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    signing_secrets   = ["too-short"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
    environment       = { LATENT_KEYS_SIGNING_SECRETS = "signing-secret-of-the-tests" }
  }
}

run "a_Cache_Control_that_caches_nothing_is_refused" {
  command         = plan
  expect_failures = [var.rendition_cache_control]

  module {
    source = "./modules/processor"
  }

  variables {
    name                    = "latent"
    vpc_id                  = "vpc-1"
    public_subnet_ids       = ["subnet-1", "subnet-2"]
    task_subnet_ids         = ["subnet-3", "subnet-4"]
    certificate             = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets          = ["origin-secret-of-the-tests-1"]
    originals_bucket        = "originals"
    originals_arn           = "arn:aws:s3:::originals"
    renditions_bucket       = "renditions"
    renditions_arn          = "arn:aws:s3:::renditions"
    image                   = "latent:1.0.0"
    rendition_cache_control = "no-store"
  }
}

run "a_processor_that_overrides_what_follows_from_other_variables_or_has_a_reserved_name_is_refused" {
  command         = plan
  expect_failures = [var.environment, var.name]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "ssm-images"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
    environment       = { LATENT_HTTP_PORT = "80" }
  }
}

run "a_load_balancer_on_the_internet_without_TLS_is_refused" {
  command         = plan
  expect_failures = [var.certificate]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
  }
}

run "in_a_cluster_and_behind_a_load_balancer_of_theirs_the_service_has_the_deployments_name_and_is_asked_as_the_listener_speaks" {
  command = plan

  module {
    source = "./modules/processor"
  }

  variables {
    vpc_id             = "vpc-1"
    private_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids    = ["subnet-3", "subnet-4"]
    exposure           = "vpc-origin"
    cluster            = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/theirs", name = "theirs" }
    load_balancer = {
      arn               = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/theirs/1", arn_suffix = "app/theirs/1"
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/theirs/1/1"
      security_group_id = "sg-theirs", dns_name = "theirs.eu-west-1.elb.amazonaws.com", zone_id = "Z2"
    }
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
  }

  assert {
    condition     = aws_ecs_service.this.name == "latent-processor"
    error_message = "A second deployment in that cluster would find the name taken."
  }

  assert {
    condition     = aws_cloudfront_vpc_origin.this[0].vpc_origin_endpoint_config[0].origin_protocol_policy == "https-only"
    error_message = "Their listener speaks TLS unless they say that it does not."
  }
}
