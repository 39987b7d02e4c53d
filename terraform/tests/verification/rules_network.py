"""Rules about the network: who may reach whom, and by which way."""

import ipaddress
import re

from plan import differ, module_of, sibling


def routes(plan):
    """each subnet has its way: public ones to the internet, those of tasks out, private ones by NAT or not at all."""
    for network in plan.all("aws_vpc"):
        tables = {name: sibling(plan, network, "aws_route_table", name)[0]["id"] for name in ("public", "private")}
        gateway = sibling(plan, network, "aws_internet_gateway")[0]["id"]
        public = {values["id"] for values in sibling(plan, network, "aws_subnet", "public")}
        private = {values["id"] for values in sibling(plan, network, "aws_subnet", "private")}
        nat = sibling(plan, network, "aws_nat_gateway")
        for route in [r for r in plan.all("aws_route") if module_of(r) == module_of(network)]:
            values, way = route["values"], route["name"]
            if values["destination_cidr_block"] != "0.0.0.0/0":
                yield f"{route['address']}: to {values['destination_cidr_block']} only"
            if differ(values["route_table_id"], tables["public" if way == "public" else "private"]):
                yield f"{route['address']}: in another route table"
            if way == "public" and differ(values["gateway_id"], gateway):
                yield f"{route['address']}: not by the internet gateway"
            if way == "nat" and (differ(values["nat_gateway_id"], nat[0]["id"]) or values["gateway_id"]):
                yield f"{route['address']}: not by NAT: private subnets would be public"
        if len(sibling(plan, network, "aws_route", "nat")) != len(nat):
            yield f"{module_of(network)}: a NAT gateway is paid for, and no route leads to it"
        for name, subnets in (("public", public), ("private", private)):
            associations = sibling(plan, network, "aws_route_table_association", name)
            if len(associations) != len(sibling(plan, network, "aws_subnet", name)):
                yield f"{module_of(network)}: not every {name} subnet has a route table"
            for values in associations:
                if differ(values["route_table_id"], tables[name]) or (None not in subnets and values["subnet_id"] is not None and values["subnet_id"] not in subnets):
                    yield f"{module_of(network)}: a {name} subnet has another route table"
        for values in nat:
            if values["subnet_id"] is not None and None not in public and values["subnet_id"] not in public:
                yield f"{module_of(network)}: the NAT gateway is not in a public subnet"


def store_endpoint(plan):
    """S3 is reached through its gateway endpoint, from the subnets that the tasks are in."""
    for network in plan.all("aws_vpc"):
        endpoint = sibling(plan, network, "aws_vpc_endpoint", "s3")[0]
        if endpoint["vpc_endpoint_type"] != "Gateway" or not endpoint["service_name"].endswith(".s3"):
            yield f"{module_of(network)}: {endpoint['vpc_endpoint_type']} {endpoint['service_name']}"
        tables = {values["subnet_id"]: values["route_table_id"] for values in sibling(plan, network, "aws_route_table_association")}
        for service in plan.all("aws_ecs_service"):
            subnets = service["values"]["network_configuration"][0]["subnets"]
            for subnet in subnets or []:
                if endpoint["route_table_ids"] is not None and tables.get(subnet) and tables[subnet] not in endpoint["route_table_ids"]:
                    yield f"{service['address']}: its subnets do not reach S3 by the endpoint"


def networks(plan):
    """a network's parts are in that network, in two zones at least, with addresses that do not overlap."""
    for network in plan.all("aws_vpc"):
        for part in plan.resources:
            if module_of(part) == module_of(network) and differ(part["values"].get("vpc_id"), network["values"]["id"]):
                yield f"{part['address']}: in another network"
        block = ipaddress.ip_network(network["values"]["cidr_block"])
        subnets = [(r["address"], ipaddress.ip_network(r["values"]["cidr_block"])) for r in plan.all("aws_subnet") if module_of(r) == module_of(network)]
        for index, (address, subnet) in enumerate(subnets):
            if not subnet.subnet_of(block) or subnet.num_addresses < 16:
                yield f"{address}: {subnet} of {block}"
            if any(subnet.overlaps(other) for _, other in subnets[:index]):
                yield f"{address}: {subnet} overlaps"
        for name in ("public", "private"):
            if len({values["availability_zone"] for values in sibling(plan, network, "aws_subnet", name)}) < 2:
                yield f"{module_of(network)}: {name} subnets in one zone"
        if not network["values"]["enable_dns_support"]:
            yield f"{network['address']}: no names are resolved"


def groups_in_use(plan):
    """no security group is made that nothing is in."""
    used = {group for service in plan.values("aws_ecs_service") for group in service["network_configuration"][0]["security_groups"] or [None]}
    used |= {group for balancer in plan.values("aws_lb") for group in balancer["security_groups"] or [None]}
    used |= {group for endpoint in plan.values("aws_vpc_endpoint") if endpoint["vpc_endpoint_type"] == "Interface" for group in endpoint["security_group_ids"] or [None]}
    for group in plan.all("aws_security_group"):
        if group["values"]["id"] and None not in used and group["values"]["id"] not in used:
            yield f"{group['address']}"


def task_doors(plan):
    """the load balancer may reach the tasks on their port, nobody else may, and tasks may go out over TLS."""
    ports = {container for service in plan.values("aws_ecs_service") for balancer in service["load_balancer"] for container in [balancer["container_port"]]}
    groups = {name: [values["id"] for values in plan.values("aws_security_group", name)] for name in ("load_balancer", "task")}
    ways = {
        ("aws_vpc_security_group_ingress_rule", "task"): ("task", "load_balancer"),
        ("aws_vpc_security_group_egress_rule", "load_balancer"): ("load_balancer", "task"),
    }
    for (type, name), (own, other) in ways.items():
        for rule in plan.all(type, name):
            values = rule["values"]
            if {values["from_port"], values["to_port"]} != ports:
                yield f"{rule['address']}: ports {values['from_port']} to {values['to_port']}, and the tasks listen on {sorted(ports)}"
            if values["cidr_ipv4"] or values["cidr_ipv6"] or values["prefix_list_id"]:
                yield f"{rule['address']}: for addresses, and not for the {other}'s group"
            if values["security_group_id"] and None not in groups[own] and values["security_group_id"] not in groups[own] and groups[own]:
                yield f"{rule['address']}: of another group"
            if values["referenced_security_group_id"] and None not in groups[other] and groups[other] and values["referenced_security_group_id"] not in groups[other]:
                yield f"{rule['address']}: for another group"
    for rule in plan.all("aws_vpc_security_group_egress_rule", "task"):
        values = rule["values"]
        if (values["cidr_ipv4"], values["from_port"], values["to_port"]) != ("0.0.0.0/0", 443, 443):
            yield f"{rule['address']}: {values['cidr_ipv4']} on {values['from_port']} to {values['to_port']}: S3, the image, logs and the queue are behind 443"
        if values["security_group_id"] and None not in groups["task"] and values["security_group_id"] not in groups["task"]:
            yield f"{rule['address']}: of another group"
    for rule in plan.all("aws_vpc_security_group_ingress_rule", "endpoints"):
        networks = {network["cidr_block"] for network in plan.values("aws_vpc")}
        if rule["values"]["cidr_ipv4"] not in networks or (rule["values"]["from_port"], rule["values"]["to_port"]) != (443, 443):
            yield f"{rule['address']}: {rule['values']['cidr_ipv4']} on {rule['values']['from_port']}"
    wanted = {("aws_vpc_security_group_ingress_rule", "task"), ("aws_vpc_security_group_egress_rule", "task")}
    for type, name in wanted:
        if plan.all("aws_ecs_service") and not plan.all(type, name):
            yield f"no {type}.{name}"


def service_endpoints(plan):
    """without a way out, tasks reach what they use in this Region and nothing else is paid for."""
    regions = {values["name"].removeprefix("com.amazonaws.").rsplit(".s3", 1)[0] for values in [{"name": e["service_name"]} for e in plan.values("aws_vpc_endpoint", "s3")]}
    for endpoint in plan.all("aws_vpc_endpoint"):
        if not re.match(r"com\.amazonaws\.[a-z]{2}(-[a-z]+)+-[0-9]\.", endpoint["values"]["service_name"]) or len(regions) > len(plan.all("aws_vpc")):
            yield f"{endpoint['address']}: {endpoint['values']['service_name']}"
        private = {values["id"] for values in sibling(plan, endpoint, "aws_subnet", "private")}
        if endpoint["values"]["subnet_ids"] and endpoint["name"] == "service" and None not in private and set(endpoint["values"]["subnet_ids"]) != private:
            yield f"{endpoint['address']}: not in the subnets of the tasks"
        groups = [values["id"] for values in sibling(plan, endpoint, "aws_security_group", "endpoints")]
        if endpoint["values"]["security_group_ids"] and endpoint["name"] == "service" and None not in groups and endpoint["values"]["security_group_ids"] != groups:
            yield f"{endpoint['address']}: another security group"
    for endpoint in plan.values("aws_vpc_endpoint", "service"):
        if not endpoint["private_dns_enabled"]:
            yield f"{endpoint['service_name']}: not under its own name"
    names = {endpoint["service_name"].split(".", 3)[3] for endpoint in plan.values("aws_vpc_endpoint", "service")}
    wanted = {"ecr.api", "ecr.dkr", "logs", "ssm"} | ({"sqs"} if plan.all("aws_sqs_queue") else set())
    if names and names != wanted:
        yield f"{sorted(names)}, and the tasks use {sorted(wanted)}"


RULES = [groups_in_use, routes, store_endpoint, networks, task_doors, service_endpoints]
