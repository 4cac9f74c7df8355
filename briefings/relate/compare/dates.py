"""Find dates that differ between paired sentences: "on 1 October" and "on 1 November"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.languages import Language
from briefings.model.relations import Difference

from .side import Side

_DATELINE = re.compile(r"^[^.!?]{0,60}?\s[–—-]{1,2}\s")


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as a sentence words it: day, month and year, 0 for missing parts, and the word that
    precedes a month or year alone."""

    day: int
    month: int
    year: int
    lead: str
    words: str

    def agrees(self, other: _Date) -> bool:
        """Return whether both may be the same day, as far as both state it."""
        return all(
            not one_part or not other_part or one_part == other_part
            for one_part, other_part in ((self.day, other.day), (self.month, other.month),
                             (self.year, other.year))
        )  # fmt: skip

    def of_a_kind(self, other: _Date) -> bool:
        """Return whether both state the same parts, so that one may replace the other."""
        mine = bool(self.day), bool(self.month), self.lead
        return mine == (bool(other.day), bool(other.month), other.lead)


def date_differences(a: Side, b: Side, day: str | None) -> Iterator[tuple[int, int, Difference]]:
    """Yield dates that replace one another, with the indices of their sentences on both sides.

    `day` is the event's ISO date; it is the date of datelines, which are ignored. Each side must
    have exactly one date that the other does not have.
    """
    mine = _unmatched(a, b, day)
    theirs = _unmatched(b, a, day)
    if len(mine) == len(theirs) == 1:
        (n, first), (m, second) = mine[0], theirs[0]
        if first.of_a_kind(second):
            yield n, m, Difference("date", "other-date", first.words, second.words)


def _unmatched(side: Side, opposite: Side, day: str | None) -> list[tuple[int, _Date]]:
    """Return dates of a side that match neither a date of the other side nor the event's, each with
    the index of its sentence."""
    dates_known = [
        date for text in opposite.texts for date in _dates(text, opposite.language)
    ] + _event_day(day)
    return [
        (n, date)
        for n, text in enumerate(side.texts)
        for date in _dates(text, side.language)
        if not any(date.agrees(stated) for stated in dates_known)
    ]


def _dates(text: str, language: Language) -> list[_Date]:
    words = language.comparing
    dateline = _DATELINE.match(text)
    dates: list[_Date] = []
    for match in words.date.finditer(text, dateline.end() if dateline else 0):
        compared = words.date_in_other_use.search(text[: match.start()])
        # "from 15 November on": a day is a beginning, but a year or month may be a base
        parts = match.groupdict(default="")
        begins = compared and compared[0].strip().casefold() in words.begins
        if compared and not (begins and (parts.get("d1") or parts.get("d2"))):
            continue
        day, month, year, lead = (
            next((parts[name] for name in names if parts.get(name)), "")
            for names in (("d1", "d2"), ("m1", "m2", "m3"), ("y1", "y3", "y4"), ("l3", "l4"))
        )
        article = words.lead_article
        leading = " ".join(lead.casefold().removeprefix(article).split())
        number = language.calendar.month_numbers.get(month.lower(), 0)
        dates.append(
            _Date(
                int(day or 0), number, int(year or 0), leading,
                " ".join(match[0].split()).rstrip("."),
            )
        )  # fmt: skip
    return dates


def _event_day(day: str | None) -> list[_Date]:
    match = re.fullmatch(r"(\d{4}|-)-(\d\d)-(\d\d)", day or "")
    if not match:
        return []
    year = int(match[1]) if match[1].isdigit() else 0
    return [_Date(int(match[3]), int(match[2]), year, "", "")]
