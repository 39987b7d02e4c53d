"""Rules about the tasks: what they are, how they are started and asked, and how many there are."""

import json
import os
import re

from plan import differ, listed, module_of, sibling, statements
from workspace import REPOSITORY

# What the program answers at, in its own words.
HEALTH_PATHS = {"/-/ready", "/-/live"}
DOCKERFILE = os.path.join(REPOSITORY, "Dockerfile")


def containers(plan):
    for task in plan.all("aws_ecs_task_definition"):
        document = task["values"]["container_definitions"]
        for container in json.loads(document) if document else []:
            yield task, container


def locked_in(plan):
    """a container runs as nobody, with a read-only root, without capabilities, and with one place to write to."""
    for task, container in containers(plan):
        address = task["address"]
        if not container["readonlyRootFilesystem"]:
            yield f"{address}: its root may be written"
        mounts = [(mount["containerPath"], mount["readOnly"]) for mount in container.get("mountPoints", [])]
        volumes = {volume["name"] for volume in task["values"]["volume"]}
        if mounts != [("/tmp", False)] or {mount["sourceVolume"] for mount in container["mountPoints"]} != volumes:
            yield f"{address}: mounts {mounts}; Java and the render workers write to /tmp, and there is no other place"
        if container["user"] != "10001:10001" or container["linuxParameters"] != {"initProcessEnabled": True, "capabilities": {"drop": ["ALL"]}}:
            yield f"{address}: runs as {container['user']} with {container['linuxParameters']}"
        if [secret["name"] for secret in container["environment"] if "SECRET" in secret["name"]]:
            yield f"{address}: secrets among the settings"
        if not container["essential"]:
            yield f"{address}: may end and the task go on"


def bounds(plan):
    """a container has the memory of its task, and Fargate has such a task."""
    for task, container in containers(plan):
        values = task["values"]
        if container.get("memory") != int(values["memory"]):
            yield f"{task['address']}: the container has {container.get('memory')} MiB of the task's {values['memory']}: Java would see another bound than the one that kills it"
        if not int(values["cpu"]) * 2 <= int(values["memory"]) <= int(values["cpu"]) * 8:
            yield f"{task['address']}: {values['cpu']} with {values['memory']}"
        if (values["network_mode"], values["requires_compatibilities"]) != ("awsvpc", ["FARGATE"]):
            yield f"{task['address']}: {values['network_mode']} {values['requires_compatibilities']}"
        platform = values["runtime_platform"][0]
        if platform["operating_system_family"] != "LINUX" or platform["cpu_architecture"] not in ("ARM64", "X86_64"):
            yield f"{task['address']}: {platform}"
        if not values["skip_destroy"]:
            yield f"{task['address']}: a rollback would have nothing to go back to"


def commands(plan):
    """each task is told what to do, asked for its health by the image's own program, and given the time that stopping takes."""
    with open(DOCKERFILE) as file:
        health = json.loads(re.search(r"^HEALTHCHECK .*CMD (\[.*\])$", file.read(), re.M).group(1))
    told = {"processor": (["serve"], 60), "warm": (["warm"], 120)}
    for task, container in containers(plan):
        command, stop = told[container["name"]]
        if container["command"] != command or container["stopTimeout"] != stop:
            yield f"{task['address']}: {container['command']}, stopped after {container['stopTimeout']} s"
        check = container.get("healthCheck")
        if container["name"] == "processor" and (check or {}).get("command") != ["CMD", *health]:
            yield f"{task['address']}: {check}, and the image has {health}"
        if check and (check["interval"], check["timeout"], check["retries"], check["startPeriod"]) != (30, 5, 3, 30):
            yield f"{task['address']}: {check}"
        environment = {variable["name"]: variable["value"] for variable in container["environment"]}
        if not re.fullmatch(r"public, max-age=[1-9][0-9]+(, immutable)?", environment["LATENT_RENDITIONS_CACHE_CONTROL"]):
            yield f"{task['address']}: renditions with {environment['LATENT_RENDITIONS_CACHE_CONTROL']}"
        ports = [mapping["containerPort"] for mapping in container["portMappings"]]
        if container["name"] == "processor" and ports != [int(environment["LATENT_HTTP_PORT"])]:
            yield f"{task['address']}: listens on {environment['LATENT_HTTP_PORT']}, and {ports} is mapped"
        if any(mapping["containerPort"] != mapping["hostPort"] or mapping["protocol"] != "tcp" for mapping in container["portMappings"]):
            yield f"{task['address']}: {container['portMappings']}"
        options = container["logConfiguration"]["options"]
        groups = [group["name"] for group in sibling(plan, task, "aws_cloudwatch_log_group")]
        if container["logConfiguration"]["logDriver"] != "awslogs" or options["awslogs-group"] not in groups or options["awslogs-stream-prefix"] != container["name"]:
            yield f"{task['address']}: logs to {options}"
        if options["awslogs-region"] != environment["LATENT_S3_REGION"]:
            yield f"{task['address']}: {options['awslogs-region']} is not the Region"


def stores(plan):
    """a task is told the buckets that are made, and the secrets that it may read, by their parameters."""
    buckets = {bucket["bucket"] for bucket in plan.values("aws_s3_bucket")}
    parameters = {parameter["arn"]: parameter for parameter in plan.values("aws_ssm_parameter")}
    for task, container in containers(plan):
        environment = {variable["name"]: variable["value"] for variable in container["environment"]}
        originals, renditions = environment["LATENT_ORIGINALS_BUCKET"], environment["LATENT_RENDITIONS_BUCKET"]
        if originals == renditions or not {originals, renditions} <= buckets or "original" not in originals or "rendition" not in renditions:
            yield f"{task['address']}: originals {originals}, renditions {renditions}"
        wanted = {"processor": "LATENT_HTTP_ORIGIN_SECRETS", "warm": None}[container["name"]]
        secrets = {secret["name"]: secret["valueFrom"] for secret in container["secrets"]}
        if wanted and wanted not in secrets:
            yield f"{task['address']}: without the secret by which it knows the distribution"
        for name, arn in secrets.items():
            if None not in parameters and (arn not in parameters or not parameters[arn]["name"].endswith("/" + name.removeprefix("LATENT_").lower().replace("_", "-"))):
                yield f"{task['address']}: {name} from {arn}"
            if f"latent.{name}-version" not in container["dockerLabels"]:
                yield f"{task['address']}: a changed {name} would start no new task"
    for parameter in plan.all("aws_ssm_parameter"):
        if parameter["values"]["type"] != "SecureString":
            yield f"{parameter['address']}: {parameter['values']['type']}"
    for queue in ("LATENT_WARM_QUEUE",):
        urls = {values["url"] for values in plan.values("aws_sqs_queue", "this")}
        for task, container in containers(plan):
            if container["name"] == "warm" and None not in urls and {v["value"] for v in container["environment"] if v["name"] == queue} != urls:
                yield f"{task['address']}: reads another queue"


def starters(plan):
    """the role that starts tasks may log, read the tasks' secrets and pull the image, and nothing else."""
    for role in plan.all("aws_iam_role_policy", "execution"):
        document = role["values"].get("policy")
        if document is None:
            continue
        granted = {action: listed(s["Resource"]) for s in statements(document) for action in listed(s["Action"])}
        wanted = {
            "logs:CreateLogStream", "logs:PutLogEvents", "ssm:GetParameters", "ecr:GetAuthorizationToken",
            "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer",
        }
        if set(granted) - {"kms:Decrypt"} != wanted:
            yield f"{role['address']}: {sorted(set(granted) ^ wanted)}"
        if any("*" == resource for action, resources in granted.items() if action != "ecr:GetAuthorizationToken" for resource in resources):
            yield f"{role['address']}: on everything"
        secrets = {secret["valueFrom"] for _, container in containers(plan) for secret in container["secrets"]}
        if not secrets <= set(granted.get("ssm:GetParameters", [])):
            yield f"{role['address']}: may not read {sorted(secrets - set(granted.get('ssm:GetParameters', [])))}"
        groups = {values["name"] for values in plan.values("aws_cloudwatch_log_group")}
        if not all(any(re.fullmatch(resource.split(":log-group:")[1].replace("*", ".*"), group) for resource in granted.get("logs:PutLogEvents", [])) for group in groups):
            yield f"{role['address']}: may not log to {sorted(groups)}"


def roles(plan):
    """each role may be taken by the service that needs it, of our account only, and each task has its own."""
    for role in plan.all("aws_iam_role"):
        document = role["values"]["assume_role_policy"]
        service = "s3.amazonaws.com" if "replic" in role["values"]["name"] or "-to-" in role["values"]["name"] else "ecs-tasks.amazonaws.com"
        for statement in statements(document):
            if statement["Principal"] != {"Service": service} or statement["Action"] != "sts:AssumeRole":
                yield f"{role['address']}: {statement['Principal']} may {statement['Action']}"
            if service.startswith("ecs") and "aws:SourceAccount" not in statement.get("Condition", {}).get("StringEquals", {}):
                yield f"{role['address']}: for tasks of other accounts too"
        for policy in sibling(plan, role, "aws_iam_role_policy"):
            if policy["name"] and len(sibling(plan, role, "aws_iam_role")) == 1 and differ(policy["role"], role["values"]["id"]):
                yield f"{role['address']}: its policy is another role's"
    for task in plan.all("aws_ecs_task_definition"):
        own = [role["arn"] for role in sibling(plan, task, "aws_iam_role")]
        if differ(task["values"]["task_role_arn"], own[0]):
            yield f"{task['address']}: runs in another role"
        starters_ = [role["arn"] for role in plan.values("aws_iam_role", "execution")]
        if task["values"]["execution_role_arn"] and None not in starters_ and task["values"]["execution_role_arn"] not in starters_:
            yield f"{task['address']}: is started by another role"


def workers_privilege(plan):
    """workers may read originals, add and purge renditions, work the queue off, and invalidate at our distributions."""
    for role in plan.all("aws_iam_role_policy"):
        document = role["values"].get("policy")
        if role["values"]["name"] != "warm-and-purge" or document is None:
            continue
        granted = {}
        for statement in statements(document):
            for action in listed(statement["Action"]):
                granted.setdefault(action, set()).update(listed(statement["Resource"]))
        wanted = {"s3:GetObject": 2, "s3:PutObject": 1, "s3:DeleteObject": 1, "s3:ListBucket": 2, "sqs:ReceiveMessage": 1, "sqs:DeleteMessage": 1, "sqs:ChangeMessageVisibility": 1}
        distributions = plan.values("aws_cloudfront_distribution")
        if distributions:
            wanted["cloudfront:CreateInvalidation"] = len(distributions) if "cloudfront:CreateInvalidation" in granted and len(plan.all("aws_iam_role_policy", "this")) < 3 else len(granted.get("cloudfront:CreateInvalidation", ()))
        counts = {action: len(resources) for action, resources in granted.items() if not action.startswith("kms:")}
        if counts != wanted:
            yield f"{role['address']}: {counts}"
        if granted.get("s3:DeleteObject") != granted.get("s3:PutObject") or any("*" == resource for resources in granted.values() for resource in resources):
            yield f"{role['address']}: {granted}"
        encrypts = {k["kms_master_key_id"] for r in plan.all("aws_s3_bucket_server_side_encryption_configuration") for k in r["values"]["rule"][0]["apply_server_side_encryption_by_default"] if ".renditions." in r["address"]} - {None, ""}
        if granted.get("kms:GenerateDataKey", set()) != encrypts or not encrypts <= granted.get("kms:Decrypt", set()) or {action for action in granted if action.startswith("kms:")} - {"kms:Decrypt", "kms:GenerateDataKey"}:
            yield f"{role['address']}: keys, and renditions are encrypted with {sorted(encrypts)}"
        if any("original" in resource for resource in granted.get("s3:DeleteObject", ())):
            yield f"{role['address']}: may delete originals"


def services(plan):
    """a service starts with tasks, keeps them while it is changed, and goes back where new ones do not start."""
    for service in plan.all("aws_ecs_service"):
        values, address = service["values"], service["address"]
        processor = values["name"] == "processor"
        if processor and values["desired_count"] < 1:
            yield f"{address}: {values['desired_count']} tasks at first: nobody makes renditions until the autoscaling wakes"
        if not processor and values["desired_count"] != 0:
            yield f"{address}: workers without work"
        if (values["deployment_minimum_healthy_percent"], values["deployment_maximum_percent"]) != (100, 200):
            yield f"{address}: {values['deployment_minimum_healthy_percent']} to {values['deployment_maximum_percent']} percent while it is changed"
        breaker = values["deployment_circuit_breaker"][0]
        if not (breaker["enable"] and breaker["rollback"]):
            yield f"{address}: a version that does not start replaces one that runs"
        if values["propagate_tags"] != "SERVICE":
            yield f"{address}: tasks without tags, which the bill goes by"
        arns = [task["arn"] for task in plan.values("aws_ecs_task_definition") if task["family"] and task["family"].endswith("-" + values["name"])]
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
        if check["path"] not in HEALTH_PATHS or check["path"] != "/-/ready" or check["matcher"] != "200":
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
        if bool(plan.all("aws_cloudfront_vpc_origin")) != values["internal"]:
            yield f"{balancer['address']}: internal is {values['internal']}"
    for origin in plan.values("aws_cloudfront_vpc_origin"):
        endpoint = origin["vpc_origin_endpoint_config"][0]
        protocols = {"HTTPS": "https-only", "HTTP": "http-only"}
        if any(endpoint["origin_protocol_policy"] != protocols[listener["protocol"]] for listener in plan.values("aws_lb_listener")):
            yield f"the VPC origin speaks {endpoint['origin_protocol_policy']}, the listener does not"
        if any(differ(endpoint["arn"], balancer["arn"]) for balancer in plan.values("aws_lb")):
            yield "the VPC origin is another load balancer"


def scaling(plan):
    """tasks grow with their load to a bound and workers with the queue, out fast and in slowly."""
    for target in plan.all("aws_appautoscaling_target"):
        values = target["values"]
        least = 0 if "warm" in target["address"] else 1
        if values["min_capacity"] < least or (least == 0) != (values["min_capacity"] == 0) or not values["min_capacity"] <= values["max_capacity"] <= 100:
            yield f"{target['address']}: {values['min_capacity']} to {values['max_capacity']}"
        name = "warm" if "warm" in target["address"] else "processor"
        if (values["service_namespace"], values["scalable_dimension"]) != ("ecs", "ecs:service:DesiredCount") or not (values["resource_id"] or "/" + name).endswith("/" + name):
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


RULES = [locked_in, bounds, commands, stores, starters, roles, workers_privilege, services, targets, scaling]
