"""Plants each known mistake in a copy, and shows which check finds it. One that none finds is a failure."""

import sys

import policy
from machine import Machine, Missing
from report import Report
from workspace import Example, Failed, Workspace

# name, example, file, what is written, what is planted, and words of the check that must find it.
MISTAKES = [
    ("default TTL not 0", "redirect", "modules/edge-policies/main.tf", "default_ttl = var.default_ttl", "default_ttl = 86400", "keeps nothing that does not say so itself"),
    ("default TTL given", "redirect", "examples/redirect/main.tf", "  redirect        = {", "  caching         = { default_ttl = 60 }\n  redirect        = {", "must be 0"),
    ("minimum TTL not 0", "redirect", "modules/edge-policies/main.tf", "min_ttl     = 0", "min_ttl     = 1", "keeps nothing that does not say so itself"),
    ("redirect to http", "redirect", "modules/website/main.tf", "protocol       = var.protocol", 'protocol       = "http"', "at the process host"),
    ("viewers over http", "redirect", "modules/website-distribution/main.tf", '"redirect-to-https"', '"allow-all"', "redirects to https"),
    ("permanent redirect", "redirect", "modules/website/main.tf", "redirect_code  = var.redirect_code", "redirect_code  = 301", "302 or 307"),
    ("redirect to itself", "redirect", "modules/website/main.tf", "processor_host = var.processor_host", "processor_host = var.own_host", "at the process host"),
    ("no 403 among the failover codes", "failover", "modules/failover-distribution/main.tf", "status_codes = var.failover_status_codes", "status_codes = setsubtract(var.failover_status_codes, [403])", "on 403, 404 and faults"),
    ("no 403 among the failover codes given", "failover", "examples/failover/main.tf", "  workers              = null", "  workers              = null\n  failover_status_codes = [404, 500]", "must hold 403"),
    ("no list grant", "redirect", "modules/website/main.tf", 'actions   = ["s3:ListBucket"]', 'actions   = ["s3:GetBucketLocation"]', "grants get and list"),
    ("list for everyone", "redirect", "modules/website/main.tf", '      condition {\n        test     = "StringEquals"\n        variable = "aws:Referer"\n        values   = var.referer_secrets\n      }\n    }\n  }\n}', "    }\n  }\n}", "grants get and list"),
    ("policy before the flags", "redirect", "modules/website/main.tf", "depends_on = [aws_s3_bucket_public_access_block.this, aws_s3_bucket_ownership_controls.this]", "depends_on = [aws_s3_bucket_ownership_controls.this]", "waits for its public access block"),
    ("public policies blocked", "redirect", "modules/website/main.tf", "block_public_policy     = false", "block_public_policy     = true", "public access block"),
    ("originals open", "redirect", "modules/originals/main.tf", "restrict_public_buckets = true", "restrict_public_buckets = false", "public access block"),
    ("no secret header", "redirect", "modules/processor-distribution/main.tf", 'name  = "X-Origin-Verify"', 'name  = "X-Origin"', "with the secret header"),
    ("no secret Referer", "redirect", "modules/website-distribution/main.tf", 'name  = "Referer"', 'name  = "X-Referer"', "with the secret Referer"),
    ("load balancer forwards without the secret", "redirect", "modules/processor/load-balancer.tf", 'http_header_name = "X-Origin-Verify"', 'http_header_name = "User-Agent"', "forwards only what carries a secret"),
    ("load balancer open to everyone", "redirect", "modules/processor/load-balancer.tf", "prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id", 'cidr_ipv4         = "0.0.0.0/0"', "CloudFront's addresses only"),
    ("website over https", "redirect", "modules/website-distribution/main.tf", 'origin_protocol_policy = "http-only"', 'origin_protocol_policy = "https-only"', "over plain HTTP"),
    ("processor over http", "redirect", "modules/processor-distribution/main.tf", 'origin_protocol_policy   = "https-only"', 'origin_protocol_policy   = "http-only"', "over TLS"),
    ("misses kept", "redirect", "modules/website-distribution/main.tf", "error_caching_min_ttl = 0", "error_caching_min_ttl = 10", "faults are not kept"),
    ("faults kept", "redirect", "modules/processor-distribution/main.tf", "error_caching_min_ttl = 0", "error_caching_min_ttl = 10", "faults are not kept"),
    ("task may delete", "redirect", "modules/processor/roles.tf", '["s3:GetObject", "s3:PutObject"]', '["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]', "two store seams"),
    ("task may list nothing", "redirect", "modules/processor/roles.tf", 'actions   = ["s3:ListBucket"]', 'actions   = ["s3:GetBucketLocation"]', "two store seams"),
    ("queries in the cache key", "redirect", "modules/edge-policies/main.tf", '    query_strings_config {\n      query_string_behavior = "none"\n    }\n  }', '    query_strings_config {\n      query_string_behavior = "all"\n    }\n  }', "keys on the path alone"),
    ("CORS for one origin", "redirect", "modules/edge-policies/main.tf", '    access_control_allow_origins {\n      items = ["*"]', '    access_control_allow_origins {\n      items = ["https://example.org"]', "used by every page"),
    ("queue told before its policy", "redirect", "modules/changes/main.tf", "queue_arn = aws_sqs_queue.this.arn", "queue_arn = local.arn", "after the queue's policy"),
    ("queue without its policy", "redirect", "modules/changes/main.tf", "policy                     = data.aws_iam_policy_document.this.json", "", "only our originals may send"),
    ("queue for every bucket", "redirect", "modules/changes/main.tf", 'variable = "aws:SourceArn"\n      values   = [var.originals_arn]', 'variable = "aws:SourceArn"\n      values   = ["arn:aws:s3:::*"]', "only our originals may send"),
    ("endpoints without names", "failover", "modules/network/main.tf", "enable_dns_hostnames = length(local.endpoints) > 0", "enable_dns_hostnames = false", "under their own names"),
]


def planned(workspace, name, emulator):
    # Here and not above: it needs boto3, and Machine says so where it is missing.
    import examples

    run = Example(workspace, name, emulator, examples.VARIABLES.get(name))
    run.plan()
    return run.planned()


def found(machine, emulator, mistake):
    """The checks that notice: sentences of a refused plan, or names of broken rules. Empty where it goes through."""
    _, name, file, written, planted, _ = mistake
    workspace = Workspace(machine)
    path = workspace.path(*file.split("/"))
    with open(path) as source:
        text = source.read()
    if text.count(written) != 1:
        raise Failed(f"{file} holds {written!r} {text.count(written)} times and not once")
    with open(path, "w") as source:
        source.write(text.replace(written, planted))
    try:
        plan = planned(workspace, name, emulator)
    except Failed as refusal:
        return [str(refusal)]
    return [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems]


def main():
    try:
        machine = Machine()
    except Missing as missing:
        print(f"SKIPPED: {missing}")
        return 0
    import emulated

    report = Report()
    emulator = emulated.Emulator()
    try:
        emulator.await_start()
        emulated.prepare(emulator, "mutate")
        for name in sorted({mistake[1] for mistake in MISTAKES}):
            plan = planned(Workspace(machine), name, emulator)
            broken = [f"{rule}: {problems}" for rule, problems in policy.problems(plan) if problems]
            report.check("mutate", f"{name} without a mistake keeps every rule", "; ".join(broken) or None)
        for mistake in MISTAKES:
            if len(sys.argv) > 1 and not any(word in mistake[0] for word in sys.argv[1:]):
                continue
            try:
                finders = found(machine, emulator, mistake)
            except Failed as problem:
                report.check("mutate", mistake[0], str(problem))
                continue
            right = [finder for finder in finders if mistake[5] in finder]
            if right:
                report.check("mutate", f"{mistake[0]}, found by: {right[0][:240]}")
            else:
                report.check("mutate", mistake[0], f"nothing that speaks of {mistake[5]!r} finds it, only {finders}")
    finally:
        emulator.stop()
        machine.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
