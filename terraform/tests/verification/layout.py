"""Where what is written here is found: files that can be read at once, and the tests of a module in the file of its name."""

import glob
import os
import re

from workspace import TERRAFORM

MOST_LINES = 250
SOURCES = (".tf", ".hcl", ".py", ".js", ".mjs")

# A list each, which Terraform's users and tables.py look for under this name and nowhere else.
LISTS = ("variables.tf", "outputs.tf")

# Not split yet: moving a block between files would draw other mutations (random_mutations.py). They may not grow beyond these.
LONGER = {"main.tf": 400, "edge.tf": 300, "modules/monitoring/main.tf": 300, "modules/processor/main.tf": 300}

MODULE = re.compile(r'^  module \{\n    source = "\./modules/([\w-]+)"\n  \}$', re.M)


def sources(terraform=TERRAFORM):
    """(path below terraform/, its lines) of each file that somebody wrote; what Terraform keeps for itself is not looked at."""
    for folder, folders, names in os.walk(terraform):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in sorted(names):
            if name.endswith(SOURCES) and not name.startswith("."):
                path = os.path.join(folder, name)
                with open(path) as file:
                    yield os.path.relpath(path, terraform), file.read().splitlines()


def too_long(terraform=TERRAFORM):
    """Files with more lines than they may have, and exceptions that no file needs."""
    lengths = {path: len(lines) for path, lines in sources(terraform) if os.path.basename(path) not in LISTS}
    assert len(lengths) > 100, f"only {len(lengths)} files were found under {terraform}"
    for path, length in lengths.items():
        most = LONGER.get(path, MOST_LINES)
        if length > most:
            yield f"{path} has {length} lines and not at most {most}: split it by what it is about"
    for path in LONGER:
        if lengths.get(path, 0) <= MOST_LINES:
            yield f"{path} needs no exception: take it out of LONGER"


def misplaced(terraform=TERRAFORM):
    """Runs of a module's tests that are not in module-NAME.tftest.hcl, and what is in such a file and no test of that module."""
    paths = sorted(glob.glob(os.path.join(terraform, "tests", "*.tftest.hcl")))
    assert paths, f"no tests were found under {terraform}"
    for path in paths:
        file = os.path.basename(path)
        with open(path) as source:
            runs = re.findall(r'^run "(\w+)" \{\n(.*?)^\}', source.read(), re.S | re.M)
        for name, body in runs:
            tested = MODULE.search(body)
            of_file = re.fullmatch(r"module-([\w-]+)\.tftest\.hcl", file)
            if (tested and tested.group(1)) != (of_file and of_file.group(1)):
                belongs = f"module-{tested.group(1)}.tftest.hcl" if tested else "a file of whole deployments"
                yield f"{file}: {name} belongs into {belongs}"
