"""The emulated AWS: a process of its own per example, and boto3 clients for it."""

import json
import os
import subprocess
import sys
import urllib.request

import boto3
from botocore.config import Config

EMULATOR = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "emulator")


class Emulator:
    def __init__(self):
        self.log = open(os.devnull, "w") if not os.environ.get("LATENT_EMULATOR_LOG") else open(os.environ["LATENT_EMULATOR_LOG"], "a")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        self.process = subprocess.Popen([sys.executable, EMULATOR], stdout=subprocess.PIPE, stderr=self.log, env=environment, text=True)
        self.url = f"http://127.0.0.1:{self.process.stdout.readline().strip()}"

    def await_start(self):
        for _ in range(120):
            try:
                urllib.request.urlopen(self.url + "/moto-api/", timeout=10).read()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
        raise RuntimeError("the emulator does not start: LATENT_EMULATOR_LOG=FILE keeps what it says")

    def client(self, service, region="us-east-1", credentials=None):
        keys = credentials or {"AccessKeyId": "testing", "SecretAccessKey": "testing", "SessionToken": None}
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=self.url,
            aws_access_key_id=keys["AccessKeyId"],
            aws_secret_access_key=keys["SecretAccessKey"],
            aws_session_token=keys["SessionToken"],
            config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
        )

    def enforce(self, on):
        """moto asks for permissions from the next request on, or no longer."""
        request = urllib.request.Request(self.url + "/moto-api/reset-auth", data=b"0" if on else b"inf", headers={"Content-Type": "text/plain"}, method="POST")
        urllib.request.urlopen(request).read()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()


ACCOUNT = "123456789012"
IMAGE = {"repositoryName": "latent", "imageTag": "1.0.0"}


def prepare(emulator, name):
    """What an account has before the first apply: the delegated zone, the pushed image, and no block of public access."""
    emulator.client("route53").create_hosted_zone(Name="example.org", CallerReference=name)
    ecr = emulator.client("ecr", "eu-west-1")
    ecr.create_repository(repositoryName=IMAGE["repositoryName"])
    ecr.put_image(**IMAGE, imageManifest=json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "config": {"size": 1, "digest": "sha256:" + "0" * 64}, "layers": []}))
    flags = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    s3_control(emulator).put_public_access_block(AccountId=ACCOUNT, PublicAccessBlockConfiguration=dict.fromkeys(flags, False))


def s3_control(emulator):
    """S3 Control puts the account into the host, which nothing resolves here: the emulator is the proxy."""
    return boto3.client(
        "s3control",
        region_name="us-west-2",
        endpoint_url="http://s3-control.us-west-2.amazonaws.com",
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=Config(proxies={"http": emulator.url}),
    )


def access_points(emulator):
    return s3_control(emulator).list_multi_region_access_points(AccountId=ACCOUNT).get("AccessPoints", [])


def disable_distributions(emulator):
    """As whoever retires a site does it. The provider would do it too, and then wait half a minute before it asks for the first time whether it is done."""
    cloudfront = emulator.client("cloudfront")
    for distribution in cloudfront.list_distributions()["DistributionList"].get("Items", []):
        found = cloudfront.get_distribution_config(Id=distribution["Id"])
        cloudfront.update_distribution(Id=distribution["Id"], IfMatch=found["ETag"], DistributionConfig={**found["DistributionConfig"], "Enabled": False})


def inventory(emulator, regions):
    """Everything of the kinds that the examples make, by kind: compared before the apply and after the destroy."""
    found = {}

    def add(kind, names):
        found.setdefault(kind, set()).update(names)

    client = emulator.client
    add("bucket", (b["Name"] for b in client("s3").list_buckets()["Buckets"]))
    add("role", (r["RoleName"] for r in client("iam").list_roles()["Roles"]))
    add("distribution", (d["Id"] for d in client("cloudfront").list_distributions()["DistributionList"].get("Items", [])))
    add("function", (f["Name"] for f in client("cloudfront").list_functions()["FunctionList"].get("Items", [])))
    add("cache policy", (p["CachePolicy"]["Id"] for p in client("cloudfront").list_cache_policies()["CachePolicyList"].get("Items", [])))
    add("origin request policy", (p["OriginRequestPolicy"]["Id"] for p in client("cloudfront").list_origin_request_policies()["OriginRequestPolicyList"].get("Items", [])))
    add("response headers policy", (p["ResponseHeadersPolicy"]["Id"] for p in client("cloudfront").list_response_headers_policies()["ResponseHeadersPolicyList"].get("Items", [])))
    add("origin access control", (c["Id"] for c in client("cloudfront").list_origin_access_controls()["OriginAccessControlList"].get("Items", [])))
    add("VPC origin", (o["Id"] for o in client("cloudfront").list_vpc_origins()["VpcOriginList"].get("Items", [])))
    add("access point", (a["Name"] for a in access_points(emulator)))
    add("firewall", (w["Name"] for w in client("wafv2").list_web_acls(Scope="CLOUDFRONT")["WebACLs"]))
    add("budget", (b["BudgetName"] for b in client("budgets").describe_budgets(AccountId=ACCOUNT)["Budgets"]))
    for zone in client("route53").list_hosted_zones()["HostedZones"]:
        add("record", (r["Name"] + " " + r["Type"] for r in client("route53").list_resource_record_sets(HostedZoneId=zone["Id"])["ResourceRecordSets"]))
    for region in sorted({*regions, "us-east-1"}):
        at = region + " "
        add("queue", client("sqs", region).list_queues().get("QueueUrls", []))
        add("certificate", (c["CertificateArn"] for c in client("acm", region).list_certificates()["CertificateSummaryList"]))
        add("network", (at + v["VpcId"] for v in client("ec2", region).describe_vpcs()["Vpcs"]))
        add("subnet", (at + s["SubnetId"] for s in client("ec2", region).describe_subnets()["Subnets"]))
        add("security group", (at + g["GroupId"] for g in client("ec2", region).describe_security_groups()["SecurityGroups"]))
        add("endpoint", (at + e["VpcEndpointId"] for e in client("ec2", region).describe_vpc_endpoints()["VpcEndpoints"] if e["State"] != "deleted"))
        add("address", (at + a["AllocationId"] for a in client("ec2", region).describe_addresses()["Addresses"]))
        add("NAT gateway", (at + n["NatGatewayId"] for n in client("ec2", region).describe_nat_gateways()["NatGateways"] if n["State"] != "deleted"))
        add("load balancer", (b["LoadBalancerArn"] for b in client("elbv2", region).describe_load_balancers()["LoadBalancers"]))
        add("target group", (g["TargetGroupArn"] for g in client("elbv2", region).describe_target_groups()["TargetGroups"]))
        add("parameter", (at + p["Name"] for p in client("ssm", region).describe_parameters()["Parameters"]))
        add("metric filter", (at + f["filterName"] for f in client("logs", region).describe_metric_filters()["metricFilters"]))
        add("log delivery", (at + d["id"] for d in client("logs", region).describe_deliveries()["deliveries"]))
        add("lambda function", (f["FunctionArn"] for f in client("lambda", region).list_functions()["Functions"]))
        add("event source", (m["UUID"] for m in client("lambda", region).list_event_source_mappings()["EventSourceMappings"]))
        add("log group", (at + g["logGroupName"] for g in client("logs", region).describe_log_groups()["logGroups"]))
        add("alarm", (at + a["AlarmName"] for a in client("cloudwatch", region).describe_alarms()["MetricAlarms"]))
        add("dashboard", (at + d["DashboardName"] for d in client("cloudwatch", region).list_dashboards()["DashboardEntries"]))
        for cluster in client("ecs", region).describe_clusters(clusters=client("ecs", region).list_clusters()["clusterArns"])["clusters"]:
            if cluster["status"] == "ACTIVE":
                add("cluster", [cluster["clusterArn"]])
        scaled = client("application-autoscaling", region).describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]
        add("scaling target", (at + t["ResourceId"] for t in scaled))
    return found


def left(before, after):
    return [f"{kind} {name}" for kind in after for name in sorted(after[kind] - before.get(kind, set()))]
