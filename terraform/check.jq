# The words for `./latent check`, from the module's outputs as one object:
#   ./latent check $(terraform output -json latent | jq -rf terraform/check.jq) --original widgets/myimage.jpg
.processor_environment.LATENT_S3_REGION as $region
| [ .hosts.images,
    "--topology", .topology,
    (if .topology == "redirect" then "--processor", .hosts.process, "--website", .website_endpoint else empty end),
    "--origin", .hosts.origin,
    "--originals", "\(.originals_bucket).s3.\($region).amazonaws.com",
    "--renditions", "\(.renditions_bucket).s3.\($region).amazonaws.com"
  ]
| join(" ")
