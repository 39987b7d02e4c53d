# The direct topology, whole: images.DOMAIN is the processor behind one distribution and Origin Shield; the bucket is what it remembers.

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
  topology = "direct"
  hosts = {
    images = "images.${var.domain}"
    origin = "origin.${var.domain}"
  }
  zone = { id = data.aws_route53_zone.this.zone_id }

  originals         = { bucket = "${var.bucket_prefix}-originals", force_destroy = var.force_destroy }
  renditions        = { bucket = "${var.bucket_prefix}-renditions", force_destroy = var.force_destroy }
  origin_secrets    = var.origin_secrets
  generated_secrets = var.generated_secrets
  admin             = var.admin

  # Every miss of every edge comes here, so one cache stands before it; and the load balancer is not on the internet at all.
  origin_shield_region = var.region
  exposure             = "vpc-origin"
  negotiation          = { dpr = true }

  processor = {
    image       = var.image
    environment = { LATENT_RENDER_ENGINE = "vips" }
  }

  wait_for_deployment = var.wait_for_deployment

  tags = { project = "latent", topology = "direct" }
}
