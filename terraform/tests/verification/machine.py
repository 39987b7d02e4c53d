"""What this machine has: Terraform, the AWS provider, moto. Nothing is downloaded that Terraform would not download itself."""

import glob
import importlib.util
import os
import shutil
import subprocess
import tempfile

PROVIDER = "registry.terraform.io/hashicorp/aws"

# Where Terraform itself looks, and where software that is no package is put.
USUAL_MIRRORS = [
    "~/.terraform.d/plugins",
    "~/.local/share/terraform/plugins",
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
    "/opt/*",
]


class Missing(Exception):
    """Something without which nothing can be verified here."""


class Machine:
    def __init__(self):
        for module, why in (("moto", "the emulated AWS"), ("boto3", "which reads back what was applied"), ("flask", "moto's server")):
            if importlib.util.find_spec(module) is None:
                raise Missing(f"no python module {module}, {why}: pip install 'moto[server]==5.2.1' boto3")
        self.terraform = os.environ.get("LATENT_TERRAFORM") or shutil.which("terraform")
        if not self.terraform:
            raise Missing("no terraform on the PATH, and LATENT_TERRAFORM names none")
        self.node = shutil.which("node")
        self.folder = tempfile.mkdtemp(prefix="latent-terraform-")
        self.environment = self._environment()
        self._check_provider()

    def _environment(self):
        """Of every terraform command: no AWS account within reach, whatever the caller's environment holds."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "TF_")) or name == "TF_PLUGIN_CACHE_DIR"}
        environment.update(
            AWS_ACCESS_KEY_ID="testing",
            AWS_SECRET_ACCESS_KEY="testing",
            AWS_EC2_METADATA_DISABLED="true",
            CHECKPOINT_DISABLE="1",
            TF_IN_AUTOMATION="1",
            TF_INPUT="0",
        )
        configuration = os.environ.get("TF_CLI_CONFIG_FILE", "")
        mirror = os.environ.get("LATENT_TERRAFORM_MIRROR") or (None if os.path.exists(configuration) else self._usual_mirror())
        if mirror:
            configuration = os.path.join(self.folder, "mirror.tfrc")
            with open(configuration, "w") as file:
                file.write(
                    f'disable_checkpoint = true\nprovider_installation {{\n  filesystem_mirror {{\n    path    = "{mirror}"\n    include = ["{PROVIDER}"]\n  }}\n'
                    f'  direct {{\n    exclude = ["{PROVIDER}"]\n  }}\n}}\n'
                )
        # A variable that names no file would warn on every command.
        if os.path.exists(configuration):
            environment["TF_CLI_CONFIG_FILE"] = configuration
        return environment

    @staticmethod
    def _usual_mirror():
        for usual in USUAL_MIRRORS:
            for folder in sorted(glob.glob(os.path.expanduser(usual))):
                if os.path.isdir(os.path.join(folder, PROVIDER)):
                    return folder
        return None

    def _check_provider(self):
        """Asks Terraform: whatever its configuration says, it is right if this works."""
        folder = os.path.join(self.folder, "provider")
        os.makedirs(folder)
        with open(os.path.join(folder, "main.tf"), "w") as file:
            file.write('terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ">= 5.100, < 7.0"\n    }\n  }\n}\n')
        init = subprocess.run([self.terraform, "init", "-no-color"], cwd=folder, env=self.environment, capture_output=True, text=True, timeout=300)
        if init.returncode != 0:
            raise Missing("no AWS provider: LATENT_TERRAFORM_MIRROR names no mirror of it, and Terraform finds none by itself")

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
