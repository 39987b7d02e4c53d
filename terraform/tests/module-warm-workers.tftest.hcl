# The module warm-workers: their first step.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "workers_whose_first_step_would_be_empty_are_refused" {
  command         = plan
  expect_failures = [var.messages_per_worker]

  module {
    source = "./modules/warm-workers"
  }

  variables {
    name                = "latent"
    cluster_arn         = "arn:aws:ecs:eu-west-1:123456789012:cluster/a"
    cluster_name        = "a"
    execution_role_arn  = "arn:aws:iam::123456789012:role/a"
    task_subnet_ids     = ["subnet-3", "subnet-4"]
    security_group_id   = "sg-1"
    queue_url           = "https://sqs.example/a"
    queue_arn           = "arn:aws:sqs:eu-west-1:123456789012:a"
    queue_name          = "a"
    originals_arn       = "arn:aws:s3:::originals"
    renditions_arn      = "arn:aws:s3:::renditions"
    image               = "latent:1.0.0"
    messages_per_worker = 1
  }
}
