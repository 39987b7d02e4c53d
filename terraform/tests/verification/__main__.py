"""Verifies terraform/: every example against an emulated AWS, side by side, and meanwhile what needs none. Prints a line per check."""

import argparse
import json
import os
import re
import subprocess
import sys
import threading
import time
import traceback

from machine import Machine, Missing
from report import Report
from workspace import TERRAFORM, Example, Failed, Workspace, changes

EXAMPLES = ["redirect", "failover", "direct", "multi-region"]
PARTS = ["static", "functions", "mocked", *EXAMPLES]


def main():
    arguments = argparse.ArgumentParser(prog="verify", description=__doc__)
    arguments.add_argument("--only", action="append", choices=PARTS, help="this part; may be given more than once")
    arguments.add_argument("--junit", metavar="FOLDER", help="write the results as JUnit XML, too")
    arguments.add_argument("--hold", metavar="FOLDER", help="write endpoint and outputs of each verified example there, as STATE.json, and go on when that file is removed or standard input ends")
    given = arguments.parse_args()
    chosen = given.only or PARTS
    try:
        machine = Machine()
    except Missing as missing:
        print(f"SKIPPED: {missing}")
        return 0
    report = Report()
    hold = Hold(given.hold, report) if given.hold else None
    try:
        runs = [threading.Thread(target=example, args=(report, machine, name, hold)) for name in EXAMPLES if name in chosen]
        for run in runs:
            run.start()
        # The examples wait more than they work, so the rest is done meanwhile.
        for name, part in (("static", static), ("functions", functions), ("mocked", mocked)):
            if name in chosen:
                checked(report, name, "runs to its end", lambda part=part: part(report, machine, given.junit))
        for run in runs:
            run.join()
    finally:
        machine.close()
    return report.finish(given.junit)


class Hold:
    """Applied examples for somebody else to use. Each state is a file in the folder for as long as it is needed."""

    def __init__(self, folder, report):
        self.folder, self.report, self.ended = os.path.abspath(folder), report, threading.Event()
        os.makedirs(self.folder, exist_ok=True)
        threading.Thread(target=self._await_end, daemon=True).start()

    def _await_end(self):
        # Not sys.stdin: its lock would keep the interpreter from ending.
        while os.read(0, 4096):
            pass
        self.ended.set()

    def state(self, name, run, emulator):
        if self.ended.is_set():
            return
        path = os.path.join(self.folder, name + ".json")
        with open(path + ".part", "w") as file:
            json.dump({"endpoint": emulator.url, "outputs": run.outputs()}, file, indent=2)
        os.rename(path + ".part", path)
        self.report.note(f"{name} is held: {path}")
        while os.path.exists(path) and not self.ended.wait(0.1):
            pass


def checked(report, suite, name, check):
    """One check; what it raises is what is wrong."""
    try:
        check()
        report.check(suite, name)
        return True
    except Exception as problem:
        if not isinstance(problem, (AssertionError, Failed)):
            traceback.print_exc()
        report.check(suite, name, str(problem) or type(problem).__name__)
        return False


def static(report, machine, _):
    workspace = Workspace(machine)
    checked(report, "static", "terraform fmt finds nothing to change", lambda: workspace.run(workspace.terraform_folder, "fmt", "-check", "-recursive"))
    import settings
    import tables

    checked(report, "static", "every setting of the processor that is named here exists", lambda: _nothing(settings.problems()))
    for problem in [None] if not (problems := tables.problems(TERRAFORM)) else problems:
        report.check("static", "every module has five files, described variables and outputs, and a README that lists them", problem)
    for name in EXAMPLES:
        folder = workspace.path("examples", name)
        checked(report, "static", f"examples/{name} is valid", lambda: (workspace.run(folder, "init", "-no-color"), workspace.run(folder, "validate", "-no-color")))


def functions(report, machine, _):
    if machine.node is None:
        print("SKIPPED functions: no node, in which they run")
        return
    done = subprocess.run([machine.node, "--test", "--test-reporter=tap", os.path.join(TERRAFORM, "tests", "functions")], capture_output=True, text=True, timeout=300)
    for line in done.stdout.splitlines():
        found = re.match(r"^(not )?ok \d+ - (.*)$", line)
        if found:
            report.check("functions", found.group(2), "see node --test terraform/tests/functions" if found.group(1) else None)
    assert done.returncode == 0, f"node --test ended with {done.returncode}"


def mocked(report, machine, junit):
    workspace = Workspace(machine)
    results = os.path.abspath(junit) if junit else workspace.folder
    os.makedirs(results, exist_ok=True)
    workspace.run(workspace.terraform_folder, "init", "-no-color", "-test-directory=tests")
    done = workspace.run(workspace.terraform_folder, "test", "-json", f"-junit-xml={os.path.join(results, 'TEST-terraform.test.xml')}", good=(0, 1))
    problems = {}
    for line in done.stdout.splitlines():
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("type") == "diagnostic" and event.get("@testrun"):
            problems.setdefault(event["@testrun"], event["diagnostic"]["summary"] + ": " + event["diagnostic"].get("detail", ""))
        elif event.get("type") == "diagnostic" and event["diagnostic"]["severity"] == "error":
            report.check("mocked", "terraform test", event["diagnostic"]["summary"] + ": " + event["diagnostic"].get("detail", ""))
        if event.get("type") == "test_run" and event["test_run"].get("progress") in (None, "complete"):
            run = event["test_run"]
            report.check("mocked", run["run"].replace("_", " "), None if run["status"] == "pass" else problems.get(run["run"], run["status"]))
    assert done.returncode == 0, f"terraform test ended with {done.returncode}"


def example(report, machine, name, hold):
    """The life of one example. A step that fails ends it, but what was applied is destroyed all the same."""
    # Here and not above: these need boto3, and Machine says so where it is missing.
    import emulated
    import examples
    import policy
    import privilege

    suite, begin = f"example {name}", time.monotonic()
    emulator = None
    try:
        emulator = emulated.Emulator()
        emulator.client("route53").create_hosted_zone(Name="example.org", CallerReference=name)
        regions = examples.REGIONS[name]
        before = emulated.inventory(emulator, regions)
        run = Example(Workspace(machine), name, emulator, examples.VARIABLES.get(name))
        plan = {}
        if not checked(report, suite, "plan", lambda: plan.update(run.plan())):
            return
        for rule, problems in policy.problems(plan):
            report.check(suite, rule, "; ".join(problems) or None)
        applied = checked(report, suite, "apply", run.apply)
        report.note(f"{name} applied after {time.monotonic() - begin:.0f} s")
        if applied:
            checked(report, suite, "the second plan is empty", lambda: _empty(run.differences()))
            outputs = run.outputs()
            for check, function in examples.checks(name, emulator, outputs, machine.node):
                checked(report, suite, check, function)
            for role, allowed, at in examples.roles(name, emulator, outputs):
                tried = privilege.attempts(at, role)
                for what, is_allowed in tried.items():
                    expected = what in allowed
                    word = "may" if expected else "may not"
                    report.check(suite, f"{role.rsplit('/', 1)[1]} {word} {what}", None if is_allowed == expected else "it may" if is_allowed else "it may not")
            if hold:
                hold.state(name, run, emulator)
            for state, check, change in CHANGES.get(name, []):
                if checked(report, suite, check, lambda: change(run, emulator)) and hold:
                    hold.state(state, run, emulator)
        if checked(report, suite, "destroy", run.destroy):
            checked(report, suite, "destroy leaves nothing", lambda: _nothing(emulated.left(before, emulated.inventory(emulator, regions))))
        report.note(f"{name} done after {time.monotonic() - begin:.0f} s")
    except Exception as problem:
        traceback.print_exc()
        report.check(suite, "runs", str(problem))
    finally:
        if emulator:
            emulator.stop()


def _to_307(run, emulator):
    import examples
    import readback

    touched = changes(run.plan(redirect_code="307"))
    run.apply()
    readback.equal([address.rsplit(".", 2)[1] for address in touched], ["aws_s3_bucket_website_configuration"], "what changes")
    readback.website_rules(examples.applied(emulator, run.outputs()), code=307)


def _unsigned(run, emulator):
    import readback

    touched = changes(run.plan(signing_secrets="[]"))
    run.apply()
    kinds = sorted(address.rsplit(".", 2)[1] for address in touched)
    readback.equal(kinds, ["aws_cloudfront_function", "aws_ecs_service", "aws_ecs_task_definition", "aws_iam_role_policy", "aws_ssm_parameter"], "what changes")


# What is changed in an applied example: the state it is in then, the check, and the change.
CHANGES = {
    "redirect": [("redirect-307", "a change to 307 changes the website's rule and nothing else", _to_307)],
    "failover": [("failover-unsigned", "signatures no longer asked for change the function, the processor's task and nothing else", _unsigned)],
}


def _empty(differences):
    assert not differences, ", ".join(differences)


def _nothing(names):
    assert not names, ", ".join(names)


if __name__ == "__main__":
    sys.exit(main())
