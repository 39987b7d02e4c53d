# The redirect topology, whole: images.DOMAIN shows what the website bucket has and redirects the rest to process.DOMAIN.

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

  name              = "latent"
  topology          = var.topology
  changing_topology = var.changing_topology
  exposure          = var.exposure
  hosts = {
    images  = "images.${var.domain}"
    process = "process.${var.domain}"
    origin  = "origin.${var.domain}"
  }
  zone = { id = data.aws_route53_zone.this.zone_id }

  originals         = { bucket = "${var.bucket_prefix}-originals", force_destroy = var.force_destroy }
  renditions        = { bucket = "${var.bucket_prefix}-renditions", force_destroy = var.force_destroy }
  redirect          = { code = var.redirect_code }
  origin_secrets    = var.origin_secrets
  generated_secrets = var.generated_secrets
  referer_secrets   = var.referer_secrets

  processor = {
    image       = var.image
    environment = { LATENT_RENDER_ENGINE = "vips" }
  }

  monitoring = {
    budget = { monthly_usd = 200, emails = ["images@${var.domain}"] }
  }

  wait_for_deployment = var.wait_for_deployment

  tags = { project = "latent", topology = "redirect" }
}
