"""Where each setting must arrive, in a plan that says which it was given: every-setting/ has no two values alike, so a neighbour's is seen."""

import re

from plan import listed, statements
from stated import at

TASK = r"module\.processor\[0\]\.module\.task\.aws_ecs_task_definition"
WARM = r"module\.warm_workers\[0\]\.module\.task\.aws_ecs_task_definition"
SERVICE = r"module\.processor\[0\]\.aws_ecs_service"
WORKERS = r"module\.warm_workers\[0\]"
ORIGINALS = r"module\.originals\.module\.bucket\[0\]"
RENDITIONS = r"module\.renditions\.module\.bucket"
LOGS = r"module\.access_logs\[0\]\.module\.bucket"
DISTRIBUTION = r"aws_cloudfront_distribution"
ALARM = r"module\.monitoring\.aws_cloudwatch_metric_alarm"
KEY = "rule.apply_server_side_encryption_by_default.kms_master_key_id"
ENCRYPTION = r"\.aws_s3_bucket_server_side_encryption_configuration"
LIFECYCLE = r"\.aws_s3_bucket_lifecycle_configuration"

# setting, part of the addresses of what must have it, and where
ARRIVALS = [
    ("originals.bucket", ORIGINALS + r"\.aws_s3_bucket\.", "bucket"),
    ("originals.noncurrent_days", ORIGINALS + LIFECYCLE, "rule.noncurrent_version_expiration.noncurrent_days"),
    ("originals.force_destroy", ORIGINALS + r"\.aws_s3_bucket\.", "force_destroy"),
    ("originals.kms_key_arn", ORIGINALS + ENCRYPTION, KEY),
    ("renditions.bucket", RENDITIONS + r"\.aws_s3_bucket\.", "bucket"),
    ("renditions.expire_after_days", RENDITIONS + LIFECYCLE, "rule.expiration.days"),
    ("renditions.kms_key_arn", RENDITIONS + ENCRYPTION, KEY),
    ("access_logs.bucket", LOGS + r"\.aws_s3_bucket\.", "bucket"),
    ("access_logs.retention_days", LOGS + LIFECYCLE, "rule.expiration.days"),
    ("generated_secrets.kms_key_arn", r"\.aws_ssm_parameter\.", "key_id"),
    ("caching.missing_original_ttl", DISTRIBUTION, {"custom_error_response": ("error_code", 404, "error_caching_min_ttl")}),
    ("processor.response_timeout_seconds", DISTRIBUTION, "origin.custom_origin_config.origin_read_timeout"),
    ("price_class", DISTRIBUTION, "price_class"),
    ("origin_shield_region", DISTRIBUTION, "origin.origin_shield.origin_shield_region"),
    ("roles.path", r"\.aws_iam_role\.", "path"),
    ("roles.permissions_boundary", r"\.aws_iam_role\.", "permissions_boundary"),
    ("firewall.requests_per_window", r"\.aws_wafv2_web_acl\.", "rule.statement.rate_based_statement.limit"),
    ("monitoring.faults_per_five_minutes", ALARM + r'\.this\["(faults|unreachable|write-back-failed)"\]', "threshold"),
    ("monitoring.refusals_per_five_minutes", ALARM + r'\.this\["turned-away"\]', "threshold"),
    ("monitoring.queue_age_seconds", ALARM + r'\.this\["lagging"\]', "threshold"),
    ("monitoring.edge_refusals_percent", r'aws_cloudwatch_metric_alarm\.edge\["images-edge-refusals"\]', "threshold"),
    ("monitoring.alarm_topic_arns", ALARM, "alarm_actions"),
    ("monitoring.edge_alarm_topic_arns", r"aws_cloudwatch_metric_alarm\.edge", "alarm_actions"),
    ("monitoring.budget.monthly_usd", r"\.aws_budgets_budget\.", "limit_amount"),
    ("monitoring.budget.emails", r"\.aws_budgets_budget\.", "notification.subscriber_email_addresses"),
    ("processor.log_retention_days", r"\.aws_cloudwatch_log_group\.", "retention_in_days"),
    ("processor.image", r"\.aws_lambda_function\.", "image_uri"),
    ("processor.architecture", r"\.aws_ecs_task_definition\.", "runtime_platform.cpu_architecture"),
    ("processor.cpu", TASK, "cpu"),
    ("processor.memory", TASK, "memory"),
    ("processor.min_tasks", SERVICE, "desired_count"),
    ("processor.min_tasks", r"module\.processor\[0\]\.aws_appautoscaling_target", "min_capacity"),
    ("processor.max_tasks", r"module\.processor\[0\]\.aws_appautoscaling_target", "max_capacity"),
    ("processor.target_cpu_percent", r"module\.processor\[0\]\.aws_appautoscaling_policy", "target_tracking_scaling_policy_configuration.target_value"),
    ("processor.deletion_protection", r"\.aws_lb\.", "enable_deletion_protection"),
    ("workers.cpu", WARM, "cpu"),
    ("workers.memory", WARM, "memory"),
    ("workers.max_workers", WORKERS + r"\.aws_appautoscaling_target", "max_capacity"),
    ("admin.security_group_ids", r"aws_vpc_security_group_ingress_rule\.admin", "referenced_security_group_id"),
    ("network_cidr", r"\.aws_vpc\.", "cidr_block"),
    ("lambda.memory", r"\.aws_lambda_function\.", "memory_size"),
    ("lambda.reserved_concurrency", r"module\.lambda_processor\[0\]\.aws_lambda_function\.", "reserved_concurrent_executions"),
    ("lambda.warm_concurrency", r"\.aws_lambda_event_source_mapping\.", "scaling_config.maximum_concurrency"),
]

# What is said in other words, or worked out.
IN_OTHER_WORDS = [
    ("monitoring.slow_seconds", ALARM + r'\.this\["slow"\]', "threshold", lambda said, plan: said * (1000 if plan.all("aws_lambda_function") else 1)),
    ("processor.container_insights", r"\.aws_ecs_cluster\.", "setting.value", lambda said, plan: "enabled" if said else "disabled"),
    ("processor.architecture", r"\.aws_lambda_function\.", "architectures", lambda said, plan: {"ARM64": "arm64", "X86_64": "x86_64"}[said]),
    ("workers.spot", WORKERS + r"\.aws_ecs_service", "capacity_provider_strategy.capacity_provider", lambda said, plan: "FARGATE_SPOT" if said else "FARGATE"),
    ("renditions.versioning", RENDITIONS + r"\.aws_s3_bucket_versioning", "versioning_configuration.status", lambda said, plan: "Enabled"),
    ("renditions.key_prefix", r"aws_cloudfront_function\.", "code", lambda said, plan: f'"keyPrefix":"{said}"'),
]
# Of events told_by_events speaks, of messages scaling, of a task's image and of ids what is applied, and of how many secrets there are the tests with a mocked provider.
ELSEWHERE = {
    "processor.image", "originals.changes_told_by", "workers.messages_per_worker", "admin.distribution_ids", "generated_secrets.origin", "generated_secrets.signing",
}


def words(value):
    """A value as text, the same for 7 and "7.0"."""
    try:
        return str(float(value))
    except (TypeError, ValueError):
        return str(value)


def leaves(said, path=""):
    for name, value in said.items():
        here = f"{path}.{name}".lstrip(".")
        yield from leaves(value, here) if isinstance(value, dict) else [(here, value)]


def values_at(values, where):
    """Every value there. Where only one of several blocks counts: that whose attribute has a value."""
    if isinstance(where, str):
        return [inner for value in at(values, where.split(".")) for inner in listed(value)]
    return [block[wanted] for name, (key, value, wanted) in where.items() for block in values[name] if block[key] == value]


def arrives(plan):
    """every setting arrives where it is meant, and what is its neighbour's does not."""
    said = dict(leaves(plan.said))
    table = [(setting, where, path, lambda value, _: value) for setting, where, path in ARRIVALS] + IN_OTHER_WORDS
    for setting, address, path, told in table:
        if setting not in said:
            continue
        # One place for tasks and another for functions is one of the two.
        there = [resource for resource in plan.resources if re.search(address, resource["address"])]
        wanted = [words(value) for value in listed(told(said[setting], plan))]
        for resource in there:
            found = values_at(resource["values"], path)
            right = all(any(one in value for value in found) for one in wanted) if path == "code" else sorted({words(value) for value in found}) == sorted(wanted)
            if not right:
                yield f"{resource['address']}: {path} is {found if path != 'code' else found[0].splitlines()[0]}, and {setting} is {said[setting]}"
    arrived = {setting for setting, address, *_ in table if any(re.search(address, resource["address"]) for resource in plan.resources)}
    for setting in sorted(set(said) - arrived - ELSEWHERE):
        yield f"{setting} is said, and nothing is known that it is for"


def each_key(plan):
    """whoever runs the program may decrypt with the originals' key and with the renditions', and with no other, and what starts tasks with that of the secrets alone."""
    if not plan.said:
        return
    said = dict(leaves(plan.said))
    for role in plan.all("aws_iam_role_policy"):
        name, document = role["values"]["name"], role["values"]["policy"]
        if document is None or name not in ("store", "warm-and-purge", "start"):
            continue
        keys = {resource for s in statements(document) for action in listed(s["Action"]) if action == "kms:Decrypt" for resource in listed(s["Resource"])}
        wanted = {said["generated_secrets.kms_key_arn"]} if name == "start" else {said["originals.kms_key_arn"], said["renditions.kms_key_arn"]}
        if keys != wanted:
            yield f"{role['address']}: decrypts with {sorted(keys)}, and the keys are {sorted(wanted)}"
    for function in plan.all("aws_lambda_function"):
        if function["values"]["kms_key_arn"] != said["generated_secrets.kms_key_arn"]:
            yield f"{function['address']}: its secrets are encrypted with {function['values']['kms_key_arn']}"


# Before the first apply a policy that names the queue is not known, and the text says whose key it is given.
OF = ("originals", "renditions", "secrets")


def of_its_kind(plan):
    """what a module is given as the originals', the renditions' or the secrets' is theirs."""
    for path, name, given in plan.calls:
        for variable, references in given.items():
            others = [reference for reference in references if any(variable.startswith(kind + "_") and kind not in reference for kind in OF)]
            if others:
                yield f"{path}{name}: {variable} is {sorted(others)}"


RULES = [arrives, each_key, of_its_kind]
