# The module renditions: the website's redirects, and who reads the bucket.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
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

run "a_bucket_that_no_distribution_reads_grants_nothing" {
  command = plan

  module {
    source = "./modules/renditions"
  }

  variables {
    bucket            = "renditions"
    cloudfront_reads  = true
    distribution_arns = []
    referer_secrets   = []
  }

  assert {
    condition     = length(data.aws_iam_policy_document.this.statement) == 0
    error_message = "S3 refuses a condition without a value."
  }
}
