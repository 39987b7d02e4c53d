# The module monitoring: whom its alarms tell.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name = "latent"
}

run "alarms_of_the_Region_that_tell_topics_of_another_are_refused" {
  command         = plan
  expect_failures = [aws_cloudwatch_metric_alarm.this]

  module {
    source = "./modules/monitoring"
  }

  variables {
    function_name    = "latent-processor"
    log_group_name   = "/latent/processor-function"
    alarm_topic_arns = ["arn:aws:sns:us-east-1:123456789012:alarms"]
  }
}
