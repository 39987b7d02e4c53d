"""The README's way from a clone to the first picture: each command is one that can be run, as far as it can be told without an account."""

import os
import re
import shlex

import tables
from workspace import REPOSITORY, TERRAFORM

MOST_COMMANDS = 12


def commands():
    with open(os.path.join(TERRAFORM, "README.md")) as file:
        block = re.search(r"^## First deployment\n.*?```sh\n(.*?)```", file.read(), re.S | re.M).group(1)
    return [line for line in block.splitlines() if line.strip()]


def problems():
    found = commands()
    if len(found) > MOST_COMMANDS:
        yield f"{len(found)} commands"
    for command in found:
        # What is run inside another command counts too.
        for inner in re.findall(r"\$\(([^)]*)\)", command) + [re.sub(r"\$\([^)]*\)", "INNER", command)]:
            yield from _problems(shlex.split(inner))


def _problems(words):
    if not words or words[0] != "terraform":
        return
    folder = os.path.join(REPOSITORY, words[1].removeprefix("-chdir="))
    if not os.path.exists(os.path.join(folder, "main.tf")):
        yield f"{words[1]}: there is no such configuration"
        return
    variables = dict(tables.blocks(os.path.join(folder, "variables.tf"), "variable"))
    outputs = dict(tables.blocks(os.path.join(folder, "outputs.tf"), "output"))
    given = {words[i + 1].split("=")[0] for i, word in enumerate(words) if word == "-var"}
    if words[2] == "output" and words[-1] not in outputs:
        yield f"{words[1]} has no output {words[-1]}"
    if given - set(variables):
        yield f"{words[1]} has no variable {sorted(given - set(variables))}"
    if words[2] == "apply":
        required = {name for name, body in variables.items() if tables.attribute(body, "default") is None}
        if required - given:
            yield f"{words[1]}: {sorted(required - given)} would be asked for"
