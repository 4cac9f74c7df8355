"""Periods with a name: this year, May 2023, the first half of 2024, the past decade."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from .dates import Calendar, Period, month_at, months, year_at
from .tokens import Text


def named(text: Text, i: int, days: Calendar) -> Period | None:
    """Match this year, May 2023, the first half of 2024, Q1 2024, fiscal year 2022, or past decade.

    Return None if no named period begins at token `i`.
    """
    j, words = i, text.periods
    if text.lower(i) in words.rough:
        return None
    if text.lower(j) in words.articles and (
        text.lower(j + 1) in words.quarters or text.lower(j + 1) in words.past
    ):
        j += 1
    for reader in (_fraction_of_year, _fiscal, _year_to, month_year, relative, _past, _year):
        period = reader(text, j, days)
        if period:
            return replace(period, i=i)
    return None


def _fraction_of_year(text: Text, i: int, days: Calendar) -> Period | None:
    word = text.lower(i)
    words = text.periods
    if part_sign(text, i):
        year = year_at(text, i + 1)
        size, n = words.part_signs[word[0]], int(word[1])
        if year is None or size * n > 12:
            return None
        return Period(
            i, i + 2, f"{text.raw(i)} {year}", *months(year, n * size - size + 1, n * size)
        )
    part = text.lower(i + 1)
    if word not in words.quarters or part not in words.part_sizes:
        if word in words.first and text.lower(i + 2) in words.months:
            return _first_months(text, i, days)
        return None
    size = words.part_sizes[part]
    last_month = words.quarters[word] * size
    j, year = of_year(text, i + 2, days, last_month - size + 1)
    if last_month > 12 or text.words(i + 2, i + 5) == text.refusals.in_a_row:
        return None
    if year is None:
        return Period(i, j, f"{word} {part}")
    return Period(
        i,
        j,
        f"{word} {part}{words.of_shown}{year}",
        *months(year, last_month - size + 1, last_month),
    )


def part_sign(text: Text, i: int) -> bool:
    """Return whether a token names a quarter or a half of a year: Q1, H2."""
    word = text.lower(i)
    signs = text.periods.part_signs
    return len(word) == 2 and word[0] in signs and word[1] in "1234"


def _first_months(text: Text, i: int, days: Calendar) -> Period | None:
    """Match "the first nine months" or "the first three quarters"."""
    wording = text.slice(i, i + 3).lower()
    n = text.periods.counts.get(text.lower(i + 1), 0)
    last_month = 3 * n if text.lower(i + 2) in text.units.quarters else n
    if not 0 < last_month < 12:
        return None
    j, year = of_year(text, i + 3, days, last_month)
    if year is None:
        return Period(i, j, wording)
    return Period(i, j, f"{wording}{text.periods.of_shown}{year}", *months(year, 1, last_month))


def _year_to(text: Text, i: int, days: Calendar) -> Period | None:
    """Match the twelve months that end at a date: "the year to June 1999", "the year ending 30
    June"."""
    words = text.periods
    if text.lower(i) not in words.year or text.lower(i + 1) not in words.ending:
        return None
    end = on_day(text, i + 2, days) or month_year(text, i + 2, days, alone=True)
    if end is None or not end.end:
        return None
    year, month = int(end.end[:4]), int(end.end[5:7])
    start, _ = months(year, 1, 1) if month == 12 else months(year - 1, month + 1, month + 1)
    return Period(i, end.j, f"{words.year_to_shown} {end.text}", start, end.end)


def of_year(text: Text, j: int, days: Calendar, month: int) -> tuple[int, int | None]:
    """Match "of 2023", "of this year" or "2023", or use the latest year in which `month` had begun.

    Return the token after the match, and the year or None.
    """
    k = j + 1 if text.lower(j) in text.periods.of else j
    if year := year_at(text, k):
        return k + 1, year
    offset = text.periods.years.get((text.lower(k), text.lower(k + 1)))
    if offset is not None:
        return k + 2, days.year + offset if days.year else None
    return j, days.year_of(month)


def _fiscal(text: Text, i: int, days: Calendar) -> Period | None:
    start = i
    if text.words(i, i + 2) in text.periods.fiscal_pairs:
        i += 2
    elif text.lower(i) in text.periods.fiscal and text.kind(i) == "word":
        i += 1
    else:
        return None
    if year_at(text, i) or re.fullmatch(r"\d{4}[-–/]\d\d", text.raw(i)):
        return Period(start, i + 1, text.slice(start, i + 1))
    return None


def month_year(text: Text, i: int, days: Calendar, alone: bool = False) -> Period | None:
    """Match "May 2023", "May last year", or "in May" (the latest that has begun).

    A month without a year needs a preposition before it, unless it may stand `alone`.
    """
    month = month_at(text, i)
    if not month:
        return None
    name = text.language.calendar.months[month - 1]
    j = i + 1
    if text.kind(j) == "number" and text.raw(j).isdecimal() and len(text.raw(j)) <= 2:
        return None
    if text.lower(j) == ",":
        j += 1 if year_at(text, j + 1) else 0
    year = year_at(text, j)
    if year:
        return Period(i, j + 1, f"{name} {year}", *months(year, month, month))
    offset = text.periods.years.get((text.lower(j), text.lower(j + 1)))
    if offset is not None and days.year:
        year = days.year + offset
        return Period(i, j + 2, f"{name} {year}", *months(year, month, month))
    if not alone and text.lower(i - 1) not in text.periods.months_after:
        return None
    year = days.year_of(month)
    size = 2 if offset == 0 else 0
    if year is None:
        return Period(i, j + size, name)
    return Period(i, j + size, f"{name} {year}", *months(year, month, month))


def relative(text: Text, i: int, days: Calendar) -> Period | None:
    pair, words = text.words(i, i + 2), text.periods
    if days.year is None or pair[0] not in words.relative:
        return None
    offset = words.relative[pair[0]]
    if pair[1] in words.year:
        year = days.year + offset
        if text.lower(i + 2) in words.measures:
            return Period(i, i + 3, f"{year}", sort="aside")
        for phrase in words.and_next:
            if not offset and text.words(i + 2, i + 2 + len(phrase)) == phrase:
                ends = months(year, 1, 12)[0], months(year + 1, 1, 12)[1]
                return Period(i, i + 2 + len(phrase), f"{year} to {year + 1}", *ends)
        return Period(i, i + 2, f"{year}", *months(year, 1, 12))
    if pair[1] in words.seasons and offset <= 0:
        return Period(i, i + 2, f"{pair[1]} {days.year + offset}")
    return None


def _past(text: Text, i: int, days: Calendar) -> Period | None:
    """Match "over the past decade" or "in the last five years", as worded and without dates."""
    words = text.periods
    if text.lower(i) not in words.past:
        return None
    for j in (i + 1, i + 2):
        if text.lower(j) in words.stretches:
            if (text.lower(i), text.lower(j)) in words.years:
                return None
            return Period(i, j + 1, text.slice(i, j + 1).lower())
    return None


def _year(text: Text, i: int, days: Calendar) -> Period | None:
    year = year_at(text, i)
    words, before = text.periods, text.lower(i - 1)
    if year is None or not (before in words.within or before in words.year_after):
        return None
    if before in words.by:
        return Period(i - 1, i + 1, f"{before} {year}", "", f"{year}-12-31")
    end_year = year_at(text, i + 2) if text.lower(i + 1) in words.between_links else None
    if end_year and end_year > year:
        ends = months(year, 1, 12)[0], months(end_year, 1, 12)[1]
        return Period(i, i + 3, text.slice(i, i + 3), *ends)
    return Period(i, i + 1, f"{year}", *months(year, 1, 12))


def on_day(text: Text, i: int, days: Calendar) -> Period | None:
    """Match a single day: "March 3, 2021" or "3 March (2021)"."""
    month, day = month_at(text, i), text.raw(i + 1)
    j = i + 2
    if not month and month_at(text, i + 1):
        month, day = month_at(text, i + 1), text.raw(i)
    if not month or not day.isdecimal() or not 1 <= int(day[:3]) <= 31:
        return None
    k = j + 1 if text.lower(j) == "," else j
    year = year_at(text, k)
    if year is None and text.periods.years.get((text.lower(k), text.lower(k + 1))) == 0:
        year, k = days.year, k + 1
    j = k + 1 if year else j
    year = year or days.year_of(month)
    if year is None or int(day) > calendar.monthrange(year, month)[1]:
        return None
    iso = f"{year:04d}-{month:02d}-{int(day):02d}"
    return Period(i, j, f"{text.slice(i, i + 2)}, {year}", iso, iso)
