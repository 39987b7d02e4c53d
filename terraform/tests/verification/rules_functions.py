"""Rules about functions of AWS Lambda: who may call them, what they are told, and what bounds them."""

import json
import os
import re

from plan import differ, listed, sibling, statements
from workspace import REPOSITORY

DOCKERFILE = os.path.join(REPOSITORY, "Dockerfile")


def functions(plan):
    """a function is the image for one architecture with a command of the program, memory for a render, a time that CloudFront waits, and settings for a process that is stopped."""
    with open(DOCKERFILE) as file:
        adapter = re.search(r"^COPY --from=adapter /lambda-adapter (/opt/extensions/\S+)$", file.read(), re.M)
    for function in plan.all("aws_lambda_function"):
        values, address = function["values"], function["address"]
        name = values["function_name"].rsplit("-", 1)[1]
        if adapter is None:
            yield f"{address}: the image has no adapter in /opt/extensions, and nobody asks the program"
        if values["package_type"] != "Image" or values["architectures"] not in (["arm64"], ["x86_64"]):
            yield f"{address}: {values['package_type']}, {values['architectures']}"
        if [config["command"] for config in values["image_config"]] != [{"processor": ["serve"], "warm": ["warm"]}.get(name)]:
            yield f"{address}: is told {values['image_config']}"
        if not 1769 <= values["memory_size"] <= 10240 or values["timeout"] != {"processor": 60, "warm": 120}.get(name):
            yield f"{address}: {values['memory_size']} MB, which is less than one core below 1769, {values['timeout']} s"
        if values["ephemeral_storage"] and values["ephemeral_storage"][0]["size"] != 512:
            yield f"{address}: pays for storage that nothing is written to"
        if (name == "processor") != (values["reserved_concurrent_executions"] in range(1, 1001)):
            yield f"{address}: {values['reserved_concurrent_executions']} at one time; nothing else bounds what a flood of misses costs"
        groups = {group["name"] for group in sibling(plan, function, "aws_cloudwatch_log_group")}
        if [logging["log_group"] for logging in values["logging_config"]] != list(groups) or values["logging_config"][0]["log_format"] != "Text":
            yield f"{address}: logs to {values['logging_config']}, and the filters read {sorted(groups)}"
        roles = [role["arn"] for role in sibling(plan, function, "aws_iam_role")]
        if differ(values["role"], roles[0]):
            yield f"{address}: in another role"
        if values["environment"]:
            yield from told(address, name, values["environment"][0]["variables"])


COMMON = {
    "LATENT_HTTP_HOST": "127.0.0.1", "LATENT_HTTP_PORT": "8081", "LATENT_RENDER_THREADS": "1", "LATENT_WRITE_BACK_WHEN": "before-answer",
    "AWS_LWA_PORT": "8081", "AWS_LWA_READINESS_CHECK_PATH": "/-/health", "AWS_LWA_ASYNC_INIT": "true",
}
OF_ONE = {
    "processor": {"AWS_LWA_INVOKE_MODE": "response_stream"},
    "warm": {"AWS_LWA_INVOKE_MODE": "buffered", "AWS_LWA_PASS_THROUGH_PATH": "/events", "AWS_LWA_ERROR_STATUS_CODES": "400-599", "LATENT_WARM_SOURCE": "lambda"},
}


def told(address, name, variables):
    if variables is None:
        return
    for variable, value in {**COMMON, **OF_ONE.get(name, {})}.items():
        if variables[variable] != value:
            yield f"{address}: {variable} is {variables[variable]} and not {value}"
    further = {variable for variable in variables if variable not in COMMON and variable not in OF_ONE.get(name, {})}
    if any(not variable.startswith("LATENT_") for variable in further):
        yield f"{address}: {sorted(further)}"
    for variable in ("LATENT_ORIGINALS_BUCKET", "LATENT_RENDITIONS_BUCKET", "LATENT_S3_REGION", "LATENT_RENDITIONS_CACHE_CONTROL"):
        if variable not in variables:
            yield f"{address}: is not told {variable}"
    if name == "processor" and "LATENT_HTTP_ORIGIN_SECRETS" not in variables:
        yield f"{address}: believes nobody's word for the visitor's address"
    if name == "warm" and "LATENT_PURGE_DISTRIBUTIONS" not in variables:
        yield f"{address}: purges nowhere"


def callers(plan):
    """only our distributions call a function's URL, by their signature, and they may do both that this takes."""
    arns = {distribution["arn"] for distribution in plan.values("aws_cloudfront_distribution")}
    for url in plan.all("aws_lambda_function_url"):
        if (url["values"]["authorization_type"], url["values"]["invoke_mode"]) != ("AWS_IAM", "RESPONSE_STREAM"):
            yield f"{url['address']}: {url['values']['authorization_type']}, {url['values']['invoke_mode']}: an answer over 6 MB would be a fault"
        own = [function["function_name"] for function in sibling(plan, url, "aws_lambda_function")]
        if [url["values"]["function_name"]] != own:
            yield f"{url['address']}: of {url['values']['function_name']}"
        granted = sibling(plan, url, "aws_lambda_permission")
        askers = [d for d in plan.all("aws_cloudfront_distribution") if any(o["origin_id"] == "processor" for o in d["values"]["origin"])]
        if sorted(p["action"] for p in granted) != sorted(["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"] * len(askers)):
            yield f"{url['address']}: {sorted(p['action'] for p in granted)} for {len(askers)} distributions"
        sources = {permission["source_arn"] for permission in granted}
        if None not in sources and None not in arns and sources != {d["values"]["arn"] for d in askers}:
            yield f"{url['address']}: may be asked by {sorted(sources)}"
    for permission in plan.all("aws_lambda_permission"):
        values = permission["values"]
        if values["principal"] != "cloudfront.amazonaws.com" or [values["function_name"]] != [f["function_name"] for f in sibling(plan, permission, "aws_lambda_function")]:
            yield f"{permission['address']}: {values['principal']} may call {values['function_name']}"
        if (values["function_url_auth_type"] or None) != ("AWS_IAM" if values["action"] == "lambda:InvokeFunctionUrl" else None):
            yield f"{permission['address']}: {values['function_url_auth_type']} for {values['action']}"
    # Where the source is known only after the apply, the text says that there is one.
    for path, block in plan.configured("aws_lambda_permission"):
        if "source_arn" not in block["expressions"]:
            yield f"{path}{block['address']}: anybody's distribution may call it"


def signed_origins(plan):
    """a function's URL is asked over TLS and with CloudFront's signature, a load balancer without one."""
    made = plan.values("aws_cloudfront_origin_access_control")
    controls = {control["id"]: control for control in made}
    lambdas = [control for control in made if control["origin_access_control_origin_type"] == "lambda"]
    if bool(lambdas) != bool(plan.all("aws_lambda_function_url")):
        yield f"{len(lambdas)} origin access controls for {len(plan.all('aws_lambda_function_url'))} functions"
    for control in lambdas:
        if (control["signing_behavior"], control["signing_protocol"]) != ("always", "sigv4"):
            yield f"{control['name']}: signs {control['signing_behavior']} with {control['signing_protocol']}"
    if not plan.all("aws_lambda_function_url"):
        return
    hosts = [url["function_url"] and url["function_url"].split("/")[2] for url in plan.values("aws_lambda_function_url")]
    for distribution in plan.all("aws_cloudfront_distribution"):
        for origin in distribution["values"]["origin"]:
            control = controls.get(origin["origin_access_control_id"])
            kind = control["origin_access_control_origin_type"] if control else None
            if origin["origin_access_control_id"] and kind != {"processor": "lambda", "renditions": "s3"}.get(origin["origin_id"]):
                yield f"{distribution['address']}: {origin['origin_id']} is asked with the signature for {kind}"
            if origin["origin_id"] == "processor" and origin["domain_name"] and None not in hosts and origin["domain_name"] not in hosts:
                yield f"{distribution['address']}: asks {origin['domain_name']}"
            if origin["origin_id"] == "processor" and controls and None not in controls and not origin["origin_access_control_id"]:
                yield f"{distribution['address']}: asks the function without a signature"


def event_sources(plan):
    """a function works off its queue in batches whose failures come back alone, with time for each, and bounded."""
    for mapping in plan.all("aws_lambda_event_source_mapping"):
        values = mapping["values"]
        if values["function_response_types"] != ["ReportBatchItemFailures"] or values["batch_size"] != 10:
            yield f"{mapping['address']}: {values['batch_size']}, {values['function_response_types']}: one bad message would bring back those beside it, or be lost"
        if not 2 <= values["scaling_config"][0]["maximum_concurrency"] <= 1000:
            yield f"{mapping['address']}: {values['scaling_config']}"
        queues = [queue for queue in plan.all("aws_sqs_queue") if queue["name"] == "this"]
        if any(differ(values["event_source_arn"], queue["values"]["arn"]) for queue in queues):
            yield f"{mapping['address']}: another queue"
        functions_ = sibling(plan, mapping, "aws_lambda_function")
        if differ(values["function_name"], functions_[0]["arn"]):
            yield f"{mapping['address']}: another function"
        if any(queue["values"]["visibility_timeout_seconds"] < 6 * functions_[0]["timeout"] for queue in queues):
            yield f"{mapping['address']}: a message comes again while a function still has it"
    workers = [function for function in plan.all("aws_lambda_function") if function["values"]["function_name"].endswith("-warm")]
    if len(workers) != len(plan.all("aws_lambda_event_source_mapping")):
        yield "warm workers without a queue"


def function_roles(plan):
    """a function may write its own log, and is what Lambda alone runs."""
    for function in plan.all("aws_lambda_function"):
        policies = {p["name"]: p["values"]["policy"] for p in plan.all("aws_iam_role_policy") if p["address"].startswith(function["address"].rsplit(".aws_lambda_function", 1)[0] + ".")}
        if set(policies) != {"this", "logs"}:
            yield f"{function['address']}: {sorted(policies)}"
        if policies.get("logs"):
            granted = [(sorted(listed(s["Action"])), listed(s["Resource"])) for s in statements(policies["logs"])]
            groups = [group["arn"] for group in sibling(plan, function, "aws_cloudwatch_log_group")]
            if granted != [(["logs:CreateLogStream", "logs:PutLogEvents"], [f"{groups[0]}:*"])]:
                yield f"{function['address']}: {granted}"
        for role in sibling(plan, function, "aws_iam_role"):
            statement = statements(role["assume_role_policy"])[0]
            if statement["Principal"] != {"Service": "lambda.amazonaws.com"} or "aws:SourceAccount" not in json.dumps(statement.get("Condition")):
                yield f"{function['address']}: {statement}"


RULES = [functions, callers, signed_origins, event_sources, function_roles]
