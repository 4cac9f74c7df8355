"""The day of what a release holds: the newest that the content itself names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.model import Corpus

_FULL = re.compile(r"[1-9]\d{3}-\d\d-\d\d")


def newest_day(corpus: Corpus) -> str | None:
    """The newest day of a briefing, a publication, an edition, a note, a ruling or a change."""
    return max((day for day in _days(corpus) if day and _FULL.fullmatch(day)), default=None)


def _days(corpus: Corpus) -> Iterator[str | None]:
    for briefing in corpus.briefings:
        yield briefing.date
        for witness in briefing.witnesses:
            yield witness.published
            yield from (one.edition.replaced for one in witness.earlier)
    yield from (note.entry.date for note in corpus.annotations.notes)
    yield from (change.date for change in corpus.changes)
