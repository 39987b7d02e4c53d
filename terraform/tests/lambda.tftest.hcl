# What a processor on AWS Lambda cannot be, each refused in the plan with a sentence.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "eu-west-1", region = "eu-west-1" }
  }

  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/a" }
  }

  mock_resource "aws_lambda_function_url" {
    defaults = { function_url = "https://abc.lambda-url.eu-west-1.on.aws/" }
  }
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name        = "latent"
  topology    = "failover"
  hosts       = {}
  lambda      = {}
  originals   = { bucket = "originals" }
  renditions  = { bucket = "renditions" }
  processor   = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0" }
  function    = "processor"
  description = "The processor of the tests"
  image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"
  command     = ["serve"]
  policy      = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  policy_name = "store"
}

run "functions_in_one_region_of_several_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    topology = "region"
    hosts    = { images = "images.example.org" }
  }
}

run "functions_with_a_load_balancers_name_are_refused" {
  command         = plan
  expect_failures = [var.hosts]

  variables {
    hosts = { origin = "origin.example.org" }
    zone  = { id = "Z0" }
  }
}

run "functions_with_a_cluster_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    cluster = { arn = "arn:aws:ecs:eu-west-1:123456789012:cluster/a", name = "a" }
  }
}

run "a_function_with_an_image_from_elsewhere_or_that_moves_is_refused" {
  command         = plan
  expect_failures = [var.image]

  module {
    source = "./modules/lambda-function"
  }

  variables {
    image = "registry.example.org/latent:1.0.0"
  }
}

run "a_function_without_memory_time_or_concurrency_is_refused" {
  command         = plan
  expect_failures = [var.memory, var.timeout_seconds, var.reserved_concurrency, var.architecture]

  module {
    source = "./modules/lambda-function"
  }

  variables {
    memory               = 512
    timeout_seconds      = 10
    reserved_concurrency = 0
    architecture         = "RISCV"
  }
}

run "a_queue_with_fewer_functions_than_lambda_bounds_by_is_refused" {
  command         = plan
  expect_failures = [var.queue]

  module {
    source = "./modules/lambda-function"
  }

  variables {
    queue = { arn = "arn:aws:sqs:eu-west-1:123456789012:a", max_concurrency = 1 }
  }
}

run "without_reserved_concurrency_the_accounts_quota_is_the_bound" {
  command = plan

  module {
    source = "./modules/lambda-function"
  }

  variables {
    called_by_cloudfront = true
  }

  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == -1 && output.url_host == "abc.lambda-url.eu-west-1.on.aws"
    error_message = "Null must reserve nothing, and the URL's host be told without its scheme and slash."
  }
}

run "admin_tokens_for_functions_are_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    generated_secrets = { admin = [1] }
  }
}

run "a_function_that_stores_after_the_answer_is_refused" {
  command         = plan
  expect_failures = [var.lambda]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", environment = { LATENT_WRITE_BACK_WHEN = "after-answer" } }
  }
}

run "a_setting_reaches_the_function_and_none_replaces_what_a_function_needs" {
  command = plan

  module {
    source = "./modules/lambda-function"
  }

  variables {
    environment = { LATENT_FALLBACK_PICTURE = "builtin", LATENT_RENDER_THREADS = "2", LATENT_HTTP_HOST = "0.0.0.0" }
  }

  assert {
    condition     = nonsensitive(aws_lambda_function.this.environment[0].variables["LATENT_FALLBACK_PICTURE"]) == "builtin" && nonsensitive(aws_lambda_function.this.environment[0].variables["LATENT_RENDER_THREADS"]) == "2"
    error_message = "What is set must arrive."
  }

  assert {
    condition     = nonsensitive(aws_lambda_function.this.environment[0].variables["LATENT_HTTP_HOST"]) == "127.0.0.1"
    error_message = "A process that the adapter asks listens to nobody else."
  }
}

run "what_tasks_are_refused_functions_are_too" {
  command         = plan
  expect_failures = [var.origin_secrets]

  variables {
    origin_secrets = ["too-short"]
  }
}

run "a_function_without_the_secret_is_refused" {
  command         = plan
  expect_failures = [var.origin_secrets]

  variables {
    origin_secrets = []
  }
}

run "a_name_that_Lambda_keeps_for_itself_is_refused_among_the_settings" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", environment = { AWS_REGION = "eu-central-1" } }
  }
}

run "a_Cache_Control_of_functions_that_caches_nothing_is_refused" {
  command         = plan
  expect_failures = [var.processor]

  variables {
    processor = { image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0", rendition_cache_control = "no-store" }
  }
}
