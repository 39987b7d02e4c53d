# The mistakes that only the parts can make, for those who compose them themselves.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "eu-west-1", name = "eu-west-1" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_permanent_redirect_is_refused" {
  command         = plan
  expect_failures = [var.website]

  module {
    source = "./modules/renditions"
  }

  variables {
    bucket          = "renditions"
    website         = { processor_host = "process.example.org", redirect_code = 301 }
    referer_secrets = ["referer-secret-of-the-tests-1"]
  }
}

run "a_redirect_to_http_is_refused" {
  command         = plan
  expect_failures = [var.website]

  module {
    source = "./modules/renditions"
  }

  variables {
    bucket          = "renditions"
    website         = { processor_host = "process.example.org", protocol = "http" }
    referer_secrets = ["referer-secret-of-the-tests-1"]
  }
}

run "a_website_that_is_its_own_processor_is_refused" {
  command         = plan
  expect_failures = [var.website]

  module {
    source = "./modules/renditions"
  }

  variables {
    bucket          = "renditions"
    website         = { processor_host = "images.example.org", own_host = "images.example.org" }
    referer_secrets = ["referer-secret-of-the-tests-1"]
  }
}

run "a_cache_policy_that_keeps_redirects_is_refused" {
  command         = plan
  expect_failures = [aws_cloudfront_cache_policy.this]

  module {
    source = "./modules/edge-policies"
  }

  variables {
    name        = "latent"
    redirects   = true
    default_ttl = 60
  }
}

run "a_website_as_the_primary_of_a_failover_is_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/distribution"
  }

  variables {
    name                       = "latent"
    comment                    = "images"
    host                       = { name = "images.example.org", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
    bucket                     = { domain_name = "b.s3-website-eu-west-1.amazonaws.com", origin_access_control_id = "E1" }
    processor                  = { domain_name = "origin.example.org" }
    origin_secret              = "origin-secret-of-the-tests-1"
    cache_policy_id            = "1"
    origin_request_policy_id   = "1"
    response_headers_policy_id = "1"
    function_arn               = "arn:aws:cloudfront::123456789012:function/a"
  }
}

run "a_REST_endpoint_as_a_website_is_refused" {
  command         = plan
  expect_failures = [var.website]

  module {
    source = "./modules/distribution"
  }

  variables {
    name                       = "latent"
    comment                    = "images"
    host                       = { name = "images.example.org", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
    website                    = { endpoint = "b.s3.eu-west-1.amazonaws.com", access = "public" }
    cache_policy_id            = "1"
    response_headers_policy_id = "1"
    function_arn               = "arn:aws:cloudfront::123456789012:function/a"
  }
}

run "a_load_balancers_own_name_as_the_origin_is_refused" {
  command         = plan
  expect_failures = [var.processor]

  module {
    source = "./modules/distribution"
  }

  variables {
    name                       = "latent"
    comment                    = "processor"
    host                       = { name = "process.example.org", certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
    processor                  = { domain_name = "latent-1.eu-west-1.elb.amazonaws.com" }
    origin_secret              = "origin-secret-of-the-tests-1"
    cache_policy_id            = "1"
    origin_request_policy_id   = "1"
    response_headers_policy_id = "1"
    function_arn               = "arn:aws:cloudfront::123456789012:function/a"
  }
}

run "a_firewall_outside_us_east_1_is_refused" {
  command         = plan
  expect_failures = [aws_wafv2_web_acl.this]

  module {
    source = "./modules/firewall"
  }

  variables {
    name = "latent"
  }
}

run "density_chosen_for_signed_keys_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    dpr             = true
    signing_secrets = ["signing-secret-of-the-tests"]
  }
}

run "a_signing_secret_that_the_processor_would_read_as_two_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the,tests"]
  }
}

run "the_function_fits_with_two_secrets" {
  command = plan

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the-tests-1-which-is-long-0123456789", "signing-secret-of-the-tests-2-which-is-long-0123456789"]
  }

  assert {
    condition     = strcontains(output.code, "isSigned") && !strcontains(output.code, "\n//") && length(output.code) < 9000
    error_message = "The signature check is missing, or there are comments, or it is too long."
  }
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
