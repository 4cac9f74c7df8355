"""How long it takes to find 5,000 terms in the five sources: `python -m benchmarks.terms`.

The terms are made of the sources' own words, so that most of them are near misses or hits.
"""

from __future__ import annotations

import random
import sys
import time

from briefings.extract.terms import Matcher, terms_of
from briefings.model import Rendering, TermEntry, Where
from briefings.pipeline import gather
from briefings.problems import Problems
from tests.command import FIVE

HERE = Where("", 1, 1)


def main() -> int:
    """Prints the seconds for making the automaton and for reading all passages once."""
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1_000, 5_000, 50_000]
    corpus = gather(FIVE / "seeds", FIVE / "editorial", Problems())
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    texts = [passage.text for witness in witnesses for passage in witness.passages]
    words = sorted({word.strip(".,;:'\"()") for text in texts for word in text.split()} - {""})
    print(f"{sum(map(len, texts)):,} characters in {len(texts):,} passages")
    for size in sizes:
        glossary = [_term(n, words) for n in range(size)]
        started = time.perf_counter()
        Matcher(glossary)
        built = time.perf_counter()
        count = len(terms_of(witnesses, Matcher(glossary)))
        done = time.perf_counter()
        print(
            f"{size:>6,} terms: {built - started:.3f} s to prepare, "
            f"{done - built:.3f} s to prepare again and find {count:,} mentions"
        )
    return 0


def _term(n: int, words: list[str]) -> TermEntry:
    chance = random.Random(n)
    wording = " ".join(chance.choice(words) for _ in range(chance.choice((1, 2, 2, 3))))
    return TermEntry(f"t{n}", wording, "policy", HERE, (Rendering(wording, HERE),))


if __name__ == "__main__":
    sys.exit(main())
