"""S3: where moto 5.2.1 loses or refuses what the AWS provider sends. Each function says what it repairs."""

import json

from moto.core.responses import ActionResult


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
