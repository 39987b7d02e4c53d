"""Verifies terraform/: every example against an emulated AWS, side by side, and meanwhile what needs none. Prints a line per check."""

import argparse
import json
import os
import re
import subprocess
import sys
import threading

from hold import Hold
from machine import Machine, Missing
from report import Report, nothing
from workspace import TERRAFORM, Workspace

EXAMPLES = ["redirect", "failover", "direct", "lambda", "multi-region"]
# Planned over an emulated account, and not applied: what is made of them is made by the others too.
PLANNED = [
    ("small", "", {}),
    ("brought", "", {}),
    ("every-setting", "", {}),
    ("every-setting-functions", "", {}),
    ("lambda", " as redirect", {"topology": "redirect", "hosts": '{"images":"images.example.org","process":"process.example.org"}', "zone": '{"id":"Z0000000000000000000"}'}),
    ("multi-region", " without keys of ours", {"kms_key_arns": "null"}),
]
UNASKED = ["small"]
PARTS = ["static", "functions", "mocked", "planned", "first-deployment", *EXAMPLES, *UNASKED]


def main():
    arguments = argparse.ArgumentParser(prog="verify", description=__doc__)
    arguments.add_argument("--only", action="append", choices=PARTS, help="this part; may be given more than once")
    arguments.add_argument("--junit", metavar="FOLDER", help="write the results as JUnit XML, too")
    arguments.add_argument("--hold", metavar="FOLDER", help="write endpoint and outputs of each verified example there, as STATE.json, and go on when that file is removed or standard input ends")
    arguments.add_argument("--write-plans", action="store_true", help="write what is planned to plans/, where a change of it is meant, instead of comparing")
    given = arguments.parse_args()
    chosen = given.only or [part for part in PARTS if part not in UNASKED]
    try:
        machine = Machine()
    except Missing as missing:
        print(f"SKIPPED: {missing}")
        return 0
    # Here and not above: it needs boto3, and Machine says so where it is missing.
    from life import example
    from snapshot import Snapshots

    report = Report()
    hold = Hold(given.hold, report) if given.hold else None
    snapshots = Snapshots(given.write_plans)
    try:
        runs = [threading.Thread(target=example, args=(report, machine, name, snapshots, hold)) for name in [*EXAMPLES, *UNASKED] if name in chosen]
        if "first-deployment" in chosen:
            runs.append(threading.Thread(target=first_deployment, args=(report, machine)))
        for run in runs:
            run.start()
        # The examples wait more than they work, so the rest is done meanwhile.
        for name, part in (("static", static), ("functions", functions), ("mocked", mocked), ("planned", planned)):
            if name in chosen:
                report.checked(name, "runs to its end", lambda part=part: part(report, machine, given.junit, snapshots))
        for run in runs:
            run.join()
    finally:
        machine.close()
    return report.finish(given.junit)


def static(report, machine, *_):
    workspace = Workspace(machine)
    report.checked("static", "terraform fmt finds nothing to change", lambda: workspace.run(workspace.terraform_folder, "fmt", "-check", "-recursive"))
    import costs
    import deprecated
    import layout
    import readme
    import rotation
    import settings
    import tables

    report.checked("static", f"no file has more than {layout.MOST_LINES} lines, but lists of variables and outputs, and those that layout.py names", lambda: nothing(list(layout.too_long())))
    report.checked("static", "the tests of a module are in the file of its name", lambda: nothing(list(layout.misplaced())))
    report.checked("static", "every setting of the processor that is named here exists", lambda: nothing(settings.problems()))
    for problem in [None] if not (problems := tables.problems(TERRAFORM)) else problems:
        report.check("static", "every module has five files, described variables and outputs, and a README that lists them", problem)
    report.checked("static", "nothing is used that provider 6.x has dropped or calls deprecated", lambda: nothing(list(deprecated.problems(TERRAFORM))))
    report.checked("static", "the rules that are vendored are those of routing-rules/", lambda: nothing(unequal_rules()))
    report.checked("static", "the README leads from a clone to the first picture in at most 12 commands, each for a configuration that is there", lambda: nothing(list(readme.problems())))
    report.checked("static", "what the README says of a million new renditions is the sum of its prices", lambda: nothing(costs.of_a_million()))
    for sentence, check in rotation.CHECKS:
        report.checked("static", sentence, check)
    for name in [*EXAMPLES, "small", "repository", "spark"]:
        folder = workspace.path("examples", name)
        report.checked("static", f"examples/{name} is valid, and nothing of it deprecated", lambda: nothing(deprecated.warnings(validated(workspace, folder))))


def validated(workspace, folder):
    workspace.run(folder, "init", "-no-color")
    done = workspace.run(folder, "validate", "-no-color")
    return done.stdout + done.stderr


def first_deployment(report, machine):
    import first_deployment as commands

    report.checked("first-deployment", "the README's commands, as they stand there, lead from a clone to a picture, up to the account's door", lambda: commands.run(report, machine))


def unequal_rules():
    """The module carries its own copy, because it is taken without the repository; LocalStack and the local stack read the other."""
    folders = [os.path.join(TERRAFORM, "routing-rules"), os.path.join(os.path.dirname(TERRAFORM), "routing-rules")]
    texts = [{name: open(os.path.join(folder, name)).read() for name in os.listdir(folder) if name.endswith(".json")} for folder in folders]
    return [f"terraform/routing-rules/{name} is not routing-rules/{name}" for name in sorted({*texts[0], *texts[1]}) if texts[0].get(name) != texts[1].get(name)]


def planned(report, machine, *_):
    import emulated
    import examples
    import policy
    import side_by_side
    from workspace import Example

    emulator = emulated.Emulator()
    try:
        emulator.await_start()
        emulated.prepare(emulator, "planned")
        plans = {}
        for name, how, variables in PLANNED:
            run = Example(Workspace(machine), name, emulator, {**examples.VARIABLES.get(name, {}), **variables})
            run.plan()
            plans[name] = plan = run.planned()
            broken = [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems]
            report.check("planned", f"{name}{how} keeps every rule", " / ".join(broken) or None)
            if name == "brought":
                report.checked("planned", "every setting of the program that no variable stands for reaches the processor", lambda: settings_arrive(run))
                other = run.preview(name="another", bucket="our-other-renditions")
                report.checked("planned", "two deployments in one account, Region and cluster have nothing of one name", lambda: nothing(side_by_side.both_there(plan, other)))
                inside = [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(run.preview(exposure="vpc-origin")) if problems]
                report.check("planned", f"{name} inside its network keeps every rule", " / ".join(inside) or None)
        for one, other in (("small", "lambda"), ("lambda", "small")):
            report.checked("planned", f"from {one} to {other} nothing is made under a name that is still taken", lambda: nothing(side_by_side.in_the_way(plans[one], plans[other])))
    finally:
        emulator.stop()


def settings_arrive(run):
    """A setting that is new in the program needs nothing here."""
    import settings

    given = settings.values()
    plan = run.preview(environment=json.dumps(given))
    told = plan["planned_values"]["outputs"]["told"]["value"]
    nothing([name for name in sorted(given) if told.get(name) != given[name]])
    nothing([f"{name} is no variable's and does not arrive" for name in sorted(settings.known() - set(told) - set(settings.BY_VARIABLE))])


def functions(report, machine, *_):
    if machine.node is None:
        print("SKIPPED functions: no node, in which they run")
        return
    done = subprocess.run([machine.node, "--test", "--test-reporter=tap", os.path.join(TERRAFORM, "tests", "functions")], capture_output=True, text=True, timeout=300)
    for line in done.stdout.splitlines():
        found = re.match(r"^(not )?ok \d+ - (.*)$", line)
        if found:
            report.check("functions", found.group(2), "see node --test terraform/tests/functions" if found.group(1) else None)
    assert done.returncode == 0, f"node --test ended with {done.returncode}"


def mocked(report, machine, junit, _):
    import mocked as tests

    if junit:
        os.makedirs(junit, exist_ok=True)
    for name, problem in tests.run(Workspace(machine), os.path.abspath(junit) if junit else None):
        report.check("mocked", name, problem)


if __name__ == "__main__":
    sys.exit(main())
