"""Where moto 5.2.1 loses or refuses what the AWS provider sends, call by call. Each function says what it repairs; fill() applies them all."""

import inspect
import json

from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.responses import ActionResult


def fill():
    autoscaling_tags()
    budgets()
    queues()
    services()
    fargate_quota()
    security_group_rules()
    replication()
    access_point_policy()
    deletion_markers()
    conditions()
    event_times()
    event_sources()
    function_logging()
    plain_listeners()


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


def budgets():
    """Budgets: subscribers cannot be read back and the tag calls are missing."""
    from moto.budgets.responses import BudgetsResponse as Response

    identity = ("NotificationType", "ComparisonOperator", "Threshold")
    tags = {}
    create = Response.create_budget

    def create_with_tags(self):
        answer = create(self)
        name = self._get_param("Budget")["BudgetName"]
        tags[f"arn:aws:budgets::{DEFAULT_ACCOUNT_ID}:budget/{name}"] = self._get_param("ResourceTags") or []
        return answer

    def subscribers(self):
        wanted = self._get_param("Notification")
        budget = self.backend.budgets[self._get_param("AccountId")][self._get_param("BudgetName")]
        for notification in budget.notifications:
            if all(notification.details.get(key) == wanted.get(key) for key in identity):
                return json.dumps({"Subscribers": notification.subscribers})
        return json.dumps({"Subscribers": []})

    Response.create_budget = create_with_tags
    Response.describe_subscribers_for_notification = subscribers
    Response.list_tags_for_resource = lambda self: json.dumps({"ResourceTags": tags.get(self._get_param("ResourceARN"), [])})


def queues():
    """SQS: RedriveAllowPolicy is unknown, RedrivePolicy comes back re-spelt, SetQueueAttributes without Policy deletes the Policy."""
    from moto.sqs.models import Queue

    echoed = ("RedriveAllowPolicy", "RedrivePolicy")
    set_attributes = Queue._set_attributes
    read_attributes = Queue.attributes.fget

    def set_and_keep(self, attributes, now=None):
        if "Policy" not in attributes and getattr(self, "policy", None):
            attributes = {**attributes, "Policy": self.policy}
        for name in echoed:
            if name in attributes:
                self.__dict__["as_sent_" + name] = attributes[name]
        return set_attributes(self, attributes, now)

    def read_as_sent(self):
        attributes = read_attributes(self)
        for name in echoed:
            sent = self.__dict__.get("as_sent_" + name)
            attributes.pop(name, None)
            if sent:
                attributes[name] = sent if isinstance(sent, str) else json.dumps(sent)
        return attributes

    Queue._set_attributes = set_and_keep
    Queue.attributes = property(read_as_sent)
    Queue.redrive_allow_policy = None
    Queue.BASE_ATTRIBUTES.append("RedriveAllowPolicy")


def services():
    """ECS: CreateService drops the capacity providers, the deployment configuration and the grace period."""
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
        service.availability_zone_rebalancing = "DISABLED"
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


def replication():
    """S3: a replication rule comes back without its filter, with delete markers disabled, and without what says that encrypted objects are copied."""
    from moto.s3.exceptions import ReplicationConfigurationNotFoundError
    from moto.s3.responses import S3Response

    def get(self):
        self.data["Action"] = "GetBucketReplication"
        stored = self.backend.get_bucket_replication(self.bucket_name)
        if not stored:
            raise ReplicationConfigurationNotFoundError(bucket_name=self.bucket_name)
        rules = [
            {
                "ID": rule["ID"],
                "Status": rule["Status"],
                "Destination": rule["Destination"],
                "Priority": int(rule["Priority"]),
                "DeleteMarkerReplication": rule.get("DeleteMarkerReplication") or {"Status": "Disabled"},
                "Filter": rule.get("Filter") or {"Prefix": ""},
                **{name: rule[name] for name in ("SourceSelectionCriteria",) if rule.get(name)},
            }
            for rule in stored["Rule"]
        ]
        return self.serialized(ActionResult({"ReplicationConfiguration": {"Role": stored["Role"], "Rules": rules}}))

    S3Response.get_bucket_replication = get


def access_point_policy():
    """S3 Control: the proposed policy of a multi-region access point, which the provider compares, does not come back."""
    from moto.s3control.responses import S3ControlResponse as Response

    def get(self):
        policy = self.backend.get_multi_region_access_point_policy(account_id=self._get_param("AccountId"), name=self._get_param("Name"))
        return ActionResult({"Policy": {"Established": {"Policy": policy}, "Proposed": {"Policy": policy}}})

    Response.get_multi_region_access_point_policy = get


def deletion_markers():
    """S3: a marker among the versions of a key makes the deletion of its last version an error of the server."""
    from moto.s3.models import FakeDeleteMarker

    FakeDeleteMarker.dispose = lambda self, *_: None


def conditions():
    """S3: moto evaluates no condition of a bucket policy and refuses whatever such a statement covers. These two are evaluated."""
    from flask import has_request_context, request
    from moto.iam.access_control import IAMPolicy, PermissionResult
    from moto.s3.models import FakeBucket

    def holds(condition):
        referer = request.headers.get("Referer") if has_request_context() else None
        for operator, tests in (condition or {}).items():
            for key, values in tests.items():
                values = values if isinstance(values, list) else [values]
                if operator == "Bool" and key == "aws:SecureTransport":
                    # The emulator speaks http; what is asked of it stands for TLS.
                    if "true" not in values:
                        return False
                elif operator == "StringEquals" and key == "aws:Referer":
                    if referer not in values:
                        return False
                else:
                    return False
        return True

    def permission(self, action, resource):
        if self.policy is None:
            return PermissionResult.NEUTRAL
        policy = json.loads(self.policy)
        policy["Statement"] = [
            {name: value for name, value in statement.items() if name != "Condition"}
            for statement in policy["Statement"]
            if holds(statement.get("Condition"))
        ]
        if not policy["Statement"]:
            return PermissionResult.NEUTRAL
        return IAMPolicy(json.dumps(policy)).is_action_permitted(action, resource)

    FakeBucket.get_permission = permission


def event_times():
    """S3: the times in its messages lack their zone, and AWS's own reader of such messages refuses them then."""
    from moto.s3 import notifications

    notifications._EVENT_TIME_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def event_sources():
    """Lambda: a mapping is not found by its function's name, and takes messages off the queue for a function in Docker, which there is not."""
    from moto.awslambda.models import LambdaBackend as Backend
    from moto.sqs.models import sqs_backends

    create, listed = Backend.create_event_source_mapping, Backend.list_event_source_mappings

    def create_quietly(self, spec):
        mapping = create(self, spec)
        for queue in sqs_backends[self.account_id][self.region_name].queues.values():
            queue.lambda_event_source_mappings.clear()
        return mapping

    def listed_by_name(self, event_source_arn, function_name):
        found = listed(self, event_source_arn, None)
        return [mapping for mapping in found if not function_name or function_name in (mapping.function_name, mapping.function_arn, mapping.function_arn.rsplit(":", 1)[1])]

    Backend.create_event_source_mapping = create_quietly
    Backend.list_event_source_mappings = listed_by_name


def function_logging():
    """Lambda: where a function logs and what encrypts its environment do not come back, nor are they, or its image's command, changed."""
    from moto.awslambda.models import ImageConfig, LambdaFunction

    make, tell, change = LambdaFunction.__init__, LambdaFunction.get_configuration, LambdaFunction.update_configuration
    kept = ("LoggingConfig", "KMSKeyArn")

    def make_whole(self, account_id, spec, *args, **kwargs):
        make(self, account_id, spec, *args, **kwargs)
        self.kept = {name: spec[name] for name in kept if spec.get(name)}

    def tell_whole(self, *args, **kwargs):
        return {**tell(self, *args, **kwargs), **self.kept}

    def change_whole(self, updates):
        self.kept.update({name: updates[name] for name in kept if updates.get(name)})
        if "ImageConfig" in updates:
            self.image_config = ImageConfig(updates["ImageConfig"])
        return change(self, updates)

    LambdaFunction.__init__ = make_whole
    LambdaFunction.get_configuration = tell_whole
    LambdaFunction.update_configuration = change_whole


def plain_listeners():
    """Load balancers: a listener of plain HTTP comes back with a policy of TLS, which AWS gives it none of."""
    from moto.elbv2.models import FakeListener

    make = FakeListener.__init__

    def make_plain(self, *args, **kwargs):
        make(self, *args, **kwargs)
        if self.protocol == "HTTP":
            self.ssl_policy = None

    FakeListener.__init__ = make_plain
