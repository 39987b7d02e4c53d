# The module replication: copies of what a key encrypts.

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
