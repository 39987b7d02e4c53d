# Where the processor's image is kept: a registry of this account, from which Fargate pulls without a password.

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_region" "this" {}

locals {
  # Provider 6.47 calls `id` deprecated, and 5.100 has no `region`: asked in this way, neither warns nor fails.
  region = lookup(data.aws_region.this, contains(keys(data.aws_region.this), "region") ? "region" : "id")
}

resource "aws_ecr_repository" "this" {
  name = var.name
  # A tag that moved would start tasks of two versions side by side.
  image_tag_mutability = "IMMUTABLE"
  force_delete         = var.force_delete
  tags                 = var.tags

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Former versions: the newest ones stay, to roll back to"
        selection    = { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = var.kept_images }
        action       = { type = "expire" }
      },
    ]
  })
}
