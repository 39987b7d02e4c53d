"""What has one name in an account, and may be there twice for a while: two deployments, or tasks while they give way to functions."""

from plan import Plan
from rules_names import UNIQUE


def named(plan_json):
    """The address of what has it, by kind and name."""
    plan = Plan(plan_json)
    found = {(type, resource["values"][attribute]): resource["address"] for type, attribute in UNIQUE.items() for resource in plan.all(type) if resource["values"][attribute]}
    services = {("aws_ecs_service", f"{r['values']['cluster']}/{r['values']['name']}"): r["address"] for r in plan.all("aws_ecs_service") if r["values"]["cluster"]}
    return {**found, **services}


def both_there(one, other):
    """Two deployments side by side: what would have one name."""
    ours, theirs = named(one), named(other)
    return [f"{type} {name}" for type, name in sorted(set(ours) & set(theirs))]


def in_the_way(before, after):
    """A change of one deployment: what would be made under a name that something else still has."""
    former, new = named(before), named(after)
    return [f"{new[key]} would be {key[1]}, which is {former[key]}" for key in sorted(set(former) & set(new)) if former[key] != new[key]]
