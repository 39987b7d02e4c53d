"""What was put at CloudFront, as XML, and how that is read."""

import itertools
import re
import threading
import xml.etree.ElementTree as ElementTree

from moto.core import DEFAULT_ACCOUNT_ID

NAMESPACE = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"'
THEN = "2026-01-01T00:00:00Z"

# Path segment -> element of one such thing. Each has <ElementConfig> inside.
SIMPLE = {
    "cache-policy": "CachePolicy",
    "origin-request-policy": "OriginRequestPolicy",
    "response-headers-policy": "ResponseHeadersPolicy",
    "origin-access-control": "OriginAccessControl",
}


class Refusal(Exception):
    def __init__(self, status, code, message=""):
        super().__init__(code)
        self.status, self.code, self.message = status, code, message


class Store:
    """Everything that was put, by kind and id. One lock: Terraform asks for many things at a time."""

    def __init__(self):
        self.lock = threading.RLock()
        self.numbers = itertools.count(1)
        self.kinds = {kind: {} for kind in [*SIMPLE, "distribution", "function", "vpc-origin"]}
        self.tags = {}
        self.invalidations = {}

    def id(self):
        return "E%013X" % next(self.numbers)

    def get(self, kind, id, code):
        if id not in self.kinds[kind]:
            raise Refusal(404, code, id)
        return self.kinds[kind][id]


STORE = Store()


def element(xml, tag):
    return re.search(rf"<{tag}[ >].*</{tag}>", xml, re.S).group(0)


def text(xml, tag):
    found = re.search(rf"<{tag}>([^<]*)</{tag}>", xml)
    return found.group(1) if found else None


def own_name(config):
    return next(child.text for child in ElementTree.fromstring(config) if child.tag.split("}")[-1] == "Name")


def arn(kind, id):
    return f"arn:aws:cloudfront::{DEFAULT_ACCOUNT_ID}:{kind}/{id}"


def tags_in(body):
    return dict(re.findall(r"<Tag><Key>([^<]*)</Key><Value>([^<]*)</Value>", body))


def checked(thing, if_match):
    if if_match != thing["etag"]:
        raise Refusal(412, "PreconditionFailed")
    return thing
