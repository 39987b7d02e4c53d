"""Nothing is written that provider 6.x has dropped, calls deprecated or reads differently. Provider 5.100, with which this is verified, takes these without a word; of what it calls deprecated itself, `validate` warns.

ATTRIBUTES: kind and type -> attribute that nobody may ask for -> since when, and what to write.
ARGUMENTS: type -> argument or block that nobody may set -> the same.
Taken from the bindings that are generated from the provider's schema, as the README's "Providers" says, for every type that the modules use.
"""

import os
import re

ATTRIBUTES = {
    "data.aws_region": {"id": "deprecated in 6.47: write local.region", "name": "deprecated in 6.0: write local.region"},
    "data.aws_partition": {"id": "deprecated in 6.x: write partition"},
    "data.aws_route53_zone": {"vpc_id": "no longer read from AWS in 6.x"},
    "aws_s3_bucket": {"region": "the Region that is asked since 6.0, and not that of the bucket"},
}

_OWNER = {"expected_bucket_owner": "deprecated in 6.x"}
ARGUMENTS = {
    "aws_cloudfront_response_headers_policy": {"etag": "read only since 6.0"},
    "aws_ecs_task_definition": {"inference_accelerator": "dropped in 6.0"},
    **{f"aws_s3_bucket_{part}": _OWNER for part in ("cors_configuration", "lifecycle_configuration", "logging", "server_side_encryption_configuration", "versioning", "website_configuration")},
}


def problems(terraform):
    for folder, folders, files in os.walk(terraform):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in sorted(files):
            if file.endswith(".tf"):
                path = os.path.join(folder, file)
                with open(path) as text:
                    yield from (f"{os.path.relpath(path, terraform)}: {problem}" for problem in in_text(text.read()))


def in_text(text):
    """What is wrong in one file's text."""
    for of, attributes in ATTRIBUTES.items():
        for name, attribute in re.findall(rf"(?<![\w.]){re.escape(of)}\.(\w+)(?:\[[^\]]*\])?\.({'|'.join(attributes)})\b", text):
            yield f"{of}.{name}.{attribute} is {attributes[attribute]}"
    for of, arguments in ARGUMENTS.items():
        # `terraform fmt` puts a block's closing brace into the first column, and what stands directly in it behind two spaces.
        for name, body in re.findall(rf'^resource "{of}" "(\w+)" \{{\n(.*?)^\}}', text, re.S | re.M):
            for argument in re.findall(rf'^  (?:dynamic ")?({"|".join(arguments)})(?:"? \{{|\s+=)', body, re.M):
                yield f"{of}.{name}: {argument} is {arguments[argument]}"


def warnings(validated):
    """The warnings of a `terraform validate` that say something is deprecated, with the lines that tell where."""
    lines = [line.strip(" ╷│╵") for line in validated.splitlines()]
    found = [i for i, line in enumerate(lines) if line.startswith("Warning:") and "deprecated" in line.lower()]
    return [" ".join(line for line in lines[i:i + 5] if line) for i in found]
