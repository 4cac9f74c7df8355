"""Test charts: the positions of marks, as a reader would measure them with a ruler."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.views.axes import nice, time_ticks, value_ticks
from briefings.views.charts import (
    Chart,
    LabelPlace,
    Point,
    SizedChart,
    SmallChart,
    SmallMark,
    Variant,
    Way,
    chart,
    small,
)


def year(of: int, value: float, *others: float) -> Point:
    variants = tuple(Variant(other, f"{other:g} tons") for other in others)
    return Point(date(of, 1, 1), date(of, 12, 31), f"In {of}", value, f"{value:g} tons", variants)


def day(of: str, value: float, *others: float) -> Point:
    on = date.fromisoformat(of)
    variants = tuple(Variant(other, f"{other:g} tons") for other in others)
    return Point(on, on, f"On {of}", value, f"{value:g} tons", variants)


def wide(drawn: Chart) -> SizedChart:
    return drawn.sizes[0]


def test_both_sizes_show_the_same_marks() -> None:
    made = chart("Fish", [year(2019, 10), year(2020, 20)], "ton")
    assert [(one.name, one.width) for one in made.sizes] == [
        ("wide", 640),
        ("narrow", 340),
    ]
    for size in made.sizes:
        assert [mark.told for mark in size.marks] == ["10 tons", "20 tons"]
        assert all(size.left <= mark.x <= size.right for mark in size.marks)
        assert all(len(tick.label) > 0 for tick in size.times)


def test_a_period_is_as_long_as_its_days_and_a_day_has_no_length() -> None:
    half = Point(date(2020, 1, 1), date(2020, 6, 30), "Half", 10, "10")
    marks = wide(chart("Fish", [year(2019, 10), half], "ton")).marks
    whole, part = (mark.to - mark.x for mark in marks)
    assert part / whole == pytest.approx(182 / 365, abs=0.01)
    on = wide(chart("Fish", [day("2019-03-01", 5), day("2020-03-01", 6)], "ton")).marks
    assert all(mark.x == mark.to and not mark.period for mark in on)


def test_time_runs_evenly() -> None:
    points = [day("2010-01-01", 5), day("2011-01-01", 6), day("2020-01-01", 7)]
    a, b, c = (mark.x for mark in wide(chart("Fish", points, "ton")).marks)
    assert (c - b) / (b - a) == pytest.approx(9, rel=0.02)


def test_nothing_is_drawn_where_nothing_is_known() -> None:
    """Only periods that touch, and days at even distances, are joined."""
    apart = wide(chart("Fish", [year(2012, 10), year(2021, 20)], "ton"))
    assert apart.lines == []
    touching = wide(chart("Fish", [year(2019, 10), year(2020, 12), year(2022, 9)], "ton"))
    assert len(touching.lines) == 1
    two = wide(chart("Fish", [day("2020-01-01", 5), day("2021-01-01", 6)], "ton"))
    assert two.lines == []
    monthly = [day("2020-01-01", 5), day("2020-02-01", 6), day("2020-03-01", 7),
               day("2021-03-01", 8)]  # fmt: skip
    assert len(wide(chart("Fish", monthly, "ton")).lines) == 2
    twice = [*monthly, day("2021-03-01", 3)]
    assert wide(chart("Fish", twice, "ton")).lines == []


def test_a_variant_stands_at_the_same_time_at_its_own_height() -> None:
    made = chart("Fish", [year(2012, 60, 90), year(2021, 100, 100)], "ton")
    first, second = wide(made).marks
    (other,), (same,) = first.variants, second.variants
    assert other.y < first.y
    assert (other.differs, same.differs) == (True, False)
    assert same.y == second.y
    assert made.variants
    assert made.description.startswith("In 2012: 60 tons (another text: 90 tons); In 2021: 100")


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
        assert made.axis is None
        assert wide(made).grid[0].label in ("0", "-10", "-70", "-80")
    else:
        assert made.axis == f"The value axis begins at {axis} ton, not at zero."
        assert made.axis in made.description
    for mark in wide(made).marks:
        assert 44 <= mark.y <= wide(made).floor


def test_whole_things_have_no_halves_on_their_axis() -> None:
    made = chart("Fish", [day("2022-07-25", 5), day("2023-01-10", 6)], "years")
    assert [line.label for line in wide(made).grid] == ["4", "5", "6"]
    parts = chart("Fish", [day("2022-07-25", 5.2), day("2023-01-10", 6.1)], "%")
    assert any("." in line.label for line in wide(parts).grid)
    one = chart("Fish", [day("2022-07-25", 0), day("2023-01-10", 1)], "years")
    assert [line.label for line in wide(one).grid] == ["0", "1"]
    none = chart("Fish", [day("2022-07-25", 0), day("2023-01-10", 0)], "years")
    assert [line.label for line in wide(none).grid] == ["0", "1"]


def test_large_numbers_are_told_in_millions() -> None:
    made = chart("Fish", [day("2022-06-30", 4e8), day("2022-12-31", 1e8)], "vehicles")
    assert made.measure == "million vehicles"
    assert [line.label for line in wide(made).grid] == ["0", "100", "200", "300", "400"]


def test_values_are_written_beside_marks_without_running_into_each_other() -> None:
    many = [day(f"20{n:02d}-01-01", n % 7 + 1) for n in range(10, 40)]
    told = [mark.text for mark in wide(chart("Fish", many, "ton")).marks if mark.text]
    assert 2 <= len(told) <= 4
    close = [day("2020-01-01", 100), day("2020-01-03", 100), day("2022-01-01", 90)]
    texts = [mark.text for mark in wide(chart("Fish", close, "ton")).marks]
    assert len({text.y for text in texts[:2] if text}) == 2


@pytest.mark.parametrize(
    ("low", "high", "count", "ticks"),
    [
        (0, 10, 5, [0, 2, 4, 6, 8, 10]),
        (0, 3049, 4, [0, 1000, 2000, 3000]),
        (97.4, 99.3, 4, [97.5, 98, 98.5, 99]),
        (5, 5, 4, [5]),
        (-30, 10, 4, [-30, -20, -10, 0, 10]),
        (0.001, 0.002, 2, [0.001, 0.0015, 0.002]),
        # Steps of 1, 2, 5 and 10, whichever is nearest by ratio to a quarter of the stretch.
        (0, 5.6, 4, [0, 1, 2, 3, 4, 5]),
        (0, 6, 4, [0, 2, 4, 6]),
        (0, 12.4, 4, [0, 2, 4, 6, 8, 10, 12]),
        (0, 12.8, 4, [0, 5, 10]),
        (0, 28, 4, [0, 5, 10, 15, 20, 25]),
        (0, 28.4, 4, [0, 10, 20]),
        (0, 3, 0, [0, 2]),
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
        # Weeks begin on Mondays: 3 January 2022 was one.
        ("2022-01-01", "2022-02-05", 4, ["3 Jan 2022", "10 Jan", "17 Jan", "24 Jan", "31 Jan"]),
        ("2022-01-01", "2022-01-08", 4, ["2 Jan 2022", "4 Jan", "6 Jan", "8 Jan"]),
        ("0001-01-01", "0001-01-04", 4, ["1 Jan 1", "2 Jan", "3 Jan", "4 Jan"]),
        # Four days are nearer to a week than to two days, by ratio.
        ("2022-01-01", "2022-01-05", 0, ["3 Jan 2022"]),
        ("2019-01-01", "2022-12-31", 4, ["2019", "2020", "2021", "2022"]),
        ("1000-01-01", "2000-01-01", 4, ["1000", "1200", "1400", "1600", "1800", "2000"]),
        ("1990-05-01", "2023-05-01", 4, ["2000", "2010", "2020"]),
        ("0001-01-01", "0001-12-31", 4, ["1", "Apr", "Jul", "Oct"]),
        # There is no year 0.
        ("0001-01-01", "0999-12-31", 4, ["200", "400", "600", "800"]),
    ],
)
def test_times_are_calendar_beginnings(start: str, end: str, count: int, labels: list[str]) -> None:
    ticks = time_ticks(date.fromisoformat(start), date.fromisoformat(end), count)
    assert [tick.label for tick in ticks] == labels


def test_the_small_chart_is_true_to_time_and_height() -> None:
    made = small([day("2010-01-01", 5), day("2015-01-01", 10), day("2020-01-01", 20)])
    a, b, c = made.marks
    assert b.x - a.x == pytest.approx(c.x - b.x, abs=0.2)
    assert a.y > b.y > c.y
    bar = small([year(2012, 5), year(2021, 20)]).marks[0]
    assert bar.to > bar.x


FISH = [
    Point(date(2020, 1, 11), date(2020, 1, 11), "First", 5, "5 tons of fish"),
    Point(date(2020, 4, 20), date(2020, 4, 20), "Last", 10, "10 tons of fish"),
]
# Of the hundred days between the two 6 are left as room on either side: the axis has 112.


def test_a_wide_chart_measured_with_a_ruler() -> None:
    made = wide(chart("Fish", FISH, "ton", "fish"))
    assert (made.width, made.height) == (640, 300)
    described = chart("Fish", FISH, "ton", "fish").description
    assert described == "First: 5 tons of fish; Last: 10 tons of fish."
    assert (made.left, made.right, made.floor) == (25, 624, 270)
    assert [(line.y, line.label) for line in made.grid] == [
        (270, "0"), (224.8, "2"), (179.6, "4"), (134.4, "6"), (89.2, "8"), (44, "10"),
    ]  # fmt: skip
    # A day is 599 / 112 wide; of 16 Mondays those are named whose words have room.
    assert [(tick.x, tick.label) for tick in made.times] == [
        (30.3, "6 Jan 2020"), (105.2, "20 Jan"), (180.1, "3 Feb"), (255, "17 Feb"),
        (329.8, "2 Mar"), (404.7, "16 Mar"), (479.6, "30 Mar"), (554.5, "13 Apr"),
    ]  # fmt: skip
    assert [(mark.x, mark.to, mark.middle, mark.y) for mark in made.marks] == [
        (57.1, 57.1, 57.1, 157), (591.9, 591.9, 591.9, 44),
    ]  # fmt: skip
    assert [mark.text for mark in made.marks] == [
        # As near to its mark as the axis on the left, and the end of the chart, let it stand.
        LabelPlace(82.8, 145), LabelPlace(568.5, 32),
    ]  # fmt: skip


def test_a_value_is_written_twelve_above_its_mark_to_a_tenth() -> None:
    first, _ = wide(chart("Fish", [day("2020-01-11", 3), day("2020-04-20", 10)], "ton")).marks
    # Three tenths of 226 above the floor.
    assert first.y == 202.2
    assert first.text is not None
    assert first.text.y == 190.2


def test_a_narrow_chart_measured_with_a_ruler() -> None:
    made = chart("Fish", FISH, "ton").sizes[1]
    assert (made.width, made.height, made.right, made.floor) == (340, 260, 324, 230)
    assert [(tick.x, tick.label) for tick in made.times] == [
        (97.1, "Feb 2020"), (174.5, "Mar"), (257.3, "Apr"),
    ]  # fmt: skip
    assert [(mark.x, mark.y) for mark in made.marks] == [(41, 137), (308, 44)]


def test_a_small_chart_measured_with_a_ruler() -> None:
    assert small(FISH) == SmallChart(96, 24, [SmallMark(8.7, 8.7, 12), SmallMark(87.3, 87.3, 4)])


def test_periods_that_touch_measured_with_a_ruler() -> None:
    """January, and February with March: 90 days from the first to the last, 5 of room."""
    points = [
        Point(date(2020, 1, 1), date(2020, 1, 31), "January", 50, "50"),
        Point(date(2020, 2, 1), date(2020, 3, 31), "Then", 100, "100"),
    ]
    made = chart("Fish", points, "ton")
    assert (made.periods, made.variants, made.axis) == (True, False, None)
    # The axis is 592 wide for 100 days, from 32 on; a period ends where its last day does.
    first, second = wide(made).marks
    assert (first.x, first.to, first.y, first.period) == (61.6, 245.1, 157, True)
    assert (second.x, second.to, second.y) == (245.1, 600.3, 44)
    assert first.middle == pytest.approx(153.35, abs=0.06)
    assert wide(made).lines == [Way(245.1, 157, 245.1, 44)]
    assert not chart("Fish", FISH, "ton").periods


@pytest.mark.parametrize(
    ("days", "joined"),
    [
        # 30 and 45 days apart, then 46: more than half as much again as the shortest.
        (["2021-01-01", "2021-01-31", "2021-03-17"], 2),
        (["2021-01-01", "2021-01-31", "2021-03-18"], 1),
        (["2021-01-01", "2021-01-31"], 0),
        (["2021-01-01", "2021-01-02", "2021-01-03"], 2),
    ],
)
def test_days_at_even_distances_are_joined(days: list[str], joined: int) -> None:
    points = [day(one, n + 1) for n, one in enumerate(days)]
    assert len(wide(chart("Fish", points, "ton")).lines) == joined


@pytest.mark.parametrize(
    ("start", "joined"), [("2020-06-30", 1), ("2020-07-01", 1), ("2020-07-02", 0)]
)
def test_periods_are_joined_where_no_day_is_between_them(start: str, joined: int) -> None:
    first = Point(date(2020, 1, 1), date(2020, 6, 30), "First", 10, "10")
    second = Point(date.fromisoformat(start), date(2020, 12, 31), "Second", 20, "20")
    assert len(wide(chart("Fish", [first, second], "ton")).lines) == joined


def test_periods_that_overlap_are_not_joined() -> None:
    first = Point(date(2020, 1, 1), date(2020, 6, 30), "First", 10, "10")
    second = Point(date(2020, 6, 1), date(2020, 12, 31), "Second", 20, "20")
    assert wide(chart("Fish", [first, second], "ton")).lines == []


def test_eight_marks_all_have_their_values_and_of_nine_four() -> None:
    values = [5, 9, 6, 8, 3, 7, 5, 4, 6]
    points = [day(f"{2010 + n}-06-01", value) for n, value in enumerate(values)]
    points = [Point(one.start, one.end, one.label, one.value, "n") for one in points]
    eight = wide(chart("Fish", points[:8], "ton")).marks
    assert all(mark.text for mark in eight)
    nine = wide(chart("Fish", points, "ton")).marks
    # The first, the greatest, the least and the last.
    assert [n for n, mark in enumerate(nine) if mark.text] == [0, 1, 4, 8]


def test_a_value_stands_below_its_mark_where_another_is_above_and_nowhere_where_both_are() -> None:
    close = [day("2020-01-01", 100), day("2020-01-03", 100), day("2020-01-05", 100),
             day("2030-01-01", 90)]  # fmt: skip
    first, second, third, _ = wide(chart("Fish", close, "ton")).marks
    assert first.text is not None
    assert first.text.y == first.y - 12
    assert second.text is not None
    assert second.text.y == second.y + 22
    assert third.text is None


def test_time_without_end_is_drawn_from_the_first_day_to_the_last() -> None:
    made = small([
        Point(date.min, date.min, "First", 1, "1"), Point(date.max, date.max, "Last", 2, "2"),
    ])  # fmt: skip
    assert [mark.x for mark in made.marks] == [4, 92]


def test_days_close_together_have_room_all_the_same() -> None:
    made = small([day("2020-01-04", 1), day("2020-01-08", 2)])
    # Three days on either side of four: ten over 88.
    assert [mark.x for mark in made.marks] == [30.4, 65.6]


@pytest.mark.parametrize(
    ("most", "measure", "top"),
    [
        (2e12, "trillion tons", "2"), (1e12, "trillion tons", "1"), (5e11, "billion tons", "500"),
        (1e9, "billion tons", "1"), (1e6, "million tons", "1"), (4e5, "tons", "400,000"),
        # The end of the axis decides.
        (9e11, "trillion tons", "1"), (9e5, "million tons", "1"),
    ],
)  # fmt: skip
def test_an_axis_is_told_in_millions_or_more(most: float, measure: str, top: str) -> None:
    made = chart("Fish", [day("2020-01-01", most / 10), day("2021-01-01", most)], "tons")
    assert (made.measure, wide(made).grid[-1].label) == (measure, top)


def test_what_other_texts_give_is_described_where_it_differs() -> None:
    made = chart("Fish", [year(2020, 60, 90, 60), year(2021, 61)], "ton")
    assert made.description.startswith("In 2020: 60 tons (another text: 90 tons); In 2021: 61")
    assert made.description.endswith("61 tons. The value axis begins at 40 ton, not at zero.")
