"""CloudFront's distributions, with what CloudFront itself adds to them."""

import json
import re

from cloudfront_store import NAMESPACE, SIMPLE, STORE, THEN, Refusal, arn, checked, element, tags_in, text

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
