"""moto's server with what it lacks, so that Terraform can apply this module without an account. Run: python3 EMULATOR_FOLDER. Prints its port, a free one, as its only line."""

import os
import socket

# The system's choice and held from here on: a port that was free a moment ago may be another emulator's. Who asks early waits in the socket's queue while moto is imported.
LISTENING = socket.create_server(("127.0.0.1", 0), backlog=128)
print(LISTENING.getsockname()[1], flush=True)
# Nobody reads on.
os.dup2(2, 1)

# Read by moto when it is imported: certificates are valid at once instead of after a minute, AWS's own policies are there to be attached.
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "-1")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

import cloudfront  # noqa: E402
import gaps  # noqa: E402
import haste  # noqa: E402


class Quiet(WSGIRequestHandler):
    def log_request(self, *_):
        pass


def main():
    gaps.fill()
    haste.hasten()
    application = cloudfront.before(DomainDispatcherApplication(create_backend_app))
    make_server(*LISTENING.getsockname(), application, threaded=True, request_handler=Quiet, fd=LISTENING.fileno()).serve_forever()


if __name__ == "__main__":
    main()
