"""terraform test: the tests with a mocked provider, of which each refuses an input, or shows what follows from one."""

import json

LONGEST_SECONDS = 2700


def run(workspace, junit=None):
    """(name, its problem or None) of each test, as it ends; an error outside of any test is one that is named terraform test."""
    workspace.run(workspace.terraform_folder, "init", "-no-color", "-test-directory=tests")
    reported = [f"-junit-xml={junit}"] if junit else []
    done = workspace.run(workspace.terraform_folder, "test", "-json", *reported, good=(0, 1), timeout=LONGEST_SECONDS)
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
    assert (done.returncode == 0) == (not failed), f"terraform test ended with {done.returncode}"
