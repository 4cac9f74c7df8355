"""How the records are cut into parts of the index, each searched and kept by itself.

A part holds briefings of one year.  A year that is too large for one part is cut from its oldest
briefing on: nothing that is added at the new end moves an older boundary.  Where a part ends is
read from the address of the briefing that stands there, not counted, so that a briefing put in
between moves the boundaries next to it and no others.  Pages of people, outlets, topics and terms
are parts of their own, since they change with each briefing; so are briefings without a year.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefings.model import Corpus

from .search_pages import pages
from .search_record import Record
from .search_records import Said, said

PAGES = "pages"
UNDATED = "undated"
LEAST, MOST = 1200, 2400
"""Records, before those that say the same are merged; a single briefing may hold more."""
_Unit = TypeVar("_Unit")
_ENDS = 8
"""Of so many briefings one ends a part that holds enough."""


@dataclass(frozen=True, slots=True)
class Part:
    """Records that are indexed together; `name` is its folder, `year` the year of its briefings.

    A part holds either pages or briefings, in the order of `said`.
    """

    name: str
    year: str | None = None
    pages: tuple[Record, ...] = ()
    briefings: tuple[Said, ...] = ()

    def records(self) -> list[Record]:
        """Every record, the newest briefing first."""
        return [*self.pages, *(one for its in reversed(self.briefings) for one in its.records())]


def parts(corpus: Corpus, *, terms: bool = False) -> Iterator[Part]:
    """The parts of a corpus, one at a time: pages, what has no year, then the oldest year first.

    `terms` says that terms have pages.
    """
    found = sorted(pages(corpus, terms=terms), key=lambda record: record.url)
    sized = ((PAGES, record.url, 1, record) for record in found)
    for name, _, records in _cut(sized):
        yield Part(name, pages=records)
    dated = (
        (its.briefing.year or UNDATED, briefing.slug, 1 + len(its.passages), its)
        for briefing, its in said(corpus)
    )
    for name, of, briefings in _cut(dated):
        yield Part(name, year=None if of == UNDATED else of, briefings=briefings)


def _cut(
    units: Iterable[tuple[str, str, int, _Unit]],
) -> Iterator[tuple[str, str, tuple[_Unit, ...]]]:
    """Cuts (what it belongs to, address, number of records, unit); the name of each part, what it
    belongs to, and its units.
    """
    together: list[_Unit] = []
    held, number, now = 0, 1, ""
    for of, address, size, unit in units:
        if together and (of != now or held + size > MOST):
            yield f"{now}-{number}", now, tuple(together)
            together, held, number = [], 0, number + 1
        if of != now:
            now, number = of, 1
        together.append(unit)
        held += size
        if held >= LEAST and _ends(address):
            yield f"{now}-{number}", now, tuple(together)
            together, held, number = [], 0, number + 1
    if together:
        yield f"{now}-{number}", now, tuple(together)


def _ends(address: str) -> bool:
    return hashlib.sha256(address.encode()).digest()[0] % _ENDS == 0
