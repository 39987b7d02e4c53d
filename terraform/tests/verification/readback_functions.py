"""What was really applied: functions of AWS Lambda."""

import json

from readback import equal


def functions(applied):
    """The functions run the image in their own roles, bounded; CloudFront's distributions alone may call the processor's URL; the other has the queue."""
    lambda_ = applied.client("lambda")
    names = applied.latent["functions"]
    found = {name: lambda_.get_function(FunctionName=function) for name, function in names.items()}
    for name, function in found.items():
        configuration = function["Configuration"]
        environment = configuration["Environment"]["Variables"]
        equal(configuration["PackageType"], "Image", "package")
        equal(environment["LATENT_ORIGINALS_BUCKET"], applied.latent["originals_bucket"], "originals")
        equal(environment["LATENT_RENDITIONS_BUCKET"], applied.latent["renditions_bucket"], "renditions")
        equal(environment["LATENT_WRITE_BACK_WHEN"], "before-answer", "when renditions are stored")
        equal(configuration["Role"], applied.latent["task_role_arn" if name == "processor" else "workers_role_arn"], "role")
    equal(found["processor"]["Concurrency"]["ReservedConcurrentExecutions"], 10, "reserved concurrency")
    equal(found["processor"]["Configuration"]["Environment"]["Variables"]["LATENT_HTTP_ORIGIN_SECRETS"], ",".join(sorted(applied.origin_secrets)), "the secrets of the processor")
    url = lambda_.get_function_url_config(FunctionName=names["processor"])
    equal((url["AuthType"], url["InvokeMode"]), ("AWS_IAM", "RESPONSE_STREAM"), "the URL")
    statements = json.loads(lambda_.get_policy(FunctionName=names["processor"])["Policy"])["Statement"]
    equal(sorted(statement["Action"] for statement in statements), ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"], "what others may do")
    for statement in statements:
        equal(statement["Principal"], {"Service": "cloudfront.amazonaws.com"}, "who may call")
        equal(statement["Condition"]["ArnLike"]["AWS:SourceArn"], applied.client("cloudfront").get_distribution(Id=applied.images_distribution_id)["Distribution"]["ARN"], "whose distribution")
    origin = applied.origins(applied.images_distribution_id)["processor"]
    equal(origin["DomainName"], url["FunctionUrl"].split("/")[2], "whom CloudFront asks")
    control = applied.client("cloudfront").get_origin_access_control(Id=origin["OriginAccessControlId"])["OriginAccessControl"]["OriginAccessControlConfig"]
    equal((control["OriginAccessControlOriginType"], control["SigningBehavior"]), ("lambda", "always"), "how CloudFront signs")
    mappings = lambda_.list_event_source_mappings(FunctionName=names["warm"])["EventSourceMappings"]
    queue = applied.client("sqs").get_queue_attributes(QueueUrl=applied.latent["changes_queue_url"], AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    equal([(m["EventSourceArn"], m["FunctionResponseTypes"]) for m in mappings], [(queue, ["ReportBatchItemFailures"])], "what the warm function works off")
