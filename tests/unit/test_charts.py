"""Charts: where a mark stands, as a reader would measure it with a ruler."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefings.views.axes import nice, time_ticks, value_ticks
from briefings.views.charts import Point, Variant, chart, small


def year(of: int, value: float, *others: float) -> Point:
    variants = tuple(Variant(other, f"{other:g} tons") for other in others)
    return Point(date(of, 1, 1), date(of, 12, 31), f"In {of}", value, f"{value:g} tons", variants)


def day(of: str, value: float, *others: float) -> Point:
    on = date.fromisoformat(of)
    variants = tuple(Variant(other, f"{other:g} tons") for other in others)
    return Point(on, on, f"On {of}", value, f"{value:g} tons", variants)


def wide(made: dict[str, Any]) -> dict[str, Any]:
    size: dict[str, Any] = made["sizes"][0]
    return size


def test_both_sizes_show_the_same_marks() -> None:
    made = chart("Fish", [year(2019, 10), year(2020, 20)], "ton")
    assert [(one["name"], one["width"]) for one in made["sizes"]] == [
        ("wide", 640),
        ("narrow", 340),
    ]
    for size in made["sizes"]:
        assert [mark["told"] for mark in size["marks"]] == ["10 tons", "20 tons"]
        assert all(size["left"] <= mark["x"] <= size["right"] for mark in size["marks"])
        assert all(len(tick["label"]) > 0 for tick in size["times"])


def test_a_period_is_as_long_as_its_days_and_a_day_has_no_length() -> None:
    half = Point(date(2020, 1, 1), date(2020, 6, 30), "Half", 10, "10")
    marks = wide(chart("Fish", [year(2019, 10), half], "ton"))["marks"]
    whole, part = (mark["to"] - mark["x"] for mark in marks)
    assert part / whole == pytest.approx(182 / 365, abs=0.01)
    on = wide(chart("Fish", [day("2019-03-01", 5), day("2020-03-01", 6)], "ton"))["marks"]
    assert all(mark["x"] == mark["to"] and not mark["period"] for mark in on)


def test_time_runs_evenly() -> None:
    points = [day("2010-01-01", 5), day("2011-01-01", 6), day("2020-01-01", 7)]
    a, b, c = (mark["x"] for mark in wide(chart("Fish", points, "ton"))["marks"])
    assert (c - b) / (b - a) == pytest.approx(9, rel=0.02)


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    """Only periods that touch, and days at even distances, are joined."""
    apart = wide(chart("Fish", [year(2012, 10), year(2021, 20)], "ton"))
    assert apart["lines"] == []
    touching = wide(chart("Fish", [year(2019, 10), year(2020, 12), year(2022, 9)], "ton"))
    assert len(touching["lines"]) == 1
    two = wide(chart("Fish", [day("2020-01-01", 5), day("2021-01-01", 6)], "ton"))
    assert two["lines"] == []
    monthly = [day("2020-01-01", 5), day("2020-02-01", 6), day("2020-03-01", 7),
               day("2021-03-01", 8)]  # fmt: skip
    assert len(wide(chart("Fish", monthly, "ton"))["lines"]) == 2
    twice = [*monthly, day("2021-03-01", 3)]
    assert wide(chart("Fish", twice, "ton"))["lines"] == []


def test_a_variant_stands_at_the_same_time_at_its_own_height() -> None:
    made = chart("Fish", [year(2012, 60, 90), year(2021, 100, 100)], "ton")
    first, second = wide(made)["marks"]
    (other,), (same,) = first["variants"], second["variants"]
    assert other["y"] < first["y"]
    assert (other["differs"], same["differs"]) == (True, False)
    assert same["y"] == second["y"]
    assert made["variants"]
    assert made["description"].startswith("In 2012: 60 tons (another text: 90 tons); In 2021: 100")


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ((5, 10), None),
        ((10, 10), None),
        ((0, 0), None),
        ((-10, 30), None),
        ((-64.4, -62.6), None),
        ((59, 100), None),
        # From three fifths on, all would look the same from zero on.
        ((60, 100), "40"),
        ((96, 100), "94"),
        ((406000000, 417000000), "400 million"),
    ],
)
def test_an_axis_that_does_not_begin_at_zero_says_so(
    values: tuple[float, float], axis: str | None
) -> None:
    made = chart("Fish", [year(2019, values[0]), year(2020, values[1])], "ton")
    if axis is None:
        assert made["axis"] is None
        assert wide(made)["grid"][0]["label"] in ("0", "-10", "-70", "-80")
    else:
        assert made["axis"] == f"The value axis begins at {axis} ton, not at zero."
        assert made["axis"] in made["description"]
    for mark in wide(made)["marks"]:
        assert 44 <= mark["y"] <= wide(made)["floor"]


def test_whole_things_have_no_halves_on_their_axis() -> None:
    made = chart("Fish", [day("2022-07-25", 5), day("2023-01-10", 6)], "years")
    assert [line["label"] for line in wide(made)["grid"]] == ["4", "5", "6"]
    parts = chart("Fish", [day("2022-07-25", 5.2), day("2023-01-10", 6.1)], "%")
    assert any("." in line["label"] for line in wide(parts)["grid"])
    one = chart("Fish", [day("2022-07-25", 0), day("2023-01-10", 1)], "years")
    assert [line["label"] for line in wide(one)["grid"]] == ["0", "1"]


def test_large_numbers_are_told_in_millions() -> None:
    made = chart("Fish", [day("2022-06-30", 4e8), day("2022-12-31", 1e8)], "vehicles")
    assert made["measure"] == "million vehicles"
    assert [line["label"] for line in wide(made)["grid"]] == ["0", "100", "200", "300", "400"]


def test_values_are_written_beside_marks_without_running_into_each_other() -> None:
    many = [day(f"20{n:02d}-01-01", n % 7 + 1) for n in range(10, 40)]
    told = [mark["text"] for mark in wide(chart("Fish", many, "ton"))["marks"] if mark["text"]]
    assert 2 <= len(told) <= 4
    close = [day("2020-01-01", 100), day("2020-01-03", 100), day("2022-01-01", 90)]
    texts = [mark["text"] for mark in wide(chart("Fish", close, "ton"))["marks"]]
    assert texts[0]["y"] != texts[1]["y"]


@pytest.mark.parametrize(
    ("low", "high", "count", "ticks"),
    [
        (0, 10, 5, [0, 2, 4, 6, 8, 10]),
        (0, 3049, 4, [0, 1000, 2000, 3000]),
        (97.4, 99.3, 4, [97.5, 98, 98.5, 99]),
        (5, 5, 4, [5]),
        (-30, 10, 4, [-30, -20, -10, 0, 10]),
        (0.001, 0.002, 2, [0.001, 0.0015, 0.002]),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, count: int, ticks: list[float]) -> None:
    assert value_ticks(low, high, count) == ticks


def test_an_axis_is_widened_to_whole_ticks() -> None:
    assert nice(97.4, 99.3, 4) == (97.0, 99.5)
    assert nice(3, 3, 4) == (3.0, 3.0)


@pytest.mark.parametrize(
    ("start", "end", "count", "labels"),
    [
        ("2012-01-01", "2021-12-31", 5, ["2012", "2014", "2016", "2018", "2020"]),
        ("2022-06-20", "2023-02-01", 4, ["Jul 2022", "Oct", "2023"]),
        ("2022-06-20", "2022-09-10", 4, ["Jul 2022", "Aug", "Sep"]),
        ("2022-06-30", "2022-07-03", 4, ["30 Jun 2022", "1 Jul", "2 Jul", "3 Jul"]),
        ("1990-05-01", "2023-05-01", 4, ["2000", "2010", "2020"]),
        ("0001-01-01", "0001-12-31", 4, ["1", "Apr", "Jul", "Oct"]),
    ],
)
def test_times_are_calendar_beginnings(start: str, end: str, count: int, labels: list[str]) -> None:
    ticks = time_ticks(date.fromisoformat(start), date.fromisoformat(end), count)
    assert [tick.label for tick in ticks] == labels


def test_the_small_chart_is_true_to_time_and_height() -> None:
    made = small([day("2010-01-01", 5), day("2015-01-01", 10), day("2020-01-01", 20)])
    a, b, c = made["marks"]
    assert b["x"] - a["x"] == pytest.approx(c["x"] - b["x"], abs=0.2)
    assert a["y"] > b["y"] > c["y"]
    bar = small([year(2012, 5), year(2021, 20)])["marks"][0]
    assert bar["to"] > bar["x"]
