# The module spark-application: its release and its size.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_release_of_emr_with_spark_3_is_refused" {
  command         = plan
  expect_failures = [var.release_label]

  module {
    source = "./modules/spark-application"
  }

  variables {
    name              = "latent-spark"
    bucket            = "spark"
    originals_bucket  = "originals"
    renditions_bucket = "renditions"
    release_label     = "emr-7.9.0"
  }
}

run "a_job_that_could_have_no_executor_is_refused" {
  command         = plan
  expect_failures = [var.max_vcpus]

  module {
    source = "./modules/spark-application"
  }

  variables {
    name              = "latent-spark"
    bucket            = "spark"
    originals_bucket  = "originals"
    renditions_bucket = "renditions"
    max_vcpus         = 4
  }
}
