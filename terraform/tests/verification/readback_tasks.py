"""What was really applied: the load balancer, the tasks behind it, their secrets and their autoscaling."""

from readback import equal


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


def signing(applied, secrets):
    equal(_secret(applied, _container(applied), "LATENT_KEYS_SIGNING_SECRETS"), ",".join(secrets), "the secrets that sign keys")


def autoscaling(applied, bounds=(2, 10)):
    scaling = applied.client("application-autoscaling")
    targets = {t["ResourceId"].rsplit("/", 1)[1]: (t["MinCapacity"], t["MaxCapacity"]) for t in scaling.describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]}
    equal(targets, {"processor": bounds, **({"warm": (0, 4)} if applied.has_workers else {})}, "bounds of the autoscaling")


def _container(applied):
    return _definition(applied)["containerDefinitions"][0]


def _definition(applied):
    ecs = applied.client("ecs")
    service = ecs.describe_services(cluster=ecs.list_clusters()["clusterArns"][0], services=["processor"])["services"][0]
    return ecs.describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]


def _secret(applied, container, variable):
    parameter = next(s for s in container["secrets"] if s["name"] == variable)["valueFrom"].split(":parameter")[1]
    return applied.client("ssm").get_parameter(Name=parameter, WithDecryption=True)["Parameter"]["Value"]
