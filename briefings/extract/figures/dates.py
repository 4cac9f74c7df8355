"""Days, months and years, and the periods that they make."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

from .tokens import Text

Sort = Literal["main", "base", "rate", "aside"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period over the tokens `i` to `j`; `base` is one that others are compared with, `each` one
    that returns (every day), `inherited` one that another sentence says."""

    i: int
    j: int
    text: str
    start: str = ""
    end: str = ""
    sort: Sort = "main"
    each: bool = False
    inherited: bool = False


def months(year: int, first: int, last: int) -> tuple[str, str]:
    """ISO dates of the first and last day of some months of a year."""
    return (
        f"{year:04d}-{first:02d}-01",
        f"{year:04d}-{last:02d}-{calendar.monthrange(year, last)[1]:02d}",
    )


class Calendar:
    """Resolves what is said on a day: this year, in May (the latest one), by the end of June."""

    def __init__(self, date: str | None) -> None:
        known = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", date or "")
        self.year = int(known[1]) if known and known[1] != "0000" else None
        self.month = int(known[2]) if known else 12

    def year_of(self, month: int) -> int | None:
        """The year of a month named alone: the latest that has come."""
        if self.year is None:
            return None
        return self.year if month <= self.month else self.year - 1


def year_at(text: Text, i: int) -> int | None:
    """The year printed at token `i`, None where it is none."""
    raw = text.raw(i)
    if text.kind(i) == "number" and len(raw) == 4 and raw.isdecimal() and 1800 <= int(raw) <= 2199:
        if text.glued(i + 1) and text.kind(i + 1) == "word":
            return None
        return int(raw)
    return None


def month_at(text: Text, i: int) -> int:
    """The month named at token `i`, 0 where it is none; the verbs "may" and "march" are lower."""
    raw = text.raw(i)
    if not raw[:1].isupper():
        return 0
    return text.language.calendar.month_numbers.get(raw.lower().rstrip("."), 0)
