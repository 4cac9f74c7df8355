"""Whether a browser answers quotations as Python does, and what it fetches for it.

    python -m benchmarks quotations-in-browser [--seeds DIR] [--count N] [--different]

Writes the index of the five sources, or of the folder given, and asks it, by the page's own modules
in Node, for quotations of each kind that `benchmarks quotations` makes.  Printed are how many
answers are the same in every field as Python's from the same index, and as the command's, which
knows all blocks of a number where the index lists the first; then requests and bytes of a first
quotation on a page, with the two small files that every paste needs, JSON as servers compress it.
`--different` shows what differs from Python's answers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import quotations
from briefings.engine.store import Store
from briefings.model import Corpus
from briefings.publish.quote_index import FOLDER, quote_files
from briefings.quotations.answers import Texts, answer, published
from briefings.quotations.corpus import texts_of
from briefings.quotations.rules import rules
from tests.command import FIVE
from tests.quote_reader import PublishedIndex

ASK = Path(__file__).parents[1] / "tests" / "quotations" / "ask.js"


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks quotations-in-browser", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--seeds", type=Path, default=FIVE / "seeds")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--different", action="store_true")
    options = parser.parse_args(arguments)
    corpus = quotations.corpus_of(options.seeds)
    asked = quotations.sample(corpus, options.count)
    with TemporaryDirectory() as folder:
        site = Path(folder)
        _write_index(corpus, site)
        answers = list(_asked(site, asked))
        first = list(_asked(site, asked, "--cold"))
        index = PublishedIndex(lambda name: (site / "data" / FOLDER / name).read_bytes())
        same = _same(asked, answers, index.texts(rules().limits.places), options.different)
    as_command = _same(asked, answers, texts_of(corpus, Store(quotations.KEPT)), tell=False)
    print(f"{same:,} of {len(asked):,} answers are the same as Python's from the index")
    print(f"{as_command:,} of {len(asked):,} answers are the same as the command's")
    for name in ("requests", "bytes"):
        counts = sorted(one[name] for one in first)
        print(
            f"{name} of a first quotation: median {counts[len(counts) // 2]:,}, "
            f"nine of ten at most {counts[len(counts) * 9 // 10]:,}, most {counts[-1]:,}"
        )
    return 0 if same == len(asked) else 1


def _same(asked: Sequence[str], answers: Sequence[Any], texts: Texts, tell: bool) -> int:
    """How many answers are the same in every field."""
    same = 0
    for text, mine in zip(asked, answers, strict=True):
        theirs = json.loads(json.dumps(published(answer(text, texts))))
        different = list(_different(theirs, mine))
        same += not different
        if different and tell:
            print(text, *different, sep="\n    ")
    return same


def _write_index(corpus: Corpus, site: Path) -> None:
    for file in quote_files(corpus, Store(quotations.KEPT)):
        path = site / "data" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        pieces = (piece if isinstance(piece, bytes) else piece.encode() for piece in file.pieces())
        path.write_bytes(b"".join(pieces))


def _asked(site: Path, texts: Sequence[str], *options: str) -> Iterator[dict[str, Any]]:
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    command = ["node", str(ASK), str(site), *options]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return map(json.loads, done.stdout.splitlines())


def _different(expected: Any, answers: Any, at: str = "") -> Iterator[str]:
    """Where an answer is not what it should be; fields that only one has are left out."""
    if isinstance(expected, dict) and isinstance(answers, dict):
        for key in expected:
            yield from _different(expected[key], answers.get(key), f"{at}.{key}")
    elif isinstance(expected, list) and isinstance(answers, list) and len(expected) == len(answers):
        for n, (one, other) in enumerate(zip(expected, answers, strict=True)):
            yield from _different(one, other, f"{at}[{n}]")
    elif expected != answers:
        yield f"{at}: {answers!r}, not {expected!r}"
