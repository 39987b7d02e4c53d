"""Mutations of literals and references, drawn by a seed from everything that the modules write.

Left out are texts for people (descriptions, comments, error messages), what only declares (variables, outputs, versions, moved blocks), and bounds of validations, which
the mocked tests are for.
"""

import collections
import dataclasses
import hashlib
import os
import re

from workspace import TERRAFORM

TEXTS = re.compile(r"^\s*(description|comment|error_message|label|sid|name_prefix|message_body|alarm_description|title)\s*=")
LITERAL = re.compile(r'(?<![\w."$/-])(\d+(?:\.\d+)?|true|false)(?![\w."-])|"([^"$%\\\n]+)"')
REFERENCE = re.compile(r"(?<![\w.\"-])((?:var|local|each|module|data|aws_\w+)\.[a-z_]\w*(?:\[[^\]]*\])?(?:\.[a-z_]\w*(?:\[[^\]]*\])?)*)")
ALL = re.compile("main.tf|edge.tf|lambda.tf|roles.tf|load-balancer.tf|website.tf")


@dataclasses.dataclass(frozen=True)
class Mutation:
    file: str
    line: int
    begin: int
    end: int
    written: str
    planted: str
    text: str

    def planted_in(self, text):
        lines = text.splitlines(keepends=True)
        line = lines[self.line]
        assert line[self.begin : self.end] == self.written, f"{self} does not fit"
        lines[self.line] = line[: self.begin] + self.planted + line[self.end :]
        return "".join(lines)

    def __str__(self):
        return f"{self.file}:{self.line + 1} {self.written} -> {self.planted}"


def files():
    """The modules that examples apply, and the root."""
    for folder in ["", *(f"modules/{name}" for name in sorted(os.listdir(os.path.join(TERRAFORM, "modules"))))]:
        if any(name in folder for name in ("repository", "account-")):
            continue
        for name in sorted(os.listdir(os.path.join(TERRAFORM, folder))):
            if ALL.fullmatch(name):
                yield os.path.join(folder, name)


# In which a mutation is looked for, one after another.
EXAMPLES = ["redirect", "failover", "lambda", "small", "brought", "every-setting", "every-setting-functions", "direct", "multi-region"]


def module_of(file):
    """The name of a file's module; that of the root is empty."""
    return os.path.basename(os.path.dirname(file))


def other_literal(word, number):
    if word in ("true", "false"):
        return "false" if word == "true" else "true"
    return str(int(float(word) * 3 + 1)) if number else f'"{word}x"'


def declared(folder):
    """The types of a module's variables."""
    with open(os.path.join(folder, "variables.tf")) as source:
        return dict(re.findall(r'^variable "(\w+)" \{.*?^  type\s*= (\w+(?:\(\w+\))?)$', source.read(), re.S | re.M))


def kind(reference, types):
    """References of one kind may stand for each other: variables of one type, and attributes of one name."""
    head, _, end = reference.rpartition(".")
    return types.get(end, reference) if head == "var" else (head.split(".")[0] in ("local", "each"), end)


def candidates():
    for file in files():
        with open(os.path.join(TERRAFORM, file)) as source:
            lines = source.read().splitlines()
        types = declared(os.path.dirname(os.path.join(TERRAFORM, file)))
        references = [found.group(1) for line in lines if not line.lstrip().startswith("#") for found in REFERENCE.finditer(line)]
        skipped = None
        for number, line in enumerate(lines):
            if re.match(r"(moved|check|variable|output|terraform) |(moved|check) \{|moved \{", line) or re.match(r"\s*(validation|precondition) \{", line):
                skipped = len(line) - len(line.lstrip())
            if skipped is not None:
                if re.match(r"\s*\}$", line) and len(line) - len(line.lstrip()) == skipped:
                    skipped = None
                continue
            if line.lstrip().startswith("#") or TEXTS.match(line) or re.match(r'(resource|data|module|provider|locals)\b|\s*(dynamic|source|providers|depends_on)\b', line):
                continue
            for found in LITERAL.finditer(line):
                word = found.group(1) or found.group(2)
                yield Mutation(file, number, found.start(), found.end(), found.group(0), other_literal(word, bool(found.group(1))), line)
            for found in REFERENCE.finditer(line):
                others = [other for other in sorted(set(references)) if other != found.group(1) and kind(other, types) == kind(found.group(1), types)]
                for other in others:
                    yield Mutation(file, number, found.start(), found.end(), found.group(0), other, line)


def chosen(number, seed):
    """That many places, one mutation of each. What is drawn depends on the text of a place and not on where it is: an edit elsewhere leaves the others drawn."""
    places, seen = {}, collections.Counter()
    for mutation in candidates():
        places.setdefault((mutation.file, mutation.line, mutation.begin), []).append(mutation)

    def lot(place):
        return hashlib.sha256(repr((seed, *place)).encode()).hexdigest()

    drawn = []
    for mutations in places.values():
        first = mutations[0]
        text = (first.file, first.text.strip(), first.begin)
        seen[text] += 1
        drawn.append((lot((*text, seen[text])), min(mutations, key=lambda mutation: lot((*text, seen[text], mutation.planted)))))
    return [mutation for _, mutation in sorted(drawn, key=lambda one: one[0])[:number]]
