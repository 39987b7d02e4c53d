"""What was really applied in two Regions, asked of AWS's own interfaces and not of Terraform."""

from readback import equal


def multi_region(applied, second, outputs):
    alias = outputs["access_point"]["alias"]
    policies = []
    for latent, region in ((applied.latent, applied.region), (second, "us-east-2")):
        status = applied.client("s3", region).get_bucket_versioning(Bucket=latent["renditions_bucket"])["Status"]
        equal(status, "Enabled", "versioning of the renditions")
        policies.append(applied.client("s3", region).get_bucket_policy(Bucket=latent["renditions_bucket"])["Policy"])
    assert all("cloudfront.amazonaws.com" in policy for policy in policies), "CloudFront may not read a renditions bucket"
    copied = applied.client("s3").get_bucket_replication(Bucket=applied.latent["originals_bucket"])["ReplicationConfiguration"]["Rules"][0]
    equal(copied["Destination"]["Bucket"], second["originals_arn"], "where originals are copied")
    equal(copied["DeleteMarkerReplication"]["Status"], "Enabled", "copies of deletions")
    for source, target, region in ((applied.latent, second, applied.region), (second, applied.latent, "us-east-2")):
        copied = applied.client("s3", region).get_bucket_replication(Bucket=source["renditions_bucket"])["ReplicationConfiguration"]["Rules"][0]
        equal(copied["Destination"]["Bucket"], target["renditions_arn"], "where renditions are copied")
    zone = applied.client("route53").list_hosted_zones()["HostedZones"][0]["Id"]
    records = applied.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    origin = {r.get("Region"): r["AliasTarget"]["DNSName"] for r in records if r["Name"] == applied.latent["hosts"]["origin"] + "."}
    equal(set(origin), {applied.region, "us-east-2"}, "Regions of the origin host")
    assert len(set(origin.values())) == 2, "one load balancer for two Regions"
    assert alias.endswith(".mrap"), alias


def encrypted_copies(applied, second, keys):
    first_key, second_key = keys["first"], keys["second"]
    for latent, region, kind, source, target in (
        (applied.latent, applied.region, "originals_bucket", first_key, second_key),
        (applied.latent, applied.region, "renditions_bucket", first_key, second_key),
        (second, "us-east-2", "renditions_bucket", second_key, first_key),
    ):
        s3, bucket = applied.client("s3", region), latent[kind]
        encryption = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]["ApplyServerSideEncryptionByDefault"]
        equal(encryption, {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": source}, f"encryption of {bucket}")
        copies = s3.get_bucket_replication(Bucket=bucket)["ReplicationConfiguration"]
        equal(copies["Rules"][0]["SourceSelectionCriteria"], {"SseKmsEncryptedObjects": {"Status": "Enabled"}}, f"what is copied of {bucket}")
        equal(copies["Rules"][0]["Destination"]["EncryptionConfiguration"], {"ReplicaKmsKeyID": target}, f"the key of the copies of {bucket}")
        role = copies["Role"].rsplit("/", 1)[1]
        document = applied.client("iam").get_role_policy(RoleName=role, PolicyName="replicate")["PolicyDocument"]
        granted = {(s["Action"], s["Resource"]) for s in document["Statement"] if str(s["Action"]).startswith("kms:")}
        equal(granted, {("kms:Decrypt", source), ("kms:Encrypt", target)}, f"what {role} may do with keys")
