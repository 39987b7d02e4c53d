"""The tables of variables and outputs in each module's README, between two markers: written by `tables.py`, checked by verify."""

import os
import re
import sys

BEGIN, END = "<!-- BEGIN_TF_DOCS -->", "<!-- END_TF_DOCS -->"
FILES = ["README.md", "main.tf", "outputs.tf", "variables.tf", "versions.tf"]


def modules(terraform):
    yield terraform
    for parent in ("modules", "examples"):
        folder = os.path.join(terraform, parent)
        yield from (os.path.join(folder, name) for name in sorted(os.listdir(folder)) if os.path.isdir(os.path.join(folder, name)))


def blocks(path, kind):
    """(name, body) of each block of that kind. `terraform fmt` puts their closing braces into the first column."""
    with open(path) as file:
        return re.findall(rf'^{kind} "([^"]+)" \{{\n(.*?)^\}}', file.read(), re.S | re.M)


def attribute(body, name):
    found = re.search(rf"^  {name}\s+= (.*?)(?=^  [a-z_]+(?:\s+=| \{{)|^\n|\Z)", body + "\n", re.S | re.M)
    return found.group(1).strip() if found else None


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def described(body):
    text = attribute(body, "description")
    return text.strip('"').replace('\\"', '"') if text else None


def attributes(body):
    """(name, type, default or None, what) of each attribute of an object variable; none for other types. A comment at an attribute's end says what it is."""
    kind = attribute(body, "type") or ""
    for line in kind.splitlines()[1:] if kind.startswith(("object(", "list(object(", "map(object(")) else []:
        found = re.match(r"^    (\w+) += (.*?)(?:\s+# (.*))?$", line)
        if not found:
            continue
        name, type, what = found.groups()
        optional = re.fullmatch(r"optional\((.+?)(?:, (.+))?\)", type)
        if type.startswith("optional(object("):
            optional, type = True, "object"
        default = None if not optional else "null" if optional is True else optional.group(2) or "null"
        yield name, type if optional in (None, True) else optional.group(1), default, what


def attribute_tables(folder):
    """A table for each object variable that is written over several lines."""
    lines = []
    for name, body in sorted(blocks(os.path.join(folder, "variables.tf"), "variable")):
        rows = list(attributes(body))
        if not rows:
            continue
        lines += ["", f"`{name}`:", "", "| attribute | what | type | default |", "|---|---|---|---|"]
        lines += [f"| `{attribute}` | {cell(what or '')} | `{type}` | {'required' if default is None else '`' + cell(default) + '`'} |" for attribute, type, default, what in rows]
    return lines


def table(folder):
    variables = ["| variable | what | type | default |", "|---|---|---|---|"]
    for name, body in sorted(blocks(os.path.join(folder, "variables.tf"), "variable")):
        default = attribute(body, "default")
        kind = cell(attribute(body, "type") or "")
        kind = kind if len(kind) <= 60 else kind.split("(")[0] + ", see below"
        shown = "required" if default is None else f"`{cell(default)}`"
        variables.append(f"| `{name}` | {cell(described(body) or '')} | {'`' + kind + '`' if 'see' not in kind else kind} | {shown} |")
    outputs = ["| output | what |", "|---|---|"]
    for name, body in sorted(blocks(os.path.join(folder, "outputs.tf"), "output")):
        outputs.append(f"| `{name}` | {cell(described(body) or '')} |")
    return "\n".join([BEGIN, *variables, *attribute_tables(folder), "", *outputs, END])


def problems(terraform):
    found = []
    for folder in modules(terraform):
        name = os.path.relpath(folder, os.path.dirname(terraform))
        missing = [file for file in FILES if not os.path.exists(os.path.join(folder, file))]
        if missing:
            found.append(f"{name} has no {', '.join(missing)}")
            continue
        for file, kind in (("variables.tf", "variable"), ("outputs.tf", "output")):
            for block, body in blocks(os.path.join(folder, file), kind):
                if not described(body) or (kind == "variable" and not attribute(body, "type")):
                    found.append(f"{name}: {kind} {block} has no description or type")
        for block, body in blocks(os.path.join(folder, "variables.tf"), "variable") if folder == terraform else []:
            found += [f"{name}: {block}.{attribute} is not described: end its line with a comment" for attribute, _, _, what in attributes(body) if not what]
        used = "".join(open(os.path.join(folder, file)).read() for file in os.listdir(folder) if file.endswith(".tf"))
        for block, _ in blocks(os.path.join(folder, "variables.tf"), "variable"):
            if not re.search(rf"var\.{block}\b", used):
                found.append(f"{name}: variable {block} is not used")
        with open(os.path.join(folder, "README.md")) as file:
            if table(folder) not in file.read():
                found.append(f"{name}/README.md does not list its variables and outputs: run terraform/tests/verification/tables.py")
    return found


def write(terraform):
    for folder in modules(terraform):
        path = os.path.join(folder, "README.md")
        with open(path) as file:
            text = file.read()
        if BEGIN not in text:
            text = text.rstrip() + f"\n\n{BEGIN}\n{END}\n"
        begin, end = text.index(BEGIN), text.index(END) + len(END)
        with open(path, "w") as file:
            file.write(text[:begin] + table(folder) + text[end:])


if __name__ == "__main__":
    write(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
