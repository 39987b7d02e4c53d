"""terraform/rotate, with a Terraform that only writes down what it was asked to apply."""

import json
import os
import subprocess
import tempfile

from workspace import TERRAFORM

PRETENDED = """#!/bin/sh
cat "$(echo "$1" | sed s/-chdir=//)/generated_secrets.auto.tfvars.json" | tr -d '\\n ' >> "$APPLIED"
echo >> "$APPLIED"
[ "$(wc -l < "$APPLIED")" != "${FAILS_AT:-0}" ]
"""


def rotated(secret, begin=None, fails_at=None, **environment):
    """(exit code, the generations of each apply, what it said), from these generations on."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("main.tf", 'variable "generated_secrets" {}\n'), ("terraform", PRETENDED)):
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        os.chmod(os.path.join(folder, "terraform"), 0o755)
        if begin is not None:
            with open(os.path.join(folder, "generated_secrets.auto.tfvars.json"), "w") as file:
                json.dump({"generated_secrets": {secret: begin, "other": [7]}}, file)
        applied = os.path.join(folder, "applied")
        settings = {"LATENT_TERRAFORM": os.path.join(folder, "terraform"), "APPLIED": applied, "FAILS_AT": str(fails_at or 0)}
        done = subprocess.run([os.path.join(TERRAFORM, "rotate"), folder, secret], env={**os.environ, **settings, **environment}, capture_output=True, text=True, timeout=60)
        lines = open(applied).read().splitlines() if os.path.exists(applied) else []
        return done.returncode, [json.loads(line)["generated_secrets"][secret] for line in lines], done.stdout + done.stderr


def expect(found, code, applied, words=""):
    assert found[0] == code and found[1] == applied and words in found[2], f"{found}, and not {code}, {applied}"


CHECKS = [
    ("a rotation accepts both, sends the new one, and only then drops the old one", lambda: expect(rotated("origin"), 0, [[1, 2], [2, 1], [2]])),
    ("the next rotation makes the next generation", lambda: expect(rotated("origin", [2]), 0, [[2, 3], [3, 2], [3]])),
    ("an apply that fails ends it, and nothing is dropped", lambda: expect(rotated("origin", fails_at=2), 1, [[1, 2], [2, 1]])),
    ("run again, it goes on where both are accepted", lambda: expect(rotated("origin", [1, 2]), 0, [[1, 2], [2, 1], [2]])),
    ("run again, it goes on where the new one is sent", lambda: expect(rotated("origin", [2, 1]), 0, [[2, 1], [2]])),
    ("signatures of the old value stay until somebody says so", lambda: expect(rotated("signing", [1]), 0, [[1, 2], [2, 1]], "LATENT_DROP_OLD_SIGNATURES=1")),
    ("and go when somebody does", lambda: expect(rotated("signing", [2, 1], LATENT_DROP_OLD_SIGNATURES="1"), 0, [[2, 1], [2]])),
    ("a secret that there is not is refused with a sentence", lambda: expect(rotated("password"), 2, [], "say origin, referer, signing or admin")),
    ("an admin token stays until those who show it have the new one", lambda: expect(rotated("admin", [1]), 0, [[1, 2], [2, 1]], "LATENT_DROP_OLD_TOKEN=1")),
    ("and goes when they have", lambda: expect(rotated("admin", [2, 1], LATENT_DROP_OLD_TOKEN="1"), 0, [[2, 1], [2]])),
    ("signatures without a generation are refused with a sentence", lambda: expect(rotated("signing"), 2, [], "no generation of signing to rotate")),
]
