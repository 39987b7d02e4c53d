terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"

      # Certificates and the firewall of a distribution live in us-east-1, wherever everything else is.
      configuration_aliases = [aws.us_east_1]
    }
  }
}
