"""What was really applied: distributions, their policies and the function that is live."""

import json
import subprocess

from readback import equal


def cache_policies(applied, *ids):
    for id in ids:
        policy = applied.distribution(id)["DefaultCacheBehavior"]["CachePolicyId"]
        ttls = applied.client("cloudfront").get_cache_policy_config(Id=policy)["CachePolicyConfig"]
        equal((ttls["MinTTL"], ttls["DefaultTTL"], ttls["MaxTTL"]), (0, 0, 31536000), "TTLs")


def processor_distribution(applied, id, host, vpc_origin=False):
    distribution, origin = applied.distribution(id), applied.origins(id)["processor"]
    equal(distribution["Aliases"]["Items"], [host], "aliases")
    equal(origin["DomainName"], applied.latent["hosts"]["origin"], "the origin")
    equal(headers(origin), {"X-Origin-Verify": applied.origin_secrets[0]}, "headers to the processor")
    if vpc_origin:
        assert origin["VpcOriginConfig"]["VpcOriginId"], "no VPC origin"
    else:
        equal(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "https-only", "protocol to the processor")
    equal(kept_errors(distribution), {404: 10, 500: 0, 502: 0, 503: 0, 504: 0}, "kept errors")
    policy = applied.client("cloudfront").get_origin_request_policy_config(Id=distribution["DefaultCacheBehavior"]["OriginRequestPolicyId"])
    equal(policy["OriginRequestPolicyConfig"]["HeadersConfig"]["Headers"]["Items"], ["CloudFront-Viewer-Address"], "what the processor is told")


def failover(applied, primary):
    id = applied.images_distribution_id
    distribution, origins = applied.distribution(id), applied.origins(id)
    group = distribution["OriginGroups"]["Items"][0]
    equal(sorted(group["FailoverCriteria"]["StatusCodes"]["Items"]), [403, 404, 500, 502, 503, 504], "failover codes")
    equal([member["OriginId"] for member in group["Members"]["Items"]], ["renditions", "processor"], "members")
    equal(distribution["DefaultCacheBehavior"]["TargetOriginId"], group["Id"], "target")
    equal(origins["renditions"]["DomainName"], primary, "the primary origin")
    assert origins["renditions"]["OriginAccessControlId"], "CloudFront does not sign"
    equal(headers(origins["processor"]), {"X-Origin-Verify": applied.origin_secrets[0]}, "headers to the processor")


def headers(origin):
    return {header["HeaderName"]: header["HeaderValue"] for header in origin["CustomHeaders"].get("Items", [])}


def kept_errors(distribution):
    return {error["ErrorCode"]: error["ErrorCachingMinTTL"] for error in distribution["CustomErrorResponses"].get("Items", [])}


def headers_to_pages(applied, id):
    policy = applied.distribution(id)["DefaultCacheBehavior"]["ResponseHeadersPolicyId"]
    config = applied.client("cloudfront").get_response_headers_policy_config(Id=policy)["ResponseHeadersPolicyConfig"]
    equal(config["CorsConfig"]["AccessControlAllowOrigins"]["Items"], ["*"], "CORS")
    equal(config["SecurityHeadersConfig"]["ContentTypeOptions"]["Override"], True, "nosniff")


def function_answers(applied, node, id, name, cases):
    """Runs the function that is live, and checks that the distribution calls it."""
    associations = applied.distribution(id)["DefaultCacheBehavior"]["FunctionAssociations"]["Items"]
    equal([(a["EventType"], a["FunctionARN"].rsplit("/", 1)[1]) for a in associations], [("viewer-request", name)], "functions")
    code = applied.client("cloudfront").get_function(Name=name, Stage="LIVE")["FunctionCode"].read().decode()
    assert len(code) <= 10240, f"{len(code)} bytes"
    if node is None:
        return
    for (path, query, accept), expected in cases:
        request = {"method": "GET", "uri": path, "querystring": {k: {"value": v} for k, v in query.items()}, "headers": {"accept": {"value": accept}} if accept else {}}
        script = code + f"\nconst answer = handler({json.dumps({'request': request})});\nconsole.log(answer.uri || String(answer.statusCode));"
        done = subprocess.run([node, "-e", script], capture_output=True, text=True, timeout=60)
        equal(done.stdout.strip() or done.stderr, expected, f"{path} {query} {accept}")
