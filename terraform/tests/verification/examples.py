"""What is read back of each example."""

import hashlib
import hmac
import json

import privilege
import readback as read
import readback_edge as edge
import readback_functions as lambdas
import readback_kept as kept
import readback_regions as regions
import readback_tasks as tasks
import readback_watch as watch
import readback_website as website

REGIONS = {"redirect": ["eu-west-1"], "small": ["eu-west-1"], "failover": ["eu-west-1"], "direct": ["eu-west-1"], "lambda": ["eu-west-1"], "multi-region": ["eu-west-1", "us-east-2"]}

SIGNING_SECRETS = ["signing-secret-of-the-tests"]

KEYS = {"first": "arn:aws:kms:eu-west-1:123456789012:key/first", "second": "arn:aws:kms:us-east-2:123456789012:key/second"}

VARIABLES = {
    "failover": {"signing_secrets": json.dumps(SIGNING_SECRETS)},
    # The id of one made outside: provider 5.100 cannot make one that signs with SigV4A.
    "every-setting-functions": {"functions": "true"},
    "multi-region": {"access_point_oac_id": "E00SIGV4A00OUTSIDE", "kms_key_arns": json.dumps(KEYS)},
}

MODERN = "image/avif,image/webp,*/*"
CHOOSES = [
    (("/a_600_400.jpg", {}, MODERN), "/a_600_400.jpg.avif"),
    (("/a_600_400.jpg", {}, None), "/a_600_400.jpg"),
    (("/a.jpg", {"w": "600", "h": "400", "fit": "fill"}, "image/webp"), "/a_600_400_fill.jpg.webp"),
    (("/-/metrics", {}, None), "400"),
]
PASSES = [
    (("/a_600_400.jpg", {}, MODERN), "/a_600_400.jpg"),
    (("/a_600_400.jpg.avif", {}, None), "/a_600_400.jpg.avif"),
    (("/-/metrics", {}, None), "400"),
]
SIGNATURE = hmac.new(SIGNING_SECRETS[0].encode(), b"a_600_400.jpg", hashlib.sha256).hexdigest()[:32]
SIGNED = [
    ((f"/a_600_400_s-{SIGNATURE}.jpg", {}, MODERN), f"/a_600_400_s-{SIGNATURE}.jpg.avif"),
    (("/a_600_400.jpg", {}, None), "403"),
    (("/a_600_400_s-00000000000000000000000000000000.jpg", {}, None), "403"),
]


def applied(emulator, outputs):
    if "latent" in outputs:
        return read.Applied(emulator, outputs["latent"], "eu-west-1")
    return read.Applied(emulator, outputs["first"], "eu-west-1", outputs["images_distribution_id"], outputs["images_function_name"])


def checks(name, emulator, outputs, node):
    """(name, function) of each check."""
    at = applied(emulator, outputs)
    images = at.images_distribution_id
    if name == "lambda":
        return functions(at, images, node)
    common = [
        ("TTLs are 0, 0 and a year", lambda: edge.cache_policies(at, images)),
        ("every page may show the pictures", lambda: edge.headers_to_pages(at, images)),
        ("the load balancer answers 403 without the secret, to anyone but CloudFront nothing", lambda: tasks.door(at)),
        ("the task has its buckets, its secrets and a read-only root", lambda: tasks.task(at)),
        ("alarms and dashboard are there", lambda: watch.alarms(at, queue=at.has_workers)),
        ("autoscaling has its bounds", lambda: tasks.autoscaling(at, (1, 3) if name == "small" else (2, 10))),
    ]
    if at.has_workers:
        common.append(("an uploaded original is told to the queue", lambda: kept.changed_originals(at)))
    if name == "redirect":
        process = at.latent["process_distribution_id"]
        return common + [
            ("the website has the rule of routing-rules/, and no other", lambda: website.website_rules(at)),
            ("only those who know the secret Referer read", lambda: website.website_access(at)),
            ("the images distribution asks the website over http, and keeps no error", lambda: website.website_distribution(at)),
            ("the process distribution asks the processor over https with the secret", lambda: edge.processor_distribution(at, process, at.latent["hosts"]["process"])),
            ("TTLs of the process distribution are the same", lambda: edge.cache_policies(at, process)),
            ("the images function that is live chooses formats", lambda: edge.function_answers(at, node, images, at.images_function_name, CHOOSES)),
            ("the process function that is live changes nothing", lambda: edge.function_answers(at, node, process, at.latent["process_function_name"], PASSES)),
        ]
    if name == "failover":
        return common + [
            ("the processor asks for the same signature", lambda: tasks.signing(at, SIGNING_SECRETS)),
            ("the private bucket first, the processor on 403 and 404", lambda: edge.failover(at, at.latent["renditions_domain_name"])),
            ("nobody else reads the renditions", lambda: kept.private_renditions(at)),
            ("the function that is live asks for a signature", lambda: edge.function_answers(at, node, images, at.images_function_name, SIGNED)),
        ]
    if name == "small":
        return common + [
            ("the private bucket first, the processor on 403 and 404", lambda: edge.failover(at, at.latent["renditions_domain_name"])),
            ("nobody else reads the renditions", lambda: kept.private_renditions(at)),
        ]
    if name == "direct":
        return common + [
            ("the distribution asks the processor inside its network", lambda: edge.processor_distribution(at, images, at.latent["hosts"]["images"], vpc_origin=True)),
            ("nobody else reads the renditions", lambda: kept.private_renditions(at)),
            ("the function that is live chooses formats", lambda: edge.function_answers(at, node, images, at.images_function_name, CHOOSES)),
        ]
    return common + [
        ("the access point first, the processor on 403 and 404", lambda: edge.failover(at, outputs["access_point"]["domain_name"])),
        ("two Regions, copied, with latency records", lambda: regions.multi_region(at, outputs["second"], outputs)),
        ("what one Region's key encrypts is copied with the other's, by a role that may", lambda: regions.encrypted_copies(at, outputs["second"], KEYS)),
        ("the function that is live chooses formats", lambda: edge.function_answers(at, node, images, at.images_function_name, CHOOSES)),
    ]


def functions(at, images, node):
    return [
        ("TTLs are 0, 0 and a year", lambda: edge.cache_policies(at, images)),
        ("every page may show the pictures", lambda: edge.headers_to_pages(at, images)),
        ("the functions have their image, buckets, bounds and callers, and no others", lambda: lambdas.functions(at)),
        ("alarms and dashboard are there", lambda: watch.alarms(at, True, of=("Errors", "Url5xxCount", "Throttles", "Duration"))),
        ("an uploaded original is told to the queue", lambda: kept.changed_originals(at)),
        ("the private bucket first, the processor on 403 and 404", lambda: edge.failover(at, at.latent["renditions_domain_name"])),
        ("nobody else reads the renditions", lambda: kept.private_renditions(at)),
        ("the function that is live chooses formats", lambda: edge.function_answers(at, node, images, at.images_function_name, CHOOSES)),
    ]


def roles(name, emulator, outputs):
    """(role, what it may do, where) of each role whose privileges are tried."""
    at = applied(emulator, outputs)
    found = [(at.latent["task_role_arn"], privilege.STORE, at)]
    if name in ("redirect", "lambda"):
        found.append((at.latent["workers_role_arn"], privilege.WARM_AND_PURGE, at))
    return found
