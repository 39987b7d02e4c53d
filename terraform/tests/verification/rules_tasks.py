"""Rules about the tasks: what they are, what they are told, and what they may do."""

import json
import os
import re

from plan import deployment_of, differ, fellows, listed, rendition_keys, sibling, statements
from workspace import REPOSITORY

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
    for task, container in containers(plan):
        urls = {queue["values"]["url"] for queue in fellows(plan, task, "aws_sqs_queue", "this")}
        if container["name"] == "warm" and None not in urls and {v["value"] for v in container["environment"] if v["name"] == "LATENT_WARM_QUEUE"} != urls:
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
        secrets = {secret["valueFrom"] for task, container in containers(plan) if deployment_of(task) == deployment_of(role) for secret in container["secrets"]}
        if not secrets <= set(granted.get("ssm:GetParameters", [])):
            yield f"{role['address']}: may not read {sorted(secrets - set(granted.get('ssm:GetParameters', [])))}"
        groups = {group["values"]["name"] for group in fellows(plan, role, "aws_cloudwatch_log_group")}
        if not all(any(re.fullmatch(resource.split(":log-group:")[1].replace("*", ".*"), group) for resource in granted.get("logs:PutLogEvents", [])) for group in groups):
            yield f"{role['address']}: may not log to {sorted(groups)}"


def roles(plan):
    """each role may be taken by the service that needs it, of our account only, and each task has its own."""
    for role in plan.all("aws_iam_role"):
        document = role["values"]["assume_role_policy"]
        service = "s3.amazonaws.com" if "replic" in role["values"]["name"] or "-to-" in role["values"]["name"] else "lambda.amazonaws.com" if "-function-" in role["values"]["name"] else "ecs-tasks.amazonaws.com"
        for statement in statements(document):
            if statement.get("Principal") != {"Service": service} or statement["Action"] != "sts:AssumeRole":
                yield f"{role['address']}: {statement.get('Principal')} may {statement['Action']}"
            if service.startswith(("ecs", "lambda")) and "aws:SourceAccount" not in statement.get("Condition", {}).get("StringEquals", {}):
                yield f"{role['address']}: for those of other accounts too"
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
        wanted = {"s3:GetObject": 2, "s3:PutObject": 1, "s3:DeleteObject": 1, "s3:ListBucket": 2, "sqs:ReceiveMessage": 1, "sqs:DeleteMessage": 1}
        # Lambda looks how much waits, and a task says that it still works.
        wanted["sqs:GetQueueAttributes" if ".lambda_warm" in role["address"] else "sqs:ChangeMessageVisibility"] = 1
        distributions = plan.values("aws_cloudfront_distribution")
        if distributions:
            wanted["cloudfront:CreateInvalidation"] = len(distributions) if "cloudfront:CreateInvalidation" in granted and len(plan.all("aws_iam_role_policy", "this")) < 3 else len(granted.get("cloudfront:CreateInvalidation", ()))
        counts = {action: len(resources) for action, resources in granted.items() if not action.startswith("kms:")}
        if counts != wanted:
            yield f"{role['address']}: {counts}"
        if granted.get("s3:DeleteObject") != granted.get("s3:PutObject") or any("*" == resource for resources in granted.values() for resource in resources):
            yield f"{role['address']}: {granted}"
        encrypts = rendition_keys(plan, role)
        if granted.get("kms:GenerateDataKey", set()) != encrypts or not encrypts <= granted.get("kms:Decrypt", set()) or {action for action in granted if action.startswith("kms:")} - {"kms:Decrypt", "kms:GenerateDataKey"}:
            yield f"{role['address']}: keys, and renditions are encrypted with {sorted(encrypts)}"
        if any("original" in resource for resource in granted.get("s3:DeleteObject", ())):
            yield f"{role['address']}: may delete originals"


def administered(plan):
    """where POST /-/purge is answered, it asks for tokens that are kept, tells the distributions, and is reached by those who are named, on the tasks' port."""
    for task, container in containers(plan):
        secrets = {secret["name"] for secret in container["secrets"]}
        environment = {variable["name"]: variable["value"] for variable in container["environment"]}
        there = container["name"] == "processor" and bool(fellows(plan, task, "aws_ssm_parameter", "admin_tokens"))
        if ("LATENT_ADMIN_TOKENS" in secrets) != there:
            yield f"{task['address']}: {sorted(secrets)}"
        told = environment.get("LATENT_PURGE_DISTRIBUTIONS")
        ids = {distribution["id"] for distribution in plan.values("aws_cloudfront_distribution")}
        if container["name"] == "warm" and bool(told) != bool(ids) or told and container["name"] == "processor" and not there:
            yield f"{task['address']}: tells {told} of what it purges"
        if told and None not in ids and set(told.split(",")) != ids:
            yield f"{task['address']}: tells {told}, and there are {sorted(ids)}"
        if told and environment["LATENT_PURGE_BY"] != "path":
            yield f"{task['address']}: purges by {environment['LATENT_PURGE_BY']}, and no distribution here reads tags"
        if container["name"] == "processor":
            ports = {mapping["containerPort"] for mapping in container["portMappings"]}
            for rule in fellows(plan, task, "aws_vpc_security_group_ingress_rule", "admin"):
                if {rule["values"]["from_port"], rule["values"]["to_port"]} != ports:
                    yield f"{rule['address']}: port {rule['values']['from_port']}"
    for rule in plan.all("aws_vpc_security_group_ingress_rule", "admin"):
        values = rule["values"]
        own = [group["id"] for group in sibling(plan, rule, "aws_security_group", "task")]
        if not values["referenced_security_group_id"] or values["cidr_ipv4"] or differ(values["security_group_id"], own[0]) or values["from_port"] != values["to_port"]:
            yield f"{rule['address']}: {values['referenced_security_group_id']}, {values['cidr_ipv4']}"


RULES = [administered, locked_in, bounds, commands, stores, starters, roles, workers_privilege]
