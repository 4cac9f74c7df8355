"""Dates and hours as transcripts print them; nothing is guessed.

A date is ISO (`2022-07-25`), `--07-25` where no year is printed, or None.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
MONTHS = {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?!\d)",
        r"(?<![\d/])(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?![\d/])",
        rf"(?<!\d){_YEAR}\s*[-/.年]\s*(?P<month>[01]?\d)\s*[-/.月]\s*(?P<day>[0-3]?\d)日?(?!\d)",
        rf"\b{_MONTH}\s*{_DAY}\b(?!\s*,?\s*\d{{4}})(?!%|,\d)",
        rf"(?<!\d){_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)",
    )
)
_TIME = re.compile(
    r"(?<![\d:])(?:(?P<h>[01]?\d)(?:[:.](?P<m>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d)?)",
    re.IGNORECASE,
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(rf"\b(?:on\s+|last\s+)?({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
# Words around a date that are no place.
_AROUND = re.compile(
    rf"\b(?:{'|'.join(_WEEKDAYS)}|on|at|in|of|from|last|updated|published|posted|date|time|local|"
    r"beijing time|edt|est|et|gmt|utc|cst|cdt|pst|pdt|cet|cest|bst|noon)\b",
    re.IGNORECASE,
)
_ON_THE = re.compile(r"\bon the (\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|anniversary))")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its ISO form and where it stands."""

    iso: str
    start: int
    end: int

    @property
    def whole(self) -> bool:
        return not self.iso.startswith("--")


def find_dates(text: str) -> list[Found]:
    """Every date of the text in order, whole ones before the partial ones they contain.

    >>> [found.iso for found in find_dates("Beijing | 10 a.m. Oct. 24, 2023, again on 3 May")]
    ['2023-10-24', '--05-03']
    """
    found: list[Found] = []
    taken: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(text):
            iso = _iso(match)
            if iso and taken.isdisjoint(range(*match.span())):
                found.append(Found(iso, *match.span()))
                taken.update(range(*match.span()))
    return sorted(found, key=lambda date: date.start)


def find_time(text: str) -> str | None:
    """The hour as printed, or None.

    >>> find_time("Beijing | 10 a.m. July 25, 2022"), find_time("2:05 P.M. EDT"), find_time("at 10")
    ('10 a.m.', '2:05 P.M.', None)
    """
    match = _TIME.search(text)
    return match.group().strip() if match else None


def without_dates(text: str) -> str:
    """What is left of a dateline when dates, weekdays and hours are taken out."""
    for date in reversed(find_dates(text)):
        text = text[: date.start] + " " + text[date.end :]
    text = _TIME.sub(" ", text)
    return _AROUND.sub(" ", text)


def resolve(partial: str, published: str) -> str | None:
    """A day without a year, by the date of the text that reports it: the last such day before.

    >>> resolve("--07-25", "2022-07-26"), resolve("--12-30", "2023-01-02")
    ('2022-07-25', '2022-12-30')
    """
    until = datetime.date.fromisoformat(published)
    for year in (until.year, until.year - 1):
        try:
            day = datetime.date(year, int(partial[2:4]), int(partial[5:7]))
        except ValueError:
            continue
        # A report a season later would not leave the year out.
        if datetime.timedelta(0) <= until - day <= datetime.timedelta(days=60):
            return day.isoformat()
    return None


def day_before(text: str, published: str) -> str | None:
    """The day that "Tuesday" or "on the 10th" means in a text published on that date."""
    until = datetime.date.fromisoformat(published)
    on_the = _ON_THE.search(text)
    weekday = _WEEKDAY.search(text)
    for back in range(7 if weekday and not on_the else 28):
        day = until - datetime.timedelta(days=back)
        if on_the:
            if day.day == int(on_the.group(1)):
                return day.isoformat()
        elif weekday and day.weekday() == _WEEKDAYS.index(weekday.group(1).lower()):
            return day.isoformat()
    return None


def valid(date: str) -> bool:
    """Whether it is a date as this project writes them."""
    if re.fullmatch(r"--\d\d-\d\d", date):
        date = "2000" + date[1:]
    try:
        datetime.date.fromisoformat(date)
    except ValueError:
        return False
    return len(date) == 10


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "a" in parts:
        return _of_numbers(int(parts["a"]), int(parts["b"]), parts["year"])
    month = parts["month"]
    if not parts.get("year") and month[0].islower():
        return None  # "it may 3", "on the march 12"
    number = int(month) if month.isdigit() else MONTHS[month[:3].lower()]
    iso = f"{parts.get('year') or '-'}-{number:02}-{int(parts['day']):02}"
    return iso if valid(iso) else None


def _of_numbers(a: int, b: int, year: str) -> str | None:
    """A date in numbers alone, where only one order of day and month makes one."""
    made = {iso for month, day in ((a, b), (b, a)) if valid(iso := f"{year}-{month:02}-{day:02}")}
    return made.pop() if len(made) == 1 else None
