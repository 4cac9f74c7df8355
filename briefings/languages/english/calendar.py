"""Months, weekdays, dates and times in English."""

from __future__ import annotations

import re

from ..model import Calendar

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH_NUMBERS = {
    spelling: number
    for number, name in enumerate(MONTHS, 1)
    for spelling in (name.lower(), name[:3].lower())
} | {"sept": 9}
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
# Words around a date that are not a place.
_AROUND = re.compile(
    rf"\b(?:{'|'.join(_WEEKDAYS)}|on|at|from|last|updated|published|posted|date|time|local|"
    r"beijing time|edt|est|et|gmt|utc|cst|cdt|pst|pdt|cet|cest|bst|noon)\b",
    re.IGNORECASE,
)
# "of" and "in", except between the words of a name.
_SMALL_AROUND = re.compile(r"(?<![^\W\d_]\s)\b(?i:of|in)\b|\b(?i:of|in)\b(?!\s[A-Z])")
_ON_THE = re.compile(r"\bon the (\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:of|anniversary))")
_TIME_AT_END = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)?\s[ap]\.?\s?m\.?\)?$", re.IGNORECASE)

_ZONE = r"(?:[A-Z]{2,5}|\(?local(?: time)?\)?)"
_ONLY_TIME = re.compile(
    rf"\W*(?:\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?)?|\d{{1,2}}\s*[ap]\.?\s?m\.?)"
    rf"\s*{_ZONE}?\W*",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?P<half>[ap])?\.?\s*(?:m\b)?", re.IGNORECASE
)

CALENDAR = Calendar(
    months=MONTHS,
    month_numbers=MONTH_NUMBERS,
    dates=_FORMS,
    time=_TIME,
    time_at_end=_TIME_AT_END,
    only_time=_ONLY_TIME,
    clock=_CLOCK,
    noon=frozenset({"noon", "12 noon"}),
    weekdays=tuple(_WEEKDAYS),
    weekday=_WEEKDAY,
    on_the=_ON_THE,
    around=_AROUND,
    small_around=_SMALL_AROUND,
    small=frozenset({"of", "in"}),
    before_day=re.compile(r"\b(?:am|an|im)\b"),
)
