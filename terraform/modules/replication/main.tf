# One bucket copied to another, in another Region or account. Both keep versions before this is applied.

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["s3.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  path                 = var.role_path
  permissions_boundary = var.permissions_boundary
  description          = "Copies ${var.source_bucket} to ${var.destination_bucket}"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  tags                 = var.tags
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "ReadConfiguration"
    actions   = ["s3:GetReplicationConfiguration", "s3:ListBucket"]
    resources = [var.source_arn]
  }

  statement {
    sid       = "ReadVersions"
    actions   = ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"]
    resources = ["${var.source_arn}/*"]
  }

  statement {
    sid       = "WriteCopies"
    actions   = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"]
    resources = ["${var.destination_arn}/*"]
  }

  dynamic "statement" {
    for_each = var.kms_key_arns == null ? [] : [var.kms_key_arns.source]

    content {
      sid       = "Decrypt"
      actions   = ["kms:Decrypt"]
      resources = [statement.value]
    }
  }

  dynamic "statement" {
    for_each = var.kms_key_arns == null ? [] : [var.kms_key_arns.destination]

    content {
      sid       = "EncryptCopies"
      actions   = ["kms:Encrypt"]
      resources = [statement.value]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "replicate"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

resource "aws_s3_bucket_replication_configuration" "this" {
  bucket = var.source_bucket
  role   = aws_iam_role.this.arn

  # The newer form: a filter, even an empty one, allows delete markers to be copied, and a purge must reach both Regions.
  rule {
    id       = "everything"
    priority = 1
    status   = "Enabled"

    filter {
      prefix = ""
    }

    delete_marker_replication {
      status = "Enabled"
    }

    # Left unsaid, what a key of ours encrypts is passed over in silence.
    dynamic "source_selection_criteria" {
      for_each = var.kms_key_arns == null ? [] : [1]

      content {
        sse_kms_encrypted_objects {
          status = "Enabled"
        }
      }
    }

    destination {
      bucket        = var.destination_arn
      storage_class = "STANDARD"

      dynamic "encryption_configuration" {
        for_each = var.kms_key_arns == null ? [] : [var.kms_key_arns.destination]

        content {
          replica_kms_key_id = encryption_configuration.value
        }
      }
    }
  }

  depends_on = [aws_iam_role_policy.this]
}
