"""SQS: where moto 5.2.1 loses or refuses what the AWS provider sends."""

import json


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
