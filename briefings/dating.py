"""The day that what is published is of: the newest that the content itself names, never a clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefings.model import Corpus, Witness

_FULL = re.compile(r"[1-9]\d{3}-\d\d-\d\d")
UNDATED = "1970-01-01"
"""Where a format requires a day and nothing names one."""


def newest(days: Iterable[str | None]) -> str | None:
    """The newest of days that are known as such (ISO); months, years and days without one are not.

    >>> newest(["2022-07-25", "2023", None, "--01-10"])
    '2022-07-25'
    """
    return max((day for day in days if day and _FULL.fullmatch(day)), default=None)


def newest_day(corpus: Corpus) -> str | None:
    """The newest day of a briefing, a publication, an edition, a note, a ruling or a change."""
    return newest(_days(corpus))


def text_days(witness: Witness) -> Iterator[str | None]:
    """The days of a text: when it was published, and when later editions of it came here."""
    yield witness.published
    yield from (edition.replaced for edition in witness.settings.editions)


def instant(day: str) -> str:
    """A whole day as formats have it that require an instant: its midnight (RFC 3339)."""
    return f"{day}T00:00:00Z"


def _days(corpus: Corpus) -> Iterator[str | None]:
    for briefing in corpus.briefings:
        yield briefing.date
        for witness in briefing.witnesses:
            yield from text_days(witness)
    yield from (note.entry.date for note in corpus.annotations.notes)
    yield from (one.ruling.date for one in corpus.discrepancies if one.ruling)
    yield from (change.date for change in corpus.changes)
