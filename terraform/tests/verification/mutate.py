"""Plants mistakes in a copy, and shows what finds each: the known ones of mistakes.py, or with --random some that nobody chose.

Each is planned over what was applied without it, because such a plan knows every id: what is attached to the wrong thing is seen, and not only what is spelt wrongly. Where that shows nothing, it is planned
from nothing too, as verify does first.
usage: mutate [WORD]...                            the known mistakes, or those whose names hold one of the words
       mutate --random [NUMBER] [--seed NUMBER] [--again NUMBER...]    mutations of literals and references; again: only these of those that are drawn, by their numbers
"""

import argparse
import contextlib
import sys
import threading

import mocked
import plan as plan_of
import policy
import random_mutations
import snapshot
from machine import Machine, Missing
from mistakes import MISTAKES
from report import Report
from workspace import OF_TESTS, Example, Failed, Workspace

KILLED_PERCENT = 90
SNAPSHOT = "plans/"


class Stage:
    """One example, planned and then applied without a mistake, and planned again with each."""

    def __init__(self, machine, name):
        # Here and not above: it needs boto3, and Machine says so where it is missing.
        import emulated
        import examples

        self.emulator, self.written = emulated.Emulator(), ""
        self.workspace = Workspace(machine)
        self.emulator.await_start()
        emulated.prepare(self.emulator, name)
        self.example = Example(self.workspace, name, self.emulator, examples.VARIABLES.get(name))
        self.example.plan()

    def apply(self):
        # Planned from nothing, because what is somebody else's is not there: what it adds to the others needs no ids.
        if self.example.name not in OF_TESTS:
            self.example.apply()

    def finders(self, file, text):
        """What notices this text in that file: the sentence of a refused plan, or the names of broken rules. Empty where it goes through."""
        path = self.workspace.path(*file.split("/"))
        with open(path) as source:
            before = source.read()
        with open(path, "w") as source:
            source.write(text)
        try:
            plan = self.planned()
            # As verify does: what AWS answers, or the autoscaling changes, is taken for well where it is there already, and is seen only where nothing is.
            return self.broken(plan) or self.broken(self.planned("from-nothing", "-state=nothing")) or self.unlike(plan)
        except Failed as refusal:
            return [str(refusal)]
        finally:
            with open(path, "w") as source:
                source.write(before)

    def planned(self, name="plan", *options):
        self.example.run("plan", "-no-color", "-refresh=false", "-parallelism=40", f"-out={name}", *options)
        return self.example.planned(name)

    @staticmethod
    def broken(plan):
        return [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems]

    def unlike(self, plan):
        """Only where no rule knows it: a rule says why. And only of the examples that plans/ has."""
        kept = self.written and self.example.name in snapshot.EXAMPLES
        return [f"{SNAPSHOT}: {line}" for line in snapshot.between(self.written, snapshot.text(plan)) if kept]

    def modules(self):
        """Names of the modules that this example has something of."""
        return plan_of.modules(self.example.planned())

    def unharmed(self):
        """Broken rules without a mistake. What is planned then is what a mistake is compared with; that it is what plans/ says, verify shows."""
        with open(self.workspace.path("main.tf")) as source:
            broken = self.finders("main.tf", source.read())
        self.written = snapshot.text(self.example.planned())
        return broken


def stages(machine, names):
    """The examples, applied side by side, by their names."""
    made, problems = {}, []

    def make(name):
        try:
            made[name] = Stage(machine, name)
            made[name].apply()
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=make, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return made


def known(report, machine, words):
    mistakes = [mistake for mistake in MISTAKES if not words or any(word in mistake[0] for word in words)]
    stage = stages(machine, sorted({mistake[1] for mistake in mistakes}))
    for name, example in stage.items():
        report.check("mutate", f"{name} without a mistake keeps every rule", "; ".join(example.unharmed()) or None)
    for name, example, file, written, planted, words_of_check in mistakes:
        with open(stage[example].workspace.path(*file.split("/"))) as source:
            text = source.read()
        if text.count(written) != 1:
            report.check("mutate", name, f"{file} holds {written!r} {text.count(written)} times and not once")
            continue
        finders = stage[example].finders(file, text.replace(written, planted))
        right = [finder for finder in finders if words_of_check in finder]
        if right:
            report.check("mutate", f"{name}, found by: {right[0][:240]}")
        else:
            report.check("mutate", name, f"nothing that speaks of {words_of_check!r} finds it, only {finders}")
    return stage


def at_random(report, machine, number, seed, again):
    """Each mutation in every example that has its module, until it is found."""
    left = [(count, mutation) for count, mutation in enumerate(random_mutations.chosen(number, seed), 1) if not again or count in again]
    drawn, found = len(left), {True: [], False: []}
    for name in random_mutations.EXAMPLES:
        if not left:
            break
        with stage_of(machine, name) as stage:
            modules = stage.modules()
            tried = [one for one in left if random_mutations.module_of(one[1].file) in modules]
            if not tried:
                continue
            stage.apply()
            report.check("mutate", f"{name} without a mutation keeps every rule", "; ".join(stage.unharmed()) or None)
            for count, mutation in tried:
                with open(stage.workspace.path(*mutation.file.split("/"))) as source:
                    finders = stage.finders(mutation.file, mutation.planted_in(source.read()))
                print(f"{count}: {mutation}: {name}: {'found by ' + finders[0][:200] if finders else 'not found'}", flush=True)
                if finders:
                    found[finders[0].startswith(SNAPSHOT)].append((count, mutation))
                    left.remove((count, mutation))
    for count, mutation in list(left):
        failing = mocked_finders(machine, mutation)
        print(f"{count}: {mutation}: {f'found by terraform test: {failing[0][:200]}' if failing else 'SURVIVED'}", flush=True)
        if failing:
            found[False].append((count, mutation))
            left.remove((count, mutation))
    sentence = f"{drawn - len(left)} of {drawn} random mutations (seed {seed}) are found, {len(found[False])} by a rule or a test that says what is wrong, {len(found[True])} by the snapshots alone"
    report.check("mutate", sentence, None if (drawn - len(left)) * 100 >= KILLED_PERCENT * drawn else "; ".join(str(mutation) for _, mutation in left))


def mocked_finders(machine, mutation):
    """Tests with a mocked provider that fail with it: for what refuses an input that no example has."""
    workspace = Workspace(machine)
    path = workspace.path(*mutation.file.split("/"))
    with open(path) as source:
        text = mutation.planted_in(source.read())
    with open(path, "w") as source:
        source.write(text)
    return [f"{name}: {problem}" for name, problem in mocked.run(workspace) if problem and problem != "skip"]


@contextlib.contextmanager
def stage_of(machine, name):
    """One example, for as long as it is needed."""
    stage = Stage(machine, name)
    try:
        yield stage
    finally:
        stage.emulator.stop()


def main():
    arguments = argparse.ArgumentParser(prog="mutate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("words", nargs="*")
    arguments.add_argument("--random", nargs="?", type=int, const=50, metavar="NUMBER")
    arguments.add_argument("--seed", type=int, default=15, metavar="NUMBER")
    arguments.add_argument("--again", nargs="*", type=int, default=[], metavar="NUMBER", help="with --random: only these of those that are drawn")
    given = arguments.parse_args()
    try:
        machine = Machine()
    except Missing as missing:
        print(f"SKIPPED: {missing}")
        return 0
    report, stage = Report(), {}
    try:
        if given.random:
            at_random(report, machine, given.random, given.seed, given.again)
        else:
            stage = known(report, machine, given.words)
    finally:
        for example in stage.values():
            example.emulator.stop()
        machine.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
