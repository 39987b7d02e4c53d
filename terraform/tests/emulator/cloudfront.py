"""CloudFront's API as far as the AWS provider asks: what is put is stored as XML and read back as it was put.

moto has no policies, functions or VPC origins, drops the functions of a distribution and refuses origin groups.
"""

import base64
import itertools
import json
import re
import threading
import traceback
import urllib.parse
import xml.etree.ElementTree as ElementTree

from moto.core import DEFAULT_ACCOUNT_ID

API = "/2020-05-31/"
NAMESPACE = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"'
THEN = "2026-01-01T00:00:00Z"

# Path segment -> element of one such thing. Each has <ElementConfig> inside.
SIMPLE = {
    "cache-policy": "CachePolicy",
    "origin-request-policy": "OriginRequestPolicy",
    "response-headers-policy": "ResponseHeadersPolicy",
    "origin-access-control": "OriginAccessControl",
}

# What CloudFront adds to a distribution that leaves it out; without these the next plan differs.
ABSENT = {
    "Aliases": "<Aliases><Quantity>0</Quantity></Aliases>",
    "OriginGroups": "<OriginGroups><Quantity>0</Quantity></OriginGroups>",
    "CacheBehaviors": "<CacheBehaviors><Quantity>0</Quantity></CacheBehaviors>",
    "CustomErrorResponses": "<CustomErrorResponses><Quantity>0</Quantity></CustomErrorResponses>",
    "Logging": "<Logging><Enabled>false</Enabled><IncludeCookies>false</IncludeCookies><Bucket></Bucket><Prefix></Prefix></Logging>",
    "HttpVersion": "<HttpVersion>http2</HttpVersion>",
    "WebACLId": "<WebACLId></WebACLId>",
    "Staging": "<Staging>false</Staging>",
    "ContinuousDeploymentPolicyId": "<ContinuousDeploymentPolicyId></ContinuousDeploymentPolicyId>",
}

# Elements of a distribution that have an <Enabled> of their own.
WITH_OWN_ENABLED = "Logging|TrustedSigners|TrustedKeyGroups|OriginShield|GrpcConfig"


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


def before(moto):
    """A WSGI application that answers CloudFront's calls and leaves all others to moto."""

    def application(environ, start_response):
        path = environ.get("PATH_INFO", "")
        if not path.startswith(API):
            if path.startswith("/moto-api/reset") and not path.endswith("-auth"):
                STORE.__init__()
            return moto(environ, start_response)
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length).decode() if length else ""
        query = urllib.parse.parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        with STORE.lock:
            status, headers, answer = respond(environ["REQUEST_METHOD"], path[len(API):].split("/"), query, body, environ.get("HTTP_IF_MATCH"))
        answer = answer if isinstance(answer, bytes) else answer.encode()
        start_response(f"{status} -", [("Content-Type", "text/xml"), ("Content-Length", str(len(answer))), *headers.items()])
        return [answer]

    return application


def respond(method, path, query, body, if_match):
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", body).strip()
    try:
        if path[0] == "tagging":
            return tagging(method, query, body)
        if path[0] in SIMPLE:
            return simple(method, path, body, if_match)
        return {"function": function, "distribution": distribution, "vpc-origin": vpc_origin}[path[0]](method, path, query, body, if_match)
    except Refusal as refusal:
        return refusal.status, {}, (
            f"<ErrorResponse {NAMESPACE}><Error><Type>Sender</Type><Code>{refusal.code}</Code>"
            f"<Message>{refusal.message}</Message></Error><RequestId>-</RequestId></ErrorResponse>"
        )
    except Exception:
        # Not a 5xx: the provider would try again for minutes.
        traceback.print_exc()
        return 400, {}, f"<ErrorResponse {NAMESPACE}><Error><Type>Sender</Type><Code>NotEmulated</Code><Message>{method} {path}</Message></Error></ErrorResponse>"


def element(xml, tag):
    return re.search(rf"<{tag}[ >].*</{tag}>", xml, re.S).group(0)


def text(xml, tag):
    found = re.search(rf"<{tag}>([^<]*)</{tag}>", xml)
    return found.group(1) if found else None


def own_name(config):
    return next(child.text for child in ElementTree.fromstring(config) if child.tag.split("}")[-1] == "Name")


def arn(kind, id):
    return f"arn:aws:cloudfront::{DEFAULT_ACCOUNT_ID}:{kind}/{id}"


def tagging(method, query, body):
    tags = STORE.tags.setdefault(query["Resource"][0], {})
    if method == "GET":
        return 200, {}, f"<Tags {NAMESPACE}><Items>" + "".join(f"<Tag><Key>{k}</Key><Value>{v}</Value></Tag>" for k, v in tags.items()) + "</Items></Tags>"
    if query["Operation"] == ["Tag"]:
        tags.update(tags_in(body))
    else:
        for key in re.findall(r"<Key>([^<]*)</Key>", body):
            tags.pop(key, None)
    return 204, {}, ""


def tags_in(body):
    return dict(re.findall(r"<Tag><Key>([^<]*)</Key><Value>([^<]*)</Value>", body))


def checked(thing, if_match):
    if if_match != thing["etag"]:
        raise Refusal(412, "PreconditionFailed")
    return thing


def simple(method, path, body, if_match):
    kind, tag = path[0], SIMPLE[path[0]]
    stored = STORE.kinds[kind]

    def xml(thing):
        return f'<{tag} {NAMESPACE}><Id>{thing["id"]}</Id><LastModifiedTime>{THEN}</LastModifiedTime>{thing["config"]}</{tag}>'

    if len(path) == 1 and method == "POST":
        thing = {"id": STORE.id(), "etag": STORE.id(), "config": element(body, tag + "Config")}
        if any(own_name(other["config"]) == own_name(thing["config"]) for other in stored.values()):
            raise Refusal(409, tag + "AlreadyExists")
        stored[thing["id"]] = thing
        return 201, {"ETag": thing["etag"], "Location": "/".join(path)}, xml(thing)
    if len(path) == 1:
        # An access control is listed by its bare fields, a policy whole.
        items = "".join(f"<{tag}Summary><Id>{thing['id']}</Id></{tag}Summary>" if kind == "origin-access-control" else f"<{tag}Summary><Type>custom</Type>{xml(thing)}</{tag}Summary>" for thing in stored.values())
        return 200, {}, f"<{tag}List {NAMESPACE}><MaxItems>100</MaxItems><Quantity>{len(stored)}</Quantity><Items>{items}</Items></{tag}List>"
    thing = STORE.get(kind, path[1], "NoSuch" + tag)
    if method == "DELETE":
        del stored[checked(thing, if_match)["id"]]
        return 204, {}, ""
    if method == "PUT":
        checked(thing, if_match).update(config=element(body, tag + "Config"), etag=STORE.id())
    return 200, {"ETag": thing["etag"]}, thing["config"] if path[2:] == ["config"] and method == "GET" else xml(thing)


def function(method, path, query, body, if_match):
    stored = STORE.kinds["function"]

    def xml(thing, stage):
        return (
            f'<FunctionSummary {NAMESPACE}><Name>{thing["name"]}</Name><Status>UNASSOCIATED</Status>{thing["config"]}<FunctionMetadata>'
            f'<FunctionARN>{arn("function", thing["name"])}</FunctionARN><Stage>{stage}</Stage>'
            f"<CreatedTime>{THEN}</CreatedTime><LastModifiedTime>{THEN}</LastModifiedTime></FunctionMetadata></FunctionSummary>"
        )

    def put():
        return {"config": element(body, "FunctionConfig"), "code": base64.b64decode(text(body, "FunctionCode")), "etag": STORE.id()}

    if len(path) == 1 and method == "POST":
        name = text(body, "Name")
        if name in stored:
            raise Refusal(409, "FunctionAlreadyExists")
        stored[name] = thing = {"name": name, **put()}
        return 201, {"ETag": thing["etag"], "Location": "/".join(path)}, xml(thing, "DEVELOPMENT")
    if len(path) == 1:
        return 200, {}, f"<FunctionList {NAMESPACE}><MaxItems>100</MaxItems><Quantity>{len(stored)}</Quantity><Items>" + "".join(xml(thing, "LIVE") for thing in stored.values()) + "</Items></FunctionList>"
    thing = STORE.get("function", path[1], "NoSuchFunctionExists")
    stage = query.get("Stage", ["DEVELOPMENT"])[0]
    if method == "DELETE":
        del stored[checked(thing, if_match)["name"]]
        return 204, {}, ""
    if method == "PUT":
        checked(thing, if_match).update(put())
        # The API's own header is spelt so for this call.
        return 200, {"ETtag": thing["etag"], "ETag": thing["etag"]}, xml(thing, "DEVELOPMENT")
    if path[2:] == ["publish"]:
        thing["live"] = thing["code"]
        return 200, {"ETag": thing["etag"]}, xml(thing, "LIVE")
    if stage == "LIVE" and "live" not in thing:
        raise Refusal(404, "NoSuchFunctionExists")
    if path[2:] == ["describe"]:
        return 200, {"ETag": thing["etag"]}, xml(thing, stage)
    return 200, {"ETag": thing["etag"], "Content-Type": "application/octet-stream"}, thing["live" if stage == "LIVE" else "code"]


def distribution(method, path, query, body, if_match):
    stored = STORE.kinds["distribution"]

    def xml(thing):
        nobody = "<Enabled>false</Enabled><Quantity>0</Quantity>"
        return (
            f'<Distribution {NAMESPACE}><Id>{thing["id"]}</Id><ARN>{arn("distribution", thing["id"])}</ARN><Status>Deployed</Status>'
            f"<LastModifiedTime>{THEN}</LastModifiedTime><InProgressInvalidationBatches>0</InProgressInvalidationBatches>"
            f'<DomainName>{thing["id"].lower()}.cloudfront.net</DomainName><ActiveTrustedSigners>{nobody}</ActiveTrustedSigners>'
            f'<ActiveTrustedKeyGroups>{nobody}</ActiveTrustedKeyGroups>{thing["config"]}</Distribution>'
        )

    if len(path) == 1 and method == "POST":
        # A caller that waited too long asks again, with the same reference, and gets the same distribution.
        for again in stored.values():
            if text(again["config"], "CallerReference") == text(body, "CallerReference"):
                return 201, {"ETag": again["etag"], "Location": "/".join(path)}, xml(again)
        thing = {"id": STORE.id(), "etag": STORE.id(), "config": whole(element(body, "DistributionConfig"))}
        stored[thing["id"]] = thing
        STORE.tags[arn("distribution", thing["id"])] = tags_in(body)
        return 201, {"ETag": thing["etag"], "Location": "/".join(path)}, xml(thing)
    if len(path) == 1:
        items = "".join(
            f'<DistributionSummary><Id>{thing["id"]}</Id><ARN>{arn("distribution", thing["id"])}</ARN><Status>Deployed</Status>'
            f'<DomainName>{thing["id"].lower()}.cloudfront.net</DomainName>{element(thing["config"], "Aliases")}</DistributionSummary>'
            for thing in stored.values()
        )
        return 200, {}, f"<DistributionList {NAMESPACE}><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>{len(stored)}</Quantity><Items>{items}</Items></DistributionList>"
    thing = STORE.get("distribution", path[1], "NoSuchDistribution")
    if path[2:] == ["invalidation"] and method == "POST":
        invalidation = {"id": "I" + STORE.id(), "paths": re.findall(r"<Path>([^<]*)</Path>", body)}
        STORE.invalidations.setdefault(path[1], []).append(invalidation)
        return 201, {"Location": "/".join(path)}, f'<Invalidation {NAMESPACE}><Id>{invalidation["id"]}</Id><Status>Completed</Status><CreateTime>{THEN}</CreateTime>{body}</Invalidation>'
    if path[2:] == ["invalidation"]:
        return 200, {"Content-Type": "application/json"}, json.dumps(STORE.invalidations.get(path[1], []))
    if method == "DELETE":
        if enabled(checked(thing, if_match)["config"]):
            raise Refusal(409, "DistributionNotDisabled")
        del stored[thing["id"]]
        return 204, {}, ""
    if method == "PUT":
        checked(thing, if_match).update(config=whole(element(body, "DistributionConfig")), etag=STORE.id())
    return 200, {"ETag": thing["etag"]}, thing["config"] if method == "GET" and path[2:] == ["config"] else xml(thing)


def whole(config):
    """The configuration with what CloudFront adds, refused if it names what is not there."""
    names = set(re.findall(r"<Id>([^<]*)</Id>", config))
    if not set(re.findall(r"<TargetOriginId>([^<]*)<", config)) <= names:
        raise Refusal(404, "NoSuchOrigin")
    for kind in ("cache-policy", "origin-request-policy", "response-headers-policy"):
        for id in re.findall(rf"<{SIMPLE[kind]}Id>([^<]+)<", config):
            STORE.get(kind, id, "NoSuch" + SIMPLE[kind])
    for name in re.findall(r"<FunctionARN>[^<]*function/([^<]+)<", config):
        STORE.get("function", name, "NoSuchFunctionExists")
    for tag, xml in ABSENT.items():
        if not re.search(rf"<{tag}[ />]", config):
            config = config.replace("</DistributionConfig>", xml + "</DistributionConfig>")
    return config


def enabled(config):
    config = re.sub(rf"<({WITH_OWN_ENABLED})>.*?</\1>", "", config, flags=re.S)
    return "<Enabled>true</Enabled>" in config


def vpc_origin(method, path, query, body, if_match):
    stored = STORE.kinds["vpc-origin"]

    def xml(thing):
        return (
            f'<VpcOrigin {NAMESPACE}><Id>{thing["id"]}</Id><Arn>{arn("vpcorigin", thing["id"])}</Arn><Status>Deployed</Status>'
            f'<CreatedTime>{THEN}</CreatedTime><LastModifiedTime>{THEN}</LastModifiedTime>{thing["config"]}</VpcOrigin>'
        )

    if len(path) == 1 and method == "POST":
        thing = {"id": "vo_" + STORE.id(), "etag": STORE.id(), "config": element(body, "VpcOriginEndpointConfig")}
        stored[thing["id"]] = thing
        STORE.tags[arn("vpcorigin", thing["id"])] = tags_in(body)
        return 202, {"ETag": thing["etag"], "Location": "/".join(path)}, xml(thing)
    if len(path) == 1:
        return 200, {}, f"<VpcOriginList {NAMESPACE}><Marker></Marker><MaxItems>100</MaxItems><IsTruncated>false</IsTruncated><Quantity>{len(stored)}</Quantity><Items>" + "".join(f"<VpcOriginSummary><Id>{id}</Id></VpcOriginSummary>" for id in stored) + "</Items></VpcOriginList>"
    thing = STORE.get("vpc-origin", path[1], "EntityNotFound")
    if method == "DELETE":
        del stored[checked(thing, if_match)["id"]]
        return 202, {"ETag": thing["etag"]}, xml(thing)
    if method == "PUT":
        checked(thing, if_match).update(config=element(body, "VpcOriginEndpointConfig"), etag=STORE.id())
    return 200, {"ETag": thing["etag"]}, xml(thing)
