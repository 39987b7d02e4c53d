"""Every value that a plan writes, one a line: what a change of Terraform does is then seen as a change of plans/NAME.txt.

A snapshot says that something changed, and not that it is wrong: the rules say that. It is for what no rule can know, and for the eyes of whoever reviews the change.
Ids that AWS gives are written as the address of what has them, so that a thing attached to another is another line.
"""

import difflib
import functools
import glob
import itertools
import json
import os
import re

import draws
from report import nothing
from workspace import TERRAFORM

PLANS = os.path.join(TERRAFORM, "tests", "plans")
ACCOUNT = "123456789012"
# What nobody chose: hexadecimal digits, CloudFront's and Route 53's ids, an emulator's port.
GIVEN = re.compile(r"[0-9a-f]{8,}|[A-Z0-9]{12,}|127\.0\.0\.1:\d+")
# An id in a list of them.
LISTED = re.compile(r"(?P<path> .*)\[(?P<index>\d+)\] = (?P<name><.*>)")
# The examples that have one: between them they have every module but replication and access-point.
EXAMPLES = {"redirect", "failover", "lambda"}
# Told once for all by a rule, or by the tests of what writes them.
LEFT_OUT = {"tags", "wait_for_deployment", "force_destroy"}


class Snapshots:
    """Compares plans with what is written in plans/, or writes it."""

    def __init__(self, write=False):
        self.write = write

    def check(self, report, suite, name, plan):
        report.checked(suite, f"what is planned is what plans/{name}.txt says", lambda: self._check(name, plan))

    def _check(self, name, plan):
        if self.write:
            os.makedirs(PLANS, exist_ok=True)
            with open(path_of(name), "w") as file:
                file.write(text(plan))
        found = differences(name, plan)
        assert not found, f"{len(found)} lines differ: {' / '.join(found[:6])}. Where that is meant: terraform/tests/verify --write-plans"

    def check_draws(self, report, suite, plan):
        report.checked(suite, "a snapshot reads the same whatever AWS draws", lambda: nothing(list(_read_otherwise(plan))))


def path_of(name):
    return os.path.join(PLANS, name + ".txt")


def differences(name, plan):
    """The lines that this plan has or lacks."""
    with open(path_of(name)) as file:
        return between(file.read(), text(plan))


def between(one, other):
    """The lines that one snapshot has and the other lacks, and the other way round."""
    lines = difflib.unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def text(plan):
    """The whole snapshot of a plan in Terraform's JSON."""
    blocks = dict(_blocks(plan["configuration"]["root_module"], ""))
    unknown = {change["address"]: change["change"].get("after_unknown") or {} for change in plan["resource_changes"]}
    resources = sorted((r for r in _resources(plan["planned_values"]["root_module"]) if r["mode"] == "managed"), key=lambda r: r["address"])
    names = _names([*resources, *_read(plan)], blocks)
    lines, dynamic = [], _dynamic()
    for resource in resources:
        block = blocks[_unindexed(resource["address"])]
        lines.append(resource["address"])
        # A dynamic block is not among what Terraform says is written.
        made = {name for name, value in (resource.get("values") or {}).items() if name in dynamic and value}
        for attribute in sorted((set(block) | made) - LEFT_OUT):
            value = (resource.get("values") or {}).get(attribute)
            lines += [f"  {path} = {_named(inner, names)}" for path, inner in _flat(attribute, value)]
            if _any(unknown.get(resource["address"], {}).get(attribute)):
                lines.append(f"  {attribute} will be known, from {', '.join(_references(block.get(attribute)))}")
    return in_order("\n".join(lines) + "\n")


def _read_otherwise(plan):
    """Each draw after which the snapshot is another, with its first lines."""
    read = text(plan)
    for draw, other in draws.others(plan, *_drawn(plan)):
        if lines := between(read, text(other)):
            yield f"{draw}: {' / '.join(lines[:6])}"


def _read(plan):
    """What Terraform had of everything before it planned, data sources too."""
    return _resources(plan.get("prior_state", {}).get("values", {}).get("root_module", {}))


def _drawn(plan):
    """(ids, secrets) that AWS drew."""
    resources = list(_read(plan))
    secrets = {resource["values"]["value"] for resource in resources if _is_made(resource, "value")}
    named = _names(resources, dict(_blocks(plan["configuration"]["root_module"], "")))
    return {drawn for value, _ in named if value not in secrets for drawn in GIVEN.findall(value.replace(ACCOUNT, "")) if drawn.isalnum()}, secrets


def _is_made(resource, attribute):
    """Whether this is the value of a secret that is made here: it is written, and nobody chose it."""
    return resource["type"] == "aws_ssm_parameter" and "_secret" in resource["address"] and attribute == "value"


def in_order(text):
    """The same, with neighbours in a list of ids in the order of their names: Terraform has sets in the order of ids, which AWS draws."""
    lines = text.splitlines()
    for first, line in enumerate(lines):
        if start := LISTED.fullmatch(line):
            if start["index"] == "0":
                rest = itertools.takewhile(lambda one: one and one["path"] == start["path"], map(LISTED.fullmatch, lines[first:]))
                names = sorted(one["name"] for one in rest)
                lines[first : first + len(names)] = [f"{start['path']}[{index}] = {name}" for index, name in enumerate(names)]
    return "\n".join(lines) + "\n"


@functools.cache
def _dynamic():
    """Names of all blocks that the modules make dynamically."""
    found = set()
    for path in glob.glob(os.path.join(TERRAFORM, "**", "*.tf"), recursive=True):
        with open(path) as file:
            found.update(re.findall(r'dynamic "(\w+)"', file.read()))
    return found


def _resources(module):
    yield from module.get("resources", [])
    for child in module.get("child_modules", []):
        yield from _resources(child)


def _blocks(module, path):
    """(address without keys, what is written) of each resource."""
    for block in module.get("resources", []):
        yield path + block["address"], block.get("expressions", {})
    for name, call in module.get("module_calls", {}).items():
        yield from _blocks(call["module"], f"{path}module.{name}.")


def _unindexed(address):
    return re.sub(r"\[(\d+|\"[^\"]*\")\]", "", address)


def _any(unknown):
    if isinstance(unknown, dict):
        return any(map(_any, unknown.values()))
    return any(map(_any, unknown)) if isinstance(unknown, list) else bool(unknown)


def _references(expression):
    if isinstance(expression, list):
        return sorted({name for inner in expression for name in _references(inner)})
    if isinstance(expression, dict):
        return sorted({*expression.get("references", []), *(name for key, inner in expression.items() if key != "references" for name in _references(inner))})
    return []


def _flat(path, value):
    """(path, text) of each value inside, that of documents too. What is not said is not written."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            value = json.loads(value)
        except ValueError:
            pass
    if isinstance(value, dict):
        for key in sorted(value):
            yield from _flat(f"{path}.{key}", value[key])
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _flat(f"{path}[{index}]", inner)
    elif value is not None and value != "":
        yield path, _short(value) if isinstance(value, str) else json.dumps(value)


def _short(text):
    """A function's code is told by its settings, which are its first line: the rest has tests of its own."""
    return text if "\n" not in text else text.splitlines()[0]


def _names(resources, blocks):
    """What AWS gave -> who has it: of one value the secret that is made, then the name that is an id, the longest values first, since one may be part of another."""
    found, dynamic = {}, _dynamic()
    for resource in resources:
        written = blocks.get(_unindexed(resource["address"]), {})
        for attribute, value in (resource.get("values") or {}).items():
            made = _is_made(resource, attribute)
            if attribute in written and not made:
                continue
            for path, inner in _flat(attribute, value):
                if isinstance(inner, str) and (made or len(inner) >= 8 and GIVEN.search(inner.replace(ACCOUNT, ""))):
                    # Who has a value is not who is handed it: a secret looks like an id by chance, and a dynamic block is not among what is written.
                    rank = (not made, attribute in dynamic, attribute not in ("id", "arn"), resource["mode"] == "data", resource["address"], path)
                    found[inner] = min(found.get(inner, rank), rank)
    return [(value, f"<{address}.{path}>") for value, (*_, address, path) in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))]


def _named(text, names):
    for value, name in names:
        text = text.replace(value, name)
    return text
