"""Which values of an indicator are drawn, in how many charts, and what their tables say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Figure, Indicator, Series, Stated, Variant
from briefings.model.figures import Direction
from briefings.views.drawn import DrawnChart, charts_of, seen_of, small_of
from briefings.views.lookup import Lookup

from .test_front import ARTICLE, find_in, following, tracked

Entry = tuple[Indicator, list[Figure]]


def _charts(entry: Entry, *figures: Figure) -> list[DrawnChart]:
    indicator, find = entry[0], _find(entry, *figures)
    return charts_of(indicator, seen_of(indicator, find), find)


def _find(entry: Entry, *figures: Figure) -> Lookup:
    return find_in(following(entry, (replace(entry[0], id="others"), list(figures))))


def _small(entry: Entry) -> list[float] | None:
    find = _find(entry)
    drawn = small_of(entry[0], seen_of(entry[0], find), find)
    return [mark.x for mark in drawn.marks] if drawn else None


def _of(entry: Entry, n: int, **changes: Any) -> Entry:
    """The entry with its n-th observation changed."""
    observations = list(entry[0].observations)
    observations[n] = replace(observations[n], **changes)
    return replace(entry[0], observations=tuple(observations)), entry[1]


def _values(drawn: DrawnChart) -> list[str]:
    return [number.told for number in drawn.numbers]


def test_the_three_longest_series_are_drawn_and_each_chart_is_named() -> None:
    series = [(0, 1), (2, 3, 4), (5, 6), (7, 8, 9, 10), (11,)]
    entry = tracked("Nets", *range(1, 13), series=series)
    names = [replace(one, name=f"in {n}") for n, one in enumerate(entry[0].series)]
    named = replace(entry[0], series=tuple(names)), entry[1]
    charts = _charts(named)
    assert [drawn.drawing.id for drawn in charts] == ["chart", "chart-2", "chart-3"]
    assert [_values(drawn) for drawn in charts] == [
        ["8", "9", "10", "11"], ["3", "4", "5"], ["1", "2"],
    ]  # fmt: skip
    assert [drawn.drawing.title for drawn in charts] == [
        "Nets (in 3)",
        "Nets (in 1)",
        "Nets (in 0)",
    ]
    assert not any(drawn.earlier for drawn in charts)
    assert len(_small(named) or []) == 2


def test_a_series_is_drawn_if_it_is_comparable_and_has_values_of_two_times() -> None:
    entry = tracked("Nets", 1, 2)
    (drawn,) = _charts(entry)
    assert drawn.drawing.title == "Nets"
    apart = replace(entry[0], series=(replace(entry[0].series[0], comparable=False),)), entry[1]
    assert (_charts(apart), _small(apart)) == ([], None)
    alike = _of(entry, 0, end="2016-12-31")
    assert (_charts(alike), _small(alike)) == ([], None)
    # A period of one day is that day.
    day = _of(alike, 0, start="2016-12-31")
    assert (_charts(day), _small(day)) == ([], None)
    year = _of(alike, 0, start="2016-01-01")
    assert (len(_charts(year)), len(_small(year) or [])) == (1, 2)
    # What has no day cannot stand on the axis.
    undated = _of(entry, 0, end="")
    assert (_charts(undated), _small(undated)) == ([], None)
    month = _of(entry, 0, end="2015-12")
    assert (_charts(month), _small(month)) == ([], None)


def test_one_comparable_series_among_others_goes_by_the_title_alone() -> None:
    indicator, figures = tracked("Nets", 1, 2, 3)
    series = (
        Series("first", True, "", "rule", ("Nets-0", "Nets-1")),
        Series("second", False, "", "rule", ("Nets-2",)),
    )
    (drawn,) = _charts((replace(indicator, series=series), figures))
    assert drawn.drawing.title == "Nets"


def test_values_that_editors_compare_stand_on_the_days_of_their_briefings() -> None:
    entry = tracked("Nets", 1, 2, dates=["2020-05-04", "2021-05-04"])
    undated = replace(
        entry[0], observations=tuple(replace(it, end="") for it in entry[0].observations)
    )
    assert _charts((undated, entry[1])) == []
    by_editor = replace(undated, series=(replace(entry[0].series[0], by="editor"),))
    (drawn,) = _charts((by_editor, entry[1]))
    (first, second) = drawn.drawing.sizes[0].marks
    assert first.to == first.x < second.x == second.to
    # Where a value has a day, it keeps it.
    kept = _of((by_editor, entry[1]), 1, end="2020-05-04")
    assert _charts(kept) == []
    nowhere = [replace(figure, date=None) for figure in entry[1]]
    assert _charts((by_editor, nowhere)) == []


@pytest.mark.parametrize(("number", "earlier"), [(30, False), (31, True)])
def test_the_newest_thirty_are_drawn(number: int, earlier: bool) -> None:
    (drawn,) = _charts(tracked("Nets", *range(1, number + 1)))
    assert drawn.earlier is earlier
    assert _values(drawn) == [str(n) for n in range(number - 29, number + 1)]
    assert len(drawn.drawing.sizes[0].marks) == 30


def test_the_newest_twenty_four_are_drawn_small() -> None:
    assert len(_small(tracked("Nets", *range(1, 26))) or []) == 24
    # The first of them stands at the left.
    assert _small(tracked("Nets", *range(1, 26))) == _small(_later(24))


def _later(number: int) -> Entry:
    """Values of one year later each."""
    entry = tracked("Nets", *range(2, number + 2))
    observations = (
        replace(it, end=f"{2016 + n}-12-31") for n, it in enumerate(entry[0].observations)
    )
    return replace(entry[0], observations=tuple(observations)), entry[1]


def test_values_are_in_the_order_of_the_times_that_they_are_about() -> None:
    entry = tracked("Nets", 1, 2, 3, 4, dates=["2021-05-04", "2020-05-04", None, "2019-05-04"])
    ends = (("", "2018-01-01"), ("2018-12-31", ""), ("", "2017-01-01"), ("2018-12-31", ""))
    observations = tuple(
        replace(it, end=end, start=start)
        for it, (end, start) in zip(entry[0].observations, ends, strict=True)
    )
    indicator = replace(entry[0], observations=observations)
    find = _find((indicator, entry[1]))
    # 2017 by its first day; the end of 2018 as stated in 2019, then in 2020; May 2021.
    assert [figure.stated.value for _, figure in seen_of(indicator, find)] == [3, 4, 2, 1]


def _variant(value: float, *differs: Any, **changes: Any) -> tuple[Figure, Variant]:
    stated = Stated(15, 17, f"{value:g}", value, "count", subject="Nets", **changes)
    id_ = f"variant-{value:g}-{'-'.join(differs)}"
    figure = Figure(id_, (ARTICLE,), stated, "", "2021-05-05", None, None, "reported")
    return figure, Variant(id_, value, "", differs)


def test_what_another_text_gives_is_drawn_and_told_where_it_differs() -> None:
    more = _variant(9, "value"), _variant(2), _variant(3, "comparator", comparator=">")
    again = _variant(9, "value", "period")
    figures = [figure for figure, _ in (*more, again)]
    variants = tuple(variant for _, variant in (*more, again))
    (drawn,) = _charts(_of(tracked("Nets", 1, 2), 1, variants=variants), *figures)
    first, second = drawn.numbers
    source = "Daily Net, 5 May 2021, rewritten"
    assert (first.others, second.others) == ("", f"9 ({source}); more than 3 ({source})")
    assert (first.when, first.value, first.told) == ("In December 2015", "1", "1")
    assert second.words == "Transcript, Ministry of Fish, 4 May 2021, official translation"
    marks = drawn.drawing.sizes[0].marks
    assert [len(mark.variants) for mark in marks] == [0, 4]
    assert [variant.differs for variant in marks[1].variants] == [True, False, True, True]
    assert "more than 3" in drawn.drawing.description


def test_a_decrease_is_drawn_below_zero() -> None:
    entry = tracked("Nets", 5, 4, unit="%")
    directions: tuple[Direction, ...] = ("decrease", "increase")
    fell, rose = (
        replace(figure, stated=replace(figure.stated, direction=direction))
        for figure, direction in zip(entry[1], directions, strict=True)
    )
    changes = tuple(replace(it, kind="change") for it in entry[0].observations)
    (drawn,) = _charts((replace(entry[0], observations=changes), [fell, rose]))
    labels = [line.label for line in drawn.drawing.sizes[0].grid]
    assert float(labels[0]) < 0 < float(labels[-1])
    assert drawn.drawing.sizes[0].marks[0].y > drawn.drawing.sizes[0].marks[1].y
    # Of anything but a change the direction says nothing about the value.
    (drawn,) = _charts((entry[0], [fell, rose]))
    assert not drawn.drawing.sizes[0].grid[0].label.startswith("-")
