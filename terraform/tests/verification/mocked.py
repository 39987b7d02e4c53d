"""terraform test: the tests with a mocked provider, of which each refuses an input, or shows what follows from one."""

import glob
import json
import os

LONGEST_SECONDS = 900
# Terraform keeps the providers of a file until the last of its files ends: 119 for all of them, in 6 GB. A start of it costs two seconds.
FILES_AT_ONCE = 3


def run(workspace, junit=None):
    """(name, its problem or None) of each test, once its files end; an error outside of any test is one that is named terraform test. junit: a folder for the results as XML."""
    workspace.run(workspace.terraform_folder, "init", "-no-color", "-test-directory=tests")
    files = sorted(os.path.basename(path) for path in glob.glob(workspace.path("tests", "*.tftest.hcl")))
    for first in range(0, len(files), FILES_AT_ONCE):
        yield from _of_files(workspace, files[first : first + FILES_AT_ONCE], junit)


def _of_files(workspace, files, junit):
    reported = [f"-junit-xml={os.path.join(junit, f'TEST-terraform.{files[0]}.xml')}"] if junit else []
    only = [f"-filter={os.path.join('tests', file)}" for file in files]
    done = workspace.run(workspace.terraform_folder, "test", "-json", *only, *reported, good=(0, 1), timeout=LONGEST_SECONDS)
    problems, failed = {}, False
    for line in done.stdout.splitlines():
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("type") == "diagnostic" and event.get("@testrun"):
            problems.setdefault(event["@testrun"], event["diagnostic"]["summary"] + ": " + event["diagnostic"].get("detail", ""))
        elif event.get("type") == "diagnostic" and event["diagnostic"]["severity"] == "error":
            failed = True
            yield "terraform test", event["diagnostic"]["summary"] + ": " + event["diagnostic"].get("detail", "")
        if event.get("type") == "test_run" and event["test_run"].get("progress") in (None, "complete"):
            one = event["test_run"]
            passed = one["status"] == "pass"
            failed = failed or not passed
            yield one["run"].replace("_", " "), None if passed else problems.get(one["run"], one["status"])
    assert (done.returncode == 0) == (not failed), f"terraform test of {', '.join(files)} ended with {done.returncode}"
