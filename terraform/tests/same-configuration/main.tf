# Everything that somebody may bring is made here, in the same configuration: its ARNs and ids are unknown in the first plan.

terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.us_east_1]
    }
  }
}

resource "aws_acm_certificate" "origin" {
  domain_name       = "origin.example.org"
  validation_method = "DNS"
}

resource "aws_acm_certificate" "edge" {
  for_each = toset(["images", "process"])
  provider = aws.us_east_1

  domain_name       = "${each.key}.example.org"
  validation_method = "DNS"
}

resource "aws_vpc" "this" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "this" {
  count = 4

  vpc_id     = aws_vpc.this.id
  cidr_block = cidrsubnet("10.0.0.0/16", 4, count.index)
}

resource "aws_kms_key" "originals" {}

resource "aws_ecs_cluster" "this" {
  name = "theirs"
}

resource "aws_wafv2_web_acl" "this" {
  provider = aws.us_east_1
  name     = "theirs"
  scope    = "CLOUDFRONT"

  default_action {
    allow {}
  }

  visibility_config {
    metric_name                = "theirs"
    cloudwatch_metrics_enabled = true
    sampled_requests_enabled   = true
  }
}

module "latent" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name  = "latent"
  hosts = { images = "images.example.org", process = "process.example.org", origin = "origin.example.org" }
  certificates = {
    images  = { arn = aws_acm_certificate.edge["images"].arn }
    process = { arn = aws_acm_certificate.edge["process"].arn }
    origin  = { arn = aws_acm_certificate.origin.arn }
  }
  network = {
    vpc_id             = aws_vpc.this.id
    public_subnet_ids  = slice(aws_subnet.this[*].id, 0, 2)
    private_subnet_ids = slice(aws_subnet.this[*].id, 2, 4)
  }
  cluster     = { arn = aws_ecs_cluster.this.arn, name = aws_ecs_cluster.this.name }
  web_acl_arn = aws_wafv2_web_acl.this.arn
  originals   = { bucket = "originals", kms_key_arn = aws_kms_key.originals.arn }
  renditions  = { bucket = "renditions" }
  processor   = { image = "latent:1.0.0" }
}
