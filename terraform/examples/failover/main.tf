# The failover topology, whole: images.DOMAIN reads a private bucket and asks the processor for what is not in it. One URL, no redirect.

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

# There before, and delegated: a certificate is not issued until the world can read the proof in it.
data "aws_route53_zone" "this" {
  name = var.domain
}

module "latent" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name     = "latent"
  topology = "failover"
  hosts = {
    images = "images.${var.domain}"
    origin = "origin.${var.domain}"
  }
  zone = { id = data.aws_route53_zone.this.zone_id }

  originals         = { bucket = "${var.bucket_prefix}-originals", force_destroy = var.force_destroy }
  renditions        = { bucket = "${var.bucket_prefix}-renditions", force_destroy = var.force_destroy }
  origin_secrets    = var.origin_secrets
  generated_secrets = var.generated_secrets
  signing_secrets   = var.signing_secrets

  # Firewall, Origin Shield and a network without a way out, to show them. Workers that purge CloudFront would need one.
  firewall             = {}
  origin_shield_region = var.region
  egress               = "endpoints"
  workers              = null
  access_logs          = { bucket = "aws-waf-logs-${var.bucket_prefix}", force_destroy = var.force_destroy }

  processor = {
    image       = var.image
    environment = { LATENT_RENDER_ENGINE = "vips" }
  }

  wait_for_deployment = var.wait_for_deployment

  tags = { project = "latent", topology = "failover" }
}
