"""The date of what is published: the newest day that the content names, never the clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefings.model import Corpus, Witness

_FULL = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
UNDATED = "1970-01-01"
"""The day for formats that require one, if the content names none."""


def newest(days: Iterable[str | None]) -> str | None:
    """The newest complete ISO date; partial dates (a month, a year, a day without a year) are
    ignored.

    >>> newest(["2022-07-25", "2023", None, "--01-10"])
    '2022-07-25'
    """
    return max((day for day in days if day and _FULL.fullmatch(day)), default=None)


def newest_day(corpus: Corpus) -> str | None:
    """The newest day of any briefing, publication, edition, note, ruling or change; None if there
    is none.
    """
    return newest(_days(corpus))


def text_days(witness: Witness) -> Iterator[str | None]:
    """The days of a text: its publication, and the arrival of each later edition."""
    yield witness.published
    yield from (edition.replaced for edition in witness.settings.editions)


def instant(day: str) -> str:
    """Midnight of a day (RFC 3339), for formats that require a point in time."""
    return f"{day}T00:00:00Z"


def _days(corpus: Corpus) -> Iterator[str | None]:
    for briefing in corpus.briefings:
        yield briefing.date
        for witness in briefing.witnesses:
            yield from text_days(witness)
    yield from (note.entry.date for note in corpus.annotations.notes)
    yield from (
        discrepancy.ruling.date for discrepancy in corpus.discrepancies if discrepancy.ruling
    )
    yield from (change.date for change in corpus.changes)
