"""What relating texts takes at 100, 300 and 1,000 briefings: seconds, memory, and one changed text.

    python -m benchmarks.relate [SIZE ...] [--seeds DIR]

Alignment sees only texts of one event, so every fifth briefing gets a second text: the first one
with every third passage left out and one word in eight exchanged.  Briefings are kept on disk, as
a build keeps them, and read again one by one.  Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import corpus as recombined
from briefings import editorial, pipeline
from briefings.extract.terms import Matcher, terms_of
from briefings.model import Briefing, Corpus, Editorial, Passage
from briefings.problems import Problems
from briefings.relate.event import Event
from briefings.relate.indicators.crosschecks import crosschecks
from briefings.relate.indicators.measure import measure
from briefings.relate.indicators.measured import Measured
from briefings.relate.indicators.observing import indicators
from briefings.relate.summary import Summary, summarise
from tests.command import FIVE
from tests.relating import Memory, events, related

SIZES = (100, 300, 1000)
FOLDER = recombined.ROOT / ".build" / "bench"
_EVERY = 5
_LEFT_OUT = 3
_EXCHANGED = 8


class Shelf:
    """Events on disk, read one at a time; slugs are in the order of the corpus."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.slugs: list[str] = []
        self._last: tuple[str, Event] | None = None

    def put(self, event: Event) -> None:
        name = f"{len(self.slugs)}.pickle"
        (self._folder / name).write_bytes(pickle.dumps((event.briefing.slug, event)))
        self.slugs.append(event.briefing.slug)

    def read(self, slug: str) -> Event:
        if self._last is None or self._last[0] != slug:
            path = self._folder / f"{self.slugs.index(slug)}.pickle"
            self._last = pickle.loads(path.read_bytes())  # noqa: S301 - written just before
        return self._last[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--seeds", type=Path, help="relate the texts of this folder instead")
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.seeds:
        _measure(options.seeds)
        return 0
    for size in options.sizes:
        if options.in_this_process:
            _measure(recombined.write(FOLDER, size))
            continue
        again = [sys.executable, "-m", "benchmarks.relate", str(size), "--in-this-process"]
        subprocess.run(again, cwd=recombined.ROOT, check=True)
    return 0


def _measure(seeds: Path) -> None:
    written = editorial.load(FIVE / "editorial", Problems())
    with tempfile.TemporaryDirectory() as folder:
        made = pipeline.gather(seeds, seeds.parent / "editorial", Problems())
        shelf = Shelf(Path(folder))
        passages = _shelve(_with_second_texts(made), written, shelf)
        number = len(shelf.slugs)
        del made
        gc.collect()
        print(f"{number} briefings, {passages} passages; the texts took {_peak():.0f} MB")
        summaries, measured = _summaries(shelf, written)
        _relate(shelf, written, summaries, measured)


def _shelve(made: Corpus, written: Editorial, shelf: Shelf) -> int:
    witnesses = [witness for briefing in made.briefings for witness in briefing.witnesses]
    for event in events(made, terms_of(witnesses, Matcher(written.glossary))):
        shelf.put(event)
    return sum(len(witness.passages) for witness in witnesses)


def _summaries(shelf: Shelf, written: Editorial) -> tuple[list[Summary], list[Measured]]:
    """What is kept of every briefing, and how much that is."""
    number = len(shelf.slugs)
    summaries = _timed(
        "summaries",
        number,
        lambda: [summarise(shelf.read(slug), Problems()) for slug in shelf.slugs],
    )
    measured = _timed(
        "figures", number,
        lambda: [measure(shelf.read(slug), written.indicators) for slug in shelf.slugs],
    )  # fmt: skip
    for name, values in (("summaries", summaries), ("figures", measured)):
        size = sum(len(pickle.dumps(one)) for one in values)
        print(f"  {name}: {size / number / 1e3:.1f} KB a briefing, {size / 1e6:.1f} MB")
    return summaries, measured


def _relate(
    shelf: Shelf, written: Editorial, summaries: list[Summary], measured: list[Measured]
) -> None:
    """Everything anew, then with one briefing changed, then with nothing changed."""
    number, cache = len(shelf.slugs), Memory()
    observed = _timed("indicators", number, lambda: indicators(measured, written, Problems()))
    records = _timed("crosschecks", number, lambda: crosschecks(measured, observed, shelf.read))

    def everything() -> Any:
        return related(summaries, shelf.read, cache, Problems(), observed, records)

    relations, _ = _timed("relations", number, everything)
    print(
        f"  {len(relations.pairs)} pairs, {len(relations.formulas)} set phrases, "
        f"{len(relations.commitments)} announcements; peak {_peak():.0f} MB"
    )
    changed = _shortened(shelf.read(summaries[number // 2].briefing))

    def read(slug: str) -> Event:
        return changed if slug == changed.briefing.slug else shelf.read(slug)

    def one_changed() -> Any:
        summaries[number // 2] = summarise(changed, Problems())
        return related(summaries, read, cache, Problems(), observed, records)

    _timed("one changed", 1, one_changed)


def _shortened(event: Event) -> Event:
    """The event without the last passage of each turn and section of its fullest text."""
    briefing, primary = event.briefing, event.briefing.primary
    shorter = replace(
        primary,
        turns=tuple(replace(turn, passages=turn.passages[:-1]) for turn in primary.turns),
        sections=tuple(replace(one, passages=one.passages[:-1]) for one in primary.sections),
    )
    return replace(event, briefing=replace(briefing, witnesses=(shorter, *briefing.witnesses[1:])))


def _timed(name: str, number: int, run: Callable[[], Any]) -> Any:
    gc.collect()
    gc.freeze()
    start = time.process_time()
    result = run()
    seconds = time.process_time() - start
    print(f"  {name:12} {seconds:8.2f} s  {1e3 * seconds / number:8.1f} ms a briefing", flush=True)
    return result


def _peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _with_second_texts(corpus: Corpus) -> Corpus:
    briefings = tuple(
        _doubled(briefing) if number % _EVERY == 0 else briefing
        for number, briefing in enumerate(corpus.briefings)
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
            replace(turn, id=f"{id_}-{turn.id}", passages=_reworded(turn.passages, id_))
            for turn in primary.turns
        ),
        sections=tuple(
            replace(one, id=f"{id_}-{one.id}", passages=_reworded(one.passages, id_))
            for one in primary.sections
        ),
    )
    return replace(briefing, witnesses=(primary, second))


def _reworded(passages: tuple[Passage, ...], source: str) -> tuple[Passage, ...]:
    return tuple(
        replace(passage, id=f"{source}-{passage.id}", text=_exchange(passage.text), repeats=None)
        for number, passage in enumerate(passages)
        if number % _LEFT_OUT != _LEFT_OUT - 1
    )


def _exchange(text: str) -> str:
    words = text.split(" ")
    return " ".join(
        "elsewhere" if number % _EXCHANGED == _EXCHANGED - 1 and word.isalpha() else word
        for number, word in enumerate(words)
    )


if __name__ == "__main__":
    sys.exit(main())
