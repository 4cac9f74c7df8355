"""Periods: when a figure holds, as stated, with the year and ISO dates where they follow."""

from __future__ import annotations

import calendar

from .dates import Calendar, Period, month_at, months, year_at
from .named_periods import month_year, named, of_year, on_day, relative
from .tokens import Text

_LONGEST_SINCE = 12


def find_periods(text: Text, start: int, end: int, days: Calendar) -> list[Period]:
    """The periods of the sentence over tokens `start` to `end`, in order."""
    found: list[Period] = []
    i = start
    while i < end:
        token = text.tokens[i]
        opens = (
            token.lower in text.grammar.period_openers
            or token.kind in ("number", "mixed")
            or month_at(text, i)
        )
        period = _read(text, i, end, days) if opens else None
        if period is not None:
            if not _aside(text, period):
                found.append(period)
            i = max(period.j, i + 1)
        else:
            i += 1
    return found


def _aside(text: Text, period: Period) -> bool:
    """Whether a period dates something said in passing: the programme, launched in 2016, has ..."""
    i = period.i - 1 if text.lower(period.i - 1) == "in" else period.i
    return (
        text.raw(i - 2) == ","
        and text.grammar.participle(text.lower(i - 1))
        and text.raw(period.j) == ","
    )


def _read(text: Text, i: int, end: int, days: Calendar) -> Period | None:
    word = text.lower(i)
    if word == "since":
        # "have since closed" names no time
        if text.lower(i - 1) in text.grammar.have:
            return None
        return _since(text, i, end, days)
    if word in ("compared", "against", "than", "versus", "vs", "over", "from", "on", "to"):
        base = _base(text, i, days)
        if base:
            return base
    if word in ("from", "between") or month_at(text, i) or month_at(text, i + 1):
        span = _span(text, i, days)
        if span:
            return span
    if word in ("by", "as", "at", "until", "till"):
        limit = _limit(text, i, days)
        if limit:
            return limit
    if word in ("every", "each", "per") and text.lower(i + 1) in ("year", "month", "day", "week"):
        return Period(i, i + 2, text.slice(i, i + 2).lower(), sort="main")
    if word in ("annually", "yearly") or (word == "annual" and text.lower(i + 1) == "number"):
        return Period(i, i + 1, "every year")
    if word == "year-on-year" or text.words(i, i + 3) in (
        ("year", "on", "year"), ("on", "the", "year"), ("year", "over", "year"),
    ):  # fmt: skip
        return Period(i, i + (1 if word == "year-on-year" else 3), "year on year", sort="rate")
    return named(text, i, days)


def _since(text: Text, i: int, end: int, days: Calendar) -> Period | None:
    """Since 2018; since August; since the beginning of this year; since the law took force."""
    j = i + 1
    if text.lower(j) in ("then", "ancient"):
        return None
    stop = min(end, i + _LONGEST_SINCE)
    for k in range(j, stop):
        if text.raw(k) in ",;:.—" and not (text.raw(k) == "," and month_at(text, k - 2)):
            stop = k
            break
    start_of = text.words(j, j + 3) in (("the", "beginning", "of"), ("the", "start", "of"))
    begin = j + 3 if start_of else j
    for k in range(begin, stop):
        inner = named(text, k, days) or on_day(text, k, days)
        if inner is None or not inner.start:
            continue
        if k > begin + 1 and text.lower(k - 1) != "in":
            break
        lead = "since the beginning of" if start_of else "since"
        return Period(i, max(inner.j, k + 1), f"{lead} {inner.text}", start=inner.start)
    if j >= stop:
        return None
    said = text.slice(i, _phrase_end(text, j, stop))
    return Period(i, _phrase_end(text, j, stop), said[:1].lower() + said[1:])


def _phrase_end(text: Text, j: int, stop: int) -> int:
    """Up to the comma where there is one, else up to the next verb or subject of the sentence."""
    for k in range(j + 1, stop):
        if text.lower(k) in ("we", "they", "he", "she", "i"):
            return k
    if stop < len(text) and text.raw(stop) in ",;:.—":
        return stop
    for k in range(j + 1, stop):
        if text.lower(k) in ("have", "has", "had", "with", "and", "we"):
            return k
    return stop


def _span(text: Text, i: int, days: Calendar) -> Period | None:
    """From January to September (this year); June 25 to Sept. 30, 2023; 2013 to 2021."""
    between = text.lower(i) == "between"
    j = i + 1 if between or text.lower(i) == "from" else i
    low, mid = _end_of_span(text, j)
    links = ("and",) if between else ("to", "through", "until", "-", "–")
    if low is None or text.lower(mid) not in links:
        return None
    high, k = _end_of_span(text, mid + 1)
    if high is None or len(low) != len(high):
        return None
    if len(low) == 1:
        first, last = low[0], high[0]
        return Period(i, k, f"{first} to {last}", months(first, 1, 12)[0], months(last, 1, 12)[1])
    said = text.slice(j, k)
    k, year = of_year(text, k, days, high[0])
    if year is None:
        return Period(i, k, said)
    began = year if low[0] <= high[0] else year - 1
    if high[1]:
        limit = calendar.monthrange(year, high[0])[1]
        if high[1] > limit or low[1] > calendar.monthrange(began, low[0])[1]:
            return Period(i, k, said)
        ends = f"{began:04d}-{low[0]:02d}-{low[1]:02d}", f"{year:04d}-{high[0]:02d}-{high[1]:02d}"
        return Period(i, k, f"{said}, {year}", *ends)
    return Period(
        i, k, f"{said} {year}", months(began, low[0], low[0])[0], months(year, high[0], high[0])[1]
    )


def _end_of_span(text: Text, i: int) -> tuple[tuple[int, ...] | None, int]:
    """A year, or a month with its day (0 where none is named), and the token after it."""
    if year := year_at(text, i):
        return (year,), i + 1
    if month := month_at(text, i):
        day = text.raw(i + 1)
        if day.isdecimal() and len(day) <= 2 and int(day) > 0:
            return (month, int(day)), i + 2
        return (month, 0), i + 1
    day = text.raw(i)
    if day.isdecimal() and len(day) <= 2 and int(day) > 0 and (month := month_at(text, i + 1)):
        return (month, int(day)), i + 2
    return None, i


def _limit(text: Text, i: int, days: Calendar) -> Period | None:
    """By the end of June; as of the end of November 2022; as of May 3: it has an end only."""
    j = i + 1
    if text.lower(i) == "as" and text.lower(j) != "of":
        return None
    if text.lower(i) == "as":
        j += 1
    the_end = text.words(j, j + 3) == ("the", "end", "of")
    k = j + 3 if the_end else j + 2 if text.words(j, j + 2) == ("end", "of") else j
    if text.lower(i) == "at" and k == j:
        return None
    inner = on_day(text, k, days) or month_year(text, k, days) or relative(text, k, days)
    if inner is None and (year := year_at(text, k)):
        inner = Period(k, k + 1, f"{year}", *months(year, 1, 12))
    if inner is None:
        return None
    if text.lower(i) == "by" and _ahead(text, i, inner, days):
        month = int(inner.end[5:7])
        year = int(inner.end[:4]) + 1
        name = inner.text.partition(" ")[0]
        inner = Period(inner.i, inner.j, f"{name} {year}", *months(year, month, month))
    return Period(i, inner.j, f"{text.slice(i, k).lower()} {inner.text}", "", inner.end)


def _ahead(text: Text, i: int, inner: Period, days: Calendar) -> bool:
    """Whether a month named alone is still to come: we expect to reach 22 by December."""
    alone = inner.j == inner.i + 1 and month_at(text, inner.i) and inner.end
    if not alone or days.year is None or int(inner.end[:4]) == days.year:
        return False
    first, last = text.sentence(i)
    return any(
        text.lower(k) in text.grammar.expecting
        for k in range(max(first, i - 40), min(last, i + 40))
    )


def _base(text: Text, i: int, days: Calendar) -> Period | None:
    """What a change is measured from: compared with 2012, than in 2019, from a year earlier."""
    word = text.lower(i)
    j = i + 1
    if word == "compared":
        if text.lower(j) not in ("with", "to"):
            return None
        j += 1
    elif (word in ("over", "from", "on", "to", "against") and year_at(text, j) is None) or word in (
        "from",
        "to",
        "on",
    ):
        return None
    for k in range(j, min(j + 6, len(text))):
        if text.raw(k) in ",;.":
            break
        if text.lower(k) == "same" and text.lower(k + 1) == "period":
            return Period(i, k + 2, "same period", sort="rate")
        year = year_at(text, k)
        if year and k - j <= 2:
            return Period(i, k + 1, f"{year}", *months(year, 1, 12), sort="base")
        if text.words(k, k + 2) == ("last", "year") and days.year:
            return Period(i, k + 2, f"{days.year - 1}", *months(days.year - 1, 1, 12), sort="base")
    return None
