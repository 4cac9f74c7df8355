"""Periods by a name: this year, May 2023, the first half of 2024, the past decade."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from .dates import Calendar, Period, month_at, months, year_at
from .tokens import Text


def named(text: Text, i: int, days: Calendar) -> Period | None:
    """This year, May 2023, the first half of 2024, Q1 2024, fiscal year 2022, past decade."""
    j = i
    if text.lower(i) in ("early", "late", "mid"):
        return None
    if text.lower(j) in ("the", "this", "last") and text.lower(j + 1) in (
        *text.grammar.quarters,
        "past",
        "last",
    ):
        j += 1
    for reader in (_fraction_of_year, _fiscal, month_year, relative, _past, _year):
        period = reader(text, j, days)
        if period:
            return replace(period, i=i)
    return None


def _fraction_of_year(text: Text, i: int, days: Calendar) -> Period | None:
    word = text.lower(i)
    if re.fullmatch(r"[qh][1-4]", word) and text.kind(i) == "mixed":
        year = year_at(text, i + 1)
        n = int(word[1])
        if year is None or (word[0] == "h" and n > 2):
            return None
        size = 3 if word[0] == "q" else 6
        return Period(
            i, i + 2, f"{text.raw(i)} {year}", *months(year, n * size - size + 1, n * size)
        )
    part = text.lower(i + 1)
    if word not in text.grammar.quarters or part not in ("quarter", "half"):
        if word == "first" and part.isalpha() and text.lower(i + 2) == "months":
            return _first_months(text, i, days)
        return None
    size = 3 if part == "quarter" else 6
    last = text.grammar.quarters[word] * size
    j, year = of_year(text, i + 2, days, last - size + 1)
    if last > 12:
        return None
    if year is None:
        return Period(i, j, f"{word} {part}")
    return Period(i, j, f"{word} {part} of {year}", *months(year, last - size + 1, last))


def _first_months(text: Text, i: int, days: Calendar) -> Period | None:
    counts = "one two three four five six seven eight nine ten eleven".split()
    word = text.lower(i + 1)
    if word not in counts:
        return None
    n = counts.index(word) + 1
    j, year = of_year(text, i + 3, days, n)
    if year is None:
        return Period(i, j, f"first {word} months")
    return Period(i, j, f"first {word} months of {year}", *months(year, 1, n))


def of_year(text: Text, j: int, days: Calendar, month: int) -> tuple[int, int | None]:
    """ "of 2023", "of this year", "2023", or the latest year in which the month had begun."""
    k = j + 1 if text.lower(j) in ("of", ",", "in") else j
    if year := year_at(text, k):
        return k + 1, year
    if text.words(k, k + 2) in (("this", "year"), ("the", "year")):
        return k + 2, days.year
    if text.words(k, k + 2) in (("last", "year"), ("previous", "year")):
        return k + 2, days.year - 1 if days.year else None
    return j, days.year_of(month)


def _fiscal(text: Text, i: int, days: Calendar) -> Period | None:
    start = i
    if text.words(i, i + 2) in (("fiscal", "year"), ("financial", "year")):
        i += 2
    elif text.lower(i) in ("fy", "fiscal") and text.kind(i) == "word":
        i += 1
    else:
        return None
    if year_at(text, i) or re.fullmatch(r"\d{4}[-–/]\d\d", text.raw(i)):
        return Period(start, i + 1, text.slice(start, i + 1))
    return None


def month_year(text: Text, i: int, days: Calendar) -> Period | None:
    month = month_at(text, i)
    if not month:
        return None
    j = i + 1
    if text.kind(j) == "number" and text.raw(j).isdecimal() and len(text.raw(j)) <= 2:
        return None
    if text.lower(j) == ",":
        j += 1 if year_at(text, j + 1) else 0
    year = year_at(text, j)
    if year:
        return Period(i, j + 1, f"{_month_name(text, month)} {year}", *months(year, month, month))
    if text.words(j, j + 2) == ("last", "year") and days.year:
        return Period(
            i,
            j + 2,
            f"{_month_name(text, month)} {days.year - 1}",
            *months(days.year - 1, month, month),
        )
    if text.lower(i - 1) not in ("in", "during", "since", "until", "of", "for", "by"):
        return None
    known = days.year_of(month)
    size = 2 if text.words(j, j + 2) == ("this", "year") else 0
    if known is None:
        return Period(i, j + size, _month_name(text, month))
    return Period(i, j + size, f"{_month_name(text, month)} {known}", *months(known, month, month))


def _month_name(text: Text, month: int) -> str:
    return text.language.calendar.months[month - 1]


def relative(text: Text, i: int, days: Calendar) -> Period | None:
    pair = text.words(i, i + 2)
    if days.year is None or pair[0] not in ("this", "last", "current", "previous", "next"):
        return None
    offset = {"this": 0, "current": 0, "next": 1}.get(pair[0], -1)
    if pair[1] == "year" or pair == ("last", "year’s"):
        year = days.year + offset
        return Period(i, i + 2, f"{year}", *months(year, 1, 12))
    if pair[1] in text.grammar.seasons and offset <= 0:
        return Period(i, i + 2, f"{pair[1]} {days.year + offset}")
    return None


def _past(text: Text, i: int, days: Calendar) -> Period | None:
    """ "Over the past decade", "in the last five years": as stated, its ends are not."""
    if text.lower(i) not in ("past", "last"):
        return None
    if text.lower(i - 1) == "the" and text.lower(i - 2) == "for":
        return None
    for j in (i + 1, i + 2):
        if text.lower(j) in ("decade", "decades", "years", "months", "weeks", "days", "year"):
            if j == i + 1 and text.lower(j) == "year" and text.lower(i) == "last":
                return None
            return Period(i, j + 1, text.slice(i, j + 1).lower())
    return None


def _year(text: Text, i: int, days: Calendar) -> Period | None:
    year = year_at(text, i)
    if year is None or text.lower(i - 1) not in (*text.grammar.within, "year", "since", "and"):
        return None
    if text.lower(i - 1) == "by":
        return Period(i - 1, i + 1, f"by {year}", "", f"{year}-12-31")
    return Period(i, i + 1, f"{year}", *months(year, 1, 12))


def on_day(text: Text, i: int, days: Calendar) -> Period | None:
    """March 3, 2021 or 3 March (2021): one day."""
    month, day = month_at(text, i), text.raw(i + 1)
    j = i + 2
    if not month and month_at(text, i + 1):
        month, day = month_at(text, i + 1), text.raw(i)
    if not month or not day.isdecimal() or not 1 <= int(day[:3]) <= 31:
        return None
    k = j + 1 if text.lower(j) == "," else j
    year = year_at(text, k)
    if year is None and text.words(k, k + 2) == ("this", "year"):
        year, k = days.year, k + 1
    j = k + 1 if year else j
    year = year or days.year_of(month)
    if year is None or int(day) > calendar.monthrange(year, month)[1]:
        return None
    iso = f"{year:04d}-{month:02d}-{int(day):02d}"
    return Period(i, j, f"{text.slice(i, i + 2)}, {year}", iso, iso)
