"""The version of a release: year, month, and a counter (`2026.11.1`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(?:v)?([1-9]\d{3})\.([1-9]|1[0-2])\.([1-9]\d{0,3})")
_DAY = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])-\d\d")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version; versions are ordered by release."""

    year: int
    month: int
    counter: int

    def __str__(self) -> str:
        return f"{self.year}.{self.month}.{self.counter}"

    def day(self, day: str | None) -> str | None:
        """The given day (ISO) if it is in the version's month, otherwise None."""
        return day if day and day.startswith(f"{self.year}-{self.month:02}-") else None


def parse(text: str) -> Version | None:
    """The version in a text, with or without a tag's leading v; None if it is not a version.

    >>> print(parse("v2026.11.1"))
    2026.11.1
    >>> parse("2026.13.1") or parse("2026.11")
    """
    match = _WRITTEN.fullmatch(text)
    return Version(*map(int, match.groups())) if match else None


def following(day: str, before: Version | None) -> Version:
    """The version for content of this day (ISO): the first of its month, or the next one.

    A version is always later than the previous one, even if its content has an earlier date.

    >>> print(following("2026-11-26", None), following("2026-11-26", Version(2026, 11, 1)))
    2026.11.1 2026.11.2
    >>> print(following("2026-12-01", Version(2026, 11, 2)))
    2026.12.1
    >>> print(following("2026-10-31", Version(2026, 11, 2)))
    2026.11.3
    """
    match = _DAY.fullmatch(day)
    if not match:
        raise ValueError(f"{day!r} is not a date")
    first_of_month = Version(int(match[1]), int(match[2]), 1)
    if before is None or first_of_month > before:
        return first_of_month
    return Version(before.year, before.month, before.counter + 1)
