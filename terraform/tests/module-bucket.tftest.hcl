# The module bucket: which names S3 takes.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "names_of_buckets_that_S3_refuses_are_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/bucket"
  }

  variables {
    bucket = "Example_Originals"
  }
}

run "an_address_as_the_name_of_a_bucket_is_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/bucket"
  }

  variables {
    bucket = "192.168.5.4"
  }
}

run "a_name_of_a_bucket_that_is_too_long_is_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/bucket"
  }

  variables {
    bucket = "a123456789b123456789c123456789d123456789e123456789f123456789-originals"
  }
}

run "a_bucket_may_have_the_name_of_a_host" {
  command = plan

  module {
    source = "./modules/bucket"
  }

  variables {
    bucket = "images.example.org"
  }

  assert {
    condition     = aws_s3_bucket.this.bucket == "images.example.org"
    error_message = "A website that visitors ask themselves has its host's name."
  }
}
