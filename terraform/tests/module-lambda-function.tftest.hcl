# The module lambda-function: its image, its bounds, its settings, and who calls it.

mock_provider "aws" {
  source          = "./tests/mocks/eu-west-1"
  override_during = plan
}

mock_provider "aws" {
  alias = "us_east_1"
}

variables {
  name        = "latent"
  function    = "processor"
  description = "The processor of the tests"
  image       = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/latent:1.0.0"
  command     = ["serve"]
  policy      = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
  policy_name = "store"
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
