"""Every attribute that the modules write is looked at: by a rule of its own, or by what is stated here. What neither names is a problem.

STATED: type -> attribute -> what it must be, wherever it is written. A set is one of several; a function is asked.
ELSEWHERE: type -> attributes that rules of other files, or the type itself (names, descriptions, tags), answer for.
"""

import re

NAME = re.compile(r"^/?[a-z][a-z0-9./_-]{2,}$")


def is_name(value):
    return bool(NAME.match(value))


def is_text(value):
    return 10 <= len(value) <= 256


def is_key(value):
    return value in ("", "alias/aws/ssm") or value.startswith("arn:aws:kms:")


STATED = {
    "aws_acm_certificate": {"domain_name": is_name, "validation_method": "DNS"},
    "aws_appautoscaling_policy": {"name": is_name, "policy_type": {"StepScaling", "TargetTrackingScaling"}, "scalable_dimension": "ecs:service:DesiredCount", "service_namespace": "ecs"},
    "aws_budgets_budget": {"name": is_name},
    "aws_cloudfront_cache_policy": {"comment": is_text, "name": is_name, "max_ttl": 31536000},
    "aws_cloudfront_distribution": {
        "comment": is_text, "enabled": True, "http_version": "http2and3", "is_ipv6_enabled": True, "price_class": {"PriceClass_100", "PriceClass_200", "PriceClass_All"},
        "default_cache_behavior.compress": False, "default_cache_behavior.cached_methods": ["GET", "HEAD"], "restrictions.geo_restriction.restriction_type": "none",
        "viewer_certificate.ssl_support_method": {None, "", "sni-only"}, "origin.custom_origin_config.http_port": 80, "origin.custom_origin_config.https_port": 443,
        "origin.custom_origin_config.origin_ssl_protocols": ["TLSv1.2"],
    },
    "aws_cloudfront_function": {"comment": is_text, "name": is_name, "publish": True, "runtime": "cloudfront-js-2.0", "code": lambda code: 1000 < len(code) <= 10240},
    "aws_cloudfront_origin_access_control": {"name": is_name, "description": is_text, "origin_access_control_origin_type": {"s3", "lambda"}, "signing_protocol": {"sigv4", "sigv4a"}},
    "aws_cloudfront_origin_request_policy": {"comment": is_text, "name": is_name, "headers_config.header_behavior": "whitelist"},
    "aws_cloudfront_response_headers_policy": {
        "comment": is_text, "name": is_name,
        "cors_config.access_control_allow_headers.items": ["*"], "cors_config.access_control_allow_methods.items": ["GET", "HEAD", "OPTIONS"],
        "cors_config.access_control_expose_headers.items": ["ETag", "Retry-After", "Server-Timing", "X-Refusal"], "cors_config.access_control_max_age_sec": 86400, "cors_config.origin_override": True,
        "custom_headers_config.items.header": "Cross-Origin-Resource-Policy", "custom_headers_config.items.override": True, "custom_headers_config.items.value": "cross-origin",
        "security_headers_config.content_security_policy.content_security_policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "security_headers_config.content_security_policy.override": True, "security_headers_config.content_type_options.override": True,
        "security_headers_config.strict_transport_security.access_control_max_age_sec": 31536000, "security_headers_config.strict_transport_security.override": True,
    },
    "aws_cloudfront_vpc_origin": {
        "vpc_origin_endpoint_config.http_port": 80, "vpc_origin_endpoint_config.https_port": 443, "vpc_origin_endpoint_config.name": is_name,
        "vpc_origin_endpoint_config.origin_ssl_protocols.items": ["TLSv1.2"], "vpc_origin_endpoint_config.origin_ssl_protocols.quantity": 1,
    },
    "aws_cloudwatch_dashboard": {"dashboard_name": is_name},
    "aws_cloudwatch_event_rule": {"name": is_name, "description": is_text},
    "aws_cloudwatch_log_delivery_destination": {"name": is_name, "output_format": "json"},
    "aws_cloudwatch_log_delivery_source": {"name": is_name, "log_type": "ACCESS_LOGS"},
    "aws_cloudwatch_log_group": {"name": is_name},
    "aws_cloudwatch_metric_alarm": {"alarm_name": is_name, "metric_query.label": {None, "", "waiting and in work"}, "metric_query.metric.metric_name": {"ApproximateNumberOfMessagesVisible", "ApproximateNumberOfMessagesNotVisible"}},
    "aws_ecs_cluster": {"name": is_name, "setting.name": "containerInsights", "setting.value": {"enabled", "disabled"}},
    "aws_ecs_cluster_capacity_providers": {"capacity_providers": ["FARGATE", "FARGATE_SPOT"]},
    "aws_ecs_task_definition": {"family": is_name, "volume.name": "writable"},
    "aws_eip": {"domain": "vpc"},
    "aws_iam_role": {"name": is_name, "description": is_text, "path": lambda path: path.startswith("/") and path.endswith("/")},
    "aws_iam_role_policy": {"name": {"start", "store", "warm-and-purge", "replicate", "logs"}},
    "aws_lambda_event_source_mapping": {"enabled": True},
    "aws_lambda_function": {"function_name": is_name, "description": is_text, "image_uri": lambda uri: bool(re.match(r"^[0-9]{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/[^:@]+[:@]", uri)), "kms_key_arn": is_key},
    "aws_lambda_permission": {"statement_id": is_name},
    "aws_lb": {"name": is_name, "idle_timeout": 120, "enable_deletion_protection": {True, False}},
    "aws_lb_listener": {
        "default_action.fixed_response.content_type": "text/plain", "default_action.fixed_response.message_body": is_text,
        "ssl_policy": {None, "", "ELBSecurityPolicy-TLS13-1-2-2021-06"},
    },
    "aws_lb_target_group": {"name": is_name},
    "aws_s3_bucket": {"bucket": is_name, "force_destroy": {True, False}},
    "aws_s3_bucket_cors_configuration": {"cors_rule.allowed_headers": ["*"], "cors_rule.allowed_methods": ["GET", "HEAD"], "cors_rule.allowed_origins": ["*"], "cors_rule.max_age_seconds": 86400},
    "aws_s3_bucket_lifecycle_configuration": {"rule.id": "keep-no-longer-than-needed"},
    "aws_s3_bucket_notification": {"queue.id": {"changed-originals"}, "eventbridge": {None, True, False}},
    "aws_s3_bucket_ownership_controls": {"rule.object_ownership": "BucketOwnerEnforced"},
    "aws_s3_bucket_replication_configuration": {
        "rule.id": "everything", "rule.priority": 1, "rule.status": "Enabled", "rule.filter.prefix": "", "rule.delete_marker_replication.status": "Enabled",
        "rule.destination.storage_class": "STANDARD",
    },
    "aws_s3_bucket_server_side_encryption_configuration": {"rule.bucket_key_enabled": {True, False, None}, "rule.apply_server_side_encryption_by_default.kms_master_key_id": is_key},
    "aws_s3_bucket_website_configuration": {"index_document.suffix": "index.html"},
    "aws_s3control_multi_region_access_point": {"details.name": is_name},
    "aws_security_group": {"description": is_text, "name_prefix": is_name},
    "aws_sqs_queue": {"name": is_name},
    "aws_ssm_parameter": {"description": is_text, "name": is_name, "key_id": is_key},
    "aws_vpc_endpoint": {"vpc_endpoint_type": {"Gateway", "Interface"}},
    "aws_vpc_security_group_egress_rule": {"description": is_text, "ip_protocol": "tcp"},
    "aws_vpc_security_group_ingress_rule": {"description": is_text, "ip_protocol": "tcp"},
    "aws_wafv2_web_acl": {"description": is_text, "name": is_name, "rule.visibility_config.metric_name": is_name, "visibility_config.metric_name": is_name},
}

ELSEWHERE = {
    "aws_acm_certificate_validation": {"certificate_arn", "validation_record_fqdns"},
    "aws_appautoscaling_policy": {"resource_id", "step_scaling_policy_configuration", "target_tracking_scaling_policy_configuration"},
    "aws_appautoscaling_target": {"max_capacity", "min_capacity", "resource_id", "scalable_dimension", "service_namespace"},
    "aws_budgets_budget": {"budget_type", "limit_amount", "limit_unit", "notification", "time_unit"},
    "aws_cloudfront_cache_policy": {"default_ttl", "min_ttl", "parameters_in_cache_key_and_forwarded_to_origin"},
    "aws_cloudfront_distribution": {"aliases", "default_cache_behavior", "viewer_certificate", "wait_for_deployment", "web_acl_id"},
    "aws_cloudfront_origin_access_control": {"signing_behavior"},
    "aws_cloudfront_origin_request_policy": {"cookies_config", "headers_config", "query_strings_config"},
    "aws_cloudfront_response_headers_policy": {"cors_config"},
    "aws_cloudfront_vpc_origin": {"vpc_origin_endpoint_config"},
    "aws_cloudwatch_dashboard": {"dashboard_body"},
    "aws_cloudwatch_event_rule": {"event_pattern"},
    "aws_cloudwatch_event_target": {"arn", "input_transformer", "rule"},
    "aws_cloudwatch_log_delivery": {"delivery_destination_arn", "delivery_source_name"},
    "aws_cloudwatch_log_delivery_destination": {"delivery_destination_configuration"},
    "aws_cloudwatch_log_delivery_source": {"resource_arn"},
    "aws_cloudwatch_log_group": {"retention_in_days"},
    "aws_cloudwatch_log_metric_filter": {"log_group_name", "metric_transformation", "name", "pattern"},
    "aws_cloudwatch_metric_alarm": {
        "alarm_actions", "alarm_description", "comparison_operator", "dimensions", "evaluation_periods", "extended_statistic", "metric_name", "metric_query", "namespace", "ok_actions",
        "period", "statistic", "threshold", "treat_missing_data",
    },
    "aws_ecs_cluster_capacity_providers": {"cluster_name"},
    "aws_ecs_service": {
        "availability_zone_rebalancing", "capacity_provider_strategy", "cluster", "deployment_circuit_breaker", "deployment_maximum_percent", "deployment_minimum_healthy_percent", "desired_count",
        "health_check_grace_period_seconds", "launch_type", "load_balancer", "name", "network_configuration", "propagate_tags", "task_definition", "wait_for_steady_state",
    },
    "aws_ecs_task_definition": {
        "container_definitions", "cpu", "execution_role_arn", "memory", "network_mode", "requires_compatibilities", "runtime_platform", "skip_destroy", "task_role_arn",
    },
    "aws_iam_role": {"assume_role_policy", "permissions_boundary"},
    "aws_iam_role_policy": {"policy", "role"},
    "aws_internet_gateway": {"vpc_id"},
    "aws_lambda_event_source_mapping": {"batch_size", "event_source_arn", "function_name", "function_response_types", "scaling_config"},
    "aws_lambda_function": {
        "architectures", "environment", "ephemeral_storage", "image_config", "logging_config", "memory_size", "package_type", "reserved_concurrent_executions", "role", "timeout",
    },
    "aws_lambda_function_url": {"authorization_type", "function_name", "invoke_mode"},
    "aws_lambda_permission": {"action", "function_name", "function_url_auth_type", "principal", "source_arn"},
    "aws_lb": {"access_logs", "drop_invalid_header_fields", "internal", "load_balancer_type", "security_groups", "subnets"},
    "aws_lb_listener": {"certificate_arn", "default_action", "load_balancer_arn", "port", "protocol"},
    "aws_lb_listener_rule": {"action", "condition", "listener_arn", "priority"},
    "aws_lb_target_group": {"deregistration_delay", "health_check", "load_balancing_algorithm_type", "port", "protocol", "target_type", "vpc_id"},
    "aws_nat_gateway": {"allocation_id", "subnet_id"},
    "aws_route": {"destination_cidr_block", "gateway_id", "nat_gateway_id", "route_table_id"},
    "aws_route53_record": {"alias", "allow_overwrite", "latency_routing_policy", "name", "records", "set_identifier", "ttl", "type", "zone_id"},
    "aws_route_table": {"vpc_id"},
    "aws_route_table_association": {"route_table_id", "subnet_id"},
    "aws_s3_bucket_cors_configuration": {"bucket"},
    "aws_s3_bucket_lifecycle_configuration": {"bucket", "rule"},
    "aws_s3_bucket_logging": {"bucket", "target_bucket", "target_prefix"},
    "aws_s3_bucket_notification": {"bucket", "queue"},
    "aws_s3_bucket_ownership_controls": {"bucket"},
    "aws_s3_bucket_policy": {"bucket", "policy"},
    "aws_s3_bucket_public_access_block": {"block_public_acls", "block_public_policy", "bucket", "ignore_public_acls", "restrict_public_buckets"},
    "aws_s3_bucket_replication_configuration": {"bucket", "role", "rule"},
    "aws_s3_bucket_server_side_encryption_configuration": {"bucket", "rule"},
    "aws_s3_bucket_versioning": {"bucket", "versioning_configuration"},
    "aws_s3_bucket_website_configuration": {"bucket", "routing_rules"},
    "aws_s3control_multi_region_access_point": {"details"},
    "aws_s3control_multi_region_access_point_policy": {"details"},
    "aws_security_group": {"vpc_id"},
    "aws_sqs_queue": {
        "message_retention_seconds", "policy", "receive_wait_time_seconds", "redrive_allow_policy", "redrive_policy", "sqs_managed_sse_enabled", "visibility_timeout_seconds",
    },
    "aws_ssm_parameter": {"type", "value"},
    "aws_subnet": {"availability_zone", "cidr_block", "vpc_id"},
    "aws_vpc": {"cidr_block", "enable_dns_hostnames", "enable_dns_support"},
    "aws_vpc_endpoint": {"private_dns_enabled", "route_table_ids", "security_group_ids", "service_name", "subnet_ids", "vpc_id"},
    "aws_vpc_security_group_egress_rule": {"cidr_ipv4", "from_port", "referenced_security_group_id", "security_group_id", "to_port"},
    "aws_vpc_security_group_ingress_rule": {"cidr_ipv4", "from_port", "prefix_list_id", "referenced_security_group_id", "security_group_id", "to_port"},
    "aws_wafv2_web_acl": {"default_action", "rule", "scope", "visibility_config"},
    "aws_wafv2_web_acl_logging_configuration": {"log_destination_configs", "resource_arn"},
}


def at(value, path):
    """Every value at that path, through lists of blocks."""
    if not path:
        return [value]
    if isinstance(value, list):
        return [found for inner in value for found in at(inner, path)]
    return at(value.get(path[0]), path[1:]) if isinstance(value, dict) else []


def is_stated(value, wanted):
    if callable(wanted):
        return wanted(value)
    if isinstance(wanted, set):
        return value in wanted
    return sorted(value) == wanted if isinstance(wanted, list) and isinstance(value, list) else value == wanted


def stated(plan):
    """every attribute is what is stated for its kind, or a rule of its own looks at it."""
    for resource in plan.resources:
        for path, wanted in STATED.get(resource["type"], {}).items():
            for value in at(resource["values"], path.split(".")):
                if value is not None and not is_stated(value, wanted):
                    yield f"{resource['address']}: {path} is {value!r}"


def written(expressions, path=""):
    """The paths of all attributes that a block writes."""
    for name, expression in expressions.items():
        here = f"{path}.{name}".lstrip(".")
        blocks = expression if isinstance(expression, list) else [expression]
        for block in blocks:
            if not isinstance(block, dict):
                continue
            if "references" in block or "constant_value" in block or not block:
                yield here
            else:
                yield from written(block, here)


def looked_at(plan):
    """no attribute is written that nothing looks at."""
    for path, block in plan.blocks:
        if block["mode"] != "managed" or not block["type"].startswith("aws_"):
            continue
        stated_, elsewhere = STATED.get(block["type"], {}), ELSEWHERE.get(block["type"], set())
        for attribute in set(written(block.get("expressions", {}))):
            top = attribute.split(".")[0]
            if attribute not in stated_ and top not in elsewhere and top != "tags":
                yield f"{path}{block['address']}: {attribute}"


def tags(plan):
    """what takes tags has those of the deployment, and where it has a name, the deployment's."""
    for resource in plan.resources:
        given = resource["values"].get("tags")
        if "tags" in resource["values"] and (not given or given.get("project") != "latent" or not given.get("Name", "latent").startswith("latent")):
            yield f"{resource['address']}: {given}"


RULES = [stated, looked_at, tags]
