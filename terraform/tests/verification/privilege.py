"""Least privilege, enforced and not read: with permissions on, in the role's own credentials, what is allowed and what is not."""

from botocore.exceptions import ClientError


def attempts(applied, role):
    """(what, whether it is allowed) for each thing the role might try. Permissions are on while this runs."""
    originals, renditions = applied.latent["originals_bucket"], applied.latent["renditions_bucket"]
    admin = applied.client("s3")
    admin.put_object(Bucket=originals, Key="widgets/a.jpg", Body=b"original")
    admin.put_object(Bucket=renditions, Key="widgets/a_1_1.jpg", Body=b"rendition")
    credentials = applied.client("sts").assume_role(RoleArn=role, RoleSessionName="verify")["Credentials"]
    s3 = applied.emulator.client("s3", applied.region, credentials)
    sqs = applied.emulator.client("sqs", applied.region, credentials)
    queue = applied.latent["changes_queue_url"] or applied.client("sqs").create_queue(QueueName="somebody-elses")["QueueUrl"]
    tries = {
        "get an original": lambda: s3.get_object(Bucket=originals, Key="widgets/a.jpg"),
        "see that an original is missing": lambda: s3.get_object(Bucket=originals, Key="widgets/none.jpg"),
        "get a rendition": lambda: s3.get_object(Bucket=renditions, Key="widgets/a_1_1.jpg"),
        "put a rendition": lambda: s3.put_object(Bucket=renditions, Key="widgets/a_2_2.jpg", Body=b"-"),
        "list the renditions": lambda: s3.list_objects_v2(Bucket=renditions),
        "put an original": lambda: s3.put_object(Bucket=originals, Key="widgets/b.jpg", Body=b"-"),
        "delete an original": lambda: s3.delete_object(Bucket=originals, Key="widgets/a.jpg"),
        "delete a rendition": lambda: s3.delete_object(Bucket=renditions, Key="widgets/a_2_2.jpg"),
        "change the website": lambda: s3.delete_bucket_website(Bucket=renditions),
        "change the policy": lambda: s3.delete_bucket_policy(Bucket=renditions),
        "list all buckets": lambda: s3.list_buckets(),
        "receive from the queue": lambda: sqs.receive_message(QueueUrl=queue),
        "send to the queue": lambda: sqs.send_message(QueueUrl=queue, MessageBody="-"),
        "read the secrets": lambda: applied.emulator.client("ssm", applied.region, credentials).describe_parameters(),
        "make a user": lambda: applied.emulator.client("iam", applied.region, credentials).create_user(UserName="x"),
    }
    applied.emulator.enforce(True)
    try:
        return {what: _allowed(call) for what, call in tries.items()}
    finally:
        applied.emulator.enforce(False)
        if applied.latent["changes_queue_url"] is None:
            applied.client("sqs").delete_queue(QueueUrl=queue)


def _allowed(call):
    try:
        call()
        return True
    except ClientError as error:
        # What is not there was allowed to be looked for.
        if error.response["Error"]["Code"] in ("NoSuchKey", "404"):
            return True
        return False


STORE = {
    "get an original",
    "see that an original is missing",
    "get a rendition",
    "put a rendition",
    "delete a rendition",
    "list the renditions",
}
WARM_AND_PURGE = STORE | {"receive from the queue"}
