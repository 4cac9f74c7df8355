"""Dates that two paired sentences give differently: "on 1 October" and "on 1 November"."""

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
    """A date as a sentence words it: day, month and year, 0 for what it does not tell, and the word
    that leads to a month or year."""

    day: int
    month: int
    year: int
    lead: str
    words: str

    def agrees(self, other: _Date) -> bool:
        """Whether both may be one day, as far as both tell."""
        return all(
            not one or not two or one == two
            for one, two in ((self.day, other.day), (self.month, other.month),
                             (self.year, other.year))
        )  # fmt: skip

    def of_a_kind(self, other: _Date) -> bool:
        """Whether both tell as much, so that one may stand for the other."""
        mine = bool(self.day), bool(self.month), self.lead
        return mine == (bool(other.day), bool(other.month), other.lead)


def date_differences(a: Side, b: Side, day: str | None) -> Iterator[tuple[int, int, Difference]]:
    """A date that stands in the place of another one, with its sentence's place on either side.

    `day` is the event's ISO date: a dateline tells it and no more.  Either side must have one date,
    and no more, that the other side does not tell.
    """
    mine = _beyond(a, b, day)
    theirs = _beyond(b, a, day)
    if len(mine) == len(theirs) == 1:
        (n, one), (m, other) = mine[0], theirs[0]
        if one.of_a_kind(other):
            yield n, m, Difference("date", "other-date", one.words, other.words)


def _beyond(side: Side, there: Side, day: str | None) -> list[tuple[int, _Date]]:
    """The dates of a side that may be none of the other side's, nor the event's, each with its
    sentence."""
    known = [one for text in there.texts for one in _dates(text, there.language)] + _event_day(day)
    return [
        (n, one)
        for n, text in enumerate(side.texts)
        for one in _dates(text, side.language)
        if not any(one.agrees(other) for other in known)
    ]


def _dates(text: str, language: Language) -> list[_Date]:
    words = language.comparing
    dateline = _DATELINE.match(text)
    dates: list[_Date] = []
    for found in words.date.finditer(text, dateline.end() if dateline else 0):
        compared = words.date_in_other_use.search(text[: found.start()])
        # from 15 November on: a day is a beginning, a year or month may be a base
        parts = found.groupdict(default="")
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
                " ".join(found[0].split()).rstrip("."),
            )
        )  # fmt: skip
    return dates


def _event_day(day: str | None) -> list[_Date]:
    found = re.fullmatch(r"(\d{4}|-)-(\d\d)-(\d\d)", day or "")
    if not found:
        return []
    year = int(found[1]) if found[1].isdigit() else 0
    return [_Date(int(found[3]), int(found[2]), year, "", "")]
