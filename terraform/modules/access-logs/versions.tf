terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"

      # CloudFront and its firewall deliver their logs from us-east-1.
      configuration_aliases = [aws.us_east_1]
    }
  }
}
