"""A copy of terraform/ and of nothing else: the repository stays clean, mistakes can be planted, and what is vendored is shown to be whole."""

import json
import os
import re
import shutil
import subprocess
import uuid

TERRAFORM = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REPOSITORY = os.path.dirname(TERRAFORM)

# Only a test needs these: dotted bucket names have no host of their own here, and a call that the emulator lacks must fail at once.
OVERRIDE = """
provider "aws" {
  s3_use_path_style = true
  max_retries       = 5
}
"""

SECRETS = {
    "TF_VAR_origin_secrets": json.dumps(["origin-secret-of-the-tests-1", "origin-secret-of-the-tests-2"]),
    "TF_VAR_referer_secrets": json.dumps(["referer-secret-of-the-tests-1", "referer-secret-of-the-tests-2"]),
}

# What no reader is shown, and rules are tried on.
OF_TESTS = {"brought": "brought", "every-setting": "every-setting", "every-setting-functions": "every-setting"}

# The others have theirs made and kept.
GIVEN_SECRETS = {"redirect": ["TF_VAR_origin_secrets", "TF_VAR_referer_secrets"], "multi-region": ["TF_VAR_origin_secrets"]}

PARALLEL = "-parallelism=40"


class Failed(Exception):
    """A command that should have worked; its last lines say why."""


class Workspace:
    def __init__(self, machine):
        self.machine = machine
        self.folder = os.path.join(machine.folder, uuid.uuid4().hex[:8])
        ignore = shutil.ignore_patterns(".terraform", ".terraform.lock.hcl", "*.tfstate*", "*_override.tf", "__pycache__")
        shutil.copytree(TERRAFORM, os.path.join(self.folder, "terraform"), ignore=ignore)
        self.terraform_folder = os.path.join(self.folder, "terraform")

    def path(self, *parts):
        return os.path.join(self.terraform_folder, *parts)

    def run(self, folder, *arguments, environment=None, good=(0,), timeout=900):
        """One terraform command. Its output; raises Failed where the exit code is not among the good ones."""
        command = [self.machine.terraform, *arguments]
        done = subprocess.run(command, cwd=folder, env={**self.machine.environment, **(environment or {})}, capture_output=True, text=True, timeout=timeout)
        if done.returncode not in good:
            lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip(" ╷│╵")]
            errors = [i for i, line in enumerate(lines) if line.strip(" ╷│╵").startswith("Error:")]
            raise Failed(f"terraform {arguments[0]}: " + " / ".join(line.strip(" ╷│╵") for line in lines[errors[0] if errors else -8:][:12]))
        return done


def override(folder):
    """Lets the configuration in that folder speak with an emulator."""
    with open(os.path.join(folder, "main.tf")) as main:
        aliases = re.findall(r'^  alias += "(\w+)"', main.read(), re.M)
    with open(os.path.join(folder, "emulator_override.tf"), "w") as file:
        file.write(OVERRIDE + "".join(OVERRIDE.replace("{\n", f'{{\n  alias = "{alias}"\n', 1) for alias in aliases))


def changes(plan):
    """What a plan does, one line for each resource it touches."""
    actions = [(change["address"], change["change"]["actions"]) for change in plan["resource_changes"]]
    return [f"{address} {'/'.join(action)}" for address, action in actions if action not in (["no-op"], ["read"])]


class Example:
    """One example against one emulator."""

    def __init__(self, workspace, name, emulator, variables=None):
        self.workspace, self.name, self.emulator = workspace, name, emulator
        self.folder = workspace.path("tests", OF_TESTS[name]) if name in OF_TESTS else workspace.path("examples", name)
        self.environment = {
            **{variable: SECRETS[variable] for variable in GIVEN_SECRETS.get(name, [])},
            **{f"TF_VAR_{key}": value for key, value in (variables or {}).items()},
            "AWS_ENDPOINT_URL": emulator.url,
            # S3 Control puts the account into the host. Go asks its proxy for every host but loopback, so those calls reach the emulator too.
            "HTTP_PROXY": emulator.url,
            "TF_VAR_force_destroy": "true",
            "TF_VAR_wait_for_deployment": "false",
        }
        override(self.folder)
        self.run("init", "-no-color")

    def run(self, *arguments, good=(0,)):
        return self.workspace.run(self.folder, *arguments, environment=self.environment, good=good)

    def plan(self):
        self.run("plan", "-no-color", PARALLEL, "-out=plan")

    def planned(self, plan="plan"):
        """The plan as Terraform's JSON."""
        return json.loads(self.run("show", "-json", plan).stdout)

    def apply(self):
        """Does what was planned."""
        self.run("apply", "-no-color", PARALLEL, "plan")

    def change(self, **variables):
        """Applies other values of these variables. The addresses of what that touches."""
        self.environment.update({f"TF_VAR_{name}": value for name, value in variables.items()})
        # The plan before was empty: all is as it was applied, and need not be read again.
        done = self.run("apply", "-json", "-auto-approve", "-refresh=false", PARALLEL)
        events = [json.loads(line) for line in done.stdout.splitlines()]
        planned = [event["change"] for event in events if event["type"] == "planned_change"]
        return [change["resource"]["addr"] for change in planned if change["action"] != "read"]

    def preview(self, **variables):
        """The plan, as Terraform's JSON, of what other values of these variables would do."""
        given = [f"-var={name}={value}" for name, value in variables.items()]
        self.run("plan", "-no-color", "-refresh=false", PARALLEL, "-out=preview", *given)
        return self.planned("preview")

    def differences(self):
        """What a second plan would change: nothing, if the first was whole."""
        plan = self.run("plan", "-no-color", "-detailed-exitcode", PARALLEL, "-out=second", good=(0, 2))
        if plan.returncode == 0:
            return []
        return changes(self.planned("second"))

    def outputs(self):
        return {name: output["value"] for name, output in json.loads(self.run("output", "-json").stdout).items()}

    def destroy(self):
        self.run("destroy", "-no-color", "-auto-approve", "-refresh=false", PARALLEL)
