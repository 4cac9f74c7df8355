"""Dates in citations, complete or partial."""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?")


def parts(date: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day; None for parts that are not known.

    >>> parts("2022-07-25"), parts("2022-07"), parts("--01-10"), parts("")
    ((2022, 7, 25), (2022, 7, None), (None, 1, 10), (None, None, None))
    """
    match = _DATE.fullmatch(date)
    if not match:
        return None, None, None
    year, month, day = (int(group) if group and group != "-" else None for group in match.groups())
    return year, month if month and month <= len(MONTHS) else None, day


def in_words(date: str) -> str:
    """A date as The Chicago Manual of Style writes it.

    >>> in_words("2022-07-25"), in_words("2022-07"), in_words("2022"), in_words("--01-10")
    ('July 25, 2022', 'July 2022', '2022', 'January 10 (year not given)')
    """
    year, month, day = parts(date)
    if month is None:
        return str(year) if year is not None else ""
    name = MONTHS[month - 1]
    if year is None:
        return f"{name} {day} (year not given)"
    return f"{name} {day}, {year}" if day is not None else f"{name} {year}"
