"""Dates and times as transcripts print them; nothing is guessed.

A date is in ISO format (`2022-07-25`), or `--07-25` if no year is printed.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from ..languages import ENGLISH, Language


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text: its ISO form and its span."""

    iso: str
    start: int
    end: int

    @property
    def whole(self) -> bool:
        return not self.iso.startswith("--")


def find_dates(text: str, language: Language = ENGLISH) -> list[PrintedDate]:
    """Return all dates of a text in order; a full date hides partial dates within it.

    >>> [found.iso for found in find_dates("Beijing | 10 a.m. Oct. 24, 2023, again on 3 May")]
    ['2023-10-24', '--05-03']
    """
    dates: list[PrintedDate] = []
    taken: set[int] = set()
    for form in language.calendar.dates:
        for match in form.finditer(text):
            iso = _iso(match, language)
            if iso and taken.isdisjoint(range(*match.span())):
                dates.append(PrintedDate(iso, *match.span()))
                taken.update(range(*match.span()))
    return sorted(dates, key=lambda date: date.start)


def find_time(text: str, language: Language = ENGLISH) -> str | None:
    """Return the first time of day as printed, or None.

    >>> find_time("Beijing | 10 a.m. July 25, 2022"), find_time("2:05 P.M. EDT"), find_time("at 10")
    ('10 a.m.', '2:05 P.M.', None)
    """
    match = language.calendar.time.search(text)
    return match.group().strip() if match else None


def without_dates(text: str, language: Language = ENGLISH) -> str:
    """Return a dateline without its dates, weekdays and times, and the small words around them.

    >>> " ".join(without_dates("on Monday in Isle of Man, 4 May 2021").split())
    'Isle of Man,'
    """
    for date in reversed(find_dates(text, language)):
        text = text[: date.start] + " " + text[date.end :]
    text = language.calendar.time.sub(" ", text)
    return language.calendar.small_around.sub(" ", language.calendar.around.sub(" ", text))


def resolve(partial: str, published: str) -> str | None:
    """Complete a date without a year: the last such day up to the date of publication.

    Return None if that is more than 60 days before publication.

    >>> resolve("--07-25", "2022-07-26"), resolve("--12-30", "2023-01-02")
    ('2022-07-25', '2022-12-30')
    """
    until = datetime.date.fromisoformat(published)
    for year in (until.year, until.year - 1):
        try:
            day = datetime.date(year, int(partial[2:4]), int(partial[5:7]))
        except ValueError:
            continue
        # A report that is published much later would print the year.
        if datetime.timedelta(0) <= until - day <= datetime.timedelta(days=60):
            return day.isoformat()
    return None


def day_before(text: str, published: str, language: Language = ENGLISH) -> str | None:
    """Return the latest day up to publication to which "Tuesday" or "on the 10th" may refer, or
    None."""
    until = datetime.date.fromisoformat(published)
    on_the = language.calendar.on_the.search(text)
    weekday = language.calendar.weekday.search(text)
    for back in range(7 if weekday and not on_the else 28):
        day = until - datetime.timedelta(days=back)
        if on_the:
            if day.day == int(on_the.group(1)):
                return day.isoformat()
        elif weekday and day.weekday() == language.calendar.weekdays.index(
            weekday.group(1).lower()
        ):
            return day.isoformat()
    return None


def valid(date: str) -> bool:
    """Return whether a string is a date, full or partial, in the format of this project."""
    if re.fullmatch(r"--\d\d-\d\d", date):
        date = "2000" + date[1:]
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        return False
    return len(date) == 10


def _iso(match: re.Match[str], language: Language) -> str | None:
    parts = match.groupdict()
    if "a" in parts:
        return _of_numbers(int(parts["a"]), int(parts["b"]), parts["year"])
    month = parts["month"]
    if not parts.get("year") and month[0].islower():
        return None  # "it may 3", "on the march 12"
    number = (
        int(month)
        if month.isdigit()
        else language.calendar.month_numbers[month.lower().rstrip(".")]
    )
    iso = f"{parts.get('year') or '-'}-{number:02}-{int(parts['day']):02}"
    return iso if valid(iso) else None


def _of_numbers(a: int, b: int, year: str) -> str | None:
    """Return the date of a numeric form if only one order of day and month is valid, or else
    None."""
    valid_dates = {
        iso for month, day in ((a, b), (b, a)) if valid(iso := f"{year}-{month:02}-{day:02}")
    }
    return valid_dates.pop() if len(valid_dates) == 1 else None
