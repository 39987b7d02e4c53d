"""Rules about what is kept, for how long, who is told of it, and who logs whom."""

import json
import re

from plan import differ, fellows, listed, module_of, sibling, statements


def told_by_events(plan):
    """where EventBridge tells of changed originals, it tells of those alone, in a notification's words, and only it may send."""
    for rule in plan.all("aws_cloudwatch_event_rule"):
        # A bucket that is made here sends only what its notification says; of one that is somebody else's that is theirs to say.
        made = any(".originals." in bucket["address"] for bucket in fellows(plan, rule, "aws_s3_bucket"))
        if made != any(n["values"]["eventbridge"] for n in fellows(plan, rule, "aws_s3_bucket_notification")):
            yield f"{rule['address']}: the bucket does not send its events"
        yield from _told(plan, rule)
    # Before the first apply no queue has an ARN, and the text says which it is.
    for path, block in plan.configured("aws_cloudwatch_event_target"):
        if "aws_sqs_queue.this" not in block["expressions"]["arn"].get("references", []):
            yield f"{path}{block['address']}: tells another queue"


def _told(plan, rule):
    # The name of a bucket with versions is known once it is made.
    if rule["values"]["event_pattern"] is not None:
        pattern = json.loads(rule["values"]["event_pattern"])
        if pattern["source"] != ["aws.s3"] or set(pattern["detail-type"]) != {"Object Created", "Object Deleted"}:
            yield f"{rule['address']}: {pattern}"
        originals = {value["value"] for document in plan.values("aws_ecs_task_definition") if document["container_definitions"] for value in json.loads(document["container_definitions"])[0]["environment"] if value["name"] == "LATENT_ORIGINALS_BUCKET"}
        if originals and set(pattern["detail"]["bucket"]["name"]) != originals:
            yield f"{rule['address']}: of {pattern['detail']}"
    for target in sibling(plan, rule, "aws_cloudwatch_event_target"):
        transformer = target["input_transformer"][0]
        text = transformer["input_template"]
        for name, path in transformer["input_paths"].items():
            text = text.replace(f"<{name}>", path)
        if json.loads(text) != {"Records": [{"s3": {"bucket": {"name": "$.detail.bucket.name"}, "object": {"key": "$.detail.object.key"}}}]}:
            yield f"{rule['address']}: says {text}"
        if differ(target["rule"], rule["values"]["name"]) or any(differ(target["arn"], queue["arn"]) for queue in sibling(plan, rule, "aws_sqs_queue", "this")):
            yield f"{rule['address']}: tells another queue"


# Those make the buckets, or name one in a sentence.
KNOWS_BY_NAME = {"originals", "renditions", "account_public_access"}


def after_its_bucket(plan):
    """whoever is told a bucket's name is made once the bucket is there."""
    for path, name, given in plan.calls:
        for variable, references in given.items():
            if name not in KNOWS_BY_NAME and {"var.originals.bucket", "var.renditions.bucket"} & set(references):
                yield f"{path}{name}: {variable} is a name, and does not wait for the bucket that has it"


def access_logs(plan):
    """access logs are delivered to the bucket that takes them, of the distributions, the firewall, the load balancer and the buckets."""
    buckets = [bucket for bucket in plan.all("aws_s3_bucket") if ".access_logs" in bucket["address"]]
    for bucket in buckets:
        name = bucket["values"]["bucket"]
        if len(plan.all("aws_cloudwatch_log_delivery")) != len(plan.all("aws_cloudfront_distribution")):
            yield "a distribution without access logs"
        for balancer in plan.all("aws_lb"):
            logs = balancer["values"]["access_logs"]
            if not logs or not logs[0]["enabled"] or differ(logs[0]["bucket"], name) or logs[0]["prefix"] != "load-balancer":
                yield f"{balancer['address']}: {logs}"
        for logging in plan.all("aws_s3_bucket_logging"):
            if differ(logging["values"]["target_bucket"], name) or not re.fullmatch(r"s3/[a-z0-9.-]+/", logging["values"]["target_prefix"]):
                yield f"{logging['address']}: {logging['values']['target_bucket']} {logging['values']['target_prefix']}"
        if len(plan.all("aws_s3_bucket_logging")) != len(plan.all("aws_s3_bucket")) - len(buckets):
            yield "a bucket without access logs"
        for destination in plan.all("aws_cloudwatch_log_delivery_destination"):
            arn = destination["values"]["delivery_destination_configuration"][0]["destination_resource_arn"]
            if not arn.startswith(f"arn:aws:s3:::{name}/cloudfront/"):
                yield f"{destination['address']}: to {arn}"
        for delivery in plan.values("aws_cloudwatch_log_delivery"):
            sources, destinations = [s["name"] for s in plan.values("aws_cloudwatch_log_delivery_source")], [d["arn"] for d in plan.values("aws_cloudwatch_log_delivery_destination")]
            if delivery["delivery_source_name"] not in (None, *sources) or (None not in destinations and delivery["delivery_destination_arn"] not in (None, *destinations)):
                yield f"a delivery from {delivery['delivery_source_name']} to {delivery['delivery_destination_arn']}"
        for source in plan.values("aws_cloudwatch_log_delivery_source"):
            arns = [d["arn"] for d in plan.values("aws_cloudfront_distribution")]
            if source["resource_arn"] and None not in arns and source["resource_arn"] not in arns:
                yield f"logs of {source['resource_arn']}"
        for wall in plan.values("aws_wafv2_web_acl_logging_configuration"):
            if wall["log_destination_configs"] != [f"arn:aws:s3:::{name}"] or any(differ(wall["resource_arn"], acl["arn"]) for acl in plan.values("aws_wafv2_web_acl")):
                yield f"the firewall logs to {wall['log_destination_configs']}"
        document = next(r["values"]["policy"] for r in plan.all("aws_s3_bucket_policy") if module_of(r) == module_of(bucket))
        writers = {(s["Principal"]["Service"], s["Action"], s["Resource"]): s for s in statements(document or '{"Statement": []}') if s["Effect"] == "Allow"}
        wanted = {(service, "s3:PutObject", f"arn:aws:s3:::{name}/*") for service in ("logdelivery.elasticloadbalancing.amazonaws.com", "logging.s3.amazonaws.com", "delivery.logs.amazonaws.com")}
        wanted.add(("delivery.logs.amazonaws.com", "s3:GetBucketAcl", f"arn:aws:s3:::{name}"))
        if document and (set(writers) != wanted or not all("aws:SourceAccount" in s.get("Condition", {}).get("StringEquals", {}) for s in writers.values())):
            yield f"{bucket['address']}: {sorted(writers)} may write"


def tls_only(plan):
    """nobody reads or writes over plain HTTP, but a website's visitors."""
    for bucket in plan.all("aws_s3_bucket"):
        document = next((r["values"]["policy"] for r in plan.all("aws_s3_bucket_policy") if module_of(r) == module_of(bucket)), None)
        if document is None or plan.is_website(module_of(bucket)):
            continue
        denied = [s for s in statements(document) if s["Effect"] == "Deny" and s["Action"] == "s3:*" and s["Condition"] == {"Bool": {"aws:SecureTransport": "false"}} and s["Principal"] in ("*", {"AWS": "*"})]
        arn = f"arn:aws:s3:::{bucket['values']['bucket']}"
        if len(denied) != 1 or sorted(denied[0]["Resource"]) != [arn, arn + "/*"]:
            yield bucket["address"]


def kept(plan):
    """what is stored is kept as long as it is of use: renditions months, former originals weeks, logs and messages days."""
    for lifecycle in plan.all("aws_s3_bucket_lifecycle_configuration"):
        for rule in lifecycle["values"]["rule"]:
            address = lifecycle["address"]
            if rule["status"] != "Enabled" or (rule["filter"][0] or {}).get("prefix"):
                yield f"{address}: {rule['status']} for {rule['filter']}"
            days = [expiration["days"] for expiration in rule["expiration"]]
            if ".originals." in address and days:
                yield f"{address}: originals are deleted after {days} days"
            if ".renditions." in address and any(day < 30 for day in days):
                yield f"{address}: renditions are deleted after {days} days, and made anew each time"
            for version in rule["noncurrent_version_expiration"]:
                least = 7 if ".originals." in address else 1
                if not least <= version["noncurrent_days"] <= 365:
                    yield f"{address}: former versions for {version['noncurrent_days']} days"
            if [upload["days_after_initiation"] for upload in rule["abort_incomplete_multipart_upload"]] != [7]:
                yield f"{address}: unfinished uploads for {rule['abort_incomplete_multipart_upload']}"
    for bucket in plan.all("aws_s3_bucket"):
        if ".originals." in bucket["address"] and not sibling(plan, bucket, "aws_s3_bucket_versioning"):
            yield f"{bucket['address']}: a mistaken upload or deletion cannot be taken back"
    for versioning in plan.all("aws_s3_bucket_versioning"):
        if versioning["values"]["versioning_configuration"][0]["status"] != "Enabled":
            yield f"{versioning['address']}: {versioning['values']['versioning_configuration']}"
    for group in plan.all("aws_cloudwatch_log_group"):
        if not 7 <= group["values"]["retention_in_days"] <= 365:
            yield f"{group['address']}: {group['values']['retention_in_days']} days"


def queues(plan):
    """a change is kept until a worker has done it, tried again a few times, and then kept for people."""
    for queue in plan.all("aws_sqs_queue"):
        values, dead = queue["values"], queue["name"] == "dead"
        if values["message_retention_seconds"] != (1209600 if dead else 345600) or not values["sqs_managed_sse_enabled"]:
            yield f"{queue['address']}: kept {values['message_retention_seconds']} s"
        if dead:
            allowed = json.loads(values["redrive_allow_policy"])
            if allowed["redrivePermission"] != "byQueue" or len(allowed["sourceQueueArns"]) != 1 or not allowed["sourceQueueArns"][0].endswith(":" + values["name"].removesuffix("-dead")):
                yield f"{queue['address']}: {allowed}"
            continue
        if values["receive_wait_time_seconds"] != 20 or not 120 <= values["visibility_timeout_seconds"] <= 3600:
            yield f"{queue['address']}: {values['receive_wait_time_seconds']} s, {values['visibility_timeout_seconds']} s"
        redrive = json.loads(values["redrive_policy"] or '{"maxReceiveCount": 5}')
        if not 3 <= redrive["maxReceiveCount"] <= 10:
            yield f"{queue['address']}: {redrive}"
        if redrive.get("deadLetterTargetArn") and any(differ(redrive["deadLetterTargetArn"], other["arn"]) for other in sibling(plan, queue, "aws_sqs_queue", "dead")):
            yield f"{queue['address']}: its dead letters go elsewhere"
    for notification in plan.all("aws_s3_bucket_notification"):
        for queue in notification["values"]["queue"] or []:
            if set(queue["events"]) != {"s3:ObjectCreated:*", "s3:ObjectRemoved:*"} or queue["filter_prefix"] or queue["filter_suffix"]:
                yield f"{notification['address']}: tells of {queue['events']}"
        if ".originals" not in (notification["values"]["bucket"] or ".originals") and "original" not in (notification["values"]["bucket"] or "original"):
            yield f"{notification['address']}: of {notification['values']['bucket']}"


def copies(plan):
    """all of a bucket is copied, also what a key of ours encrypts, and the role may decrypt with the one key and encrypt with the other, and no more."""
    keys = {}
    for encryption in plan.all("aws_s3_bucket_server_side_encryption_configuration"):
        bucket = sibling(plan, encryption, "aws_s3_bucket")[0]["bucket"]
        keys[bucket] = encryption["values"]["rule"][0]["apply_server_side_encryption_by_default"][0]["kms_master_key_id"] or None
    for replication in plan.all("aws_s3_bucket_replication_configuration"):
        address, rule = replication["address"], replication["values"]["rule"][0]
        target = rule["destination"][0]["bucket"]
        source, copied = keys.get(replication["values"]["bucket"]), keys.get((target or "").removeprefix("arn:aws:s3:::"))
        # Where the buckets' names are not known yet, what the rule itself says must at least agree.
        says = [encryption["replica_kms_key_id"] for encryption in rule["destination"][0]["encryption_configuration"]]
        takes = [criterion["status"] for criteria in rule["source_selection_criteria"] for criterion in criteria["sse_kms_encrypted_objects"]]
        if replication["values"]["bucket"] in keys and (takes != (["Enabled"] if source else []) or says != ([copied] if source else [])):
            yield f"{address}: takes what keys encrypt: {takes}, encrypts with {says}; the buckets have {source} and {copied}: S3 would pass it over in silence"
        if bool(takes) != bool(says):
            yield f"{address}: {takes}, {says}"
        document = sibling(plan, replication, "aws_iam_role_policy")[0]["policy"]
        if document is None:
            continue
        granted = {(action, resource) for s in statements(document) for action in listed(s["Action"]) for resource in listed(s["Resource"])}
        granted_keys = {(action, resource) for action, resource in granted if action.startswith("kms:")}
        if replication["values"]["bucket"] in keys and granted_keys != ({("kms:Decrypt", source), ("kms:Encrypt", copied)} if source else set()):
            yield f"{address}: {sorted(granted_keys)}"
        from_, to = "arn:aws:s3:::" + (replication["values"]["bucket"] or ""), target
        wanted = {(f"s3:{action}", from_) for action in ("GetReplicationConfiguration", "ListBucket")}
        wanted |= {(f"s3:GetObjectVersion{of}", from_ + "/*") for of in ("ForReplication", "Acl", "Tagging")} | {(f"s3:Replicate{what}", f"{to}/*") for what in ("Object", "Delete", "Tags")}
        if replication["values"]["bucket"] and granted - granted_keys != wanted:
            yield f"{address}: {sorted((granted - granted_keys) ^ wanted)}"
        roles = [role["arn"] for role in sibling(plan, replication, "aws_iam_role")]
        if differ(replication["values"]["role"], roles[0]) or from_ == to:
            yield f"{address}: in the role {replication['values']['role']}, from {from_} to {to}"


RULES = [after_its_bucket, copies, told_by_events, access_logs, tls_only, kept, queues]
