# Odd inputs of the parts: what AWS would refuse in the middle of an apply is refused in the plan, and what follows from an input that no example has.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "eu-west-1", region = "eu-west-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_partition" {
    defaults = { partition = "aws", dns_suffix = "amazonaws.com" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/a" }
  }

  mock_resource "aws_ssm_parameter" {
    defaults = { arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/a", version = 1 }
  }

  mock_resource "aws_ecs_task_definition" {
    defaults = { arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/a:1" }
  }

  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/1" }
  }

  mock_resource "aws_lambda_function_url" {
    defaults = { function_url = "https://abc.lambda-url.eu-west-1.on.aws/" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name           = "latent"
  origin_secrets = ["origin-secret-of-the-tests-1"]
  function       = "processor"
  description    = "The processor of the tests"
  image          = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"
  command        = ["serve"]
  policy         = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  policy_name    = "store"
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

run "a_host_that_is_too_long_for_its_certificate_is_refused" {
  command         = plan
  expect_failures = [var.host]

  module {
    source = "./modules/certificate"
  }

  variables {
    host    = "images-of-the-third-department.of-a-company-with-a-long-name.example.org"
    zone_id = "Z1"
  }
}

run "a_cache_policy_that_keeps_nothing_is_refused" {
  command         = plan
  expect_failures = [var.max_ttl]

  module {
    source = "./modules/edge-policies"
  }

  variables {
    redirects = false
    max_ttl   = 0
  }
}

run "copies_by_the_alias_of_a_key_are_refused" {
  command         = plan
  expect_failures = [var.kms_key_arns]

  module {
    source = "./modules/replication"
  }

  variables {
    source_bucket      = "one"
    source_arn         = "arn:aws:s3:::one"
    destination_bucket = "other"
    destination_arn    = "arn:aws:s3:::other"
    kms_key_arns       = { source = "arn:aws:kms:eu-west-1:123456789012:key/1", destination = "arn:aws:kms:us-east-2:123456789012:alias/copies" }
  }
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

run "an_image_of_another_Region_is_refused" {
  command         = plan
  expect_failures = [aws_lambda_function.this]

  module {
    source = "./modules/lambda-function"
  }

  variables {
    image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/latent:1.0.0"
  }
}

run "a_function_that_CloudFront_asks_has_a_URL_whether_or_not_its_image_is_looked_for" {
  command = plan

  module {
    source = "./modules/lambda-function"
  }

  variables {
    called_by_cloudfront = true
    check_image          = false
  }

  assert {
    condition     = length(aws_lambda_function_url.this) == 1 && length(data.aws_ecr_image.push_this_image_first) == 0
    error_message = "CloudFront would have nobody to ask."
  }
}

run "a_function_that_works_off_a_queue_has_no_URL" {
  command = plan

  module {
    source = "./modules/lambda-function"
  }

  variables {
    queue = { arn = "arn:aws:sqs:eu-west-1:123456789012:a", max_concurrency = 2 }
  }

  assert {
    condition     = length(aws_lambda_function_url.this) == 0 && length(data.aws_ecr_image.push_this_image_first) == 1
    error_message = "Nobody but the queue is to call it."
  }
}
