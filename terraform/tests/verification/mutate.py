"""Plants mistakes in a copy, and shows what finds each: the known ones of mistakes.py, or with --random some that nobody chose.

Each is planned over what was applied without it, because such a plan knows every id: what is attached to the wrong thing is seen, and not only what is spelt wrongly.
usage: mutate [WORD]...                            the known mistakes, or those whose names hold one of the words
       mutate --random [NUMBER] [--seed NUMBER] [--again NUMBER...]    mutations of literals and references; again only some of those that are drawn
"""

import argparse
import sys
import threading

import policy
import random_mutations
from machine import Machine, Missing
from mistakes import MISTAKES
from report import Report
from workspace import Example, Failed, Workspace

KILLED_PERCENT = 90
APPLIED = ["redirect", "failover", "direct", "lambda"]


class Stage:
    """One example, applied without a mistake, and planned again with each."""

    def __init__(self, machine, name):
        # Here and not above: it needs boto3, and Machine says so where it is missing.
        import emulated
        import examples

        self.name, self.emulator = name, emulated.Emulator()
        self.workspace = Workspace(machine)
        self.emulator.await_start()
        emulated.prepare(self.emulator, name)
        self.example = Example(self.workspace, name, self.emulator, examples.VARIABLES.get(name))
        # The others are planned from nothing: what they add to these needs no ids.
        if name in APPLIED:
            self.example.plan()
            self.example.apply()

    def finders(self, file, text):
        """What notices this text in that file: the sentence of a refused plan, or the names of broken rules. Empty where it goes through."""
        path = self.workspace.path(*file.split("/"))
        with open(path) as source:
            before = source.read()
        with open(path, "w") as source:
            source.write(text)
        try:
            self.example.run("plan", "-no-color", "-refresh=false", "-parallelism=40", "-out=plan")
            plan = self.example.planned()
        except Failed as refusal:
            return [str(refusal)]
        finally:
            with open(path, "w") as source:
                source.write(before)
        return [f"{rule}: {'; '.join(problems)}" for rule, problems in policy.problems(plan) if problems]

    def unharmed(self):
        """Broken rules without a mistake."""
        with open(self.workspace.path("main.tf")) as source:
            return self.finders("main.tf", source.read())


def stages(machine, names):
    """The examples, applied side by side, by their names."""
    made, problems = {}, []

    def make(name):
        try:
            made[name] = Stage(machine, name)
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
    names = ["redirect", "failover", "lambda", "brought", "small"]
    stage = stages(machine, names)
    survivors = []
    drawn = [(count, mutation) for count, mutation in enumerate(random_mutations.chosen(number, seed), 1) if not again or count in again]
    for count, mutation in drawn:
        finders = []
        for name in random_mutations.examples_of(mutation.file, names):
            with open(stage[name].workspace.path(*mutation.file.split("/"))) as source:
                finders = stage[name].finders(mutation.file, mutation.planted_in(source.read()))
            if finders:
                break
        if not finders:
            survivors.append(mutation)
        print(f"{count}: {mutation}: {'killed by ' + finders[0][:160] if finders else 'SURVIVED'}", flush=True)
    killed = len(drawn) - len(survivors)
    report.check("mutate", f"{killed} of {len(drawn)} random mutations (seed {seed}) are found", None if killed * 100 >= KILLED_PERCENT * len(drawn) else "; ".join(map(str, survivors)))
    return stage


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
        stage = at_random(report, machine, given.random, given.seed, given.again) if given.random else known(report, machine, given.words)
    finally:
        for example in stage.values():
            example.emulator.stop()
        machine.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
