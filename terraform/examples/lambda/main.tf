# A site that costs next to nothing at rest, with no domain of its own: the processor is a function of AWS Lambda that CloudFront asks where the bucket has no
# rendition. `terraform apply -var bucket_prefix=YOURS -var image=YOURS` is all of it; the address is in the outputs.

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
  topology   = var.topology
  hosts      = var.hosts
  zone       = var.zone
  lambda     = { reserved_concurrency = var.reserved_concurrency }
  originals  = { bucket = "${var.bucket_prefix}-originals", force_destroy = var.force_destroy }
  renditions = { bucket = "${var.bucket_prefix}-renditions", force_destroy = var.force_destroy }
  processor  = { image = var.image }

  wait_for_deployment = var.wait_for_deployment
  tags                = { project = "latent", topology = "lambda" }
}
