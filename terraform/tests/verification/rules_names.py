"""Rules about names that an account has one of."""

# An account has one of each name.
UNIQUE = {
    "aws_cloudfront_cache_policy": "name", "aws_cloudfront_origin_request_policy": "name", "aws_cloudfront_response_headers_policy": "name", "aws_cloudfront_function": "name",
    "aws_cloudfront_origin_access_control": "name", "aws_iam_role": "name", "aws_lb": "name", "aws_lb_target_group": "name", "aws_ssm_parameter": "name", "aws_s3_bucket": "bucket",
    "aws_sqs_queue": "name", "aws_ecs_cluster": "name", "aws_cloudwatch_log_group": "name", "aws_cloudwatch_metric_alarm": "alarm_name", "aws_ecs_task_definition": "family",
    "aws_wafv2_web_acl": "name", "aws_cloudwatch_dashboard": "dashboard_name", "aws_appautoscaling_target": "resource_id", "aws_lambda_function": "function_name",
}


def names(plan):
    """no two things of a kind have one name, each begins with the deployment's, and a load balancer has one listener."""
    for type, attribute in UNIQUE.items():
        given = [values[attribute] for values in plan.values(type) if values[attribute]]
        # Each Region of several has its own.
        yield from (f"{type} {name} is there {given.count(name)} times" for name in {name for name in given if given.count(name) > 1})
        # A bucket's is chosen; a target's begins with what it is of.
        if type not in ("aws_s3_bucket", "aws_appautoscaling_target"):
            yield from (f"{type} {name}: another deployment would have the same" for name in given if not name.lstrip("/").startswith("latent"))
    hosts = [alias for values in plan.values("aws_cloudfront_distribution") for alias in values["aliases"] or []]
    if len(hosts) != len(set(hosts)):
        yield f"two distributions answer for one host of {sorted(hosts)}"
    if len(plan.all("aws_lb_listener")) > len(plan.all("aws_lb")):
        yield "two listeners of one load balancer"


RULES = [names]
