# The registry of the processor's image, in a state of its own: it is there before the first deployment, and stays when that is destroyed.

provider "aws" {
  region = var.region
}

module "repository" {
  source = "../../modules/repository"

  name         = var.name
  force_delete = var.force_delete
  tags         = { project = "latent" }
}
