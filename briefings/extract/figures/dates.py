"""Days, months and years, and periods made of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

from .tokens import Text

Sort = Literal["main", "base", "rate", "aside"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period at tokens `i` to `j`.

    The `sort` "base" is a period used for comparison. `each` marks a recurring period (every day),
    and `inherited` one that another sentence states.
    """

    i: int
    j: int
    text: str
    start: str = ""
    end: str = ""
    sort: Sort = "main"
    each: bool = False
    inherited: bool = False


def months(year: int, first_month: int, last_month: int) -> tuple[str, str]:
    """Return the ISO dates of the first and last day of consecutive months of a year."""
    return (
        f"{year:04d}-{first_month:02d}-01",
        f"{year:04d}-{last_month:02d}-{calendar.monthrange(year, last_month)[1]:02d}",
    )


class Calendar:
    """Resolves expressions relative to a date: "this year", "in May" (the latest), "by the end of
    June"."""

    def __init__(self, date: str | None) -> None:
        parts = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", date or "")
        self.year = int(parts[1]) if parts and parts[1] != "0000" else None
        self.month = int(parts[2]) if parts else 12

    def year_of(self, month: int) -> int | None:
        """Return the year of a month named without one: the latest that has begun."""
        if self.year is None:
            return None
        return self.year if month <= self.month else self.year - 1


def year_at(text: Text, i: int) -> int | None:
    """Return the year printed at token `i`, or None."""
    raw = text.raw(i)
    if text.kind(i) == "number" and len(raw) == 4 and raw.isdecimal() and 1800 <= int(raw) <= 2199:
        if text.glued(i + 1) and text.kind(i + 1) == "word":
            return None
        return int(raw)
    return None


def month_at(text: Text, i: int) -> int:
    """Return the month named at token `i`, or 0; the words "may" and "march" in lower case are
    verbs."""
    raw = text.raw(i)
    if not raw[:1].isupper():
        return 0
    return text.language.calendar.month_numbers.get(raw.lower().rstrip("."), 0)
