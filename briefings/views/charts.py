"""Charts of comparable values: marks on a true time axis, with periods drawn to length.

Each chart is drawn in two widths, for wide screens and for phones, so that its lettering keeps its
size. A day is a dot, and a period is a bar over its days. Values from other texts are hollow.
Nothing is interpolated: only adjoining periods, and days at even intervals, are joined by lines.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from briefings import amounts
from briefings.interface import say

from .axes import Tick, nice, time_ticks, value_ticks

# If the ratio of the smallest to the largest value is above this, an axis from zero would hide the
# differences.
CLOSE = 0.6
SMALL = (96, 24)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_TOP, _BOTTOM, _RIGHT = 44, 30, 16
# The approximate width of a letter, in pixels at the size set by the style sheet.
_LETTER, _BOLD = 6.6, 7.4
_TICKS = 4
_LABELLED = 8  # charts with more marks than this label only some of them


@dataclass(frozen=True, slots=True)
class Variant:
    """The value that another text gives for a mark, as a number and in words."""

    value: float
    told: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value for the days from `start` to `end`, which are equal for a single day.

    `told` is the value in words.
    """

    start: date
    end: date
    label: str
    value: float
    told: str
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class SmallMark:
    """A value of a small chart, from `x` to `to`."""

    x: float
    to: float
    y: float


@dataclass(frozen=True, slots=True)
class SmallChart:
    """A chart the size of a line of text."""

    width: int
    height: int
    marks: list[SmallMark]


@dataclass(frozen=True, slots=True)
class GridLine:
    """A horizontal line of the grid with its value."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A tick of the time axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Way:
    """A line that joins two neighbouring values."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class VariantMark:
    """The value that another text gives for a mark."""

    y: float
    differs: bool


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where the value of a mark is written."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A value, from `x` to `to`; `text` is None if it is not written beside the mark."""

    x: float
    to: float
    middle: float
    y: float
    told: str
    period: bool
    variants: list[VariantMark]
    text: LabelPlace | None = None


@dataclass(frozen=True, slots=True)
class SizedChart:
    """A chart drawn for one width of the screen."""

    name: str
    width: int
    height: int
    left: int
    right: int
    floor: int
    grid: list[GridLine]
    times: list[TimeLabel]
    marks: list[ChartMark]
    lines: list[Way]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its words, and the drawing for each width.

    `measure` is the unit of the value axis, and `axis` says where it begins if not at zero.
    """

    id: str
    title: str
    description: str
    measure: str
    axis: str | None
    periods: bool
    variants: bool
    sizes: list[SizedChart]


@dataclass(frozen=True, slots=True)
class _Size:
    name: str
    width: int
    height: int
    ticks: int


_WIDE, _NARROW = _Size("wide", 640, 300, 8), _Size("narrow", 340, 260, 4)


def chart(title: str, points: Sequence[Point], unit: str, id_: str = "chart") -> Chart:
    """Return the geometry and texts of a chart of two or more points, oldest first."""
    low, high = _values(points)
    divisor, scale = _scaled(high)
    measure = " ".join(part for part in (scale, amounts.unit(unit).strip()) if part)
    from_zero = low <= 0
    unit = measure if measure in ("", "%") else f" {measure}"
    begins = f"{_number(low, divisor)}{unit}"
    axis = None if from_zero else say.charts.axis(value=begins)
    described = say.charts.described(points="; ".join(_described(point) for point in points))
    return Chart(
        id=id_,
        title=title,
        description=f"{described} {axis or ''}".strip(),
        measure=measure,
        axis=axis,
        periods=any(point.start != point.end for point in points),
        variants=any(point.variants for point in points),
        sizes=[_drawn(points, (low, high), divisor, size) for size in (_WIDE, _NARROW)],
    )


def small(points: Sequence[Point]) -> SmallChart:
    """Return a chart the size of a line of text, without words."""
    width, height = SMALL
    low, high = _values(points)
    start, end = _time(points)
    span = (end - start).days

    def across(day: date) -> float:
        return round(4 + (day - start).days / span * (width - 8), 1)

    return SmallChart(
        width=width,
        height=height,
        marks=[
            SmallMark(
                x=across(point.start),
                to=across(point.end),
                y=round(height - 4 - (point.value - low) / (high - low) * (height - 8), 1),
            )
            for point in points
        ],
    )


def _drawn(
    points: Sequence[Point], values: tuple[float, float], divisor: float, size: _Size
) -> SizedChart:
    low, high = values
    ticks = value_ticks(low, high, _count(points, high - low))
    labels = [_number(tick, divisor) for tick in ticks]
    left = round(max(len(label) for label in labels) * _LETTER) + 12
    right, floor = size.width - _RIGHT, size.height - _BOTTOM
    start, end = _time(points)
    days = (end - start).days

    def across(day: date) -> float:
        return round(left + (day - start).days / days * (right - left), 1)

    def up(value: float) -> float:
        return round(floor - (value - low) / (high - low) * (floor - _TOP), 1)

    marks = _labelled([_mark(point, across, up) for point in points], left, right)
    return SizedChart(
        name=size.name,
        width=size.width,
        height=size.height,
        left=left,
        right=right,
        floor=floor,
        grid=[GridLine(y=up(tick), label=label) for tick, label in zip(ticks, labels, strict=True)],
        times=_apart(
            [
                TimeLabel(x=across(tick.day), label=tick.label)
                for tick in _ticks(start, end, size.ticks)
            ]
        ),
        marks=marks,
        lines=[
            Way(x1=a.to, y1=a.y, x2=b.x, y2=b.y)
            for (a, b), joined in zip(pairwise(marks), _joined(points), strict=True)
            if joined
        ],
    )


def _mark(point: Point, across: Callable[[date], float], up: Callable[[float], float]) -> ChartMark:
    x, to = across(point.start), across(point.end + timedelta(days=point.end > point.start))
    return ChartMark(
        x=x,
        to=to,
        middle=round((x + to) / 2, 1),
        y=up(point.value),
        told=point.told,
        period=point.end > point.start,
        variants=[
            VariantMark(y=up(variant.value), differs=variant.value != point.value)
            for variant in point.variants
        ],
    )


def _ticks(start: date, end: date, count: int) -> list[Tick]:
    return time_ticks(start, end, count) or [Tick(start, f"{start.year}")]


def _apart(times: list[TimeLabel]) -> list[TimeLabel]:
    """Drop ticks whose labels would overlap the one before."""
    apart: list[TimeLabel] = []
    for time in times:
        if apart and time.x - apart[-1].x < (len(time.label) + 2) * _LETTER:
            continue
        apart.append(time)
    return apart


def _labelled(marks: Sequence[ChartMark], left: int, right: int) -> list[ChartMark]:
    """Place the value of each mark above it, or below it if it would overlap another one.

    If there are many marks, only the first, last, lowest and highest are labelled.
    """
    by_height = sorted(range(len(marks)), key=lambda n: marks[n].y)
    telling = {0, len(marks) - 1, by_height[0], by_height[-1]}
    placed: list[tuple[float, float, float]] = []
    labelled = list(marks)
    for n, mark in enumerate(marks):
        if len(marks) > _LABELLED and n not in telling:
            continue
        half = len(mark.told) * _BOLD / 2
        x = min(max(mark.middle, left + half + 6), right - half)
        for y in (mark.y - 12, mark.y + 22):
            if all(
                abs(x - other) > half + width or abs(y - at) > 14 for other, width, at in placed
            ):
                placed.append((x, half, y))
                labelled[n] = replace(mark, text=LabelPlace(round(x, 1), round(y, 1)))
                break
    return labelled


def _values(points: Sequence[Point]) -> tuple[float, float]:
    """Return the ends of the value axis. It begins at zero unless all values are close to one
    another."""
    values = [point.value for point in points]
    values += [variant.value for point in points for variant in point.variants]
    least, most = min(values), max(values)
    if least < 0:
        return nice(least, max(0.0, most), _count(points, most - least))
    if least == most or least / most < CLOSE:
        return nice(0.0, most or 1.0, _count(points, most))
    low = least - (most - least) / 2
    low, high = nice(low, most, _count(points, most - low))
    return max(0.0, low), high


def _count(points: Sequence[Point], span: float) -> int:
    """Return the approximate number of steps of the value axis; whole numbers get no fractional
    steps."""
    integers = all(float(point.value).is_integer() for point in points)
    return math.floor(span) if integers and span < _TICKS else _TICKS


def _time(points: Sequence[Point]) -> tuple[date, date]:
    """Return the first and last day of the time axis, with a margin on both sides."""
    start, end = min(point.start for point in points), max(point.end for point in points)
    room = timedelta(days=max(3, round((end - start).days * 0.06)))
    earliest, latest = date.min + room, date.max - room
    return max(start, earliest) - room, min(end, latest) + room


def _joined(points: Sequence[Point]) -> list[bool]:
    """For each pair of neighbouring points, return whether a line may join them."""
    gaps = [(b.start - a.end).days for a, b in pairwise(points)]
    if len({(point.start, point.end) for point in points}) < len(points):
        return [False for _ in gaps]  # two values for one time: a line would favour one
    if any(point.start != point.end for point in points):
        return [0 <= gap <= 1 for gap in gaps]
    return [len(points) > 2 and gap <= min(gaps) * 1.5 for gap in gaps]


def _scaled(most: float) -> tuple[float, str]:
    return next(((size, name) for size, name in _SCALES if most >= size), (1.0, ""))


def _number(value: float, divisor: float) -> str:
    return amounts.number(round(value / divisor, 6))


def _described(point: Point) -> str:
    others = [variant.told for variant in point.variants if variant.value != point.value]
    if not others:
        return say.charts.point(label=point.label, number=point.told)
    return say.charts.point_with_others(
        label=point.label, number=point.told, others=", ".join(others)
    )
