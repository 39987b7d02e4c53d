# The mistakes that only the parts can make, for those who compose them themselves.

mock_provider "aws" {
  override_during = plan

  mock_data "aws_region" {
    defaults = { id = "eu-west-1", region = "eu-west-1" }
  }

  mock_data "aws_availability_zones" {
    defaults = { names = ["eu-west-1a", "eu-west-1b"], zone_ids = ["euw1-az1", "euw1-az2"] }
  }

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/a" }
  }

  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
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

run "a_cache_policy_that_keeps_redirects_is_refused" {
  command         = plan
  expect_failures = [aws_cloudfront_cache_policy.this]

  module {
    source = "./modules/edge-policies"
  }

  variables {
    name        = "latent"
    redirects   = true
    default_ttl = 60
  }
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

run "a_firewall_outside_us_east_1_is_refused" {
  command         = plan
  expect_failures = [aws_wafv2_web_acl.this]

  module {
    source = "./modules/firewall"
  }

  variables {
    name = "latent"
  }
}

run "density_chosen_for_signed_keys_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    dpr             = true
    signing_secrets = ["signing-secret-of-the-tests"]
  }
}

run "a_signing_secret_that_the_processor_would_read_as_two_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the,tests"]
  }
}

run "an_alphabet_that_the_processor_has_not_is_refused" {
  command         = plan
  expect_failures = [var.alphabet]

  module {
    source = "./modules/edge-function"
  }

  variables {
    name     = "latent"
    alphabet = "latin"
  }
}

run "the_function_fits_with_two_secrets" {
  command = plan

  module {
    source = "./modules/edge-function"
  }

  variables {
    name            = "latent"
    signing_secrets = ["signing-secret-of-the-tests-1-which-is-long-0123456789", "signing-secret-of-the-tests-2-which-is-long-0123456789"]
  }

  assert {
    condition     = strcontains(output.code, "isSigned") && !strcontains(output.code, "\n//") && length(output.code) < 9000
    error_message = "The signature check is missing, or there are comments, or it is too long."
  }
}

run "a_processor_that_wildcards_could_enter_is_refused" {
  command         = plan
  expect_failures = [var.origin_secrets]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["*-this-would-match-everything"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
  }
}

run "a_processor_with_a_signing_secret_too_short_or_in_its_environment_is_refused" {
  command         = plan
  expect_failures = [var.signing_secrets, var.environment]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    signing_secrets   = ["too-short"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
    environment       = { LATENT_KEYS_SIGNING_SECRETS = "signing-secret-of-the-tests" }
  }
}

run "a_Cache_Control_that_caches_nothing_is_refused" {
  command         = plan
  expect_failures = [var.rendition_cache_control]

  module {
    source = "./modules/processor"
  }

  variables {
    name                    = "latent"
    vpc_id                  = "vpc-1"
    public_subnet_ids       = ["subnet-1", "subnet-2"]
    task_subnet_ids         = ["subnet-3", "subnet-4"]
    certificate             = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets          = ["origin-secret-of-the-tests-1"]
    originals_bucket        = "originals"
    originals_arn           = "arn:aws:s3:::originals"
    renditions_bucket       = "renditions"
    renditions_arn          = "arn:aws:s3:::renditions"
    image                   = "latent:1.0.0"
    rendition_cache_control = "no-store"
  }
}

run "a_processor_that_overrides_what_follows_from_other_variables_or_has_a_reserved_name_is_refused" {
  command         = plan
  expect_failures = [var.environment, var.name]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "ssm-images"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    certificate       = { arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1" }
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
    environment       = { LATENT_HTTP_PORT = "80" }
  }
}

run "a_load_balancer_on_the_internet_without_TLS_is_refused" {
  command         = plan
  expect_failures = [var.certificate]

  module {
    source = "./modules/processor"
  }

  variables {
    name              = "latent"
    vpc_id            = "vpc-1"
    public_subnet_ids = ["subnet-1", "subnet-2"]
    task_subnet_ids   = ["subnet-3", "subnet-4"]
    origin_secrets    = ["origin-secret-of-the-tests-1"]
    originals_bucket  = "originals"
    originals_arn     = "arn:aws:s3:::originals"
    renditions_bucket = "renditions"
    renditions_arn    = "arn:aws:s3:::renditions"
    image             = "latent:1.0.0"
  }
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

run "a_third_generation_of_a_secret_is_refused" {
  command         = plan
  expect_failures = [var.generations]

  module {
    source = "./modules/secret"
  }

  variables {
    name        = "latent"
    purpose     = "origin-secret"
    generations = [1, 2, 3]
  }
}

run "access_logs_where_no_firewall_could_write_are_refused" {
  command         = plan
  expect_failures = [var.bucket]

  module {
    source = "./modules/access-logs"
  }

  variables {
    name   = "latent"
    bucket = "example-logs"
  }
}

run "zones_that_the_Region_does_not_have_are_refused" {
  command         = plan
  expect_failures = [aws_vpc.this]

  module {
    source = "./modules/network"
  }

  variables {
    name     = "latent"
    zone_ids = ["euw1-az1", "euw1-lon1-az1"]
  }
}

run "an_account_that_blocks_public_access_is_warned_of" {
  command         = plan
  expect_failures = [check.the_account_lets_a_website_be_public]

  module {
    source = "./modules/account-public-access"
  }

  override_data {
    target = data.aws_s3_account_public_access_block.none_is_well
    values = { block_public_policy = true, restrict_public_buckets = false }
  }

  variables {
    bucket = "renditions"
  }
}

run "a_quota_that_is_too_small_is_warned_of" {
  command         = plan
  expect_failures = [check.the_account_has_room_on_fargate]

  module {
    source = "./modules/account-fargate-quota"
  }

  override_data {
    target = data.aws_servicequotas_service_quota.fargate
    values = { value = 6 }
  }

  variables {
    cores = 20
  }
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

run "what_a_key_of_ours_encrypts_is_copied_with_the_others" {
  command = plan

  module {
    source = "./modules/replication"
  }

  variables {
    name               = "latent-copies"
    source_bucket      = "one"
    source_arn         = "arn:aws:s3:::one"
    destination_bucket = "other"
    destination_arn    = "arn:aws:s3:::other"
    kms_key_arns       = { source = "arn:aws:kms:eu-west-1:123456789012:key/1", destination = "arn:aws:kms:us-east-2:123456789012:key/2" }
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this.rule[0].source_selection_criteria[0].sse_kms_encrypted_objects[0].status == "Enabled"
    error_message = "S3 would pass over what a key encrypts, and say nothing."
  }

  assert {
    condition     = aws_s3_bucket_replication_configuration.this.rule[0].destination[0].encryption_configuration[0].replica_kms_key_id == "arn:aws:kms:us-east-2:123456789012:key/2"
    error_message = "Copies must be encrypted with the destination's key."
  }
}

run "without_keys_of_ours_a_copy_asks_for_none" {
  command = plan

  module {
    source = "./modules/replication"
  }

  variables {
    name               = "latent-copies"
    source_bucket      = "one"
    source_arn         = "arn:aws:s3:::one"
    destination_bucket = "other"
    destination_arn    = "arn:aws:s3:::other"
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this.rule[0].source_selection_criteria) == 0 && length(aws_s3_bucket_replication_configuration.this.rule[0].destination[0].encryption_configuration) == 0
    error_message = "S3 refuses the criterion without a key."
  }
}
