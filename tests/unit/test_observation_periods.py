"""Days and periods of observations: which are known, and which can be compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Figure
from briefings.model.figures import ObservationKind
from briefings.relate.indicators.periods import (
    Timing,
    apart,
    base_of,
    periods_differ,
    scope_of,
    timing,
)

from .test_measure import BOATS, figure

DAY = "2021-06-10"


def _of(start: str = "", end: str = "", period: str = "", date: str | None = DAY) -> Figure:
    stated: dict[str, Any] = {"period_start": start, "period_end": end, "period": period}
    return replace(figure("f", 7, "boats", **stated), date=date)


YEAR = ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("start", "end", "shape"),
    [
        (*YEAR, "a year"),
        ("2019-01-01", "2020-12-31", "24 months from 01"),
        ("2020-01-02", "2020-12-31", "01-02 to 12-31 and 0 years"),
        ("2020-01-01", "2020-12-30", "01-01 to 12-30 and 0 years"),
        ("2020-02-01", "2020-02-29", "a month"),
        ("2019-02-01", "2019-02-28", "a month"),
        ("2020-02-01", "2020-02-28", "02-01 to 02-28 and 0 years"),
        ("2020-02-02", "2020-02-29", "02-02 to 02-29 and 0 years"),
        ("2020-01-01", "2020-03-31", "a quarter"),
        ("2020-04-01", "2020-06-30", "a quarter"),
        ("2020-07-01", "2020-09-30", "a quarter"),
        ("2020-10-01", "2020-12-31", "a quarter"),
        ("2020-02-01", "2020-04-30", "3 months from 02"),
        ("2020-01-01", "2020-06-30", "6 months from 01"),
        ("2019-12-01", "2020-01-31", "2 months from 12"),
        ("2019-03-05", "2020-03-04", "03-05 to 03-04 and 1 years"),
        ("2020-03-05", "2020-03-05", "03-05 to 03-05 and 0 years"),
        # Periods that are not known in full, or end before they begin.
        ("", "2020-12-31", None),
        ("2020-12-31", "2020-01-01", None),
        ("2020", "2020-12-31", None),
        ("2020-01-01", "20201-12-31", "since 2020-01-01"),
    ],
)  # fmt: skip
def test_the_shape_of_a_period(start: str, end: str, shape: str | None) -> None:
    assert timing(_of(start, end), "flow").shape == shape


@pytest.mark.parametrize(
    ("kind", "start", "end", "date", "expected"),
    [
        # What began by the day of the briefing and has not ended is counted up to that day.
        ("flow", "2021-01-01", "2021-12-31", DAY,
         Timing("2021-01-01", DAY, "since 2021-01-01", True)),
        ("flow", "2021-01-01", "", DAY, Timing("2021-01-01", DAY, "since 2021-01-01", True)),
        ("flow", DAY, "", DAY, Timing(DAY, DAY, f"since {DAY}", True)),
        ("flow", "2021-06-01", DAY, DAY, Timing("2021-06-01", DAY, "06-01 to 06-10 and 0 years")),
        ("flow", *YEAR, DAY, Timing(*YEAR, "a year")),
        ("flow", *YEAR, None, Timing(*YEAR, "a year")),
        ("flow", "", "", DAY, Timing("", "", None)),
        # A target.
        ("flow", "2021-06-11", "2021-12-31", DAY, Timing("2021-06-11", "2021-12-31", None)),
        ("flow", "2022-01-01", "2022-12-31", DAY, Timing("2022-01-01", "2022-12-31", None)),
        ("change", "2022-01-01", "2022-12-31", DAY, Timing("2022-01-01", "2022-12-31", None)),
        # A rate of half a year is not comparable with one of a whole year.
        ("rate", "2021-01-01", "2021-12-31", DAY, Timing("2021-01-01", DAY, None, True)),
        ("rate", *YEAR, DAY, Timing(*YEAR, "a year")),
        # A stock is of one day.
        ("stock", *YEAR, DAY, Timing("", "2020-12-31", "a day")),
        ("stock", "", DAY, DAY, Timing("", DAY, "a day")),
        ("stock", "2021-01-01", "2021-12-31", DAY, Timing("", DAY, "a day")),
        ("stock", *YEAR, None, Timing("", "2020-12-31", "a day")),
        ("streak", "", "", DAY, Timing("", DAY, "a day")),
        ("streak", "", "", None, Timing("", "", None)),
        ("stock", DAY, "2021-12-31", DAY, Timing("", DAY, "a day")),
    ],
)  # fmt: skip
def test_the_time_of_an_observation(
    kind: ObservationKind, start: str, end: str, date: str | None, expected: Timing
) -> None:
    assert timing(_of(start, end, date=date), kind) == expected


@pytest.mark.parametrize(
    ("period", "start", "end", "expected"),
    [
        ("since 2018", "", "", Timing("", DAY, "a day")),
        ("since 2018", "2018-01-01", "", Timing("", DAY, "a day")),
        ("now", "2018-01-01", "", Timing("", DAY, "a day")),
        ("now", DAY, "", Timing("", DAY, "a day")),
        # A target, or a time that nobody can date.
        ("by 2025", "2025-01-01", "2025-12-31", Timing("", "2025-12-31", None)),
        ("last spring", "", "", Timing("", "", None)),
    ],
)
def test_the_day_of_a_stock(period: str, start: str, end: str, expected: Timing) -> None:
    assert timing(_of(start, end, period), "stock") == expected


@pytest.mark.parametrize(
    ("start", "end", "base", "expected"),
    [
        (*YEAR, "2019", Timing(*YEAR, "a year against 2019")),
        (*YEAR, "", Timing(*YEAR, None)),
        ("", "2020-12-31", "2012", Timing("", "2020-12-31", "to a day against 2012")),
        ("", "2020-12-31", "the year before", Timing("", "2020-12-31", None)),
        ("", "2020-12-31", "", Timing("", "2020-12-31", None)),
        ("", "", "2012", Timing("", "", None)),
        ("2021-01-01", "", "2012", Timing("2021-01-01", DAY, None, True)),
        ("2021-01-01", "", "", Timing("2021-01-01", DAY, None, True)),
    ],
)
def test_the_time_of_a_change(start: str, end: str, base: str, expected: Timing) -> None:
    assert timing(_of(start, end), "change", base) == expected


@pytest.mark.parametrize(
    ("period", "sentence", "base"),
    [
        ("2021 vs 2012", "It fell year on year.", "2012"),
        ("2021", "It fell by 7 year on year.", "the year before"),
        ("year-on-year", "It fell by 7.", "the year before"),
        ("2021", "It fell by 7 over the previous year.", "the year before"),
        ("2021", "It fell by 7.", ""),
        ("", "Of the year on yearly sums.", ""),
    ],
)
def test_the_base_of_a_change(period: str, sentence: str, base: str) -> None:
    assert base_of(figure("f", 7, "boats", period=period, sentence=sentence)) == base


def test_the_first_scope_that_a_sentence_names() -> None:
    entry = replace(
        BOATS, scopes=(("small boats", ("dinghies", "small boats")), ("sold", ("sold",)))
    )
    for sentence, scope in (
        ("We saw 7 small boats.", "small boats"),
        ("We saw 7 Dinghies, sold.", "small boats"),
        ("We saw 7, sold.", "sold"),
        ("We saw 7, unsold.", ""),
    ):
        assert scope_of(figure("f", 7, "boats", sentence=sentence), entry) == scope
        assert scope_of(figure("f", 7, "boats", sentence=sentence), BOATS) == ""


@pytest.mark.parametrize(
    ("one", "other", "no_day_in_common"),
    [
        (YEAR, ("2021-01-01", "2021-12-31"), True),
        (YEAR, ("2020-12-31", "2021-12-31"), False),
        (YEAR, YEAR, False),
        (YEAR, ("", "2021-12-31"), False),
        (YEAR, ("2021-01-01", ""), False),
        (YEAR, ("", ""), False),
    ],
)
def test_periods_without_a_common_day(
    one: tuple[str, str], other: tuple[str, str], no_day_in_common: bool
) -> None:
    assert apart(_of(*one), _of(*other)) is no_day_in_common
    assert apart(_of(*other), _of(*one)) is no_day_in_common


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ((*YEAR, "2020"), ("2021-01-01", "2021-12-31", "2021"), True),
        ((*YEAR, "2020"), (*YEAR, "last year"), False),
        ((*YEAR, "2020"), ("2020-01-01", "2020-12-30", "nearly all of 2020"), True),
        ((*YEAR, "2020"), ("2020-01-02", "2020-12-31", "nearly all of 2020"), True),
        (("2020-01-01", "", "since 2020"), ("", "2020-01-01", "by 2020"), True),
        # If one is not dated, nobody knows; if neither is, the words decide.
        ((*YEAR, "2020"), ("", "", "last year"), False),
        (("2020-01-01", "", "since 2020"), ("", "", "last year"), False),
        (("", "2020-01-01", "by 2020"), ("", "", "last year"), False),
        (("", "", "in spring"), ("", "", "last year"), True),
        (("", "", "in spring"), ("", "", "in spring"), False),
        ((*YEAR, ""), ("2021-01-01", "2021-12-31", "2021"), False),
    ],
)
def test_periods_that_differ(
    one: tuple[str, str, str], other: tuple[str, str, str], differ: bool
) -> None:
    assert periods_differ(_of(*one), _of(*other)) is differ
    assert periods_differ(_of(*other), _of(*one)) is differ
