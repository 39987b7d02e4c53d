"""Rules about the edge: origins, what is kept of them, and which host leads where."""

from plan import listed, sibling, statements


def website_origin(plan):
    """a website is reached as a custom origin over plain HTTP, with the secret Referer."""
    for distribution in plan.all("aws_cloudfront_distribution"):
        for origin in distribution["values"]["origin"]:
            if origin["origin_id"] != "website":
                continue
            custom = (origin.get("custom_origin_config") or [{}])[0]
            if custom.get("origin_protocol_policy") != "http-only" or custom.get("http_port") != 80:
                yield f"{distribution['address']}: {custom.get('origin_protocol_policy')} to port {custom.get('http_port')}: a website has no TLS"
            if origin.get("s3_origin_config") or origin.get("origin_access_control_id"):
                yield f"{distribution['address']}: as an S3 origin its rules never fire"
            if not any(h["name"] == "Referer" and h["value"] for h in origin["custom_header"]):
                yield f"{distribution['address']}: no secret Referer"
    if plan.all("aws_s3_bucket_website_configuration") and not any(o["origin_id"] == "website" for d in plan.all("aws_cloudfront_distribution") for o in d["values"]["origin"]):
        yield "no distribution in front of the website"


def processor_origin(plan):
    """the processor is reached over TLS or inside the network, with the secret header."""
    for distribution in plan.all("aws_cloudfront_distribution"):
        for origin in distribution["values"]["origin"]:
            if origin["origin_id"] != "processor":
                continue
            custom = origin.get("custom_origin_config") or []
            if custom and custom[0]["origin_protocol_policy"] != "https-only":
                yield f"{distribution['address']}: {custom[0]['origin_protocol_policy']}"
            if not any(h["name"] == "X-Origin-Verify" and h["value"] for h in origin["custom_header"]):
                yield f"{distribution['address']}: no secret header"
            way = (custom or origin["vpc_origin_config"])[0]
            # The processor's own limits: 30 s for room to render, 20 s for the render.
            if not 50 <= way["origin_read_timeout"] <= 120:
                yield f"{distribution['address']}: waits {way['origin_read_timeout']} s, and the processor may take 50"
            if any(balancer["idle_timeout"] <= way["origin_keepalive_timeout"] for balancer in plan.values("aws_lb")):
                yield f"{distribution['address']}: keeps a connection {way['origin_keepalive_timeout']} s, and the load balancer closes it before: a request on it is a 502"
            if origin["connection_attempts"] != 2:
                yield f"{distribution['address']}: tries {origin['connection_attempts']} times"


def bucket_first(plan):
    """where CloudFront may read a private bucket, a distribution asks it first."""
    reads = [control for control in plan.values("aws_cloudfront_origin_access_control") if control["origin_access_control_origin_type"] == "s3"]
    asked = any(origin["origin_id"] == "renditions" for distribution in plan.values("aws_cloudfront_distribution") for origin in distribution["origin"])
    if reads and not asked and not plan.all("aws_s3_bucket_website_configuration"):
        yield "every request goes to the processor, and nothing that is stored is served without it"


def records(plan):
    """each host's records lead to the distribution that answers for it, the origin host's to the load balancer."""
    distributions = {alias: d["domain_name"] for d in plan.values("aws_cloudfront_distribution") for alias in d["aliases"] or []}
    balancers = [balancer["dns_name"] for balancer in plan.values("aws_lb")]
    found = {}
    for record in plan.all("aws_route53_record"):
        values = record["values"]
        if not values["alias"]:
            if record["name"] == "validation" and (values["ttl"] != 60 or not values["allow_overwrite"]):
                yield f"{record['address']}: ttl {values['ttl']}, allow_overwrite {values['allow_overwrite']}"
            continue
        alias = values["alias"][0]
        found.setdefault(values["name"], set()).add(values["type"])
        if values["name"] in distributions:
            if distributions[values["name"]] and alias["name"] not in (None, distributions[values["name"]]):
                yield f"{record['address']}: leads to {alias['name']}"
            if alias["evaluate_target_health"]:
                yield f"{record['address']}: a distribution has no health to evaluate"
        elif record["name"] == "origin":
            if alias["name"] and all(balancers) and alias["name"] not in balancers:
                yield f"{record['address']}: leads to {alias['name']}"
            if not alias["evaluate_target_health"]:
                yield f"{record['address']}: a Region without healthy tasks would still be chosen"
            if not any(values["name"] in (o["domain_name"] for o in d["origin"]) for d in plan.values("aws_cloudfront_distribution")):
                yield f"{record['address']}: {values['name']} is asked by no distribution"
        elif not any(values["name"] == bucket["bucket"] for bucket in plan.values("aws_s3_bucket")):
            yield f"{record['address']}: {values['name']} is answered for by nobody"
    zones = {values["zone_id"] for values in plan.values("aws_route53_record")} - {None}
    if len(zones) > 1:
        yield f"records in {sorted(zones)}: the hosts are of one zone"
    for alias in distributions:
        if plan.all("aws_route53_record", "images") and found.get(alias) != {"A", "AAAA"}:
            yield f"{alias} has records {sorted(found.get(alias, []))}"


def ttls(plan):
    """a cache policy keeps nothing that does not say so itself, and keys on the path alone."""
    if not plan.all("aws_cloudfront_cache_policy"):
        yield "there is none"
    for policy in plan.all("aws_cloudfront_cache_policy"):
        values = policy["values"]
        if values["default_ttl"] != 0:
            yield f"default TTL {values['default_ttl']}: a redirect would be kept after the rendition is there"
        if values["min_ttl"] != 0:
            yield f"minimum TTL {values['min_ttl']}: no-store would be overridden"
        if not values["max_ttl"] >= 86400:
            yield f"maximum TTL {values['max_ttl']}: renditions would not be kept"
        key = values["parameters_in_cache_key_and_forwarded_to_origin"][0]
        if key["enable_accept_encoding_gzip"] or key["enable_accept_encoding_brotli"]:
            yield "one variant for each Accept-Encoding"
        for part, behaviour in (("cookies_config", "cookie_behavior"), ("headers_config", "header_behavior"), ("query_strings_config", "query_string_behavior")):
            if key[part][0][behaviour] != "none":
                yield f"{part} in the key"


def behaviours(plan):
    """every behaviour redirects to https, has the shared policies and a function that sees the request first, and takes GET and HEAD only."""
    for distribution in plan.all("aws_cloudfront_distribution"):
        values = distribution["values"]
        if values["ordered_cache_behavior"]:
            yield f"{distribution['address']}: behaviours that no rule here looks at"
        behaviour = values["default_cache_behavior"][0]
        if behaviour["viewer_protocol_policy"] != "redirect-to-https":
            yield f"{distribution['address']}: {behaviour['viewer_protocol_policy']}"
        if set(behaviour["allowed_methods"]) != {"GET", "HEAD"}:
            yield f"{distribution['address']}: {behaviour['allowed_methods']}"
        if [f["event_type"] for f in behaviour["function_association"]] != ["viewer-request"]:
            yield f"{distribution['address']}: no function on viewer-request"
        if behaviour.get("forwarded_values"):
            yield f"{distribution['address']}: the old settings, whose default TTL is a day"
        if not values["viewer_certificate"][0].get("cloudfront_default_certificate") and (values["viewer_certificate"][0].get("minimum_protocol_version") or "") < "TLSv1.2_2021":
            yield f"{distribution['address']}: {values['viewer_certificate'][0].get('minimum_protocol_version')}"
    for path, block in plan.configured("aws_cloudfront_distribution"):
        if "constant_value" in block["expressions"]["default_cache_behavior"][0].get("cache_policy_id", {"constant_value": None}):
            yield f"{path}{block['address']}: a cache policy that is not ours"


def errors(plan):
    """faults are not kept at all, a miss of the website neither, and a 404 of the processor a short while."""
    for distribution in plan.all("aws_cloudfront_distribution"):
        kept = {e["error_code"]: e["error_caching_min_ttl"] for e in distribution["values"]["custom_error_response"]}
        website = any(o["origin_id"] == "website" for o in distribution["values"]["origin"])
        for code in [500, 502, 503, 504] + ([403, 404] if website else []):
            if kept.get(code) != 0:
                yield f"{distribution['address']}: {code} is kept {kept.get(code, 10)} s"
        if not website and not 0 <= kept.get(404, -1) <= 30:
            yield f"{distribution['address']}: 404 is kept {kept.get(404)} s"


def failover(plan):
    """an origin group asks a private bucket first, and the processor on 403, 404 and faults."""
    for distribution in plan.all("aws_cloudfront_distribution"):
        values = distribution["values"]
        for group in values["origin_group"]:
            codes = set(group["failover_criteria"][0]["status_codes"])
            if not {403, 404, 500, 502, 503, 504} <= codes:
                yield f"{distribution['address']}: fails over on {sorted(codes)} only; a miss is 403 to CloudFront, which may not list"
            if [m["origin_id"] for m in group["member"]] != ["renditions", "processor"]:
                yield f"{distribution['address']}: {[m['origin_id'] for m in group['member']]}"
            if values["default_cache_behavior"][0]["target_origin_id"] != group["origin_id"]:
                yield f"{distribution['address']}: the group is not used"
    for control in plan.all("aws_cloudfront_origin_access_control"):
        if control["values"]["signing_behavior"] != "always":
            yield f"{control['address']}: signs {control['values']['signing_behavior']}"


def viewer_address(plan):
    """the processor is told the visitor's address, and nothing else of the request's headers, cookies and query."""
    for policy in plan.all("aws_cloudfront_origin_request_policy"):
        values = policy["values"]
        if values["headers_config"][0]["headers"][0]["items"] != ["CloudFront-Viewer-Address"]:
            yield str(values["headers_config"][0])
        if values["cookies_config"][0]["cookie_behavior"] != "none" or values["query_strings_config"][0]["query_string_behavior"] != "none":
            yield "cookies or query"


def answers(plan):
    """every answer may be used by every page and is not guessed at."""
    for policy in plan.all("aws_cloudfront_response_headers_policy"):
        cors = policy["values"]["cors_config"][0]
        if cors["access_control_allow_origins"][0]["items"] != ["*"] or cors["access_control_allow_credentials"]:
            yield "CORS is not * without credentials: after a redirect the browser's Origin is null"
        security = policy["values"]["security_headers_config"][0]
        if not security["content_type_options"]:
            yield "no nosniff"
        transport = security["strict_transport_security"][0]
        if transport["preload"] or transport["include_subdomains"]:
            yield "a distribution must not decide for the whole domain, or for years in browsers: preload and includeSubDomains are the domain owner's"


def certificates(plan):
    """whoever answers for a host shows the certificate of that host: each distribution, and the load balancer."""
    hosts = {certificate["arn"]: certificate["domain_name"] for certificate in plan.values("aws_acm_certificate")}
    validated = {validation["certificate_arn"] for validation in plan.values("aws_acm_certificate_validation")}
    if None in hosts:
        return
    for distribution in plan.all("aws_cloudfront_distribution"):
        shown = distribution["values"]["viewer_certificate"][0].get("acm_certificate_arn")
        aliases = distribution["values"]["aliases"] or []
        # A certificate that somebody brings is not in the plan.
        if aliases and shown in hosts and [hosts[shown]] != aliases:
            yield f"{distribution['address']}: answers for {aliases} with the certificate of {hosts[shown]}"
        if bool(aliases) != bool(shown):
            yield f"{distribution['address']}: {aliases} with {shown}"
    asked = {origin["domain_name"] for distribution in plan.values("aws_cloudfront_distribution") for origin in distribution["origin"] if origin["origin_id"] == "processor"}
    for listener in plan.all("aws_lb_listener"):
        shown = listener["values"]["certificate_arn"]
        if shown in hosts and asked and hosts[shown] not in asked:
            yield f"{listener['address']}: shows the certificate of {hosts[shown]}, and is asked as {sorted(asked)}"
    for validation in plan.all("aws_acm_certificate_validation"):
        own = [certificate["arn"] for certificate in sibling(plan, validation, "aws_acm_certificate")]
        if own and validation["values"]["certificate_arn"] not in own:
            yield f"{validation['address']}: waits for another certificate"
    if validated and not validated <= set(hosts):
        yield f"{sorted(validated - set(hosts))} is proven, and nobody has it"


def access_point(plan):
    """a Multi-Region Access Point is over all renditions buckets, and lets our distribution read, and nobody else."""
    for point in plan.all("aws_s3control_multi_region_access_point"):
        buckets = {region["bucket"] for region in point["values"]["details"][0]["region"]}
        made = {bucket["values"]["bucket"] for bucket in plan.all("aws_s3_bucket") if ".renditions." in bucket["address"]}
        if None not in buckets and buckets != made:
            yield f"{point['address']}: over {sorted(buckets)}, and renditions are in {sorted(made)}"
        arns = {distribution["arn"] for distribution in plan.values("aws_cloudfront_distribution")}
        for policy in sibling(plan, point, "aws_s3control_multi_region_access_point_policy"):
            document = policy["details"][0]["policy"]
            for statement in statements(document) if document else []:
                sources = set(listed(statement.get("Condition", {}).get("StringEquals", {}).get("aws:SourceArn", [])))
                if (statement["Effect"], statement["Action"], statement["Principal"]) != ("Allow", "s3:GetObject", {"Service": "cloudfront.amazonaws.com"}) or sources != arns:
                    yield f"{point['address']}: {statement['Principal']} may {statement['Action']}, of {sorted(sources)}"
                if point["values"]["alias"] and not statement["Resource"].endswith(f":accesspoint/{point['values']['alias']}/object/*"):
                    yield f"{point['address']}: {statement['Resource']}"


RULES = [access_point, certificates, bucket_first, website_origin, processor_origin, records, ttls, behaviours, errors, failover, viewer_address, answers]
