"""Tasks, their load balancer and their scaling: where moto 5.2.1 loses or refuses what the AWS provider sends. Each function says what it repairs."""

import inspect
import json


def services():
    """ECS: CreateService drops the capacity providers, the deployment configuration, the grace period and the rebalancing of zones."""
    from moto.ecs.responses import EC2ContainerServiceResponse as Response

    create, update = Response.create_service, Response.update_service

    def running(service):
        """Tasks start at once, so that an apply which waits for them ends."""
        service.running_count, service.pending_count = service.desired_count, 0
        for deployment in service.deployments:
            deployment.update(runningCount=service.desired_count, pendingCount=0, rolloutState="COMPLETED")

    def update_whole(self):
        answer = update(self)
        running(answer._result["service"])
        return answer

    def create_whole(self):
        answer = create(self)
        service = answer._result["service"]
        service.deployment_configuration = self._get_param("deploymentConfiguration")
        service.availability_zone_rebalancing = self._get_param("availabilityZoneRebalancing")
        running(service)
        service.health_check_grace_period_seconds = self._get_param("healthCheckGracePeriodSeconds")
        strategy = self._get_param("capacityProviderStrategy")
        if strategy:
            service.capacity_provider_strategy = strategy
            service.launch_type = None
            service.platform_version = "1.4.0"
        return answer

    Response.create_service = create_whole
    Response.update_service = update_whole


def autoscaling_tags():
    """Application Auto Scaling: the tag calls are missing and the tags of RegisterScalableTarget are dropped."""
    from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse as Response

    tags = {}
    register = Response.register_scalable_target

    def register_with_tags(self):
        answer = register(self)
        tags.setdefault(json.loads(answer)["ScalableTargetARN"], {}).update(self._get_param("Tags") or {})
        return answer

    def tag(self):
        tags.setdefault(self._get_param("ResourceARN"), {}).update(self._get_param("Tags") or {})
        return "{}"

    def untag(self):
        for key in self._get_param("TagKeys") or []:
            tags.get(self._get_param("ResourceARN"), {}).pop(key, None)
        return "{}"

    Response.register_scalable_target = register_with_tags
    Response.tag_resource = tag
    Response.untag_resource = untag
    Response.list_tags_for_resource = lambda self: json.dumps({"Tags": tags.get(self._get_param("ResourceARN"), {})})


def fargate_quota():
    """Service Quotas: only those of networks are known."""
    from moto.servicequotas.models import ServiceQuotasBackend as Backend
    from moto.servicequotas.responses import ServiceQuotasResponse as Response

    get = Backend.get_service_quota

    def get_of_fargate(self, service_code, quota_code):
        if (service_code, quota_code) != ("fargate", "L-3032A538"):
            return get(self, service_code, quota_code)
        return {"ServiceCode": service_code, "QuotaCode": quota_code, "QuotaName": "Fargate On-Demand vCPU resource count", "Value": 100.0}

    Backend.get_service_quota = get_of_fargate
    Response.get_aws_default_service_quota = Response.get_service_quota


def security_group_rules():
    """EC2: the description of a rule is read from its addresses only, not from its group or prefix list."""
    from moto.ec2.models.security_groups import SecurityGroupRule as Rule

    create = Rule.__init__

    def create_described(self, *args, **kwargs):
        create(self, *args, **kwargs)
        given = inspect.signature(create).bind(self, *args, **kwargs).arguments
        self.prefix_list_description = (given.get("prefix_list_id") or {}).get("Description")

    def description(self):
        return self.ip_range.get("Description") or self.source_group.get("Description") or self.prefix_list_description

    Rule.__init__ = create_described
    Rule.description = property(description)


def plain_listeners():
    """Load balancers: a listener of plain HTTP comes back with a policy of TLS, which AWS gives it none of."""
    from moto.elbv2.models import FakeListener

    make = FakeListener.__init__

    def make_plain(self, *args, **kwargs):
        make(self, *args, **kwargs)
        if self.protocol == "HTTP":
            self.ssl_policy = None

    FakeListener.__init__ = make_plain
