"""Periods: when a figure applies, as worded, with years and ISO dates if they can be inferred."""

from __future__ import annotations

import calendar
from dataclasses import replace

from .dates import Calendar, Period, month_at, months, year_at
from .named_periods import month_year, named, of_year, on_day, relative
from .tokens import Text

_LONGEST_SINCE = 12
_COMPARED = 5
_STOPS = ",;:.—–"


def find_periods(text: Text, start: int, end: int, days: Calendar) -> list[Period]:
    """Return the periods of the sentence at tokens `start` to `end`, in order."""
    periods: list[Period] = []
    i = start
    while i < end:
        token = text.tokens[i]
        opens = (
            token.lower in text.periods.openers
            or token.kind in ("number", "mixed")
            or month_at(text, i)
        )
        period = _read(text, i, end, days) if opens else None
        if period is not None:
            if period.sort != "aside" and not _aside(text, period):
                periods.append(period)
            i = max(period.j, i + 1)
        else:
            i += 1
    return periods


def _aside(text: Text, period: Period) -> bool:
    """Return whether a period dates an aside: "the programme, launched in 2016, has ..."."""
    words = text.periods
    i = period.i - (text.lower(period.i - 1) in words.within | words.on)
    if text.lower(i - 1) in words.foretold:
        return True  # the 3% expected in June; in a report released on July 23
    return (
        text.raw(i - 2) == ","
        and text.grammar.participle(text.lower(i - 1))
        and text.raw(period.j) == ","
    )


def _read(text: Text, i: int, end: int, days: Calendar) -> Period | None:
    word, words = text.lower(i), text.periods
    if word in words.since:
        # "have since closed" names no time
        if text.lower(i - 1) in text.grammar.have:
            return None
        return _since(text, i, end, days)
    if word in words.bases and (base := _base(text, i, days)):
        return base
    opens_span = word in words.begins or word in words.between
    if (opens_span or month_at(text, i) or month_at(text, i + 1)) and (
        span := _span(text, i, days)
    ):
        return span
    if word in words.limits and (limit := _limit(text, i, days)):
        return limit
    if text.lower(i - 1) in words.on and (day := on_day(text, i, days)):
        return day
    return _repeated(text, i) or _rough(text, i, days) or named(text, i, days)


def _repeated(text: Text, i: int) -> Period | None:
    """Match "every year", "annually" or "year on year"."""
    words = text.periods
    if text.lower(i) in words.each and text.lower(i + 1) in words.each_units:
        return Period(i, i + 2, text.slice(i, i + 2).lower(), each=True)
    if text.lower(i) in words.yearly or text.words(i, i + 2) in words.yearly_pairs:
        return Period(i, i + 1, words.yearly_shown)
    for phrase in words.year_on_year.get(text.lower(i), ()):
        if text.words(i, i + len(phrase)) == phrase:
            return Period(i, i + len(phrase), words.year_on_year_shown, sort="rate")
    return None


def _rough(text: Text, i: int, days: Calendar) -> Period | None:
    """Match "late last year" or "early 2019", as worded and without dates."""
    if text.lower(i) not in text.periods.rough:
        return None
    k = i + 2 if text.raw(i + 1) == "-" else i + 1
    inner = relative(text, k, days) or month_year(text, k, days)
    if inner is None and (year := year_at(text, k)):
        inner = Period(k, k + 1, f"{year}")
    return Period(i, inner.j, f"{text.lower(i)} {inner.text}") if inner else None


def _since(text: Text, i: int, end: int, days: Calendar) -> Period | None:
    """Match "since 2018", "since August", "since the beginning of this year", "since the law took
    force"."""
    words = text.periods
    j = i + 1
    if text.lower(j) in words.no_time:
        return None
    stop = min(end, i + _LONGEST_SINCE)
    limited = stop < end
    for k in range(j, stop):
        if text.raw(k) in _STOPS and not (text.raw(k) == "," and month_at(text, k - 2)):
            stop, limited = k, False
            break
    start_of = text.words(j, j + 3) in words.starts
    begin = j + 3 if start_of else j
    for k in range(begin, stop):
        inner = named(text, k, days) or on_day(text, k, days)
        if inner is None or not inner.start:
            continue
        if k > begin + 1 and text.lower(k - 1) not in words.within:
            break
        lead = words.since_start_shown if start_of else words.since_shown
        since = Period(i, max(inner.j, k + 1), f"{lead} {inner.text}", start=inner.start)
        return _compared(text, since)
    if j >= stop:
        return None
    until = _phrase_end(text, j, stop)
    if limited and until == stop:
        until = _whole_phrase(text, j, stop)
    wording = text.slice(i, until)
    return _compared(text, Period(i, until, wording[:1].lower() + wording[1:]))


def _compared(text: Text, since: Period) -> Period:
    """Mark a "since" that only limits a comparison as an aside: "the lowest since 1969"."""
    sentence_start = text.sentence(since.i)[0]
    near = range(max(sentence_start, since.i - _COMPARED), since.i)
    if any(text.lower(k) in text.periods.superlatives for k in near):
        return replace(since, sort="aside")
    return since


def _phrase_end(text: Text, j: int, stop: int) -> int:
    """Return the end of a phrase: at a comma, or else before the next verb or subject of the
    sentence."""
    for k in range(j + 1, stop):
        if text.lower(k) in text.periods.new_subjects:
            return k
    if stop < len(text) and text.raw(stop) in _STOPS:
        return _second_verb(text, j, stop) or stop
    for k in range(j + 1, stop):
        if text.lower(k) in text.periods.new_verbs:
            return k
    return stop


def _second_verb(text: Text, j: int, stop: int) -> int | None:
    """Return the verb with which the sentence goes on after a clause with a verb of its own.

    Example: "has" in "since the law took effect has fallen by 3%".
    """
    grammar, begun = text.grammar, False
    helpers = (grammar.be | grammar.have) - text.periods.inner_verbs
    for k in range(j + 1, stop):
        word, following = text.lower(k), text.lower(k + 1)
        if word in helpers:
            if begun and text.lower(k - 1) not in grammar.conjunctions:
                return k
            begun = True
        ends = following in grammar.stoppers or text.kind(k + 1) != "word"
        begun = begun or word in text.periods.begun or (grammar.participle(word) and ends)
    return None


def _whole_phrase(text: Text, j: int, stop: int) -> int:
    """Return the end of a phrase that extends beyond token `stop`: before its last preposition."""
    joints = [
        k
        for k in range(j + 2, stop)
        if text.lower(k) in text.grammar.prepositions and text.lower(k) not in text.grammar.of
    ]
    stop = joints[-1] if joints else stop
    while stop > j + 1 and text.lower(stop - 1) in text.grammar.stoppers:
        stop -= 1
    return stop


def _span(text: Text, i: int, days: Calendar) -> Period | None:
    """Match "from January to September (this year)", "June 25 to Sept. 30, 2023", "2013 to
    2021"."""
    words = text.periods
    between = text.lower(i) in words.between
    j = i + 1 if between or text.lower(i) in words.begins else i
    low, mid = _end_of_span(text, j)
    if low is None or text.lower(mid) not in (words.between_links if between else words.links):
        return None
    high, k = _end_of_span(text, mid + 1)
    if high is None or len(low) != len(high):
        return None
    if len(low) == 1:
        ends = months(low[0], 1, 12)[0], months(high[0], 1, 12)[1]
        return Period(i, k, f"{low[0]} to {high[0]}", *ends)
    wording = text.slice(j, k)
    k, year = of_year(text, k, days, high[0])
    if year is None:
        return Period(i, k, wording)
    began = year if low[0] <= high[0] else year - 1
    if high[1]:
        limit = calendar.monthrange(year, high[0])[1]
        if high[1] > limit or low[1] > calendar.monthrange(began, low[0])[1]:
            return Period(i, k, wording)
        ends = f"{began:04d}-{low[0]:02d}-{low[1]:02d}", f"{year:04d}-{high[0]:02d}-{high[1]:02d}"
        return Period(i, k, f"{wording}, {year}", *ends)
    return Period(
        i,
        k,
        f"{wording} {year}",
        months(began, low[0], low[0])[0],
        months(year, high[0], high[0])[1],
    )


def _end_of_span(text: Text, i: int) -> tuple[tuple[int, ...] | None, int]:
    """Read a year, or a month with its day (0 if none is named), and return it with the token after
    it."""
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
    """Match a period with an end only: "by the end of June", "as of the end of November 2022", "as
    of May 3"."""
    words = text.periods
    word, j = text.lower(i), i + 1
    if word in words.as_of:
        if text.lower(j) != words.as_of[word]:
            return None
        j += 1
    k = next((j + len(p) for p in words.ends if text.words(j, j + len(p)) == p), j)
    part_end = next((j + len(p) for p in words.parts if text.words(j, j + len(p)) == p), j)
    k = max(k, part_end)
    if word in words.at and k == j:
        return None
    inner = on_day(text, k, days) or month_year(text, k, days) or relative(text, k, days)
    if inner is None and (year := year_at(text, k)):
        inner = Period(k, k + 1, f"{year}", *months(year, 1, 12))
    if inner is None:
        return None
    if part_end > j:
        return Period(i, inner.j, f"{text.slice(i, k).lower()} {inner.text}")
    if word in words.by and _open_year(text, inner, days):
        if not _ahead(text, i) and _past(text, i):
            return Period(i, inner.j, f"{text.slice(i, k).lower()} {inner.text}", "", inner.end)
        if not _ahead(text, i):
            return Period(i, inner.j, f"{text.slice(i, k).lower()} {text.slice(inner.i, inner.j)}")
        inner = _next_year(text, inner)
    return Period(i, inner.j, f"{text.slice(i, k).lower()} {inner.text}", "", inner.end)


def _open_year(text: Text, inner: Period, days: Calendar) -> bool:
    """Return whether a month or day without a year is after the date of the briefing, so that it
    may be in the future."""
    printed = any(year_at(text, k) for k in range(inner.i, inner.j))
    relative_ = any(text.lower(k) in text.periods.year for k in range(inner.i, inner.j))
    if printed or relative_ or days.year is None or not inner.end:
        return False
    return int(inner.end[:4]) < days.year


def _ahead(text: Text, i: int) -> bool:
    """Return whether a sentence is about the future: "we expect to reach 22 by December"."""
    return text.first(text.periods.expecting, *text.sentence(i)) is not None


def _past(text: Text, i: int) -> bool:
    return text.first(text.periods.past_forms, *text.sentence(i)) is not None


def _next_year(text: Text, inner: Period) -> Period:
    year, month = int(inner.end[:4]) + 1, int(inner.end[5:7])
    if month_at(text, inner.i) and inner.j == inner.i + 1:
        name = inner.text.partition(" ")[0]
        return Period(inner.i, inner.j, f"{name} {year}", *months(year, month, month))
    day = f"{year}{inner.end[4:]}"
    return Period(inner.i, inner.j, f"{text.slice(inner.i, inner.j)}, {year}", day, day)


def _base(text: Text, i: int, days: Calendar) -> Period | None:
    """Match the base of a change: "compared with 2012", "than in 2019", "from a year earlier"."""
    word, words = text.lower(i), text.periods
    j = i + 1
    if text.words(i, i + 2) in words.base_pairs:
        j += 1
    elif word in words.loose_bases:
        if not _same_period(text, j):
            return None
    elif word in words.year_bases and year_at(text, j) is None:
        return None
    for k in range(j, min(j + 6, len(text))):
        if text.raw(k) in ",;.":
            break
        if text.words(k, k + 2) in words.same_period:
            return Period(i, _after_year(text, k + 2), "same period", sort="rate")
        year = year_at(text, k)
        if year and k - j <= 2:
            return Period(i, k + 1, f"{year}", *months(year, 1, 12), sort="base")
        offset = words.years.get((text.lower(k), text.lower(k + 1)), 0)
        if offset and days.year:
            year = days.year + offset
            return Period(i, k + 2, f"{year}", *months(year, 1, 12), sort="base")
    return None


def _same_period(text: Text, k: int) -> bool:
    """Return whether "the same period" is at token `k`: "up 6% from the same period of last
    year"."""
    k += text.lower(k) in text.periods.the
    return text.words(k, k + 2) in text.periods.same_period


def _after_year(text: Text, k: int) -> int:
    """Return the token after the year of "the same period": "of the previous year", "in 2019",
    "last year"."""
    j = k + (text.lower(k) in text.periods.within)
    if year_at(text, j):
        return j + 1
    j += text.lower(j) in text.periods.the
    return j + 2 if text.words(j, j + 2) in text.periods.years else k
