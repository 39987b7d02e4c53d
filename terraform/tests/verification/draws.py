"""A plan as it would be if AWS had drawn other ids and secrets: what is compared with a file must read the same, or it fails once in so many runs."""

import json
import random
import re

LETTERS, DIGITS = "abcdef", "0123456789"
# How ids are drawn, and how secrets: each run has one draw, so the rare ones are tried here.
DRAWS = {
    "ids of letters alone": (LETTERS, None),
    "ids of digits alone": (DIGITS, None),
    "secrets that look like lower-case ids": (None, DIGITS + LETTERS),
    "secrets that look like upper-case ids": (None, DIGITS + LETTERS.upper()),
}


def others(plan, ids, secrets):
    """(the draw, the plan after it) of each. ids and secrets: what AWS drew in this plan."""
    written = json.dumps(plan)
    for draw, (of_ids, of_secrets) in DRAWS.items():
        yield draw, json.loads(_replaced(written, {**_drawn(ids, of_ids), **_drawn(secrets, of_secrets)}))


def _drawn(values, characters):
    """Value -> another of its length and case. One of digits alone stays: it may be a number."""
    generator = random.Random(8)
    drawn = {}
    for value in sorted(values if characters else ()):
        other = "".join(generator.choices(characters, k=len(value)))
        drawn[value] = value if value.isdigit() else other.upper() if value.isupper() else other
    return drawn


def _replaced(written, drawn):
    longest_first = sorted(drawn, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: drawn[found[0]], written) if drawn else written
