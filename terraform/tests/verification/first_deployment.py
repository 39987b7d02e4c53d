"""The README's commands from a clone to the first picture, run as they stand there, with the real Terraform, up to the account's door.

Beyond the door are stand-ins: the emulator for AWS; for docker and curl, which would need an engine and CloudFront, what this file does when it is run as one of them.
It is run so by the commands' shell: python3 first_deployment.py aws|docker|curl ARGUMENT...
"""

import os
import re
import shlex
import shutil
import sys

PREFIX = "prefix-of-the-tests"
# Another than the examples' own: what does not follow the first command is then seen.
REGION = "us-east-2"
PHOTO = b"the bytes of a photo"


def run(report, machine):
    import subprocess

    import emulated
    import readme
    from workspace import REPOSITORY, Workspace, override

    emulator, workspace = emulated.Emulator(), Workspace(machine)
    try:
        emulator.await_start()
        doors = os.path.join(workspace.folder, "doors")
        os.makedirs(doors)
        for name in ("aws", "docker", "curl"):
            _executable(doors, name, f'exec {shlex.quote(sys.executable)} {shlex.quote(os.path.abspath(__file__))} {name} "$@"')
        # Nobody is there who could say yes to an apply.
        _executable(doors, "terraform", f'case " $* " in *" apply "*) set -- "$@" -auto-approve ;; esac\nexec {shlex.quote(machine.terraform)} "$@"')
        for example in ("repository", "small"):
            override(workspace.path("examples", example))
        shutil.copy(os.path.join(REPOSITORY, "Dockerfile"), workspace.folder)
        with open(os.path.join(workspace.folder, "photo.jpg"), "wb") as photo:
            photo.write(PHOTO)
        commands = [command.replace("YOUR-PREFIX", PREFIX).replace("eu-west-1", REGION) for command in readme.commands()]
        environment = {
            **machine.environment, "PATH": doors + os.pathsep + os.environ["PATH"], "AWS_ENDPOINT_URL": emulator.url, "HTTP_PROXY": emulator.url, "TF_VAR_wait_for_deployment": "false",
            "no_proxy": "127.0.0.1",
        }
        done = subprocess.run(["sh", "-eux"], input="\n".join(commands), cwd=workspace.folder, env=environment, capture_output=True, text=True, timeout=900)
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        begun = [line for line in done.stderr.splitlines() if line.startswith("+ ")]
        assert done.returncode == 0, f"{begun[-1] if begun else ''}: {' / '.join(said[-8:])}"
        with open(os.path.join(workspace.folder, "photo_600_400.jpg"), "rb") as picture:
            assert picture.read() == PHOTO, "another picture"
        report.note(f"first deployment: {len(commands)} commands")
    finally:
        emulator.stop()


def _executable(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(f"#!/bin/sh\n{text}\n")
    os.chmod(path, 0o755)


def _client(service, region=REGION):
    import boto3
    from botocore.config import Config

    return boto3.client(service, region_name=region, config=Config(s3={"addressing_style": "path"}))


def aws(*words):
    """The two calls of it that there are, done at the emulator."""
    if words == ("ecr", "get-login-password"):
        assert os.environ["AWS_REGION"] == REGION, "no Region"
        print(_client("ecr").get_authorization_token()["authorizationData"][0]["authorizationToken"])
    elif words[:2] == ("s3", "cp") and len(words) == 4:
        bucket, key = re.fullmatch(r"s3://([^/]+)/(.+)", words[3]).groups()
        _client("s3").upload_file(words[2], bucket, key)
    else:
        raise SystemExit(f"aws has no {words}")


def docker(*words):
    """Takes the password, and pushes an image without content where the repository is there, if a builder for several architectures was made."""
    builder = os.path.join(os.path.dirname(shutil.which("docker")), "builder")
    if words[0] == "login":
        assert words[1:4] == ("--username", "AWS", "--password-stdin") and re.fullmatch(rf"\d{{12}}\.dkr\.ecr\.{REGION}\.amazonaws\.com", words[4]), f"{words}: a password of {REGION}"
        assert len(sys.stdin.read().strip()) > 8, "no password"
        return
    if words[:2] == ("buildx", "create"):
        assert words[2:] == ("--use",), words
        open(builder, "w").close()
        return
    assert words[:2] == ("buildx", "build") and words[-1] == "." and "--push" in words and os.path.exists("Dockerfile"), words
    assert words[words.index("--platform") + 1].split(",")[0] == "linux/arm64", "the examples' tasks are of that architecture"
    assert os.path.exists(builder) or "," not in words[words.index("--platform") + 1], "Multi-platform build is not supported for the docker driver"
    repository, tag = re.fullmatch(r"[^/]+/([^:]+):(.+)", words[words.index("--tag") + 1]).groups()
    manifest = '{"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "config": {"size": 1, "digest": "sha256:%s"}, "layers": []}' % ("0" * 64)
    _client("ecr").put_image(repositoryName=repository, imageTag=tag, imageManifest=manifest)


def curl(*words):
    """Asks a distribution that is there for a rendition whose original is there; no processor renders it."""
    fail, output, file, url = words
    host, key = re.fullmatch(r"https://([^/]+)/(.+)", url).groups()
    hosts = [distribution["DomainName"] for distribution in _client("cloudfront").list_distributions()["DistributionList"]["Items"]]
    assert (fail, output) == ("--fail", "--output") and host in hosts, f"{host} is none of {hosts}"
    original = re.sub(r"_\d+_\d+(\.\w+)$", r"\1", key)
    body = _client("s3").get_object(Bucket=f"{PREFIX}-originals", Key=original)["Body"].read()
    with open(file, "wb") as picture:
        picture.write(body)


if __name__ == "__main__":
    {"aws": aws, "docker": docker, "curl": curl}[sys.argv[1]](*sys.argv[2:])
