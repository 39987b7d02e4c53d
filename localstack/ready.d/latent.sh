#!/bin/bash
# Run by LocalStack when it is ready: two buckets, and the rule of routing-rules/ on the one of renditions.
set -euo pipefail

originals=${LATENT_ORIGINALS_BUCKET:-originals}
renditions=${LATENT_RENDITIONS_BUCKET:-renditions}
rules=${LATENT_ROUTING_RULES:-/etc/latent/routing-rules}
website=$(mktemp)

# The placeholders of routing-rules/README.md. S3 takes the empty prefix.
# shellcheck disable=SC2016 # they are the file's, not the shell's
rule() {
  sed -e 's|${key_prefix}|'"${LATENT_KEY_PREFIX:-}"'|' \
    -e 's|${protocol}|'"${LATENT_PROTOCOL:-http}"'|' \
    -e 's|${processor_host}|'"${LATENT_PROCESSOR_HOST:-localhost:8081}"'|' \
    -e 's|${redirect_code}|'"${LATENT_REDIRECT_CODE:-302}"'|' "$rules/$1.json"
}

# Only the rule for 404: LocalStack enforces no permissions on websites, so it never says 403.
printf '{ "IndexDocument": { "Suffix": "index.html" }, "RoutingRules": [ %s ] }\n' "$(rule missing)" > "$website"

for bucket in "$originals" "$renditions"; do
  awslocal s3api head-bucket --bucket "$bucket" 2> /dev/null || awslocal s3api create-bucket --bucket "$bucket" > /dev/null
done
awslocal s3api put-bucket-website --bucket "$renditions" --website-configuration "file://$website"
rm -f "$website"
echo "latent: http://$renditions.s3-website.localhost.localstack.cloud:4566 redirects misses to ${LATENT_PROTOCOL:-http}://${LATENT_PROCESSOR_HOST:-localhost:8081}"
