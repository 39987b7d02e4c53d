"""A plan as Terraform's own JSON tells it, in the form that rules ask."""

import json
import re


class Known(dict):
    """What the plan knows; what only the apply will tell is None."""

    def __missing__(self, _):
        return None


def _known(value):
    if isinstance(value, dict):
        return Known((name, _known(inner)) for name, inner in value.items())
    return [_known(inner) for inner in value] if isinstance(value, list) else value


class Plan:
    def __init__(self, plan):
        self.resources = [r for r in _resources(_known(plan["planned_values"]["root_module"])) if r["mode"] == "managed"]
        self.blocks = list(_configured(plan["configuration"]["root_module"], ""))
        self.calls = list(_calls(plan["configuration"]["root_module"], ""))
        # The settings of an example that tells them: every-setting/.
        self.said = plan["planned_values"].get("outputs", {}).get("said", {}).get("value") or {}

    def all(self, type, name=None):
        return [r for r in self.resources if r["type"] == type and name in (None, r["name"])]

    def values(self, type, name=None):
        return [r["values"] for r in self.all(type, name)]

    def configured(self, type):
        """(module path, block) as written, for what only the text says: the order of things."""
        return [(path, block) for path, block in self.blocks if block["type"] == type]

    @property
    def website_buckets(self):
        """Addresses of the modules that hold a website; its bucket is in one inside."""
        return {module_of(r) for r in self.all("aws_s3_bucket_website_configuration")}

    def is_website(self, module):
        return any(module == website or module.startswith(website + ".") for website in self.website_buckets)


def _resources(module):
    for resource in module.get("resources", []):
        resource["values"] = resource["values"] if resource.get("values") is not None else Known()
        yield resource
    for child in module.get("child_modules", []):
        yield from _resources(child)


def _configured(module, path):
    for block in module.get("resources", []):
        yield path, block
    for name, call in module.get("module_calls", {}).items():
        yield from _configured(call["module"], f"{path}{name}.")


def _calls(module, path):
    """(path, name, what each variable is given) of each call of a module, as written."""
    for name, call in module.get("module_calls", {}).items():
        yield path, name, {variable: given.get("references", []) for variable, given in call.get("expressions", {}).items() if isinstance(given, dict)}
        yield from _calls(call["module"], f"{path}{name}.")


def modules(plan):
    """Names of the folders of all modules that a plan in Terraform's JSON has something of; that of the root is empty."""
    resources = [*_resources(plan["planned_values"]["root_module"]), *_resources(plan.get("prior_state", {}).get("values", {}).get("root_module", {}))]
    there = {re.sub(r"\[[^\]]*\]", "", resource["address"]) for resource in resources}
    return {""} | {source.rstrip("/").rsplit("/", 1)[-1] for path, source in _called(plan["configuration"]["root_module"], "") if any(address.startswith(path) for address in there)}


def _called(module, path):
    for name, call in module.get("module_calls", {}).items():
        here = f"{path}module.{name}."
        yield here, call["source"]
        yield from _called(call["module"], here)


def module_of(resource):
    """Its module's address; the resource's own may end in a key, which may hold dots."""
    return resource["address"].rpartition(resource["type"] + ".")[0].rstrip(".")


def deployment_of(resource):
    """The address of the root module's call that it belongs to: several Regions are several deployments."""
    return re.split(r"\.module\.(?:processor|warm_workers|lambda_|changes|originals|renditions)", resource["address"])[0]


def fellows(plan, resource, type, name=None):
    """Resources of that type in the same deployment."""
    return [r for r in plan.all(type, name) if deployment_of(r) == deployment_of(resource)]


def rendition_keys(plan, resource):
    """The keys of ours that encrypt the renditions of the deployment that this belongs to."""
    encryptions = fellows(plan, resource, "aws_s3_bucket_server_side_encryption_configuration")
    found = [inner["kms_master_key_id"] for e in encryptions if ".renditions." in e["address"] for rule in e["values"]["rule"] for inner in rule["apply_server_side_encryption_by_default"]]
    return set(found) - {None, ""}


def sibling(plan, resource, type, name=None):
    """Values of the resources of that type in the same module."""
    return [r["values"] for r in plan.all(type, name) if module_of(r) == module_of(resource)]


def statements(document):
    return listed(json.loads(document)["Statement"])


def listed(value):
    return value if isinstance(value, list) else [value]


def differ(one, other):
    """Whether two values differ, as far as both are known."""
    return one is not None and other is not None and one != other
