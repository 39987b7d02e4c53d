"""The README's table of what each example costs at rest: added up again from the plan and the README's own prices, so that neither changes alone."""

import os
import re

from plan import Plan, listed
from workspace import TERRAFORM

HOURS = 730
PARTS = ["tasks", "load balancer", "addresses", "NAT, endpoints", "firewall"]
# For alarms beyond the free ones, the zone, logs and what lies in the registry: an estimate, between these.
REST = (1, 6)


def _readme():
    with open(os.path.join(TERRAFORM, "README.md")) as file:
        return file.read()


def prices():
    """USD by the price's name."""
    return {name: float(price) for name, price in re.findall(r"^\| `([a-z-]+)` \| ([0-9.]+) \|", _readme(), re.M)}


# A million new renditions, as the README has them: 60 KB, half a second each, in a function of 2 GB; tasks are there anyway, and autoscaling adds what is between.
GIGABYTES, GIGABYTE_SECONDS, FREE_SECONDS, ADDED_BY_SCALING = 60, 1_000_000, 400_000, (1, 2)


def of_a_million():
    """What the README says of a million new renditions that is not the sum of its prices."""
    price, text = prices(), " ".join(_readme().split())
    found = re.search(r"A million new renditions of 60 KB cost about (\d+) more.*about \*\*(\d+)\*\* in place of (\d+), or (\d+) where.* small example's (\d+) the lines cross at about four million", text)
    if not found:
        return ["the README does not say what a million new renditions cost"]
    tasks, functions, again, free, small = (int(number) for number in found.groups())
    common = 1000 * (price["put-thousand"] + 2 * price["get-thousand"]) + GIGABYTES * (price["stored-gigabyte-month"] + price["edge-gigabyte"]) + 100 * price["edge-ten-thousand"]
    invoked = common + GIGABYTE_SECONDS * price["function-gigabyte-second"] + price["function-million"]
    unpaid = FREE_SECONDS * price["function-gigabyte-second"] + price["function-million"]
    wrong = [] if common + ADDED_BY_SCALING[0] <= tasks <= common + ADDED_BY_SCALING[1] and again == tasks else [f"with tasks: {tasks} and {again}, and {common:.2f} and 1 to 2"]
    wrong += [f"{what}: {said}, and {sum_:.2f} by the prices" for what, said, sum_ in (("on Lambda", functions, invoked), ("on Lambda with what is free", free, invoked - unpaid)) if abs(said - sum_) > 0.6]
    crossing = (small - 2) / (functions - tasks)
    return wrong + ([] if 3.5 <= crossing <= 4.5 else [f"the lines cross at {crossing:.1f} million"])


def written(name):
    """The last number in each cell of an example's row, or None where it has no such row."""
    row = re.search(rf"^\| \[{name}\]\(examples/{name}\)[^|]*\|(.*)\|$", _readme(), re.M)
    if not row or "less than" in row.group(1):
        return None
    numbers = [re.findall(r"[0-9]+", cell) for cell in row.group(1).split("|")]
    return dict(zip([*PARTS, "together"], [int(found[-1]) if found else 0 for found in numbers]))


def of(plan_json):
    """USD a month of each part, of a plan that knows everything."""
    plan, price = Plan(plan_json), prices()
    sizes = {task["family"].rsplit("-", 1)[1]: (int(task["cpu"]) / 1024, int(task["memory"]) / 1024) for task in plan.values("aws_ecs_task_definition")}
    services = [(service["desired_count"], *sizes[service["name"]], service["network_configuration"][0]) for service in plan.values("aws_ecs_service")]
    balancers = plan.values("aws_lb")
    addresses = sum(len(balancer["subnets"]) for balancer in balancers if not balancer["internal"]) + len(plan.all("aws_eip"))
    addresses += sum(count for count, _, _, network in services if network["assign_public_ip"])
    endpoints = sum(len(endpoint["subnet_ids"]) for endpoint in plan.values("aws_vpc_endpoint") if endpoint["vpc_endpoint_type"] == "Interface")
    rules = [len(listed(acl["rule"])) for acl in plan.values("aws_wafv2_web_acl")]
    return {
        "tasks": HOURS * sum(count * (cores * price["fargate-core-hour"] + memory * price["fargate-gigabyte-hour"]) for count, cores, memory, _ in services),
        "load balancer": HOURS * len(balancers) * price["load-balancer-hour"],
        "addresses": HOURS * addresses * price["address-hour"],
        "NAT, endpoints": HOURS * (len(plan.all("aws_nat_gateway")) * price["nat-gateway-hour"] + endpoints * price["endpoint-hour"]),
        "firewall": len(rules) * price["firewall-month"] + sum(rules) * price["firewall-rule-month"],
    }


def problems(name, plan_json):
    table = written(name)
    if table is None:
        return []
    found = of(plan_json)
    wrong = [f"{part} of {name}: {table[part]} in the table, {found[part]:.2f} by its prices" for part in PARTS if abs(table[part] - found[part]) > 0.6]
    rest = table["together"] - sum(found.values())
    return wrong + ([] if REST[0] <= rest <= REST[1] else [f"{name} together: {table['together']} in the table, {sum(found.values()):.2f} by its prices, and a few for the rest"])
