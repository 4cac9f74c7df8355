"""Charts of observations: one row each, oldest first, a bar or a dot, its value in words.

A row tells its value in writing and a series its shape, so that nothing rests on colour.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefings import amounts

from .lookup import Context

WIDTH = 400
ROW = 40
TOP = 6
RIGHT = 8
SHAPES = ("circle", "square", "diamond", "triangle")
# Values this close to one another would all look the same on an axis that begins at zero.
CLOSE = 0.6
SMALL = (96, 20)


@dataclass(frozen=True, slots=True)
class Point:
    """An observation to be drawn: its label, its value and in words, its series."""

    label: str
    value: float
    told: str
    series: str


def chart(title: str, points: list[Point], unit: str, joined: bool) -> Context:
    """Geometry and words of a chart; `joined` says that points of a series may be compared."""
    series = list(dict.fromkeys(point.series for point in points))
    shapes = {name: SHAPES[min(n, len(SHAPES) - 1)] for n, name in enumerate(series)}
    low, high = _axis([point.value for point in points])
    rows = [
        {
            "label": point.label,
            "told": point.told,
            "shape": shapes[point.series],
            "x": _x(point.value, low, high),
            "text_y": TOP + n * ROW + 12,
            "y": TOP + n * ROW + 24,
        }
        for n, point in enumerate(points)
    ]
    return {
        "title": title,
        "description": _description(points, low, unit),
        "width": WIDTH,
        "height": TOP + len(points) * ROW + 4,
        "end": WIDTH - RIGHT,
        "rows": rows,
        "bars": low == 0,
        "lines": _lines(points, rows) if joined else [],
        "axis": None
        if low == 0
        else f"The axis begins at {amounts.number(low)}{amounts.unit(unit)}, not at zero.",
        "legend": [{"shape": shapes[name], "title": name} for name in series]
        if len(series) > 1
        else [],
    }


def small(points: list[Point], joined: bool) -> Context:
    """The same in the size of a line of text: dots at their height, in order."""
    width, height = SMALL
    values = [point.value for point in points]
    low, high = _axis(values)
    span = (high - low) or 1
    step = (width - 8) / max(len(points) - 1, 1)
    return {
        "width": width,
        "height": height,
        "joined": joined,
        "dots": [
            {
                "x": round(4 + n * step, 1),
                "y": round(height - 4 - (value - low) / span * (height - 8), 1),
            }
            for n, value in enumerate(values)
        ],
    }


def _axis(values: list[float]) -> tuple[float, float]:
    """Where the axis begins and ends: at zero, unless the values are close together."""
    least, most = min(values), max(values)
    if least <= 0 or least == most or least / most < CLOSE:
        return min(0.0, least), most
    return _round_down(least - (most - least), most - least), most


def _round_down(value: float, grain: float) -> float:
    """A number with few digits, at or below the value."""
    step = 10.0 ** (len(str(int(grain))) - 1) if grain >= 1 else 0.1
    return max(0.0, round(value // step * step, 6))


def _x(value: float, low: float, high: float) -> float:
    return round((value - low) / ((high - low) or 1) * (WIDTH - RIGHT), 1)


def _lines(points: list[Point], rows: list[Context]) -> list[Context]:
    """Lines between points of one series that follow one another."""
    made = []
    last: dict[str, Context] = {}
    for point, row in zip(points, rows, strict=True):
        if before := last.get(point.series):
            made.append({"x1": before["x"], "y1": before["y"], "x2": row["x"], "y2": row["y"]})
        last[point.series] = row
    return made


def _description(points: list[Point], low: float, unit: str) -> str:
    told = "; ".join(f"{point.label}: {point.told}" for point in points)
    begins = "" if low == 0 else f" The axis begins at {amounts.number(low)}{amounts.unit(unit)}."
    return f"{told}.{begins} The table below has the same data."
