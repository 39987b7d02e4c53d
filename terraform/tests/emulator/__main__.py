"""moto's server with what it lacks, so that Terraform can apply this module without an account. Run: python3 EMULATOR_FOLDER PORT."""

import os
import sys

# Read by moto when it is imported: certificates are valid at once instead of after a minute, AWS's own policies are there to be attached.
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "-1")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, run_simple  # noqa: E402

import cloudfront  # noqa: E402
import gaps  # noqa: E402
import haste  # noqa: E402


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def main(port):
    gaps.fill()
    haste.hasten()
    application = cloudfront.before(DomainDispatcherApplication(create_backend_app))
    run_simple("127.0.0.1", port, application, threaded=True, request_handler=Quiet)


if __name__ == "__main__":
    main(int(sys.argv[1]))
