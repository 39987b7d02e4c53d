"""What was really applied, asked of AWS's own interfaces and not of Terraform. Each function raises AssertionError with what is wrong."""

import json
import os
import subprocess
import urllib.error
import urllib.request

from workspace import REPOSITORY, SECRETS, TERRAFORM

REFERER_SECRETS = json.loads(SECRETS["TF_VAR_referer_secrets"])
IMMUTABLE = "public, max-age=12312312"


def equal(found, expected, what):
    assert found == expected, f"{what} is {found!r} and not {expected!r}"


def rule(name, **given):
    """The rule of routing-rules/, filled in here by other means than Terraform's."""
    with open(os.path.join(REPOSITORY, "routing-rules", name + ".json")) as file:
        text = file.read()
    for key, value in given.items():
        text = text.replace("${" + key + "}", str(value))
    parsed = json.loads(text)
    return {**parsed, "Condition": {key: value for key, value in parsed["Condition"].items() if value}}


def anonymous(applied, bucket, key, referer=None):
    request = urllib.request.Request(f"{applied.emulator.url}/{bucket}/{key}", headers={"Referer": referer} if referer else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


class Applied:
    """An applied example: its emulator, the module's outputs and the Region."""

    def __init__(self, emulator, latent, region, images_distribution_id=None, images_function_name=None):
        self.emulator, self.latent, self.region = emulator, latent, region
        self.images_distribution_id = images_distribution_id or latent["images_distribution_id"]
        self.images_function_name = images_function_name or latent["images_function_name"]

    @property
    def origin_secrets(self):
        """Those that were given, or the one that was made and kept: the first is sent."""
        if self.latent["topology"] in ("redirect", "region"):
            return json.loads(SECRETS["TF_VAR_origin_secrets"])
        return [self.client("ssm").get_parameter(Name="/latent/origin-secret/1", WithDecryption=True)["Parameter"]["Value"]]

    @property
    def has_workers(self):
        return self.latent.get("changes_queue_url") is not None

    def client(self, service, region=None):
        return self.emulator.client(service, region or self.region)

    def distribution(self, id):
        return self.client("cloudfront").get_distribution_config(Id=id)["DistributionConfig"]

    def origins(self, id):
        return {origin["Id"]: origin for origin in self.distribution(id)["Origins"]["Items"]}


def website_rules(applied, code=302):
    website = applied.client("s3").get_bucket_website(Bucket=applied.latent["renditions_bucket"])
    expected = rule("missing", key_prefix="", protocol="https", processor_host=applied.latent["hosts"]["process"], redirect_code=code)
    equal(website["RoutingRules"], [expected], "the website's rules")


def website_access(applied):
    s3, bucket = applied.client("s3"), applied.latent["renditions_bucket"]
    s3.put_object(Bucket=bucket, Key="probe_1_1.jpg", Body=b"-", ContentType="image/jpeg", CacheControl=IMMUTABLE)
    equal(anonymous(applied, bucket, "probe_1_1.jpg"), 403, "get without the secret Referer")
    equal(anonymous(applied, bucket, "probe_1_1.jpg", "https://example.org/"), 403, "get with a visitor's Referer")
    for secret in REFERER_SECRETS:
        equal(anonymous(applied, bucket, "probe_1_1.jpg", secret), 200, "get with the secret")
        equal(anonymous(applied, bucket, "none_1_1.jpg", secret), 404, "a miss with the secret")
    s3.delete_object(Bucket=bucket, Key="probe_1_1.jpg")
    private(applied, applied.latent["originals_bucket"], "probe.jpg", REFERER_SECRETS[0])


def private(applied, bucket, key, referer=None):
    s3 = applied.client("s3")
    s3.put_object(Bucket=bucket, Key=key, Body=b"-")
    equal(anonymous(applied, bucket, key, referer), 403, f"an anonymous get from {bucket}")
    s3.delete_object(Bucket=bucket, Key=key)


def private_renditions(applied):
    private(applied, applied.latent["renditions_bucket"], "probe_1_1.jpg")


def cache_policies(applied, *ids):
    for id in ids:
        policy = applied.distribution(id)["DefaultCacheBehavior"]["CachePolicyId"]
        ttls = applied.client("cloudfront").get_cache_policy_config(Id=policy)["CachePolicyConfig"]
        equal((ttls["MinTTL"], ttls["DefaultTTL"], ttls["MaxTTL"]), (0, 0, 31536000), "TTLs")


def website_distribution(applied):
    id = applied.images_distribution_id
    distribution, origin = applied.distribution(id), applied.origins(id)["website"]
    equal(origin["DomainName"], applied.latent["website_endpoint"], "the origin")
    equal(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "http-only", "protocol to the website")
    equal(headers(origin), {"Referer": REFERER_SECRETS[0]}, "headers to the website")
    equal(distribution["Aliases"]["Items"], [applied.latent["hosts"]["images"]], "aliases")
    equal(kept_errors(distribution), {code: 0 for code in (403, 404, 500, 502, 503, 504)}, "kept errors")


def processor_distribution(applied, id, host, vpc_origin=False):
    distribution, origin = applied.distribution(id), applied.origins(id)["processor"]
    equal(distribution["Aliases"]["Items"], [host], "aliases")
    equal(origin["DomainName"], applied.latent["hosts"]["origin"], "the origin")
    equal(headers(origin), {"X-Origin-Verify": applied.origin_secrets[0]}, "headers to the processor")
    if vpc_origin:
        assert origin["VpcOriginConfig"]["VpcOriginId"], "no VPC origin"
    else:
        equal(origin["CustomOriginConfig"]["OriginProtocolPolicy"], "https-only", "protocol to the processor")
    equal(kept_errors(distribution), {404: 10, 500: 0, 502: 0, 503: 0, 504: 0}, "kept errors")
    policy = applied.client("cloudfront").get_origin_request_policy_config(Id=distribution["DefaultCacheBehavior"]["OriginRequestPolicyId"])
    equal(policy["OriginRequestPolicyConfig"]["HeadersConfig"]["Headers"]["Items"], ["CloudFront-Viewer-Address"], "what the processor is told")


def failover(applied, primary):
    id = applied.images_distribution_id
    distribution, origins = applied.distribution(id), applied.origins(id)
    group = distribution["OriginGroups"]["Items"][0]
    equal(sorted(group["FailoverCriteria"]["StatusCodes"]["Items"]), [403, 404, 500, 502, 503, 504], "failover codes")
    equal([member["OriginId"] for member in group["Members"]["Items"]], ["renditions", "processor"], "members")
    equal(distribution["DefaultCacheBehavior"]["TargetOriginId"], group["Id"], "target")
    equal(origins["renditions"]["DomainName"], primary, "the primary origin")
    assert origins["renditions"]["OriginAccessControlId"], "CloudFront does not sign"
    equal(headers(origins["processor"]), {"X-Origin-Verify": applied.origin_secrets[0]}, "headers to the processor")


def headers(origin):
    return {header["HeaderName"]: header["HeaderValue"] for header in origin["CustomHeaders"].get("Items", [])}


def kept_errors(distribution):
    return {error["ErrorCode"]: error["ErrorCachingMinTTL"] for error in distribution["CustomErrorResponses"].get("Items", [])}


def headers_to_pages(applied, id):
    policy = applied.distribution(id)["DefaultCacheBehavior"]["ResponseHeadersPolicyId"]
    config = applied.client("cloudfront").get_response_headers_policy_config(Id=policy)["ResponseHeadersPolicyConfig"]
    equal(config["CorsConfig"]["AccessControlAllowOrigins"]["Items"], ["*"], "CORS")
    equal(config["SecurityHeadersConfig"]["ContentTypeOptions"]["Override"], True, "nosniff")


def function_answers(applied, node, id, name, cases):
    """Runs the function that is live, and checks that the distribution calls it."""
    associations = applied.distribution(id)["DefaultCacheBehavior"]["FunctionAssociations"]["Items"]
    equal([(a["EventType"], a["FunctionARN"].rsplit("/", 1)[1]) for a in associations], [("viewer-request", name)], "functions")
    code = applied.client("cloudfront").get_function(Name=name, Stage="LIVE")["FunctionCode"].read().decode()
    assert len(code) <= 10240, f"{len(code)} bytes"
    if node is None:
        return
    for (path, query, accept), expected in cases:
        request = {"method": "GET", "uri": path, "querystring": {k: {"value": v} for k, v in query.items()}, "headers": {"accept": {"value": accept}} if accept else {}}
        script = code + f"\nconst answer = handler({json.dumps({'request': request})});\nconsole.log(answer.uri || String(answer.statusCode));"
        done = subprocess.run([node, "-e", script], capture_output=True, text=True, timeout=60)
        equal(done.stdout.strip() or done.stderr, expected, f"{path} {query} {accept}")


def door(applied):
    elb = applied.client("elbv2")
    balancer = elb.describe_load_balancers(Names=[b["LoadBalancerName"] for b in elb.describe_load_balancers()["LoadBalancers"]][:1])["LoadBalancers"][0]
    listener = elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"][0]
    inside = balancer.get("Scheme") == "internal" and applied.latent["hosts"]["origin"] is None
    equal((listener["Protocol"], listener["Port"]), ("HTTP", 80) if inside else ("HTTPS", 443), "the listener")
    rules = elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]
    default = next(r for r in rules if r["IsDefault"])
    equal(default["Actions"][0]["FixedResponseConfig"]["StatusCode"], "403", "without the secret")
    forward = [r for r in rules if not r["IsDefault"]]
    equal([c["HttpHeaderConfig"]["Values"] for r in forward for c in r["Conditions"]], [applied.origin_secrets], "the values that are let in")
    groups = applied.client("ec2").describe_security_groups(GroupIds=balancer["SecurityGroups"])["SecurityGroups"]
    open_to = [p for g in groups for p in g["IpPermissions"] if p["IpRanges"] or p["Ipv6Ranges"]]
    equal(open_to, [], "addresses beside CloudFront's")


def task(applied):
    container = _container(applied)
    environment = {variable["name"]: variable["value"] for variable in container["environment"]}
    equal(environment["LATENT_ORIGINALS_BUCKET"], applied.latent["originals_bucket"], "originals")
    equal(environment["LATENT_RENDITIONS_BUCKET"], applied.latent["renditions_bucket"], "renditions")
    equal(container["memory"], int(_definition(applied)["memory"]), "the container's own bound of memory")
    equal(container["readonlyRootFilesystem"], True, "read-only root")
    equal(container["user"], "10001:10001", "who it runs as")
    equal(container["linuxParameters"]["capabilities"]["drop"], ["ALL"], "capabilities it does without")
    equal([name for name in environment if "SECRET" in name], [], "secrets among the settings")
    equal(_secret(applied, container, "LATENT_HTTP_ORIGIN_SECRETS"), ",".join(sorted(applied.origin_secrets)), "the secrets of the processor")
    told = {name: value for name, value in environment.items() if not name.startswith("LATENT_PURGE_")}
    equal(told, applied.latent["processor_environment"], "what the processor is told")


def administered(applied):
    container = _container(applied)
    environment = {variable["name"]: variable["value"] for variable in container["environment"]}
    made = applied.client("ssm").get_parameter(Name="/latent/admin-token/1", WithDecryption=True)["Parameter"]
    equal((made["Type"], _secret(applied, container, "LATENT_ADMIN_TOKENS")), ("SecureString", made["Value"]), "the token")
    assert len(made["Value"]) == 48, "a token that could be guessed"
    equal((environment["LATENT_PURGE_DISTRIBUTIONS"], environment["LATENT_PURGE_BY"]), (applied.images_distribution_id, "path"), "where it invalidates")
    role = applied.latent["task_role_arn"].rsplit("/", 1)[1]
    statements = applied.client("iam").get_role_policy(RoleName=role, PolicyName="store")["PolicyDocument"]["Statement"]
    granted = [s["Resource"] for s in statements if s["Action"] == "cloudfront:CreateInvalidation"]
    equal(granted, applied.latent["distribution_arns"], "distributions that it may tell")


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


def signing(applied, secrets):
    equal(_secret(applied, _container(applied), "LATENT_KEYS_SIGNING_SECRETS"), ",".join(secrets), "the secrets that sign keys")


def _container(applied):
    return _definition(applied)["containerDefinitions"][0]


def _definition(applied):
    ecs = applied.client("ecs")
    service = ecs.describe_services(cluster=ecs.list_clusters()["clusterArns"][0], services=["processor"])["services"][0]
    return ecs.describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]


def _secret(applied, container, variable):
    parameter = next(s for s in container["secrets"] if s["name"] == variable)["valueFrom"].split(":parameter")[1]
    return applied.client("ssm").get_parameter(Name=parameter, WithDecryption=True)["Parameter"]["Value"]


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


def alarms(applied, queue, of=("HTTPCode_Target_5XX_Count", "TargetResponseTime", "UnHealthyHostCount")):
    names = {a.get("MetricName") for a in applied.client("cloudwatch").describe_alarms()["MetricAlarms"]}
    wanted = set(of) | ({"ApproximateAgeOfOldestMessage"} if queue else set())
    assert wanted <= names, f"no alarm on {sorted(wanted - names)}"
    assert applied.client("cloudwatch").list_dashboards()["DashboardEntries"], "no dashboard"


def autoscaling(applied, bounds=(2, 10)):
    scaling = applied.client("application-autoscaling")
    targets = {t["ResourceId"].rsplit("/", 1)[1]: (t["MinCapacity"], t["MaxCapacity"]) for t in scaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]}
    equal(targets, {"processor": bounds, **({"warm": (0, 4)} if applied.has_workers else {})}, "bounds of the autoscaling")
