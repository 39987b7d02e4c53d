"""CloudFront's API as far as the AWS provider asks: what is put is stored as XML and read back as it was put.

moto has no policies, functions or VPC origins, drops the functions of a distribution and refuses origin groups.
"""

import re
import traceback
import urllib.parse

from cloudfront_distribution import distribution
from cloudfront_parts import function, simple, vpc_origin
from cloudfront_store import NAMESPACE, SIMPLE, STORE, Refusal, tags_in

API = "/2020-05-31/"


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
