"""The rules of the cross-checks: which figures are compared, and which are a coincidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Figure, Indicator, Observation, Series, Variant
from briefings.relate.indicators.checks import (
    Finding,
    Group,
    companions,
    other_comparator,
    other_period,
    other_value,
    plans,
    remained_at,
    remains,
    stocks,
    streaks,
)
from briefings.relate.indicators.groups import alike_in_one_event, plan_shares, subject_id

from .test_measure import figure

FIRST, SECOND, THIRD = "2021-01-10-x", "2022-01-10-x", "2023-01-10-x"
YEAR: dict[str, Any] = {
    "period": "2020", "period_start": "2020-01-01", "period_end": "2020-12-31",
}  # fmt: skip


def _of(id_: str, value: float, briefing: str = FIRST, **more: Any) -> Figure:
    return figure(id_, value, more.pop("subject", "boats"), briefing, **more)


def _indicator(*figures: Figure, variant: bool = False, comparable: bool = True) -> Indicator:
    first, *others = (one.id for one in figures)
    variants = tuple(Variant(other, 1, "") for other in others) if variant else ()
    observed = Observation(first, 1, "", "all", "rule", variants=variants)
    ids = (first, *others)
    return Indicator(
        "boats", "Boats", (), "boats", "level", True, "", (), (observed,),
        series=(Series("all", comparable, "", "rule", ids),),
    )  # fmt: skip


def _found(
    rule: Callable[[Group], Iterator[Finding]], *figures: Figure, indicator: Indicator | None = None
) -> list[tuple[str, ...]]:
    return [
        tuple(f.id for f in finding.figures) for finding in rule(Group("Boats", figures, indicator))
    ]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, True),
        ({"value": 70}, False),
        ({"briefing": SECOND}, False),
        # What one passage says in one breath is not said twice.
        ({"passage": "a1p1"}, False),
        ({"period": "the year 2020"}, False),
        ({"period_start": "2020-02-01"}, False),
        ({"period_end": "2020-11-30"}, False),
    ],
)
def test_two_values_of_one_time_at_one_event(changed: dict[str, Any], found: bool) -> None:
    first = _of("a1", 70, unit="%", **YEAR)
    values: dict[str, Any] = {"value": 71, "unit": "%", **YEAR, **changed}
    other = _of("b1", values.pop("value"), **values)
    assert bool(_found(other_value, first, other)) is found


def test_which_values_of_one_event_are_of_one_thing() -> None:
    share = [_of(id_, value, unit="%", **YEAR) for id_, value in (("a1", 70), ("b1", 71))]
    plain = [_of(id_, value, **YEAR) for id_, value in (("a1", 70), ("b1", 71))]
    undated = [_of(id_, value, unit="%") for id_, value in (("a1", 70), ("b1", 71))]
    # By their wording alone, shares for a time only.
    assert _found(other_value, *share) == [("a1", "b1")]
    assert _found(other_value, *plain) == []
    assert _found(other_value, *undated) == []
    # Of an indicator, those that a text gives for one observation.
    for figures in (share, plain, undated):
        assert _found(other_value, *figures, indicator=_indicator(*figures, variant=True))
        assert not _found(other_value, *figures, indicator=_indicator(*figures))
    three = [*plain, _of("c1", 72, **YEAR)]
    found = _found(other_value, *three, indicator=_indicator(*three, variant=True))
    assert found == [("a1", "b1"), ("a1", "c1"), ("b1", "c1")]


def test_the_primary_text_comes_first_and_only_so_many_figures_are_compared() -> None:
    second = replace(_of("a1", 70, unit="%", **YEAR))
    second = replace(second, places=(replace(second.place, passage="s2021-p1"),))
    first = _of("b1", 71, unit="%", **YEAR)
    assert _found(other_value, second, first) == [("b1", "a1")]
    many = [_of(f"a{n:02}", 70, unit="%", **YEAR) for n in range(60)]
    assert len(_found(other_value, *many[1:], _of("b1", 71, unit="%", **YEAR))) == 59
    assert _found(other_value, *many, _of("b1", 71, unit="%", **YEAR)) == []


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"comparator": ">"}, "other-comparator"),
        ({"comparator": "<"}, "other-bound"),
        ({"comparator": "~"}, None),
        ({"comparator": ">", "value": 71}, None),
        ({"comparator": ">", "period_start": "2020-01-01"}, None),
    ],
)
def test_one_value_with_other_words_of_comparison(
    changed: dict[str, Any], rule: str | None
) -> None:
    given: dict[str, Any] = {"value": 70, **changed}
    first = _of("a1", 70, comparator=">" if changed["comparator"] == "<" else "~")
    group = Group("Boats", (first, _of("b1", given.pop("value"), **given)), None)
    assert [one.rule for one in other_comparator(group)] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"period_start": "2019-01-01"}, True),
        ({"period_start": "2020-01-01"}, False),
        ({"period_start": "2020-01-01", "period_end": "2020-12-31"}, True),
        ({"period_start": ""}, False),
        ({"period_start": "2019-01-01", "value": 71}, False),
        ({"period_start": "2019-01-01", "briefing": SECOND}, False),
    ],
)
def test_one_value_counted_from_other_days(changed: dict[str, Any], found: bool) -> None:
    given: dict[str, Any] = {"value": 70, **changed}
    first = _of("a1", 70, period_start="2020-01-01")
    assert bool(_found(other_period, first, _of("b1", given.pop("value"), **given))) is found


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("It remained at 71.", True),
        ("It stayed at 71.", True),
        ("It was 71 and remained so.", False),
        ("It remained for all of us here as it was: 71.", False),
    ],
)
def test_a_value_that_is_said_to_have_remained(sentence: str, said: bool) -> None:
    later = _of("b1", 71, SECOND, sentence=sentence)
    assert remains(later) is said
    assert bool(_found(remained_at, _of("a1", 70), later)) is said
    assert _found(remained_at, _of("a1", 71), later) == []
    assert _found(remained_at, _of("a1", 70, role="change"), later) == []
    assert _found(remained_at, _of("a1", 70, SECOND), later) == []


def test_only_events_that_follow_each_other_are_compared() -> None:
    given = [
        _of(id_, value, day, sentence=f"It remained at {value}.")
        for id_, value, day in (("a1", 70, FIRST), ("b1", 71, SECOND), ("c1", 72, THIRD))
    ]
    assert _found(remained_at, *given[::-1]) == [("a1", "b1"), ("b1", "c1")]
    undated = replace(given[2], date=None)
    assert _found(remained_at, *given[:2], undated) == [("c1", "a1"), ("a1", "b1")]
    finding = next(remained_at(Group("Boats", (given[0], undated), None)))
    assert finding.text.startswith("Boats: 72 in source s2023; in January 2021")


def _streak(id_: str, value: float, briefing: str, **more: Any) -> Figure:
    return _of(id_, value, briefing, **{"unit": "months", "role": "duration", **more})


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ({}, {}, True),
        ({"role": "level"}, {}, False),
        ({"unit": "years"}, {}, False),
        ({"unit": "days"}, {"unit": "days"}, False),
        ({"comparator": ">"}, {}, False),
        ({}, {"comparator": "<"}, False),
    ],
)
def test_streaks_are_compared_if_they_are_counted_alike(
    first: dict[str, Any], second: dict[str, Any], found: bool
) -> None:
    given = _streak("a1", 10, FIRST, **first), _streak("b1", 30, SECOND, **second)
    assert bool(_found(streaks, *given)) is found
    undated = replace(given[0], date="--01-10")
    assert _found(streaks, undated, given[1]) == []


def _beside(number: Figure, percent: float = 90, **more: Any) -> Figure:
    beside = _of(f"{number.id}-share", percent, unit="%", **more)
    return replace(beside, places=number.places, sentence=number.sentence)


@pytest.mark.parametrize(
    ("second", "percent", "briefing", "found"),
    [
        (990, 90, SECOND, True),
        (900, 90, SECOND, False),
        (990, 90, FIRST, False),
        (810, 90, SECOND, True),
        # 90 % may be 89.5 to 90.5, and 90.0 % 89.95 to 90.05: 900 are 994 to 1,006 stations.
        (904, 90.0, SECOND, False),
        (907, 90.0, SECOND, True),
        # So small a share may be of any plan.
        (1, 0.4, SECOND, True),
    ],
)
def test_shares_of_a_plan(second: float, percent: float, briefing: str, found: bool) -> None:
    numbers = _of("a1", 900), _of("b1", second, briefing)
    shares = {"a1": _beside(numbers[0]), "b1": _beside(numbers[1], percent)}
    group = Group("Boats", (numbers[1], numbers[0]), None)
    findings = [tuple(f.id for f in one.figures) for one in plans(group, shares)]
    assert findings == ([("a1", "a1-share", "b1", "b1-share")] if found else [])
    assert list(plans(group, {"a1": shares["a1"]})) == []


def test_two_stocks_and_a_change() -> None:
    a, b = _of("a1", 70), _of("b1", 80, SECOND)
    for value, found in ((5, True), (10, False), (-10, False)):
        change = _of("c1", value, SECOND, role="change")
        group = Group("Boats", (a, b), _indicator(a, b))
        assert bool(list(stocks(group, {"b1": [change]}))) is found
        assert list(stocks(group, {"a1": [change]})) == []
        assert list(stocks(replace(group, indicator=None), {"b1": [change]})) == []
    change = _of("c1", 5, SECOND, role="change")
    for indicator in (
        replace(_indicator(a, b), kind="flow"),
        _indicator(a, b, comparable=False),
        _indicator(a),
    ):
        assert list(stocks(Group("Boats", (a, b), indicator), {"b1": [change]})) == []
    observed = Group("Boats", (a, b, replace(change, stated=replace(change.stated, value=80))),
                     _indicator(a, b))  # fmt: skip
    assert list(stocks(observed, {"b1": [change]})) == []
    for unit in ("%", "people"):
        other = replace(b, stated=replace(b.stated, unit=unit))
        assert list(stocks(Group("Boats", (a, other), _indicator(a, b)), {"b1": [change]})) == []


def _pair(
    letter: str, since: str, first: float = 2000, second: float = 1000, **more: Any
) -> list[Figure]:
    same = {"passage": f"{letter}p", "sentence": f"Since {since}.", **more}
    return [
        _of(f"{letter}1", first, period=since, period_start=f"{since}-01-01", **same),
        _of(f"{letter}2", second, **same),
    ]


def test_two_numbers_side_by_side() -> None:
    def found(*figures: Figure) -> list[tuple[str, ...]]:
        return [tuple(f.id for f in one.figures) for one in companions(figures)]

    assert found(*_pair("a", "2018"), *_pair("b", "2019")) == [("a1", "b1")]
    assert found(*_pair("a", "2018"), *_pair("b", "2018")) == []
    assert found(*_pair("a", "2018"), *_pair("b", "2019", second=1001)) == []
    assert found(*_pair("a", "2018", 999), *_pair("b", "2019", 999)) == []
    apart = _pair("b", "2019")
    apart[1] = replace(apart[1], sentence="Elsewhere.")
    assert found(*_pair("a", "2018"), *apart) == []
    apart[1] = replace(apart[1], sentence=apart[0].sentence, places=_of("x", 1).places)
    assert found(*_pair("a", "2018"), *apart) == []


def _alike(*figures: Figure) -> list[tuple[str, ...]]:
    return [tuple(f.id for f in group.figures) for group in alike_in_one_event(figures)]


def test_figures_of_one_event_that_are_worded_alike() -> None:
    thefts, more = "theft cases", "national theft cases"
    a, b = _of("a", 70, subject=thefts), _of("b", 71, subject=more)
    assert _alike(a, b) == [("a", "b")]
    assert _alike(a, _of("b", 71, subject="cases")) == []
    assert _alike(_of("a", 70, subject="theft"), _of("b", 71, subject="theft")) == []
    assert _alike(a, _of("b", 71, subject=more, unit="%")) == []
    assert _alike(a, _of("b", 71, subject=more, role="change")) == []
    assert _alike(a, _of("b", 71, subject=more, direction="increase")) == []
    # Three values of so common a wording say nothing, but a large number that returns does.
    c = _of("c", 72, subject=more)
    assert ("a", "b", "c") not in _alike(a, b, c)
    assert _alike(a, b, replace(c, stated=a.stated))[0] == ("a", "b", "c")
    for value, found in ((1000, True), (999, False)):
        d, e = (_of(id_, value, subject=thefts) for id_ in "de")
        assert (("d", "e") in _alike(a, _of("b", 71, subject=thefts), d, e)) is found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"subject": "new fishing boats"}, {"subject": "fishing boats, new"}, True),
        ({"subject": "new fishing boats"}, {"subject": "new fishing boat"}, True),
        ({"subject": "new fishing boats"}, {"subject": "old fishing boats"}, False),
        ({"subject": "new fishing boats"}, {"subject": "new fishing boats", "unit": "%"}, False),
        ({"subject": "no serious floods", "role": "duration"},
         {"subject": "no major floods", "role": "duration"}, True),
        ({"subject": "no serious floods", "role": "duration"},
         {"subject": "no major storms", "role": "duration"}, False),
    ],
)  # fmt: skip
def test_subjects_that_are_one_in_all_briefings(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    ids = subject_id(_of("a", 1, **one)), subject_id(_of("b", 1, **other))
    assert None not in ids
    assert (ids[0] == ids[1]) is same


@pytest.mark.parametrize(
    ("subject", "role"),
    [("fishing boats", "level"), ("new fishing boats", "change"), ("new new boats", "level"),
     ("serious floods", "duration"), ("no", "duration")],
)  # fmt: skip
def test_subjects_too_short_for_a_comparison(subject: str, role: Any) -> None:
    assert subject_id(_of("a", 1, subject=subject, role=role)) is None


def test_shares_of_a_plan_stand_beside_their_number() -> None:
    number = _of("a1", 900, subject="stations built")
    percent = _beside(number, subject="planned number")
    assert list(plan_shares([number, percent])) == [(number, percent)]
    assert list(plan_shares([percent, number])) == []
    for changed in (
        replace(percent, sentence="Elsewhere."),
        replace(percent, places=_of("x", 1).places),
        replace(percent, stated=replace(percent.stated, unit="boats")),
        replace(percent, stated=replace(percent.stated, value=0)),
        replace(percent, stated=replace(percent.stated, subject="stations")),
    ):
        assert list(plan_shares([number, changed])) == []
    other = replace(number, stated=replace(number.stated, unit="%"))
    assert list(plan_shares([other, percent])) == []
