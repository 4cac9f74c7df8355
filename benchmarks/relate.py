"""Processor seconds of relating texts at 10, 100 and 500 briefings recombined from the seeds.

    python -m benchmarks.relate [SIZE ...]

Alignment sees only texts of one event, so every fifth briefing gets a second text: the first one
with every third passage left out and one word in eight exchanged.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import corpus as recombined
from briefings import editorial, pipeline
from briefings.extract.terms import find_terms
from briefings.model import Briefing, Corpus, Passage, TermMention
from briefings.problems import Problems
from briefings.relate.alignment import align
from briefings.relate.commitments import commitments
from briefings.relate.comparing import compare
from briefings.relate.differences import differences
from briefings.relate.formulas import formulas
from briefings.relate.timeline import timeline
from tests.command import FIVE

SIZES = (10, 100, 500)
_EVERY = 5
_LEFT_OUT = 3
_EXCHANGED = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    with tempfile.TemporaryDirectory() as folder:
        for size in parser.parse_args().sizes or SIZES:
            seeds = recombined.write(Path(folder), size)
            made = pipeline.gather(seeds, seeds.parent / "editorial", Problems())
            _show(size, _with_second_texts(made))


def _show(size: int, corpus: Corpus) -> None:
    passages = sum(len(w.passages) for one in corpus.briefings for w in one.witnesses)
    written = editorial.load(FIVE / "editorial", Problems())
    told = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    terms = find_terms(written.glossary, told)
    print(
        f"{size} briefings, {len(told)} texts, {passages} passages, {len(terms)} mentions of terms"
    )
    pairs = _timed("pairs", passages, lambda: align(corpus, terms))
    pairs = _timed(
        "differences", passages, lambda: differences(pairs, corpus, corpus.figures, terms)
    )
    for name, run in _stages(corpus, terms, pairs):
        _timed(name, passages, run)


def _stages(
    corpus: Corpus, terms: Sequence[TermMention], pairs: Sequence[Any]
) -> tuple[tuple[str, Callable[[], Sequence[Any]]], ...]:
    return (
        ("records", lambda: compare(corpus, tuple(pairs))),
        ("formulas", lambda: formulas(corpus)),
        ("commitments", lambda: commitments(corpus, terms)),
        ("appearances", lambda: timeline(corpus, terms)[0]),
    )


def _timed(name: str, passages: int, run: Callable[[], Any]) -> Any:
    start = time.process_time()
    made = run()
    seconds = time.process_time() - start
    each = 1e6 * seconds / passages
    print(f"  {name:12} {seconds:8.2f} s  {each:7.0f} µs a passage  {len(made):7} found")
    return made


def _with_second_texts(corpus: Corpus) -> Corpus:
    briefings = tuple(
        _doubled(one) if number % _EVERY == 0 else one
        for number, one in enumerate(corpus.briefings)
    )
    return replace(corpus, briefings=briefings)


def _doubled(briefing: Briefing) -> Briefing:
    """The briefing with its first text a second time, shortened and reworded."""
    primary = briefing.primary
    id_ = f"{primary.source.id}x"
    second = replace(
        primary,
        source=replace(primary.source, id=id_),
        turns=tuple(
            replace(one, id=f"{id_}-{one.id}", passages=_reworded(one.passages, id_))
            for one in primary.turns
        ),
        sections=tuple(
            replace(one, id=f"{id_}-{one.id}", passages=_reworded(one.passages, id_))
            for one in primary.sections
        ),
    )
    return replace(briefing, witnesses=(primary, second))


def _reworded(passages: tuple[Passage, ...], source: str) -> tuple[Passage, ...]:
    return tuple(
        replace(one, id=f"{source}-{one.id}", text=_exchange(one.text), repeats=None)
        for number, one in enumerate(passages)
        if number % _LEFT_OUT != _LEFT_OUT - 1
    )


def _exchange(text: str) -> str:
    words = text.split(" ")
    return " ".join(
        "elsewhere" if number % _EXCHANGED == _EXCHANGED - 1 and word.isalpha() else word
        for number, word in enumerate(words)
    )


if __name__ == "__main__":
    main()
