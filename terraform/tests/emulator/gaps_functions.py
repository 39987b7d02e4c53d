"""Functions of AWS Lambda: where moto 5.2.1 loses or refuses what the AWS provider sends. Each function says what it repairs."""


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
