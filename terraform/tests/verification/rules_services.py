"""Rules about the services: how many tasks there are, how they are replaced, and how the load balancer asks them."""

from plan import differ, sibling
from rules_tasks import containers


def services(plan):
    """a service starts with tasks, keeps them while it is changed, and goes back where new ones do not start."""
    for service in plan.all("aws_ecs_service"):
        values, address = service["values"], service["address"]
        processor = values["name"].rsplit("-", 1)[-1] == "processor"
        # A cluster that is not made here is others' too, and has one service of each name.
        if bool(plan.all("aws_ecs_cluster")) == ("-" in values["name"]):
            yield f"{address}: is named {values['name']}"
        if processor and values["desired_count"] < 1:
            yield f"{address}: {values['desired_count']} tasks at first: nobody makes renditions until the autoscaling wakes"
        if not processor and values["desired_count"] != 0:
            yield f"{address}: workers without work"
        if (values["deployment_minimum_healthy_percent"], values["deployment_maximum_percent"]) != (100, 200):
            yield f"{address}: {values['deployment_minimum_healthy_percent']} to {values['deployment_maximum_percent']} percent while it is changed"
        breaker = values["deployment_circuit_breaker"][0]
        if not (breaker["enable"] and breaker["rollback"]):
            yield f"{address}: a version that does not start replaces one that runs"
        if values["availability_zone_rebalancing"] != ("ENABLED" if processor else "DISABLED"):
            yield f"{address}: the rebalancing of its zones is {values['availability_zone_rebalancing']}"
        if values["propagate_tags"] != "SERVICE":
            yield f"{address}: tasks without tags, which the bill goes by"
        arns = [task["arn"] for task in plan.values("aws_ecs_task_definition") if task["family"] and f"-{task['family']}".endswith("-" + values["name"])]
        if values["task_definition"] and None not in arns and values["task_definition"] not in arns:
            yield f"{address}: runs another task"
        clusters = [cluster["id"] for cluster in plan.values("aws_ecs_cluster")]
        if values["cluster"] and clusters and None not in clusters and values["cluster"] not in clusters:
            yield f"{address}: in another cluster"
        network = values["network_configuration"][0]
        if plan.all("aws_nat_gateway") and network["assign_public_ip"]:
            yield f"{address}: public addresses where NAT is paid for"
        groups = [group["id"] for group in plan.values("aws_security_group", "task")]
        if network["security_groups"] and None not in groups and not set(network["security_groups"]) <= set(groups):
            yield f"{address}: another security group"
        public = {subnet["id"] for subnet in plan.values("aws_subnet", "public")}
        if network["subnets"] and None not in public and public and network["assign_public_ip"] != (set(network["subnets"]) <= public):
            yield f"{address}: tasks in public subnets need addresses of their own, and others must have none"
        if processor:
            if not values["wait_for_steady_state"]:
                yield f"{address}: an apply ends well when no task starts"
            if values["launch_type"] != "FARGATE" or values["health_check_grace_period_seconds"] < 30:
                yield f"{address}: {values['launch_type']}, {values['health_check_grace_period_seconds']} s of grace"
            balancer = values["load_balancer"][0]
            targets = [group["arn"] for group in plan.values("aws_lb_target_group")]
            if balancer["target_group_arn"] and None not in targets and balancer["target_group_arn"] not in targets:
                yield f"{address}: in another target group"
            ports = {mapping["containerPort"] for _, container in containers(plan) if container["name"] == "processor" for mapping in container["portMappings"]}
            if balancer["container_name"] != "processor" or (ports and {balancer["container_port"]} != ports):
                yield f"{address}: {balancer['container_name']}:{balancer['container_port']}"
        elif values["capacity_provider_strategy"][0]["capacity_provider"] not in ("FARGATE", "FARGATE_SPOT") or values["capacity_provider_strategy"][0]["weight"] != 1:
            yield f"{address}: {values['capacity_provider_strategy']}"


def targets(plan):
    """the load balancer asks the tasks at a path that the program answers, soon enough, and spreads by what is outstanding."""
    for group in plan.all("aws_lb_target_group"):
        values, check = group["values"], group["values"]["health_check"][0]
        if check["path"] != "/-/ready" or check["matcher"] != "200":
            yield f"{group['address']}: asks {check['path']} for {check['matcher']}; the program says at /-/ready whether it may be asked"
        if (check["interval"], check["timeout"], check["healthy_threshold"], check["unhealthy_threshold"]) != (10, 5, 2, 3):
            yield f"{group['address']}: {check['interval']} s, {check['timeout']} s, {check['healthy_threshold']}, {check['unhealthy_threshold']}"
        if values["load_balancing_algorithm_type"] != "least_outstanding_requests" or (values["protocol"], values["target_type"]) != ("HTTP", "ip"):
            yield f"{group['address']}: {values['load_balancing_algorithm_type']}, {values['protocol']}, {values['target_type']}"
        stops = {container["stopTimeout"] for _, container in containers(plan) if container["name"] == "processor"}
        if stops and {int(values["deregistration_delay"])} != stops:
            yield f"{group['address']}: drains {values['deregistration_delay']} s, and a task stops after {sorted(stops)}"
        ports = {mapping["containerPort"] for _, container in containers(plan) if container["name"] == "processor" for mapping in container["portMappings"]}
        if ports and {values["port"]} != ports:
            yield f"{group['address']}: port {values['port']}"
        for rule in plan.values("aws_lb_listener_rule"):
            if [action["type"] for action in rule["action"]] != ["forward"] or (differ(rule["action"][0]["target_group_arn"], values["arn"]) and len(plan.all("aws_lb_target_group")) == 1):
                yield f"{group['address']}: nothing is forwarded to it"
    for providers in plan.all("aws_ecs_cluster_capacity_providers"):
        if any(differ(providers["values"]["cluster_name"], cluster["name"]) for cluster in plan.values("aws_ecs_cluster")) and len(plan.all("aws_ecs_cluster")) == 1:
            yield f"{providers['address']}: of another cluster"
    for listener in plan.all("aws_lb_listener"):
        balancers = [balancer["arn"] for balancer in sibling(plan, listener, "aws_lb")]
        if differ(listener["values"]["load_balancer_arn"], balancers[0]):
            yield f"{listener['address']}: of another load balancer"
        for rule in sibling(plan, listener, "aws_lb_listener_rule"):
            if differ(rule["listener_arn"], listener["values"]["arn"]):
                yield f"{listener['address']}: the rule is another listener's"
        certificates = [values["certificate_arn"] for values in plan.values("aws_acm_certificate_validation")]
        if listener["values"]["certificate_arn"] and None not in certificates and certificates and listener["values"]["certificate_arn"] not in certificates:
            yield f"{listener['address']}: {listener['values']['certificate_arn']}"
    for rule in plan.all("aws_lb_listener_rule"):
        if not 1 <= rule["values"]["priority"] <= 50000:
            yield f"{rule['address']}: priority {rule['values']['priority']}"
    for balancer in plan.all("aws_lb"):
        values = balancer["values"]
        if not values["drop_invalid_header_fields"] or values["load_balancer_type"] != "application":
            yield f"{balancer['address']}: {values['load_balancer_type']}, passes malformed headers on"
        kind = "private" if values["internal"] else "public"
        subnets = {subnet["id"] for subnet in plan.values("aws_subnet", kind)}
        if values["subnets"] and None not in subnets and subnets and not set(values["subnets"]) <= subnets:
            yield f"{balancer['address']}: not in the {kind} subnets"
        if values["subnets"] is not None and None not in values["subnets"] and len(values["subnets"]) < 2:
            yield f"{balancer['address']}: in {values['subnets']}, and AWS wants two zones"
        if bool(plan.all("aws_cloudfront_vpc_origin")) != values["internal"]:
            yield f"{balancer['address']}: internal is {values['internal']}"
    for origin in plan.values("aws_cloudfront_vpc_origin"):
        endpoint = origin["vpc_origin_endpoint_config"][0]
        protocols = {"HTTPS": "https-only", "HTTP": "http-only"}
        if any(endpoint["origin_protocol_policy"] != protocols[listener["protocol"]] for listener in plan.values("aws_lb_listener")):
            yield f"the VPC origin speaks {endpoint['origin_protocol_policy']}, the listener does not"
        if any(differ(endpoint["arn"], balancer["arn"]) for balancer in plan.values("aws_lb")):
            yield "the VPC origin is another load balancer"
        hosts = [o["domain_name"] for d in plan.values("aws_cloudfront_distribution") for o in d["origin"] if o["origin_id"] == "processor" and o["domain_name"]]
        # Under its own name a load balancer has no certificate, under another one it must have.
        if any((endpoint["origin_protocol_policy"] == "https-only") == host.endswith(".elb.amazonaws.com") for host in hosts):
            yield f"the VPC origin is asked {endpoint['origin_protocol_policy']} as {sorted(hosts)}"


def scaling(plan):
    """tasks grow with their load to a bound and workers with the queue, out fast and in slowly."""
    for target in plan.all("aws_appautoscaling_target"):
        values = target["values"]
        least = 0 if "warm" in target["address"] else 1
        if values["min_capacity"] < least or (least == 0) != (values["min_capacity"] == 0) or not values["min_capacity"] <= values["max_capacity"] <= 100:
            yield f"{target['address']}: {values['min_capacity']} to {values['max_capacity']}"
        name = "warm" if "warm" in target["address"] else "processor"
        if (values["service_namespace"], values["scalable_dimension"]) != ("ecs", "ecs:service:DesiredCount") or not (values["resource_id"] or "/" + name).endswith(("/" + name, "-" + name)):
            yield f"{target['address']}: {values['resource_id']} {values['scalable_dimension']}"
    for policy in plan.all("aws_appautoscaling_policy"):
        values = policy["values"]
        if values["policy_type"] == "TargetTrackingScaling":
            tracking = values["target_tracking_scaling_policy_configuration"][0]
            if not tracking["scale_out_cooldown"] <= 60 < tracking["scale_in_cooldown"] <= 600 or not 20 <= tracking["target_value"] <= 90:
                yield f"{policy['address']}: {tracking}"
            if tracking["predefined_metric_specification"][0]["predefined_metric_type"] != "ECSServiceAverageCPUUtilization":
                yield f"{policy['address']}: {tracking['predefined_metric_specification']}"
            continue
        steps = values["step_scaling_policy_configuration"][0]
        if (steps["adjustment_type"], steps["metric_aggregation_type"], steps["cooldown"]) != ("ExactCapacity", "Maximum", 60):
            yield f"{policy['address']}: {steps}"
        bounds_ = [(float(step["metric_interval_lower_bound"] or "-inf"), float(step["metric_interval_upper_bound"] or "inf"), step["scaling_adjustment"]) for step in steps["step_adjustment"]]
        most = [target["max_capacity"] for target in sibling(plan, policy, "aws_appautoscaling_target")][0]
        if policy["name"] == "out":
            ordered = sorted(bounds_)
            if [step[0] for step in ordered] != [0.0] + [step[1] for step in ordered[:-1]] or ordered[-1][1] != float("inf") or [step[2] for step in ordered] != [1, -(-most // 4), most]:
                yield f"{policy['address']}: {ordered}"
            if len(ordered) == 3 and ordered[2][0] - ordered[1][0] != 9 * (ordered[1][0] + 1):
                yield f"{policy['address']}: all workers at {ordered[2][0]} messages, a quarter at {ordered[1][0]}"
        elif bounds_ != [(float("-inf"), 0.0, 0)] and bounds_ != [(float("-inf"), float("inf"), 0)]:
            yield f"{policy['address']}: {bounds_}"


RULES = [services, targets, scaling]
