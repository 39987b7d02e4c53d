"""Where moto 5.2.1 loses or refuses what the AWS provider sends, call by call: gaps_*.py say what each repairs; fill() applies them all."""

import gaps_budgets
import gaps_functions
import gaps_queues
import gaps_s3
import gaps_tasks


def fill():
    gaps_tasks.autoscaling_tags()
    gaps_budgets.budgets()
    gaps_queues.queues()
    gaps_tasks.services()
    gaps_tasks.fargate_quota()
    gaps_tasks.security_group_rules()
    gaps_s3.replication()
    gaps_s3.access_point_policy()
    gaps_s3.deletion_markers()
    gaps_s3.conditions()
    gaps_s3.event_times()
    gaps_functions.event_sources()
    gaps_functions.function_logging()
    gaps_tasks.plain_listeners()
