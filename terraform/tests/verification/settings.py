"""The processor's settings by their environment names: what Terraform, LocalStack and the image say, against the program's own list."""

import os
import re

from workspace import REPOSITORY

LIST = os.path.join(REPOSITORY, "src", "main", "java", "latent", "config", "Setting.java")

# Of scripts, not of the program.
SCRIPTS = {"LATENT_PROCESSOR_HOST", "LATENT_REDIRECT_CODE", "LATENT_KEY_PREFIX", "LATENT_PROTOCOL", "LATENT_ROUTING_RULES", "LATENT_TERRAFORM", "LATENT_DROP_OLD_SIGNATURES", "LATENT_"}


def known():
    with open(LIST) as file:
        names = re.findall(r'^    [A-Z0-9_]+\(\s*"([a-z0-9.-]+)"', file.read(), re.M)
    return {"LATENT_" + re.sub(r"[.-]", "_", name).upper() for name in names}


def problems():
    allowed = known() | SCRIPTS
    found = []
    for folder in ("terraform", "localstack", "src/main/docker"):
        for path, folders, files in os.walk(os.path.join(REPOSITORY, folder)):
            folders[:] = [name for name in folders if name not in (".terraform", "tests")]
            found += [os.path.join(path, file) for file in files]
    return [
        f"{os.path.relpath(path, REPOSITORY)}: {name} is no setting"
        for path in sorted([*found, os.path.join(REPOSITORY, "Dockerfile")])
        for name in sorted(set(re.findall(r"LATENT_[A-Z0-9_]*", open(path).read())) - allowed)
    ]
