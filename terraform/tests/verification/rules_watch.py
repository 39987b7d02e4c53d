"""Rules about what keeps watch: alarms, dashboard, counted log lines, the bill, the firewall."""

import glob
import json
import os
import re

from plan import listed, sibling
from workspace import REPOSITORY

# metric -> (namespace, statistic, comparison, least, most)
ALARMS = {
    "HTTPCode_Target_5XX_Count": ("AWS/ApplicationELB", "Sum", 1, 100),
    "HTTPCode_ELB_5XX_Count": ("AWS/ApplicationELB", "Sum", 1, 100),
    "HTTPCode_ELB_4XX_Count": ("AWS/ApplicationELB", "Sum", 10, 1000),
    "TargetResponseTime": ("AWS/ApplicationELB", "p99", 1, 60),
    "UnHealthyHostCount": ("AWS/ApplicationELB", "Maximum", 1, 1),
    "MemoryUtilization": ("AWS/ECS", "Maximum", 80, 95),
    "CPUUtilization": ("AWS/ECS", "Average", 80, 95),
    "Errors": ("AWS/Lambda", "Sum", 1, 100),
    "Url5xxCount": ("AWS/Lambda", "Sum", 1, 100),
    "Throttles": ("AWS/Lambda", "Sum", 10, 1000),
    "Duration": ("AWS/Lambda", "p99", 1000, 60000),
    "ApproximateAgeOfOldestMessage": ("AWS/SQS", "Maximum", 60, 3600),
    "ApproximateNumberOfMessagesVisible": ("AWS/SQS", "Maximum", 1, 1),
    "5xxErrorRate": ("AWS/CloudFront", "Average", 1, 5),
    "4xxErrorRate": ("AWS/CloudFront", "Average", 5, 50),
    "write-back-failed": ("Latent/", "Sum", 1, 100),
    "write-back-dropped": ("Latent/", "Sum", 1, 1),
}


def alarms(plan):
    """every failure that visitors would see raises an alarm, by the right metric, soon and not for nothing."""
    found = set()
    for alarm in plan.all("aws_cloudwatch_metric_alarm"):
        values, address = alarm["values"], alarm["address"]
        if values["treat_missing_data"] != "notBreaching":
            yield f"{address}: a quiet night would be a fault"
        if alarm["name"] in ("waiting", "done"):
            continue
        metric = values["metric_name"]
        if metric not in ALARMS:
            yield f"{address}: {metric} is nothing that is told"
            continue
        found.add(metric)
        namespace, statistic, least, most = ALARMS[metric]
        if not values["namespace"].startswith(namespace) or (values["statistic"] or values["extended_statistic"]) != statistic:
            yield f"{address}: {values['namespace']} {values['statistic'] or values['extended_statistic']}"
        if not least <= values["threshold"] <= most or values["period"] != 300 or not 1 <= values["evaluation_periods"] <= 3:
            yield f"{address}: {values['threshold']} in {values['evaluation_periods']} times {values['period']} s"
        if values["comparison_operator"] != ("GreaterThanThreshold" if namespace == "AWS/CloudFront" else "GreaterThanOrEqualToThreshold"):
            yield f"{address}: {values['comparison_operator']}"
        if listed(values["alarm_actions"]) != listed(values["ok_actions"]):
            yield f"{address}: tells some of its begin and others of its end"
        if not values["alarm_description"]:
            yield f"{address}: does not say what it means"
        yield from dimensions(plan, alarm)
    absent = {"AWS/ApplicationELB", "AWS/ECS"} if not plan.all("aws_ecs_service") else {"AWS/Lambda"} if not plan.all("aws_lambda_function") else set()
    wanted = {metric for metric, (namespace, *_) in ALARMS.items() if namespace not in absent}
    if not plan.all("aws_sqs_queue"):
        wanted -= {"ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"}
    if not plan.all("aws_cloudfront_distribution") or plan.all("aws_s3control_multi_region_access_point"):
        wanted -= {"5xxErrorRate", "4xxErrorRate"}
    if wanted - found:
        yield f"no alarm on {sorted(wanted - found)}"
    hosts = [d for d in plan.all("aws_cloudfront_distribution") if "images_distribution" in d["address"] or "process_distribution" in d["address"]]
    if len(plan.all("aws_cloudwatch_metric_alarm", "edge")) != 2 * len(hosts):
        yield "a distribution without alarms"


def _processors(plan):
    """Names of the processor's services: in a cluster of theirs with the deployment's before."""
    return [service["name"] for service in plan.values("aws_ecs_service") if service["name"].endswith("processor")]


def dimensions(plan, alarm):
    values = alarm["values"]
    given = values["dimensions"] or {}
    balancers, groups = [b["arn_suffix"] for b in plan.values("aws_lb")], [g["arn_suffix"] for g in plan.values("aws_lb_target_group")]
    queues = {"this": [q["name"] for q in plan.values("aws_sqs_queue", "this")], "dead": [q["name"] for q in plan.values("aws_sqs_queue", "dead")]}
    wanted = {
        "AWS/ApplicationELB": {"LoadBalancer", "TargetGroup"} if "Target" in values["metric_name"] or "Host" in values["metric_name"] else {"LoadBalancer"},
        "AWS/ECS": {"ClusterName", "ServiceName"}, "AWS/SQS": {"QueueName"}, "AWS/CloudFront": {"DistributionId", "Region"}, "AWS/Lambda": {"FunctionName"},
    }.get(values["namespace"], set())
    if given and set(given) != wanted and not (set(given) < wanted and values["namespace"] == "AWS/ApplicationELB" and None in balancers + groups):
        yield f"{alarm['address']}: by {sorted(given)}"
    for name, known in (
        ("LoadBalancer", balancers), ("TargetGroup", groups),
        ("QueueName", queues["dead" if "Visible" in (values["metric_name"] or "") else "this"]),
        ("DistributionId", [d["id"] for d in plan.values("aws_cloudfront_distribution")]),
        ("ClusterName", [c["name"] for c in plan.values("aws_ecs_cluster")]), ("ServiceName", _processors(plan)),
        ("FunctionName", [f["function_name"] for f in plan.values("aws_lambda_function") if f["function_name"].endswith("-processor")]),
    ):
        if given.get(name) and known and None not in known and given[name] not in known:
            yield f"{alarm['address']}: {name} is {given[name]}"
    if given.get("Region") not in (None, "Global"):
        yield f"{alarm['address']}: CloudFront's Region is called Global"


def workers_are_called(plan):
    """workers come when a message waits, and go when none waits and none is in work."""
    for alarm in plan.all("aws_cloudwatch_metric_alarm", "waiting"):
        values = alarm["values"]
        if (values["namespace"], values["metric_name"], values["statistic"], values["comparison_operator"], values["threshold"], values["period"], values["evaluation_periods"]) != (
            "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", "GreaterThanOrEqualToThreshold", 1, 60, 1,
        ):
            yield f"{alarm['address']}: {values['metric_name']} {values['comparison_operator']} {values['threshold']}"
        yield from _calls(plan, alarm, "out")
        yield from _of_the_queue(plan, alarm, values["dimensions"])
    for alarm in plan.all("aws_cloudwatch_metric_alarm", "done"):
        values = alarm["values"]
        if (values["comparison_operator"], values["threshold"]) != ("LessThanOrEqualToThreshold", 0) or not 3 <= values["evaluation_periods"] <= 10:
            yield f"{alarm['address']}: {values['comparison_operator']} {values['threshold']}, {values['evaluation_periods']} times"
        queries = {query["id"]: query for query in values["metric_query"]}
        metrics = {name: query["metric"][0]["metric_name"] for name, query in queries.items() if query["metric"]}
        if metrics != {"waiting": "ApproximateNumberOfMessagesVisible", "busy": "ApproximateNumberOfMessagesNotVisible"}:
            yield f"{alarm['address']}: {metrics}: what is in work is invisible, and its worker would be stopped"
        if sorted((queries["left"]["expression"] or "").replace(" ", "").split("+")) != ["busy", "waiting"] or not queries["left"]["return_data"]:
            yield f"{alarm['address']}: {queries['left']['expression']}"
        for name in metrics:
            metric = queries[name]["metric"][0]
            if (metric["namespace"], metric["stat"], metric["period"]) != ("AWS/SQS", "Maximum", 60) or queries[name]["return_data"]:
                yield f"{alarm['address']}: {metric}"
            yield from _of_the_queue(plan, alarm, metric["dimensions"])
        yield from _calls(plan, alarm, "in")


def _calls(plan, alarm, way):
    policies = [policy["arn"] for policy in sibling(plan, alarm, "aws_appautoscaling_policy", way)]
    if alarm["values"]["alarm_actions"] and None not in policies and listed(alarm["values"]["alarm_actions"]) != policies:
        yield f"{alarm['address']}: does not scale {way}"


def _of_the_queue(plan, alarm, given):
    names = [queue["name"] for queue in plan.values("aws_sqs_queue", "this")]
    if given and (given["QueueName"] not in names):
        yield f"{alarm['address']}: of {given}"


def counted_lines(plan):
    """the log lines that are counted are lines that the program writes."""
    sources = [open(path).read() for path in glob.glob(os.path.join(REPOSITORY, "src/main/java/latent/**/*.java"), recursive=True)]
    written = " ".join(_warnings(source) for source in sources)
    for filter in plan.all("aws_cloudwatch_log_metric_filter"):
        values = filter["values"]
        terms = [quoted or plain for quoted, plain in re.findall(r'"([^"]+)"|(\S+)', values["pattern"])]
        if not re.search(".{0,40}".join(re.escape(term) for term in terms), written):
            yield f"{filter['address']}: nothing is ever logged with {values['pattern']}"
        transformation = values["metric_transformation"][0]
        groups = [group["name"] for group in plan.values("aws_cloudwatch_log_group")]
        if (transformation["value"], transformation["default_value"]) != ("1", "0") or values["log_group_name"] not in groups or not values["log_group_name"].endswith(("/processor", "/processor-function")):
            yield f"{filter['address']}: {transformation}, of {values['log_group_name']}"
        if not any(alarm["metric_name"] == transformation["name"] and alarm["namespace"] == transformation["namespace"] for alarm in plan.values("aws_cloudwatch_metric_alarm")):
            yield f"{filter['address']}: counted, and nobody is told"


def _warnings(source):
    """The sentences that a class warns with: it may put one together of several texts, and one that is due often goes by way of RepeatedWarning.add."""
    repeated = [re.escape(name) + r"\.add" for name in re.findall(r"RepeatedWarning (\w+)", source)]
    calls = re.findall(r"(?:" + "|".join([r"LOG\.warn", *repeated]) + r")\((.*?)\);\n", source, re.S)
    return " ".join("".join(re.findall(r'"([^"]*)"', call)) for call in calls)


def budget(plan):
    """a budget mails before it is spent: at 80 percent, and when all of it is forecast."""
    for bill in plan.all("aws_budgets_budget"):
        values = bill["values"]
        if (values["budget_type"], values["limit_unit"], values["time_unit"]) != ("COST", "USD", "MONTHLY") or not float(values["limit_amount"]) > 0:
            yield f"{bill['address']}: {values['limit_amount']} {values['limit_unit']} {values['time_unit']}"
        told = {(n["notification_type"], n["threshold"], n["threshold_type"], n["comparison_operator"]) for n in values["notification"]}
        if told != {("ACTUAL", 80, "PERCENTAGE", "GREATER_THAN"), ("FORECASTED", 100, "PERCENTAGE", "GREATER_THAN")}:
            yield f"{bill['address']}: mails at {sorted(told)}"
        filters = [(filter["name"], filter["values"]) for filter in values["cost_filter"] or []]
        if any(filter != ("TagKeyValue", ["user:project$latent"]) for filter in filters):
            yield f"{bill['address']}: counts what carries {filters}"
        if not all(n["subscriber_email_addresses"] for n in values["notification"]):
            yield f"{bill['address']}: mails nobody"


def firewall(plan):
    """the firewall lets in all but known bad addresses and floods from one address, before distributions."""
    for acl in plan.all("aws_wafv2_web_acl"):
        values = acl["values"]
        if values["scope"] != "CLOUDFRONT" or not values["default_action"][0]["allow"]:
            yield f"{acl['address']}: {values['scope']}"
        rules = {rule["name"]: rule for rule in values["rule"]}
        if set(rules) != {"known-bad-addresses", "flood"} or len({rule["priority"] for rule in values["rule"]}) != 2:
            yield f"{acl['address']}: {sorted(rules)}"
            continue
        flood = rules["flood"]["statement"][0]["rate_based_statement"][0]
        if not rules["flood"]["action"][0]["block"] or (flood["aggregate_key_type"], flood["evaluation_window_sec"]) != ("IP", 60) or not 100 <= flood["limit"] <= 100000:
            yield f"{acl['address']}: {flood}"
        group = rules["known-bad-addresses"]["statement"][0]["managed_rule_group_statement"][0]
        if (group["vendor_name"], group["name"]) != ("AWS", "AWSManagedRulesAmazonIpReputationList") or not rules["known-bad-addresses"]["override_action"][0]["none"]:
            yield f"{acl['address']}: {group}"
        if not all(r["visibility_config"][0]["cloudwatch_metrics_enabled"] and r["visibility_config"][0]["sampled_requests_enabled"] for r in [*values["rule"], values]):
            yield f"{acl['address']}: nobody sees what it refuses"
        for distribution in plan.all("aws_cloudfront_distribution"):
            if values["arn"] and distribution["values"]["web_acl_id"] != values["arn"]:
                yield f"{distribution['address']}: is not behind it"
        if not rules["known-bad-addresses"]["priority"] < rules["flood"]["priority"]:
            yield f"{acl['address']}: known bad addresses are counted before they are refused"


def dashboard(plan):
    """the dashboard shows metrics that there are, of this deployment."""
    names = {
        "LoadBalancer": [b["arn_suffix"] for b in plan.values("aws_lb")], "ClusterName": [c["name"] for c in plan.values("aws_ecs_cluster")],
        "QueueName": [q["name"] for q in plan.values("aws_sqs_queue")], "ServiceName": _processors(plan),
        "FunctionName": [f["function_name"] for f in plan.values("aws_lambda_function") if f["function_name"].endswith("-processor")],
    }
    shapes = {"AWS/ApplicationELB": ["LoadBalancer"], "AWS/ECS": ["ClusterName", "ServiceName"], "AWS/SQS": ["QueueName"], "AWS/Lambda": ["FunctionName"]}
    shown = {"Invocations": "Sum", "Errors": "Sum", "Throttles": "Sum", "Duration": "p50", "RequestCount": "Sum", "HTTPCode_Target_4XX_Count": "Sum", "HTTPCode_Target_5XX_Count": "Sum", "TargetResponseTime": "p50", "CPUUtilization": "Average", "MemoryUtilization": "Maximum", "ApproximateNumberOfMessagesVisible": "Maximum", "ApproximateAgeOfOldestMessage": "Maximum"}
    for board in plan.all("aws_cloudwatch_dashboard"):
        if board["values"]["dashboard_body"] is None:
            continue
        corners = set()
        for widget in json.loads(board["values"]["dashboard_body"])["widgets"]:
            if (widget["type"], widget["width"], widget["height"], widget["properties"]["view"], widget["properties"]["period"]) != ("metric", 12, 6, "timeSeries", 300) or widget["x"] not in (0, 12) or widget["y"] % 6:
                yield f"{board['address']}: {widget['properties']['title']} {widget['x']} {widget['y']}"
            corners.add((widget["x"], widget["y"]))
            former = []
            for metric in widget["properties"]["metrics"]:
                # CloudWatch's own shorthand: a dot is the same as above, three dots are all the rest.
                words = [former[place] if word == "." else word for place, word in enumerate(metric[:-1])] if metric[0] != "..." else former
                former = words
                namespace, name, given = words[0], words[1], dict(zip(words[2::2], words[3::2]))
                wrong = [key for key, value in given.items() if names.get(key) and None not in names[key] and value not in names[key]]
                if list(given) != shapes.get(namespace) or name not in shown or wrong or metric[-1].get("stat") not in {shown[name], "p95", "p99"}:
                    yield f"{board['address']}: {metric} is {words}"
        if len(corners) != len(json.loads(board["values"]["dashboard_body"])["widgets"]):
            yield f"{board['address']}: one widget lies over another"


RULES = [dashboard, alarms, workers_are_called, counted_lines, budget, firewall]
