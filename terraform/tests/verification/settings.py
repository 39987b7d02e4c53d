"""The processor's settings by their environment names: what Terraform, LocalStack and the image say, against the program's own list."""

import os
import re

from workspace import REPOSITORY

LIST = os.path.join(REPOSITORY, "src", "main", "java", "latent", "config", "Setting.java")

# Of scripts, not of the program.
SCRIPTS = {"LATENT_PROCESSOR_HOST", "LATENT_REDIRECT_CODE", "LATENT_KEY_PREFIX", "LATENT_PROTOCOL", "LATENT_ROUTING_RULES", "LATENT_TERRAFORM", "LATENT_DROP_OLD_SIGNATURES", "LATENT_DROP_OLD_TOKEN", "LATENT_"}


# Refused among the further settings, each with the variable that stands for it: secrets, and what follows from the rest of the configuration.
BY_VARIABLE = {
    "LATENT_HTTP_ORIGIN_SECRETS": "origin_secrets", "LATENT_KEYS_SIGNING_SECRETS": "signing_secrets", "LATENT_ADMIN_TOKENS": "admin_tokens",
    "LATENT_S3_ACCESS_KEY": "roles", "LATENT_S3_SECRET_KEY": "roles",
    "LATENT_HTTP_PORT": "processor", "LATENT_HTTP_HOST": "processor", "LATENT_ORIGINALS_BUCKET": "originals", "LATENT_RENDITIONS_BUCKET": "renditions",
    "LATENT_RENDITIONS_CACHE_CONTROL": "processor", "LATENT_S3_REGION": "originals", "LATENT_S3_ENDPOINT": "originals",
    "LATENT_WARM_SOURCE": "lambda", "LATENT_WARM_QUEUE": "workers", "LATENT_PURGE_DISTRIBUTIONS": "images_distribution", "LATENT_PURGE_BY": "cache_tags",
}
# What Terraform reads of a setting, it must understand.
READ = {"LATENT_KEYS_MAX_SIDE": "2048", "LATENT_KEYS_ALPHABET": "unicode"}


def values():
    """A value for each setting that may be given as it is."""
    return {name: READ.get(name, f"value of {name}") for name in known() - set(BY_VARIABLE)}


def refused():
    """Names that each of the two lists of refused settings holds: the root's and the module's."""
    found = []
    for path in ("variables.tf", "modules/processor/variables.tf"):
        with open(os.path.join(REPOSITORY, "terraform", path)) as file:
            lists = re.findall(r"environment\), (\[[^\]]*\])\)\) == 0", file.read())
        found.append({name for text in lists for name in re.findall(r"LATENT_\w+", text)})
    return found


def known():
    with open(LIST) as file:
        names = re.findall(r'^    [A-Z0-9_]+\(\s*"([a-z0-9.-]+)"', file.read(), re.M)
    return {"LATENT_" + re.sub(r"[.-]", "_", name).upper() for name in names}


def problems():
    for refuses in refused():
        if refuses != set(BY_VARIABLE):
            return [f"{sorted(refuses ^ set(BY_VARIABLE))}: refused, and no variable stands for it, or the other way round"]
    nobody = [name for name, variable in BY_VARIABLE.items() if name not in known() or f'variable "{variable}" ' not in open(os.path.join(REPOSITORY, "terraform", "variables.tf")).read()]
    if nobody:
        return nobody
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
