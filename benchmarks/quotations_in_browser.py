"""Whether a browser answers quotations as the command does, and what it fetches for it.

    python -m benchmarks quotations-in-browser SITE [--seeds DIR] [--count N] [--different]

Asks the index of a built site, by the page's own modules in Node, for quotations of each kind that
`benchmarks quotations` makes, and compares each answer with Python's.  Printed are the share of
answers that are the same in every field, and the requests and bytes of a first sentence on a page,
the two small files that every paste needs among them.  `--different` shows what differs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import quotations
from briefings.quotations.answers import answer, published
from tests.command import FIVE

ASK = Path(__file__).parents[1] / "tests" / "quotations" / "ask.js"


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks quotations-in-browser", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("site", type=Path)
    parser.add_argument("--seeds", type=Path, default=FIVE / "seeds", help="what it was built from")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--different", action="store_true")
    given = parser.parse_args(arguments)
    asked, texts = quotations.sample(given.seeds, given.count)
    same = 0
    for text, mine in zip(asked, _asked(given.site, asked), strict=True):
        theirs = json.loads(json.dumps(published(answer(text, texts))))
        different = list(_different(theirs, mine))
        same += not different
        if different and given.different:
            print(text, *different, sep="\n    ")
    print(f"{same:,} of {len(asked):,} answers are the same")
    first = list(_asked(given.site, asked, "--cold"))
    for name in ("requests", "bytes"):
        counts = sorted(one[name] for one in first)
        print(
            f"{name} of a first quotation: median {counts[len(counts) // 2]:,}, "
            f"nine of ten at most {counts[len(counts) * 9 // 10]:,}, most {counts[-1]:,}"
        )
    return 0 if same == len(asked) else 1


def _asked(site: Path, texts: Sequence[str], *options: str) -> Iterator[dict[str, Any]]:
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    command = ["node", str(ASK), str(site), *options]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return map(json.loads, done.stdout.splitlines())


def _different(expected: Any, given: Any, at: str = "") -> Iterator[str]:
    """Where an answer is not what it should be; fields that only one has are left out."""
    if isinstance(expected, dict) and isinstance(given, dict):
        for key in expected:
            yield from _different(expected[key], given.get(key), f"{at}.{key}")
    elif isinstance(expected, list) and isinstance(given, list) and len(expected) == len(given):
        for n, (one, other) in enumerate(zip(expected, given, strict=True)):
            yield from _different(one, other, f"{at}[{n}]")
    elif expected != given:
        yield f"{at}: {given!r}, not {expected!r}"
