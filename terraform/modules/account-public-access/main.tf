# A warning before AWS says it: an account's own block of public access, which a bucket cannot lift.

check "the_account_lets_a_website_be_public" {
  # Where the account has no such block there is none to find, and Terraform says so; that is well.
  data "aws_s3_account_public_access_block" "none_is_well" {}

  assert {
    condition     = data.aws_s3_account_public_access_block.none_is_well.block_public_policy != true && data.aws_s3_account_public_access_block.none_is_well.restrict_public_buckets != true
    error_message = "The account blocks public access to all buckets: the policy of ${var.bucket} would be refused, and every picture be 403. Take block_public_policy and restrict_public_buckets back for the account, or use topology = \"failover\", which makes nothing public."
  }
}
