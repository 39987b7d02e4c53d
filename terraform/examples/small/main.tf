# A site for about fifty dollars a month, with no domain of its own: one task with a public address, an internal load balancer that CloudFront reaches
# inside the network, no NAT gateway. `terraform apply -var bucket_prefix=YOURS -var image=YOURS` is all of it; the address is in the outputs.

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

module "latent" {
  source    = "../.."
  providers = { aws = aws, aws.us_east_1 = aws.us_east_1 }

  name       = "latent"
  topology   = "failover"
  exposure   = "vpc-origin"
  egress     = "public"
  originals  = { bucket = "${var.bucket_prefix}-originals", force_destroy = var.force_destroy }
  renditions = { bucket = "${var.bucket_prefix}-renditions", force_destroy = var.force_destroy }
  processor  = { image = var.image, cpu = 1024, memory = 2048, min_tasks = 1, max_tasks = 3 }

  wait_for_deployment = var.wait_for_deployment
  tags                = { project = "latent", topology = "small" }
}
