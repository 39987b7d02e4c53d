# The words for `./latent check`, from the module's outputs as one object:
#   ./latent check --original widgets/myimage.jpg $(terraform -chdir=DIR output -json latent | jq -rf terraform/check.jq)
# Buckets in the path: a name with a dot has no certificate of its own.
.processor_environment.LATENT_S3_REGION as $region
| [ .hosts.images,
    "--topology", .topology,
    (if .topology == "redirect" then "--processor", .hosts.process, "--website", .website_endpoint else empty end),
    (if .hosts.origin then "--origin", .hosts.origin else empty end),
    "--originals", "s3.\($region).amazonaws.com/\(.originals_bucket)",
    "--renditions", "s3.\($region).amazonaws.com/\(.renditions_bucket)"
  ]
| join(" ")
