"""Months, weekdays, dates and times in German."""

from __future__ import annotations

import re

from ..model import Calendar

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
    "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {
    "jan": 1, "jänner": 1, "feb": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = rf"(?<!\d)(?P<day>[0-3]?\d)\.\s*(?P<month>{_MONTH})\b\.?"
_WEEKDAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
CALENDAR = Calendar(
    months=MONTHS,
    month_numbers=MONTH_NUMBERS,
    dates=(
        re.compile(rf"{_DAY}\s+{_YEAR}(?!\d)", re.IGNORECASE),
        # The day comes first: 3.5.2023 is 3 May.
        re.compile(rf"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}(?!\d)"),
        re.compile(rf"(?<!\d){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        re.compile(rf"{_DAY}(?!\s*(?:19|20)\d\d)", re.IGNORECASE),
    ),
    time=re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s*Uhr\b"),
    weekdays=tuple(_WEEKDAYS),
    weekday=re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE),
    around=re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)}|am|um|den|der|Datum|Uhr)\b", re.IGNORECASE),
    before_day=re.compile(r"\b(?:am|um|den)\b"),
)
