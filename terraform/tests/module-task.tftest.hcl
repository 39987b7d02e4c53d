# The module task: its size, its image, its end and its logs.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

run "a_task_that_Fargate_does_not_have_and_an_image_that_moves_are_refused" {
  command         = plan
  expect_failures = [var.memory, var.image, var.stop_seconds, var.architecture, var.log_retention_days]

  module {
    source = "./modules/task"
  }

  variables {
    name               = "latent"
    task               = "warm"
    log_group          = "warm"
    description        = "A task"
    policy_name        = "store"
    policy             = "{}"
    execution_role_arn = "arn:aws:iam::123456789012:role/a"
    image              = "latent:latest"
    command            = ["warm"]
    cpu                = 2048
    memory             = 3072
    stop_seconds       = 10
    architecture       = "arm64"
    log_retention_days = 31
  }
}
