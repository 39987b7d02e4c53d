"""What was really applied, asked of AWS's own interfaces and not of Terraform: an applied example, and what is common to those who ask.

The checks are in readback_*.py. Each raises AssertionError with what is wrong.
"""

import json
import urllib.error
import urllib.request

from workspace import SECRETS


def equal(found, expected, what):
    assert found == expected, f"{what} is {found!r} and not {expected!r}"


def anonymous(applied, bucket, key, referer=None):
    request = urllib.request.Request(f"{applied.emulator.url}/{bucket}/{key}", headers={"Referer": referer} if referer else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


class Applied:
    """An applied example: its emulator, the module's outputs and the Region."""

    def __init__(self, emulator, latent, region, images_distribution_id=None, images_function_name=None):
        self.emulator, self.latent, self.region = emulator, latent, region
        self.images_distribution_id = images_distribution_id or latent["images_distribution_id"]
        self.images_function_name = images_function_name or latent["images_function_name"]

    @property
    def origin_secrets(self):
        """Those that were given, or the one that was made and kept: the first is sent."""
        if self.latent["topology"] in ("redirect", "region"):
            return json.loads(SECRETS["TF_VAR_origin_secrets"])
        return [self.client("ssm").get_parameter(Name="/latent/origin-secret/1", WithDecryption=True)["Parameter"]["Value"]]

    @property
    def has_workers(self):
        return self.latent.get("changes_queue_url") is not None

    def client(self, service, region=None):
        return self.emulator.client(service, region or self.region)

    def distribution(self, id):
        return self.client("cloudfront").get_distribution_config(Id=id)["DistributionConfig"]

    def origins(self, id):
        return {origin["Id"]: origin for origin in self.distribution(id)["Origins"]["Items"]}
