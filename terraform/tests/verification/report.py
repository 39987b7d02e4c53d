"""One line per check, a count at the end, and the same as JUnit XML."""

import os
import threading
import time
import traceback
from xml.sax.saxutils import escape, quoteattr

from workspace import Failed


def nothing(names):
    assert not names, ", ".join(names)


class Report:
    def __init__(self):
        self.lock = threading.Lock()
        self.begin = time.monotonic()
        self.checks = []

    def check(self, suite, name, problem=None):
        """problem: None where all is well, else what is wrong, in a sentence."""
        with self.lock:
            self.checks.append((suite, name, problem))
            print(f"ok {suite}: {name}" if problem is None else f"FAILED {suite}: {name}: {problem}", flush=True)

    def checked(self, suite, name, check):
        """One check: what it raises is what is wrong. Whether all is well."""
        try:
            check()
            self.check(suite, name)
            return True
        except Exception as problem:
            if not isinstance(problem, (AssertionError, Failed)):
                traceback.print_exc()
            self.check(suite, name, str(problem) or type(problem).__name__)
            return False

    def note(self, line):
        with self.lock:
            print(f"[{time.monotonic() - self.begin:4.0f} s] {line}", flush=True)

    def count(self, suite, passed, failed):
        """Checks that another runner made and reported itself."""
        with self.lock:
            self.checks += [(suite, f"number {i + 1}", None) for i in range(passed)] + [(suite, f"failure {i + 1}", "see above") for i in range(failed)]

    @property
    def failed(self):
        return sum(problem is not None for _, _, problem in self.checks)

    def finish(self, junit=None):
        if junit:
            os.makedirs(junit, exist_ok=True)
            with open(os.path.join(junit, "TEST-terraform.verify.xml"), "w") as file:
                file.write(self._xml())
        print(f"{len(self.checks) - self.failed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.checks else 0

    def _xml(self):
        cases = "".join(
            f"  <testcase classname={quoteattr('terraform.' + suite)} name={quoteattr(name)}>"
            + (f"<failure>{escape(problem)}</failure>" if problem is not None else "")
            + "</testcase>\n"
            for suite, name, problem in self.checks
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<testsuite name="terraform.verify" tests="{len(self.checks)}" failures="{self.failed}" time="{time.monotonic() - self.begin:.1f}">\n{cases}</testsuite>\n'
        )
