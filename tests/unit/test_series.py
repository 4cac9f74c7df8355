"""Test which numbers of an indicator can be compared, and the sentence that explains why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Editorial, IndicatorEntry, Where
from briefings.problems import Problems

from . import measuring
from .test_measure import figure

HERE = Where("indicators.yml", 3, 1)
BOATS = IndicatorEntry(
    id="boats", title="Boats", kind="flow", units=("boats", "ships"), wordings=("boats",), note="",
    where=HERE, scopes=(("large boats", ("large boats",)), ("red boats", ("red boats",))),
)  # fmt: skip

# A briefing's day, a number, and the period that it is about: as stated, from, to.
Stated = tuple[str, float, str, str, str]

A_YEAR = "All cover equal times (a year each), so they can be compared."
ALONE = "It is stated at one briefing only, so there is nothing to compare it with."
OVERLAP = "The periods overlap, so these numbers cannot be compared."


def _year(told: str, year: int, value: float) -> Stated:
    return told, value, f"{year}", f"{year}-01-01", f"{year}-12-31"


def _told(
    several: Sequence[Stated], entry: IndicatorEntry = BOATS, **more: Any
) -> tuple[list[tuple[str, bool, list[float]]], str, bool]:
    """Each series with its name, whether it may be compared, and its numbers; then the reason."""
    given = [
        figure(
            f"f{n}", value, "boats", f"{told}-x", period=period, period_start=start,
            period_end=end, **more,
        )
        for n, (told, value, period, start, end) in enumerate(several)
    ]  # fmt: skip
    (found,) = measuring.indicators(given, Editorial(indicators=(entry,)), Problems())
    values = {one.figure: float(one.value) for one in found.observations}
    series = [
        (one.name, one.comparable, [values[id_] for id_ in one.figures]) for one in found.series
    ]
    return series, found.why, found.comparable


def _quarter(told: str, value: float, start: str, end: str) -> Stated:
    return told, value, f"{start} to {end}", start, end


SERIES: dict[str, tuple[list[Stated], list[tuple[str, bool, list[float]]], str]] = {
    "whole years": (
        [_year("2021-01-10", 2020, 1), _year("2022-01-10", 2021, 2)],
        [("whole years", True, [1, 2])],
        A_YEAR,
    ),
    "months, of whichever year": (
        [_quarter("2021-01-10", 1, "2020-03-01", "2020-03-31"),
         _quarter("2022-01-10", 2, "2021-04-01", "2021-04-30")],
        [("months", True, [1, 2])],
        "All cover equal times (a month each), so they can be compared.",
    ),
    "quarters": (
        [_quarter("2021-01-10", 1, "2020-04-01", "2020-06-30"),
         _quarter("2022-01-10", 2, "2021-10-01", "2021-12-31")],
        [("quarters", True, [1, 2])],
        "All cover equal times (a quarter each), so they can be compared.",
    ),
    "three months that are no quarter": (
        [_quarter("2021-01-10", 1, "2020-02-01", "2020-04-30"),
         _quarter("2022-01-10", 2, "2021-02-01", "2021-04-30")],
        [("part of a year", True, [1, 2])],
        "All cover equal times (the same part of each year), so they can be compared.",
    ),
    "other months of another year": (
        [_quarter("2021-01-10", 1, "2020-02-01", "2020-04-30"),
         _quarter("2022-01-10", 2, "2021-03-01", "2021-05-31")],
        [("part of a year", False, [1]), ("part of a year", False, [2])],
        "These numbers cover different times (2020-02-01 to 2020-04-30; 2021-03-01 to 2021-05-31),"
        " so they cannot be compared.",
    ),
    "the same days of two years": (
        [_quarter("2021-01-10", 1, "2020-03-05", "2020-04-07"),
         _quarter("2022-01-10", 2, "2021-03-05", "2021-04-07")],
        [("part of a year", True, [1, 2])],
        "All cover equal times (the same part of each year), so they can be compared.",
    ),
    "from January on": (
        [_quarter("2021-01-10", 1, "2020-01-01", "2020-09-30"),
         _quarter("2022-01-10", 2, "2021-01-01", "2021-09-30")],
        [("year to date", True, [1, 2])],
        "All cover equal times (the same part of each year), so they can be compared.",
    ),
    "winters": (
        [_quarter("2021-03-10", 1, "2020-11-01", "2021-01-31"),
         _quarter("2022-03-10", 2, "2021-11-01", "2022-01-31")],
        [("several years", True, [1, 2])],
        "All cover equal times (the same part of each year), so they can be compared.",
    ),
    "periods that share days": (
        [_quarter("2021-01-10", 1, "2016-01-01", "2020-12-31"),
         _quarter("2022-01-10", 2, "2017-01-01", "2021-12-31")],
        [("several years", False, [1, 2])],
        OVERLAP,
    ),
    "totals from one start": (
        [("2021-01-10", 1, "since 2018", "2018-01-01", ""),
         ("2022-01-10", 2, "since 2018", "2018-01-01", "")],
        [("running total since 2018", True, [1, 2])],
        "All count from the same start, 2018, so they can be compared.",
    ),
    "totals from one day": (
        [("2021-01-10", 1, "since June 2018", "2018-06-01", ""),
         ("2022-01-10", 2, "since June 2018", "2018-06-01", "")],
        [("running total since 2018-06", True, [1, 2])],
        "All count from the same start, 1 June 2018, so they can be compared.",
    ),
    "totals from two starts": (
        [("2021-01-10", 1, "since 2018", "2018-01-01", ""),
         ("2022-01-10", 2, "since 2019", "2019-01-01", "")],
        [("running total since 2018", False, [1]), ("running total since 2019", False, [2])],
        "These numbers cover different times (since 2018; since 2019), so they cannot be compared.",
    ),
    "no period": (
        [("2021-01-10", 1, "", "", ""), ("2022-01-10", 2, "", "", "")],
        [("no period stated", False, [1]), ("no period stated", False, [2])],
        "These numbers do not say which time they cover, so they cannot be compared.",
    ),
    "a period whose days nobody knows": (
        [("2021-01-10", 1, "since the flood", "", ""), ("2022-01-10", 2, "past decade", "", "")],
        [("running total since the flood", False, [1]), ("past decade", False, [2])],
        "These numbers cover different times (since the flood; past decade), so they cannot be"
        " compared.",
    ),
    "up to a day, from when is not said": (
        [("2021-01-10", 1, "as of June", "", "2020-06-30"),
         ("2022-01-10", 2, "as of May", "", "2021-05-31")],
        [("as of a day", False, [1]), ("as of a day", False, [2])],
        "These numbers cover different times (as of June, from when is not said; as of May, from"
        " when is not said), so they cannot be compared.",
    ),
    "four times": (
        [("2021-01-10", n, f"in time {n}", "", "") for n in range(1, 5)],
        [(f"in time {n}", False, [n]) for n in range(1, 5)],
        "These numbers cover different times (in time 1; in time 2; in time 3; and 1 more), so they"
        " cannot be compared.",
    ),
    "three times": (
        [("2021-01-10", n, f"in time {n}", "", "") for n in range(1, 4)],
        [(f"in time {n}", False, [n]) for n in range(1, 4)],
        "These numbers cover different times (in time 1; in time 2; in time 3), so they cannot be"
        " compared.",
    ),
    "one alone": ([_year("2021-01-10", 2020, 1)], [("whole years", False, [1])], ALONE),
    "two years and a quarter": (
        [_year("2021-01-10", 2020, 1), _quarter("2021-06-10", 9, "2021-01-01", "2021-03-31"),
         _year("2022-01-10", 2021, 2)],
        [("whole years", True, [1, 2]), ("quarters", False, [9])],
        f"{A_YEAR} The others (2021-01-01 to 2021-03-31) cannot be compared with these.",
    ),
    "two years and two months": (
        [_year("2020-01-10", 2019, 1), _year("2021-01-10", 2020, 2),
         _quarter("2021-03-10", 3, "2021-02-01", "2021-02-28"),
         _quarter("2021-06-10", 4, "2021-05-01", "2021-05-31")],
        [("whole years", True, [1, 2]), ("months", True, [3, 4])],
        f"{A_YEAR} All cover equal times (a month each), so they can be compared. Those of one"
        " chart cannot be compared with those of another.",
    ),
    "two numbers of one text for one time": (
        [_year("2021-01-10", 2020, 1), _year("2021-01-10", 2020, 2)],
        [("whole years", False, [1, 2])],
        "One text gives two values for the same time, so these numbers count different things and"
        " cannot be compared.",
    ),
    "two of one text for one time, and two years": (
        [_year("2021-01-10", 2018, 1), _year("2021-01-10", 2019, 2), _year("2021-01-10", 2020, 3),
         _year("2021-01-10", 2020, 4)],
        [("whole years", True, [1, 2]), ("whole years", False, [3, 4])],
        f"{A_YEAR} The others (2020) cannot be compared with these.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SERIES)
def test_numbers_of_one_shape_stand_side_by_side(name: str) -> None:
    several, series, why = SERIES[name]
    assert _told(several) == (series, why, len(series) == 1 and series[0][1])


def test_what_holds_on_a_day_may_be_compared() -> None:
    level = replace(BOATS, kind="level")
    told = [
        ("2021-01-10", 1.0, "", "", ""),
        ("2022-01-10", 2.0, "by the end of 2021", "", "2021-12-31"),
    ]
    assert _told(told, level) == (
        [("as stated", True, [1, 2])],
        "Each number holds for one day, so they can be compared.",
        True,
    )
    again = [("2021-01-10", 1.0, "every year", "", ""), ("2022-01-10", 2.0, "as always", "", "")]
    assert _told(again, level)[1] == (
        "These numbers cover different times (every year; as always), so they cannot be compared."
    )


def test_how_long_something_lasted_may_be_compared() -> None:
    told = [("2021-01-10", 10.0, "", "", ""), ("2022-01-10", 22.0, "", "", "")]
    assert _told(told, replace(BOATS, kind="streak"), role="duration") == (
        [("as stated", True, [10, 22])],
        "Each number says how long it had lasted by a day, so they can be compared.",
        True,
    )


def test_a_rate_of_a_year_that_is_not_over_stands_alone() -> None:
    rate = replace(BOATS, kind="rate")
    told = [("2021-06-10", 1.0, "2021", "2021-01-01", "2021-12-31"), _year("2023-01-10", 2022, 2)]
    series, why, _ = _told(told, rate)
    assert series == [("running total since 2021", False, [1]), ("whole years", False, [2])]
    assert why == "These numbers cover different times (2021; 2022), so they cannot be compared."


CHANGE = replace(BOATS, kind="change")


@pytest.mark.parametrize(
    ("periods", "sentence", "series", "why"),
    [
        # Against the year before, whichever that was.
        (("2020", "2021"), "Boats rose by 3 year on year.",
         [("against the year before", True, [1, 2])],
         "All are changes against the year before over equal times."),
        (("2020", "2021"), "Boats rose by 3 from a year earlier.",
         [("against the year before", True, [1, 2])],
         "All are changes against the year before over equal times."),
        (("2020 vs 2012", "2021 vs 2012"), "",
         [("against 2012", True, [1, 2])], "All are changes against 2012 over equal times."),
        (("2020", "2021"), "Boats rose by 3.",
         [("whole years", False, [1]), ("whole years", False, [2])],
         "These numbers are measured against different times (2020 against a base not stated; 2021"
         " against a base not stated), so they cannot be compared."),
        (("2020 vs 2019", "2021 vs 2020"), "",
         [("against 2019", False, [1]), ("against 2020", False, [2])],
         "These numbers are measured against different times (2020 against 2019; 2021 against"
         " 2020), so they cannot be compared."),
    ],
)  # fmt: skip
def test_changes_are_compared_where_they_are_against_one_time(
    periods: tuple[str, str], sentence: str, series: list[Any], why: str
) -> None:
    told: list[Stated] = [
        (f"{int(period[:4]) + 1}-01-10", n, period, f"{period[:4]}-01-01", f"{period[:4]}-12-31")
        for n, period in enumerate(periods, 1)
    ]
    assert _told(told, CHANGE, role="change", sentence=sentence)[:2] == (series, why)


def test_changes_that_tell_no_time_at_all() -> None:
    told = [("2021-01-10", 1.0, "", "", ""), ("2022-01-10", 2.0, "", "", "")]
    assert _told(told, CHANGE, role="change", sentence="So many boats.")[1] == (
        "These numbers do not say what they are measured against, so they cannot be compared."
    )
    years = [_year("2021-01-10", 2020, 1), _year("2022-01-10", 2021, 2)]
    assert _told(years, CHANGE, role="change", sentence="So many boats.")[1] == (
        "These numbers are measured against different times (2020 against a base not stated;"
        " 2021 against a base not stated), so they cannot be compared."
    )


def _counted(*several: tuple[float, str, str]) -> tuple[list[bool], str]:
    """Numbers of whole years with their units and sentences, a year apart."""
    given = [
        figure(
            f"f{n}", value, "boats", f"{2011 + n}-01-10-x", unit=unit, sentence=sentence,
            period=f"{2010 + n}", period_start=f"{2010 + n}-01-01", period_end=f"{2010 + n}-12-31",
        )
        for n, (value, unit, sentence) in enumerate(several)
    ]  # fmt: skip
    entry = replace(BOATS, units=("boats", "ships", "count"))
    (found,) = measuring.indicators(given, Editorial(indicators=(entry,)), Problems())
    return [one.comparable for one in found.series], found.why


def test_boats_are_not_compared_with_ships_and_are_with_what_is_only_counted() -> None:
    assert _counted((1, "boats", ""), (2, "ships", "")) == (
        [False, False], "These numbers are in different units and cannot be compared.",
    )  # fmt: skip
    assert _counted((1, "boats", ""), (2, "count", "")) == ([True], A_YEAR)
    assert _counted((1, "boats", ""), (2, "ships", ""), (3, "ships", "")) == (
        [False, True], f"{A_YEAR} The others (2010) cannot be compared with these.",
    )  # fmt: skip


def test_what_counts_a_part_only_is_not_compared_with_the_whole() -> None:
    large, red = "There were 3 large boats.", "There were 3 red boats."
    assert _counted((1, "boats", ""), (2, "boats", large)) == (
        [False, False],
        "Some of these numbers count only a part (large boats), so they cannot be compared.",
    )
    assert _counted((1, "boats", red), (2, "boats", large))[1] == (
        "Some of these numbers count only a part (red boats; large boats), so they cannot be"
        " compared."
    )
    assert _counted((1, "boats", large), (2, "boats", large)) == ([True], A_YEAR)
    assert (
        _told([("2021-01-10", 1.0, "", "", ""), ("2022-01-10", 2.0, "", "", "")], sentence=large)[1]
        == "Some of these numbers count only a part (large boats), so they cannot be compared."
    )


def test_editors_say_what_may_be_compared_and_why() -> None:
    no_period = [("2021-01-10", 1.0, "", "", ""), ("2022-01-10", 2.0, "", "", "")]
    ruled = replace(BOATS, comparable=True, reason="Counted alike.")
    assert _told(no_period, ruled) == ([("all", True, [1, 2])], "Counted alike.", True)
    assert _told(no_period[:1], ruled) == ([("all", False, [1])], "Counted alike.", False)
    years = [_year("2021-01-10", 2020, 1), _year("2022-01-10", 2021, 2)]
    apart = replace(BOATS, comparable=False, reason="Counted anew.")
    assert _told(years, apart) == ([("all", False, [1, 2])], "Counted anew.", False)
    # Without a reason nobody overrules anything.
    assert _told(years, replace(apart, reason=""))[2]
    named = replace(BOATS, series=(("f0", "new"), ("f1", "new")), reason="Both are new.")
    assert _told(no_period, named) == ([("new", True, [1, 2])], "Both are new.", True)
    one = replace(BOATS, series=(("f0", "new"),), reason="It is new.")
    assert [name for name, _, _ in _told(years, one)[0]] == ["new", "whole years"]


def test_two_values_of_one_text_for_one_time_are_told_to_editors() -> None:
    problems = Problems()
    given = [
        figure(f"f{n}", n, "boats", period="2020", period_start="2020-01-01",
               period_end="2020-12-31")
        for n in (1, 2)
    ]  # fmt: skip
    measuring.indicators(given, Editorial(indicators=(BOATS,)), problems)
    (told,) = problems
    assert (told.rule, told.path, told.line) == ("mixed-indicator", "indicators.yml", 3)
    assert "'1' and '2' as 'Boats' of one time" in told.message
