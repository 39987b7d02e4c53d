"""The life of one example: planned, applied, read back, changed, destroyed. What does not wait for the other is done side by side."""

import contextlib
import json
import threading
import time
import traceback

import costs
import emulated
import examples
import policy
import privilege
import readback
import readback_functions
import readback_tasks
import readback_website
from report import nothing
from snapshot import EXAMPLES
from workspace import Example, Workspace


def example(report, machine, name, snapshots, hold):
    """A step that fails ends it, but what was applied is destroyed all the same."""
    suite, begin = f"example {name}", time.monotonic()
    emulator = emulated.Emulator()
    try:
        _live(report, machine, name, snapshots, hold, emulator, suite)
        report.note(f"{name} done after {time.monotonic() - begin:.0f} s")
    except Exception as problem:
        traceback.print_exc()
        report.check(suite, "runs", str(problem))
    finally:
        emulator.stop()


def _live(report, machine, name, snapshots, hold, emulator, suite):
    run = Example(Workspace(machine), name, emulator, examples.VARIABLES.get(name))
    emulator.await_start()
    emulated.prepare(emulator, name)
    regions, before = examples.REGIONS[name], {}
    with meanwhile(lambda: before.update(emulated.inventory(emulator, regions))):
        if not report.checked(suite, "plan", run.plan):
            return
    with meanwhile(lambda: report.checked(suite, "the plan is read", lambda: _rules(report, suite, run.planned()))):
        applied = report.checked(suite, "apply", run.apply)
    if applied:
        report.note(f"{name} is applied")
        outputs = run.outputs()
        with meanwhile(lambda: _second_plan(report, suite, run, snapshots)):
            for check, function in examples.checks(name, emulator, outputs, machine.node):
                report.checked(suite, check, function)
        _privileges(report, suite, examples.roles(name, emulator, outputs))
        if hold:
            hold.state(name, run, emulator)
        for check, variables, others in PREVIEWS.get(name, []):
            report.checked(suite, check, lambda: _preview(run, variables, others))
        for state, check, change in CHANGES.get(name, []):
            if report.checked(suite, check, lambda: change(run, emulator)) and hold and state:
                hold.state(state, run, emulator)
    if report.checked(suite, "destroy", lambda: (emulated.disable_distributions(emulator), run.destroy())):
        report.checked(suite, "destroy leaves nothing", lambda: nothing(emulated.left(before, emulated.inventory(emulator, regions))))


@contextlib.contextmanager
def meanwhile(work):
    """Does this work at the same time as the block, and waits for it."""
    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def _second_plan(report, suite, run, snapshots):
    """Empty, and with everything known that the first could not know: what is attached to what."""
    if report.checked(suite, "the second plan is empty", lambda: nothing(run.differences())):
        plan = run.planned("second")
        if run.name in EXAMPLES:
            snapshots.check(report, suite, run.name, plan)
            snapshots.check_draws(report, suite, plan)
        report.checked(suite, "the README's table of costs is the sum of what is planned", lambda: nothing(costs.problems(run.name, plan)))
        broken = [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems]
        report.check(suite, "the rules hold of what was applied, too", " / ".join(broken) or None)


def _rules(report, suite, plan):
    for rule, problems in policy.problems(plan):
        report.check(suite, rule, "; ".join(problems) or None)


def _privileges(report, suite, roles):
    for role, allowed, at in roles:
        for what, is_allowed in privilege.attempts(at, role).items():
            expected = what in allowed
            word = "may" if expected else "may not"
            report.check(suite, f"{role.rsplit('/', 1)[1]} {word} {what}", None if is_allowed == expected else "it may" if is_allowed else "it may not")


def _preview(run, variables, replaced):
    """What a change would do, planned and not applied: nothing that serves goes, but what is replaced after its successor is there."""
    plan = run.preview(**variables)
    actions = {change["address"]: change["change"]["actions"] for change in plan["resource_changes"]}
    gone = sorted(address for address, action in actions.items() if action == ["delete"] and not address.rsplit(".", 1)[0].endswith(NOT_SERVING))
    nothing(gone)
    first_destroyed = sorted(address for address, action in actions.items() if action == ["delete", "create"] and not address.rsplit(".", 1)[0].endswith(NOT_SERVING))
    nothing([f"{address} would be destroyed before its successor is there" for address in first_destroyed])
    readback.equal(sorted({address.split(".")[-2] for address, action in actions.items() if action == ["create", "delete"]}), replaced, "what is replaced")


# Rules about who may reach whom, and alarms, may be away for a second.
NOT_SERVING = ("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule", "aws_cloudwatch_metric_alarm")

# What would change where a variable does: the check, the variables, and the kinds that are replaced by others.
PREVIEWS = {
    "redirect": [
        ("a change to the failover topology destroys nothing that serves", {"topology": "failover", "changing_topology": "true"}, []),
        ("a change of exposure makes another load balancer before the former one goes", {"exposure": "vpc-origin"}, ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_lb_target_group"]),
    ],
}


def _to_307(run, emulator):
    readback.equal(_kinds(run.change(redirect_code="307")), ["aws_s3_bucket_website_configuration"], "what changes")
    readback_website.website_rules(examples.applied(emulator, run.outputs()), code=307)


def _unsigned(run, emulator):
    kinds = sorted(set(_kinds(run.change(signing_secrets="[]"))))
    readback.equal(kinds, ["aws_cloudfront_function", "aws_ecs_service", "aws_ecs_task_definition", "aws_iam_role_policy", "aws_ssm_parameter"], "what changes")


def _to_direct(run, emulator):
    readback.equal(sorted(set(_kinds(run.change(topology="direct")))), ["aws_cloudfront_distribution", "aws_cloudfront_origin_access_control", "aws_s3_bucket_policy"], "what changes")
    at = examples.applied(emulator, run.outputs())
    readback_functions.functions(at)
    readback.equal(sorted(at.origins(at.images_distribution_id)), ["processor"], "whom the distribution asks")


def _administered(run, emulator):
    at = examples.applied(emulator, run.outputs())
    variables = {"generated_secrets": '{"admin": [1]}', "admin": json.dumps({"distribution_ids": [at.images_distribution_id]})}
    kinds = sorted(set(_kinds(run.change(**variables))))
    readback.equal(kinds, ["aws_ecs_service", "aws_ecs_task_definition", "aws_iam_role_policy", "aws_ssm_parameter"], "what changes")
    plan = run.preview()
    nothing([f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems])
    readback_tasks.task(at)
    readback_tasks.administered(at)


def _kinds(addresses):
    return sorted(address.rsplit(".", 2)[1] for address in addresses)


# What is changed in an applied example: the state it is in then, the check, and the change.
CHANGES = {
    "redirect": [("redirect-307", "a change to 307 changes the website's rule and nothing else", _to_307)],
    "direct": [(None, "a token for POST /-/purge changes the tasks and their rights and nothing else, and the tokens' holders may purge", _administered)],
    "lambda": [("lambda-direct", "a change to the direct topology leaves CloudFront the function alone to ask, and changes no function", _to_direct)],
    "failover": [("failover-unsigned", "signatures no longer asked for change the function, the tasks and nothing else", _unsigned)],
}
