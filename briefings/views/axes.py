"""Ticks of chart axes: round numbers for values, and days, months and years for time.

Both follow D3 (`ticks` of d3-array, `utcTicks` of d3-time): from steps of 1, 2 and 5, and from a
short list of calendar intervals, they choose the one that comes closest to the requested number of
ticks.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from briefings import wording

Unit = Literal["day", "month", "year"]
_DAYS: dict[Unit, float] = {"day": 1, "month": 30, "year": 365}
_INTERVALS: tuple[tuple[Unit, int], ...] = (
    ("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("year", 1),
)  # fmt: skip
_LENGTHS = [_DAYS[unit] * step for unit, step in _INTERVALS]
_E10, _E5, _E2 = math.sqrt(50), math.sqrt(10), math.sqrt(2)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis and its label."""

    day: date
    label: str


def value_ticks(low: float, high: float, count: int) -> list[float]:
    """Return about `count` round numbers from `low` to `high`.

    >>> value_ticks(0, 417, 4), value_ticks(87, 99, 4), value_ticks(0.8, 1.2, 2)
    ([0.0, 100.0, 200.0, 300.0, 400.0], [88.0, 90.0, 92.0, 94.0, 96.0, 98.0], [0.8, 1.0, 1.2])
    """
    if not high > low:
        return [float(low)]
    step, power = _step(low, high, count)
    first_step, last_step = math.ceil(_steps(low, step)), math.floor(_steps(high, step))
    return [round(n * step, max(0, -power)) for n in range(first_step, last_step + 1)]


def nice(low: float, high: float, count: int) -> tuple[float, float]:
    """Extend an interval to whole ticks.

    >>> nice(0, 417, 4), nice(2.1, 2.9, 4)
    ((0.0, 500.0), (2.0, 3.0))
    """
    if not high > low:
        return float(low), float(high)
    step, power = _step(low, high, count)
    digits = max(0, -power)
    return (
        round(math.floor(_steps(low, step)) * step, digits),
        round(math.ceil(_steps(high, step)) * step, digits),
    )


def _steps(value: float, step: float) -> float:
    """Return a value in steps, without the noise of floating-point division."""
    return round(value / step, 9)


def _step(low: float, high: float, count: int) -> tuple[float, int]:
    """Return a step of 1, 2 or 5 times a power of ten, and the exponent of that power."""
    raw = (high - low) / max(1, count)
    power = math.floor(math.log10(raw))
    error = raw / 10.0**power
    factor = 10 if error >= _E10 else 5 if error >= _E5 else 2 if error >= _E2 else 1
    return factor * 10.0**power, power


def time_ticks(start: date, end: date, count: int) -> list[Tick]:
    """Return about `count` ticks from `start` to `end`, at the starts of calendar intervals.

    >>> [tick.label for tick in time_ticks(date(2022, 6, 1), date(2023, 2, 1), 4)]
    ['Jul 2022', 'Oct', '2023']
    """
    unit, step = _interval((end - start).days / max(1, count))
    days = [day for day in _days(start, end, unit, step) if start <= day <= end]
    return [Tick(day, _label(day, unit, n == 0)) for n, day in enumerate(days)]


def _interval(length: float) -> tuple[Unit, int]:
    """Return the calendar interval whose length is nearest, by ratio, to `wanted` days."""
    n = bisect_right(_LENGTHS, length)
    if n == len(_LENGTHS):
        step, _ = _step(0, length / _DAYS["year"], 1)
        return "year", max(1, round(step))
    if n == 0:
        return _INTERVALS[0]
    shorter = length / _LENGTHS[n - 1] < _LENGTHS[n] / length
    return _INTERVALS[n - 1 if shorter else n]


def _days(start: date, end: date, unit: Unit, step: int) -> Iterator[date]:
    if unit == "year":
        for year in range(start.year // step * step, end.year + 1, step):
            if year >= 1:
                yield date(year, 1, 1)
    elif unit == "month":
        first_n, last_n = start.year * 12, end.year * 12 + end.month - 1
        for month in range(first_n, last_n + 1, step):
            yield date(month // 12, month % 12 + 1, 1)
    else:
        # Weeks begin on Mondays (as `date.min` did) and pairs of days at a fixed day, wherever the
        # axis begins.
        first_n, last_n = (start - date.min).days, (end - date.min).days
        for n in range(first_n // step * step, last_n + 1, step):
            yield date.min + timedelta(days=n)


def _label(day: date, unit: Unit, is_first: bool) -> str:
    """Label January with the year alone; name the year of other ticks only on the first one."""
    month = wording.month_name(day.month)[:3]
    if unit == "year" or (unit == "month" and day.month == 1):
        return str(day.year)
    if unit == "month":
        return f"{month} {day.year}" if is_first else month
    return f"{day.day} {month} {day.year}" if is_first else f"{day.day} {month}"
