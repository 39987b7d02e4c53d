"""What was really applied: the website that redirects its misses, and the distribution in front of it."""

import json
import os

from readback import anonymous, equal
from readback_edge import headers, kept_errors
from readback_kept import private
from workspace import REPOSITORY, SECRETS

REFERER_SECRETS = json.loads(SECRETS["TF_VAR_referer_secrets"])
IMMUTABLE = "public, max-age=12312312"


def rule(name, **given):
    """The rule of routing-rules/, filled in here by other means than Terraform's."""
    with open(os.path.join(REPOSITORY, "routing-rules", name + ".json")) as file:
        text = file.read()
    for key, value in given.items():
        text = text.replace("${" + key + "}", str(value))
    parsed = json.loads(text)
    return {**parsed, "Condition": {key: value for key, value in parsed["Condition"].items() if value}}


def website_rules(applied, code=302):
    website = applied.client("s3").get_bucket_website(Bucket=applied.latent["renditions_bucket"])
    expected = rule("missing", key_prefix="", protocol="https", processor_host=applied.latent["hosts"]["process"], redirect_code=code)
    equal(website["RoutingRules"], [expected], "the website's rules")


def website_access(applied):
    s3, bucket = applied.client("s3"), applied.latent["renditions_bucket"]
    s3.put_object(Bucket=bucket, Key="probe_1_1.jpg", Body=b"-", ContentType="image/jpeg", CacheControl=IMMUTABLE)
    equal(anonymous(applied, bucket, "probe_1_1.jpg"), 403, "get without the secret Referer")
    equal(anonymous(applied, bucket, "probe_1_1.jpg", "https://example.org/"), 403, "get with a visitor's Referer")
    for secret in REFERER_SECRETS:
        equal(anonymous(applied, bucket, "probe_1_1.jpg", secret), 200, "get with the secret")
        equal(anonymous(applied, bucket, "none_1_1.jpg", secret), 404, "a miss with the secret")
    s3.delete_object(Bucket=bucket, Key="probe_1_1.jpg")
    private(applied, applied.latent["originals_bucket"], "probe.jpg", REFERER_SECRETS[0])


def website_distribution(applied):
    id = applied.images_distribution_id
    distribution, origin = applied.distribution(id), applied.origins(id)["website"]
    equal(origin["DomainName"], applied.latent["website_endpoint"], "the origin")
    equal(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "http-only", "protocol to the website")
    equal(headers(origin), {"Referer": REFERER_SECRETS[0]}, "headers to the website")
    equal(distribution["Aliases"]["Items"], [applied.latent["hosts"]["images"]], "aliases")
    equal(kept_errors(distribution), {code: 0 for code in (403, 404, 500, 502, 503, 504)}, "kept errors")
