"""Divides the records into parts of the index, each of which is searched and cached separately.

A part has the briefings of one year, or of several small years, since each part costs a search some
requests. Parts are cut starting from the oldest briefing, so that additions at the new end do not
move older boundaries. The boundary within a large year is determined by the addresses of briefings
rather than by counting, so that an inserted briefing moves only the boundaries next to it
(content-defined chunking). Pages of people, outlets, topics and terms, which change with each
briefing, are separate parts; so are briefings without a year.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefings.model import Corpus

from .search_pages import pages
from .search_record import Record
from .search_records import BriefingRecords, records_by_briefing

PAGES = "pages"
UNDATED = "undated"
LEAST, MOST = 1200, 2400
"""Maximum number of records before merging; a single briefing may have more."""
YEARS_AT_LEAST = 600
"""With at least this many records, a part ends with its year."""
MOST_PAGES = 8000
"""Maximum number of pages in a part; every search reads them, and a phone must be able to."""
_Content = TypeVar("_Content")
_ENDS = 8
"""On average, one in this many briefings may end a part that is large enough."""


@dataclass(frozen=True, slots=True)
class Part:
    """Records that are indexed together; `name` is the part's folder, `years` those of its
    briefings.

    A part contains either pages or briefings, in the order of `records_by_briefing`.
    """

    name: str
    years: tuple[str, ...] = ()
    pages: tuple[Record, ...] = ()
    briefings: tuple[BriefingRecords, ...] = ()

    def records(self) -> list[Record]:
        """All records, the newest briefing first."""
        return [
            *self.pages,
            *(record for briefing in reversed(self.briefings) for record in briefing.records()),
        ]


@dataclass(frozen=True, slots=True)
class _Unit(Generic[_Content]):
    """Records that stay together: their address, their number, and their year, if known."""

    content: _Content
    address: str
    size: int
    year: str | None = None


def parts(corpus: Corpus, *, terms: bool = False) -> Iterator[Part]:
    """The parts of a corpus, one at a time: pages, briefings without a year, then by year, oldest
    first.

    `terms` says whether terms have pages.
    """
    records = sorted(pages(corpus, terms=terms), key=lambda record: record.url)
    of_pages = (_Unit(record, record.url, 1) for record in records)
    for name, cut in _cut(of_pages, PAGES, MOST_PAGES, MOST_PAGES):
        yield Part(name, pages=tuple(unit.content for unit in cut))
    of_briefings = (
        _Unit(
            own,
            briefing.slug,
            1 + len(own.passages) + len(own.more),
            own.briefing.year,
        )
        for briefing, own in records_by_briefing(corpus)
    )
    for name, cut_briefings in _cut(of_briefings, UNDATED, LEAST, MOST):
        years = dict.fromkeys(unit.year for unit in cut_briefings if unit.year)
        yield Part(name, tuple(years), briefings=tuple(unit.content for unit in cut_briefings))


def _cut(
    units: Iterable[_Unit[_Content]], without_year: str, least: int, most: int
) -> Iterator[tuple[str, list[_Unit[_Content]]]]:
    """The units of each part, and its name: its first year, or `without_year`."""
    together: list[_Unit[_Content]] = []
    size = 0
    numbers: Counter[str] = Counter()

    def named() -> tuple[str, list[_Unit[_Content]]]:
        name = together[0].year or without_year
        numbers[name] += 1
        return f"{name}-{numbers[name]}", together

    for unit in units:
        if together and (
            size + unit.size > most or _parts_years(together[-1].year, unit.year, size)
        ):
            yield named()
            together, size = [], 0
        together.append(unit)
        size += unit.size
        if size >= least and _ends(unit.address):
            yield named()
            together, size = [], 0
    if together:
        yield named()


def _parts_years(last: str | None, year: str | None, size: int) -> bool:
    """Whether a part with this many records ends between two years."""
    return last != year and (last is None or size >= YEARS_AT_LEAST)


def _ends(address: str) -> bool:
    return hashlib.sha256(address.encode()).digest()[0] % _ENDS == 0
