"""Periods: when a figure holds, as stated, with the year and ISO dates where they follow."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from typing import Literal

from .tokens import MONTH_NUMBERS, Text

Sort = Literal["main", "base", "rate"]

_MONTH_NAME = {n: calendar.month_name[n] for n in range(1, 13)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SEASONS = frozenset("spring summer autumn winter".split())
_IN = frozenset("in during for throughout over within of by".split())
_AMONG = re.compile(r"^(?:among|of|in)\s+(?:them|these|those|which|the total)\b", re.IGNORECASE)
# Nouns that name an undertaking: "since the campaign started" looks for the year it was begun in.
UNDERTAKINGS = frozenset(
    "campaign operation action programme program project initiative drive reform crackdown"
    " scheme period".split()
)
_BEGINNINGS = re.compile(
    r"\b(?:launch\w*|beg[au]n\w*|start\w*|carr(?:y|ied|ies) out|organi[sz]\w*|initiat\w*|introduc\w*)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:since|in|from)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_LONGEST_SINCE = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A period over the tokens `i` to `j`; `base` is one that others are compared with."""

    i: int
    j: int
    text: str
    start: str = ""
    end: str = ""
    sort: Sort = "main"
    elapsing: bool = False


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
    return MONTH_NUMBERS.get(raw.lower().rstrip("."), 0)


def find_periods(text: Text, date: str | None) -> list[list[Period]]:
    """For each sentence its periods in order."""
    days = Calendar(date)
    found: list[list[Period]] = []
    for start, end in text.bounds:
        here: list[Period] = []
        i = start
        while i < end:
            period = _read(text, i, end, days)
            if period is None:
                i += 1
                continue
            here.append(period)
            i = max(period.j, i + 1)
        found.append(here)
    return found


def _read(text: Text, i: int, end: int, days: Calendar) -> Period | None:
    word = text.lower(i)
    if word == "since":
        return _since(text, i, end, days)
    if word in ("compared", "against", "than", "versus", "vs", "over", "from", "on", "to"):
        base = _base(text, i, days)
        if base:
            return base
    if word == "from" or month_at(text, i):
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
    return _named(text, i, days)


def _named(text: Text, i: int, days: Calendar) -> Period | None:
    """This year, May 2023, the first half of 2024, Q1 2024, fiscal year 2022, past decade."""
    j = i
    if text.lower(i) in ("early", "late", "mid"):
        return None
    if text.lower(j) in ("the", "this", "last") and text.lower(j + 1) in (
        *_QUARTERS,
        "past",
        "last",
    ):
        j += 1
    for reader in (_fraction_of_year, _fiscal, _month_year, _relative, _past, _year):
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
    if word not in _QUARTERS or part not in ("quarter", "half"):
        if word == "first" and part.isalpha() and text.lower(i + 2) == "months":
            return _first_months(text, i, days)
        return None
    size = 3 if part == "quarter" else 6
    last = _QUARTERS[word] * size
    j, year = _of_year(text, i + 2, days, last - size + 1)
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
    j, year = _of_year(text, i + 3, days, n)
    if year is None:
        return Period(i, j, f"first {word} months")
    return Period(i, j, f"first {word} months of {year}", *months(year, 1, n))


def _of_year(text: Text, j: int, days: Calendar, month: int) -> tuple[int, int | None]:
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


def _month_year(text: Text, i: int, days: Calendar) -> Period | None:
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
        return Period(i, j + 1, f"{_MONTH_NAME[month]} {year}", *months(year, month, month))
    if text.words(j, j + 2) == ("last", "year") and days.year:
        return Period(
            i, j + 2, f"{_MONTH_NAME[month]} {days.year - 1}", *months(days.year - 1, month, month)
        )
    if text.lower(i - 1) not in ("in", "during", "since", "until", "of", "for", "by"):
        return None
    known = days.year_of(month)
    size = 2 if text.words(j, j + 2) == ("this", "year") else 0
    if known is None:
        return Period(i, j + size, _MONTH_NAME[month])
    return Period(i, j + size, f"{_MONTH_NAME[month]} {known}", *months(known, month, month))


def _relative(text: Text, i: int, days: Calendar) -> Period | None:
    pair = text.words(i, i + 2)
    if days.year is None or pair[0] not in ("this", "last", "current", "previous", "next"):
        return None
    offset = {"this": 0, "current": 0, "next": 1}.get(pair[0], -1)
    if pair[1] == "year" or pair == ("last", "year’s"):
        year = days.year + offset
        return Period(i, i + 2, f"{year}", *months(year, 1, 12))
    if pair[1] in _SEASONS and offset <= 0:
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
    if year is None or text.lower(i - 1) not in (*_IN, "year", "since", "and"):
        return None
    if text.lower(i - 1) == "by":
        return Period(i - 1, i + 1, f"by {year}", "", f"{year}-12-31")
    return Period(i, i + 1, f"{year}", *months(year, 1, 12))


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
        inner = _named(text, k, days) or _on_day(text, k, days)
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
    """Up to the comma where there is one, else up to the next verb of the sentence."""
    if stop < len(text) and text.raw(stop) in ",;:.—":
        return stop
    for k in range(j + 1, stop):
        if text.lower(k) in ("have", "has", "had", "with", "and", "we"):
            return k
    return stop


def _on_day(text: Text, i: int, days: Calendar) -> Period | None:
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


def _span(text: Text, i: int, days: Calendar) -> Period | None:
    """From January to September (this year); June 25 to Sept. 30, 2023; 2013 to 2021."""
    j = i + 1 if text.lower(i) == "from" else i
    low, mid = _end_of_span(text, j)
    if low is None or text.lower(mid) not in ("to", "through", "until", "-", "–"):
        return None
    high, k = _end_of_span(text, mid + 1)
    if high is None or len(low) != len(high):
        return None
    if len(low) == 1:
        first, last = low[0], high[0]
        return Period(i, k, f"{first} to {last}", months(first, 1, 12)[0], months(last, 1, 12)[1])
    said = text.slice(j, k)
    k, year = _of_year(text, k, days, high[0])
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
    inner = _on_day(text, k, days) or _month_year(text, k, days) or _relative(text, k, days)
    if inner is None and (year := year_at(text, k)):
        inner = Period(k, k + 1, f"{year}", *months(year, 1, 12))
    if inner is None:
        return None
    return Period(i, inner.j, f"{text.slice(i, k).lower()} {inner.text}", "", inner.end)


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


def goes_on(sentence: str) -> bool:
    """Whether a sentence continues the count of the one before: "Among them", "Of these"."""
    return bool(_AMONG.match(sentence))


def begun(noun: str, before: tuple[str, ...]) -> str | None:
    """The year in which earlier text says an undertaking began, None where it does not say.

    >>> begun("campaign", ("In 2018, the ministry began a five-year campaign.",))
    '2018'
    >>> begun("campaign", ("It was cold in 2018.",)) is None
    True
    """
    if noun not in UNDERTAKINGS:
        return None
    kin = "|".join(sorted(UNDERTAKINGS - {"period"}))
    for passage in reversed(before):
        for sentence in reversed(re.split(r"(?<=[.;!?])\s+", passage)):
            if re.search(rf"\b(?:{kin})s?\b", sentence, re.IGNORECASE) and _BEGINNINGS.search(
                sentence
            ):
                years = _YEAR.findall(sentence)
                if len(set(years)) == 1:
                    return str(years[0])
    return None
