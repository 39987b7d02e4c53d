"""CloudFront's policies, origin access controls, functions and VPC origins."""

import base64

from cloudfront_store import NAMESPACE, SIMPLE, STORE, THEN, Refusal, arn, checked, element, own_name, tags_in, text


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
