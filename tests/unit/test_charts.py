"""Charts: where a value stands, as a reader would measure it with a ruler."""

from __future__ import annotations

import pytest

from briefings.views.charts import Point, chart, small


def points(*values: float, series: str = "a") -> list[Point]:
    return [Point(f"p{n}", value, f"{value:g} tons", series) for n, value in enumerate(values)]


def test_in_a_small_chart_more_stands_higher_and_later_stands_further_right() -> None:
    made = small(points(10, 20, 30), joined=True)
    # 96 by 20 with a margin of 4: twelve for the greatest value, of which 10 takes a third.
    assert made["dots"] == [{"x": 4.0, "y": 12.0}, {"x": 48.0, "y": 8.0}, {"x": 92.0, "y": 4.0}]
    assert (made["width"], made["height"], made["joined"]) == (96, 20, True)


@pytest.mark.parametrize(
    ("values", "heights"),
    [
        ((30, 10), [4.0, 12.0]),
        ((7,), [4.0]),
        ((5, 5), [4.0, 4.0]),
        ((-10, 10), [16.0, 4.0]),
        # Values that are close are drawn from near the least on: 90 of 90 to 100 is the middle.
        ((90, 100), [10.0, 4.0]),
        ((0, 0), [16.0, 16.0]),
    ],
)
def test_heights_of_a_small_chart(values: tuple[float, ...], heights: list[float]) -> None:
    assert [dot["y"] for dot in small(points(*values), joined=False)["dots"]] == heights


@pytest.mark.parametrize(
    ("values", "ends", "axis"),
    [
        ((5, 10), [196.0, 392.0], None),
        ((10,), [392.0], None),
        ((10, 10), [392.0, 392.0], None),
        ((0, 10), [0.0, 392.0], None),
        ((-10, 30), [0.0, 392.0], "-10"),
        # From three fifths on, all would look the same from zero on.
        ((59, 100), [231.3, 392.0], None),
        ((60, 100), [196.0, 392.0], "20"),
        ((96, 98, 100), [196.0, 294.0, 392.0], "92"),
        ((1000, 1150), [224.0, 392.0], "800"),
        ((1.0, 1.2), [196.0, 392.0], "0.8"),
    ],
)
def test_how_far_bars_and_dots_reach(
    values: tuple[float, ...], ends: list[float], axis: str | None
) -> None:
    made = chart("Fish", points(*values), "ton", joined=False)
    assert [row["x"] for row in made["rows"]] == ends
    assert made["bars"] is (axis is None)
    if axis is None:
        assert made["axis"] is None
        assert "axis" not in made["description"]
    else:
        said = axis.replace("-", "−")
        assert made["axis"].replace("-", "−").startswith(f"The axis begins at {said}")
        assert made["axis"].endswith(", not at zero.")
        assert "The axis begins at" in made["description"]


def test_rows_stand_below_one_another_with_their_words() -> None:
    made = chart("Fish", points(5, 10), "ton", joined=False)
    assert [(row["label"], row["told"], row["text_y"], row["y"]) for row in made["rows"]] == [
        ("p0", "5 tons", 18, 30),
        ("p1", "10 tons", 58, 70),
    ]
    assert (made["width"], made["height"], made["end"]) == (400, 90, 392)
    assert made["description"] == "p0: 5 tons; p1: 10 tons. The table below has the same data."
    assert (made["legend"], made["lines"]) == ([], [])


def test_series_have_shapes_and_only_their_own_points_are_joined() -> None:
    mixed = [*points(5, series="a"), *points(6, series="b"), *points(10, series="a")]
    made = chart("Fish", mixed, "ton", joined=True)
    assert [row["shape"] for row in made["rows"]] == ["circle", "square", "circle"]
    assert made["legend"] == [{"shape": "circle", "title": "a"}, {"shape": "square", "title": "b"}]
    assert made["lines"] == [{"x1": 196.0, "y1": 30, "x2": 392.0, "y2": 110}]
    assert chart("Fish", mixed, "ton", joined=False)["lines"] == []
    many = [*(one for name in "abcdef" for one in points(1, series=name))]
    shapes = [row["shape"] for row in chart("Fish", many, "ton", joined=False)["rows"]]
    assert shapes == ["circle", "square", "diamond", "triangle", "triangle", "triangle"]
