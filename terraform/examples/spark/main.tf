# Jobs of EMR Serverless for a deployment that is there: they plan and make renditions before anyone asks, on as many cores as they are given.

provider "aws" {
  region = var.region
}

module "spark" {
  source = "../../modules/spark-application"

  name              = "latent-spark"
  bucket            = "${var.bucket_prefix}-spark"
  originals_bucket  = "${var.bucket_prefix}-originals"
  renditions_bucket = "${var.bucket_prefix}-renditions"
  distribution_arns = var.distribution_arns
  force_destroy     = var.force_destroy
  tags              = { project = "latent" }
}
