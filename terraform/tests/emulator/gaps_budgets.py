"""Budgets: where moto 5.2.1 loses or refuses what the AWS provider sends."""

import json

from moto.core import DEFAULT_ACCOUNT_ID


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
