"""What must be true of every plan, asked of Terraform's own JSON: mostly what the emulator lets pass and AWS, or a visitor, would not.

Rules about buckets, their policies and the processor's door are here, the others in rules_*.py, and stated.py has every other attribute.
Each rule is a function of a Plan that yields sentences about what is wrong. The docstring's first line is the name of the check.
"""

import json

import rules_edge
import rules_functions
import rules_kept
import rules_names
import rules_network
import rules_services
import rules_settings
import rules_tasks
import rules_watch
import stated
from plan import Plan, fellows, listed, module_of, rendition_keys, statements


def problems(plan_json):
    """(name of the rule, its problems) for every rule."""
    plan = Plan(plan_json)
    return [(rule.__doc__.splitlines()[0].rstrip("."), found(rule, plan)) for rule in RULES]


def found(rule, plan):
    try:
        return list(rule(plan))
    except (KeyError, IndexError, TypeError, StopIteration) as problem:
        # A plan of another shape than the rule expects has not been shown to keep it.
        return [f"cannot be told: {type(problem).__name__} {problem}"]


def policy_after_flags(plan):
    """a bucket's policy waits for its public access block."""
    for path, block in plan.configured("aws_s3_bucket_policy"):
        if "aws_s3_bucket_public_access_block.this" not in block.get("depends_on", []):
            yield f"{path}{block['address']} may be put before the flags, and AWS refuses it with 403"


def access_blocks(plan):
    """every bucket has a public access block, open for policies only where it is a website, and never for access lists."""
    modules = {module_of(r): r["values"] for r in plan.all("aws_s3_bucket_public_access_block")}
    for bucket in plan.all("aws_s3_bucket"):
        module = module_of(bucket)
        values = modules.get(module)
        if values is None:
            yield f"{bucket['address']} has none"
            continue
        if not (values["block_public_acls"] and values["ignore_public_acls"]):
            yield f"{module} takes access lists"
        closed = (values["block_public_policy"], values["restrict_public_buckets"])
        if closed != ((False, False) if plan.is_website(module) else (True, True)):
            yield f"{module} has block_public_policy, restrict_public_buckets = {closed}"


def encryption(plan):
    """every bucket is encrypted, a website with S3's own key."""
    encrypted = {module_of(r): r["values"]["rule"][0]["apply_server_side_encryption_by_default"][0]["sse_algorithm"] for r in plan.all("aws_s3_bucket_server_side_encryption_configuration")}
    for bucket in plan.all("aws_s3_bucket"):
        module = module_of(bucket)
        if module not in encrypted:
            yield f"{bucket['address']} is not"
        elif plan.is_website(module) and encrypted[module] != "AES256":
            yield f"{bucket['address']}: anonymous visitors may not use a KMS key"


def website_grants(plan):
    """the website grants get and list, both only under the secret Referer, so that a miss is 404 and nobody else reads or lists."""
    for website in plan.all("aws_s3_bucket_website_configuration"):
        module = module_of(website)
        document = next((r["values"].get("policy") for r in plan.all("aws_s3_bucket_policy") if r["address"].startswith(module + ".")), None)
        if document is None:
            yield f"{module}: its policy is not known in the plan"
            continue
        granted = set()
        for statement in statements(document):
            if statement["Effect"] == "Deny":
                yield f"{module} denies, and plain HTTP is all a website speaks"
            referers = [v for test, keys in statement.get("Condition", {}).items() for k, v in keys.items() if (test, k) == ("StringEquals", "aws:Referer")]
            if not referers or not all(listed(referers[0])):
                yield f"{module} grants {statement['Action']} to everyone"
            granted |= {(action, resource) for action in listed(statement["Action"]) for resource in listed(statement["Resource"])}
        actions = {action for action, _ in granted}
        if actions != {"s3:GetObject", "s3:ListBucket"}:
            yield f"{module} grants {sorted(actions)}; without list a miss is 403 and the rule for 404 never fires"
        if any(resource.endswith("/*") != (action == "s3:GetObject") for action, resource in granted):
            yield f"{module} grants on the wrong resources: {sorted(granted)}"


def redirect(plan):
    """misses are redirected with 302 or 307, to https, at the process host, and nothing else is redirected."""
    for website in plan.all("aws_s3_bucket_website_configuration"):
        rules = json.loads(website["values"]["routing_rules"])
        if not any(rule["Condition"].get("HttpErrorCodeReturnedEquals") == "404" for rule in rules):
            yield "no rule for 404"
        images = {alias for d in plan.all("aws_cloudfront_distribution") for alias in d["values"]["aliases"] or [] if any(o["origin_id"] == "website" for o in d["values"]["origin"])}
        for rule in rules:
            if rule["Condition"].get("HttpErrorCodeReturnedEquals") not in ("403", "404"):
                yield f"{rule} redirects what is there"
            if rule["Redirect"].get("Protocol") != "https":
                yield f"protocol {rule['Redirect'].get('Protocol')}"
            if rule["Redirect"].get("HttpRedirectCode") not in ("302", "307"):
                yield f"code {rule['Redirect'].get('HttpRedirectCode')}"
            if not rule["Redirect"].get("HostName") or rule["Redirect"]["HostName"] in images:
                yield f"host {rule['Redirect'].get('HostName')}"
            if set(rule["Redirect"]) - {"Protocol", "HostName", "HttpRedirectCode"}:
                yield f"the key changes: {rule['Redirect']}"


def processor_door(plan):
    """the load balancer takes CloudFront's addresses only, and forwards only what carries a secret."""
    for rule in plan.all("aws_vpc_security_group_ingress_rule"):
        if ".load_balancer" in rule["address"] and not rule["values"].get("prefix_list_id"):
            yield f"{rule['address']}: open to {rule['values'].get('cidr_ipv4')}"
    for listener in plan.all("aws_lb_listener"):
        action = listener["values"]["default_action"][0]
        if action["type"] != "fixed-response" or action["fixed_response"][0]["status_code"] != "403":
            yield f"{listener['address']}: the default is {action['type']}"
        inside = all(balancer["internal"] for balancer in plan.values("aws_lb"))
        way_in = (listener["values"]["protocol"], listener["values"]["port"])
        if way_in != ("HTTPS", 443) and not (inside and way_in == ("HTTP", 80) and not plan.all("aws_acm_certificate", "this")):
            yield f"{listener['address']}: {way_in}"
        for ingress in plan.values("aws_vpc_security_group_ingress_rule", "load_balancer"):
            if (ingress["from_port"], ingress["to_port"]) != (way_in[1], way_in[1]):
                yield f"{listener['address']} listens on {way_in[1]}, and CloudFront may reach {ingress['from_port']} to {ingress['to_port']}"
    rules = plan.all("aws_lb_listener_rule")
    if plan.all("aws_lb") and not rules:
        yield "no rule forwards"
    for rule in rules:
        headers = [h for condition in rule["values"]["condition"] for h in condition["http_header"]]
        if [h["http_header_name"] for h in headers] != ["X-Origin-Verify"] or not all(h["values"] for h in headers):
            yield f"{rule['address']}: forwards without the secret"


def least_privilege(plan):
    """the processor's role is its two store seams and, where it answers POST /-/purge, our distributions' invalidation, and nothing else."""
    for role in plan.all("aws_iam_role_policy"):
        if not role["address"].endswith(("module.processor[0].module.task.aws_iam_role_policy.this", "module.lambda_processor[0].aws_iam_role_policy.this")):
            continue
        purges = bool(fellows(plan, role, "aws_ssm_parameter", "admin_tokens"))
        if role["values"].get("policy") is None:
            yield f"{role['address']}: not known in the plan"
            continue
        granted = {(action, resource) for s in statements(role["values"]["policy"]) for action in listed(s["Action"]) for resource in listed(s["Resource"])}
        keys = {(action, resource) for action, resource in granted if action.startswith("kms:")}
        granted -= keys
        encrypts = rendition_keys(plan, role)
        if {key for action, key in keys if action == "kms:GenerateDataKey"} != encrypts or not encrypts <= {key for action, key in keys if action == "kms:Decrypt"}:
            yield f"{role['address']}: {sorted(keys)}, and renditions are encrypted with {sorted(encrypts)}"
        if {action for action, _ in keys} - {"kms:Decrypt", "kms:GenerateDataKey"} or any(not key.startswith("arn:") for _, key in keys):
            yield f"{role['address']}: {sorted(keys)}"
        told = {resource for action, resource in granted if action == "cloudfront:CreateInvalidation"}
        distributions = {distribution["arn"] for distribution in plan.values("aws_cloudfront_distribution")}
        if (told and not purges) or (None not in distributions and told and told != distributions):
            yield f"{role['address']}: may invalidate at {sorted(told)}"
        granted -= {("cloudfront:CreateInvalidation", arn) for arn in told}
        # The originals are where there is get and no put.
        objects = {resource for action, resource in granted if action == "s3:GetObject"}
        written = {resource for action, resource in granted if action == "s3:PutObject"}
        expected = {("s3:GetObject", r) for r in objects} | {(action, r) for action in ("s3:PutObject", "s3:DeleteObject") for r in written}
        expected |= {("s3:ListBucket", r.split("/", 1)[0]) for r in objects}
        if granted != expected or len(objects) != 2 or len(written) != 1 or not written < objects:
            yield f"{role['address']}: {sorted(granted)}"
        if any(not resource.startswith("arn:aws:s3:::") or resource == "arn:aws:s3:::*" for _, resource in granted):
            yield f"{role['address']}: more than two buckets"


def changes(plan):
    """only our originals may send to the queue, and S3 is told of the queue after the queue's policy."""
    for path, block in plan.configured("aws_s3_bucket_notification"):
        if "queue" not in block["expressions"]:
            continue
        if "aws_sqs_queue.this" not in block["expressions"]["queue"][0]["queue_arn"]["references"]:
            yield f"{path}{block['address']} does not wait for the queue, which is made with its policy"
    buckets = {f"arn:aws:s3:::{bucket['values']['bucket']}" for bucket in plan.all("aws_s3_bucket")}
    told = {module_of(notification) for notification in plan.all("aws_s3_bucket_notification")}
    for queue in plan.all("aws_sqs_queue"):
        if module_of(queue) not in told or queue["address"].endswith(".dead"):
            continue
        if queue["values"]["policy"] is None:
            yield f"{queue['address']}: its policy is not known in the plan"
            continue
        for statement in statements(queue["values"]["policy"]):
            conditions = statement.get("Condition", {})
            if statement["Action"] != "sqs:SendMessage" or statement["Principal"] != {"Service": "s3.amazonaws.com"}:
                yield f"{queue['address']}: {statement['Principal']} may {statement['Action']}"
            if conditions.get("ArnEquals", {}).get("aws:SourceArn") not in buckets or "aws:SourceAccount" not in conditions.get("StringEquals", {}):
                yield f"{queue['address']}: S3 may send for others than our bucket and account: {conditions}"


def endpoint_names(plan):
    """a network with endpoints lets AWS's services answer under their own names there."""
    networks = {module_of(network): network["values"] for network in plan.all("aws_vpc")}
    for endpoint in plan.all("aws_vpc_endpoint"):
        if endpoint["values"]["private_dns_enabled"] and not networks[module_of(endpoint)]["enable_dns_hostnames"]:
            yield f"{endpoint['address']}: AWS refuses it in a network without DNS host names"


RULES = [
    *rules_edge.RULES, *rules_network.RULES, *rules_tasks.RULES, *rules_services.RULES, *rules_watch.RULES, *rules_functions.RULES, *rules_kept.RULES, *rules_names.RULES, *rules_settings.RULES, *stated.RULES,
    policy_after_flags, access_blocks, encryption, website_grants, redirect, processor_door, least_privilege, changes, endpoint_names,
]
