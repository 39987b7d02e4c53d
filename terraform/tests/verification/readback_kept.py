"""What was really applied: buckets that nobody reads, and the queue that is told of them."""

import json

from readback import anonymous, equal


def private(applied, bucket, key, referer=None):
    s3 = applied.client("s3")
    s3.put_object(Bucket=bucket, Key=key, Body=b"-")
    equal(anonymous(applied, bucket, key, referer), 403, f"an anonymous get from {bucket}")
    s3.delete_object(Bucket=bucket, Key=key)


def private_renditions(applied):
    private(applied, applied.latent["renditions_bucket"], "probe_1_1.jpg")


def changed_originals(applied):
    """An upload is told to the queue, really, and the permissions that name the queue before it is there name this one."""
    s3, sqs = applied.client("s3"), applied.client("sqs")
    queue, dead = (sqs.get_queue_attributes(QueueUrl=applied.latent[url], AttributeNames=["All"])["Attributes"] for url in ("changes_queue_url", "changes_dead_letter_queue_url"))
    equal([statement["Resource"] for statement in json.loads(queue["Policy"])["Statement"]], [queue["QueueArn"]], "the queue of the policy")
    equal(json.loads(queue["RedrivePolicy"])["deadLetterTargetArn"], dead["QueueArn"], "where its dead letters go")
    equal(json.loads(dead["RedriveAllowPolicy"])["sourceQueueArns"], [queue["QueueArn"]], "whose dead letters are taken")
    s3.put_object(Bucket=applied.latent["originals_bucket"], Key="widgets/probe.jpg", Body=b"-")
    told = []
    for _ in range(5):
        for message in sqs.receive_message(QueueUrl=applied.latent["changes_queue_url"], MaxNumberOfMessages=10, WaitTimeSeconds=1).get("Messages", []):
            told += [record["s3"]["object"]["key"] for record in json.loads(message["Body"]).get("Records", [])]
            sqs.delete_message(QueueUrl=applied.latent["changes_queue_url"], ReceiptHandle=message["ReceiptHandle"])
        if told:
            break
    assert any("probe.jpg" in key for key in told), f"the queue was told {told}"
    s3.delete_object(Bucket=applied.latent["originals_bucket"], Key="widgets/probe.jpg")
