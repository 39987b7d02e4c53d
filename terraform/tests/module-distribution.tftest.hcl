# The module distribution: which origins CloudFront can ask.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
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
