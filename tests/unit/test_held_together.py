"""Test the exact wording of sentences that compare figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Editorial, Figure
from briefings.model.figures import Discrepancy

from . import measuring
from .test_measure import BOATS, FAST, figure

FIRST, SECOND = "2021-01-10", "2022-01-10"


def _one(*figures: Figure, editorial: Editorial = measuring.NOTHING) -> Discrepancy:
    (record,) = measuring.crosschecks(figures, editorial)
    return record


def _of(day: str, letter: str, value: float, subject: str = FAST, **more: Any) -> Figure:
    return figure(f"{day}-{letter}", value, subject, f"{day}-x", **more)


def test_two_values_of_a_share() -> None:
    year: dict[str, Any] = {"unit": "%", "period": "2020", "period_start": "2020-01-01"}
    record = _one(_of(FIRST, "a", 70, **year), _of(FIRST, "b", 71, **year))
    assert (record.type, record.text) == (
        "value", f"{FAST}: 70 in source s2021, 71 in source s2021, both for 2020.",
    )  # fmt: skip
    assert record.basis == "Texts of one event state the same thing with different values."


@pytest.mark.parametrize(
    ("comparators", "rule", "said"),
    [
        (("=", ">"), "other-comparator", "70 in source s2021, more than 70 in source s2021."),
        (("~", "="), "other-comparator", "about 70 in source s2021, 70 in source s2021."),
        (("<", ">"), "other-bound",
         "less than 70 in source s2021, more than 70 in source s2021."),
    ],
)  # fmt: skip
def test_one_value_with_other_comparing_words(
    comparators: tuple[Any, Any], rule: str, said: str
) -> None:
    a, b = (
        _of(FIRST, letter, 70, comparator=one)
        for letter, one in zip("ab", comparators, strict=True)
    )
    record = _one(a, b)
    assert (record.found_by, record.text) == (rule, f"{FAST}: {said}")
    other = replace(b, stated=replace(b.stated, period_start="2020-01-01"))
    assert measuring.crosschecks((a, other)) == ()


def test_one_value_counted_from_two_days() -> None:
    a = _of(FIRST, "a", 70, period="since 2018", period_start="2018-01-01")
    b = _of(FIRST, "b", 70, period="since 2019", period_start="2019-01-01")
    # What a second text says comes second, whatever its id.
    article = replace(a, places=(replace(a.place, passage=f"{a.place.source}-p"),))
    for given, said in (
        ((a, b), "since 2018 in 2021-01-10-ap1 of source s2021,"
                 " since 2019 in 2021-01-10-bp1 of source s2021"),
        ((article, b), "since 2019 in 2021-01-10-bp1 of source s2021,"
                       " since 2018 in s2021-p of source s2021"),
    ):  # fmt: skip
        record = _one(*given)
        assert (record.type, record.found_by) == ("date", "other-period")
        assert record.text == f"{FAST}: 70 is stated for different periods: {said}."


def test_a_value_that_remained_at_another() -> None:
    record = _one(
        _of(FIRST, "a", 90, comparator="~"), _of(SECOND, "a", 95, sentence="It stayed at 95.")
    )
    assert record.text == (
        f"{FAST}: about 90 in January 2021; in January 2022 it is said to have remained at 95."
    )
    for role in ("change", "from"):
        later = _of(SECOND, "a", 95, sentence="It stayed at 95.", role=role)
        assert measuring.crosschecks((_of(FIRST, "a", 90), later)) == ()


def _streaks(first: float, second: float, unit: str = "months", **more: Any) -> list[str]:
    one, other = (
        _of(day, "a", value, "no serious floods", unit=unit, role="duration")
        for day, value in ((FIRST, first), (SECOND, second))
    )
    other = replace(other, stated=replace(other.stated, **more))
    return [record.text for record in measuring.crosschecks((one, other))]


@pytest.mark.parametrize(
    ("first", "second", "unit", "found"),
    [
        # Ten months up to January 2021 began in March 2020, and so did 22 up to January 2022.
        (10, 22, "months", False),
        (10, 23, "months", False),
        (10, 21, "months", False),
        (10, 24, "months", True),
        (10, 20, "months", True),
        # What began in January 2021 or before may be the same; what began after is another.
        (10, 12, "months", True),
        (10, 11, "months", False),
        # Years are counted in whole ones.
        (2, 2, "years", False),
        (2, 3, "years", False),
        (2, 4, "years", False),
        (2, 5, "years", True),
        (2, 1, "years", True),
        (10, 24, "days", False),
    ],
)
def test_streaks_that_imply_two_beginnings(
    first: float, second: float, unit: str, found: bool
) -> None:
    assert bool(_streaks(first, second, unit)) is found
    assert _streaks(first, second, unit, comparator=">") == []


def test_what_two_streaks_imply_is_said_with_its_arithmetic() -> None:
    record = _one(
        _of(FIRST, "a", 10, "no serious floods", unit="months", role="duration"),
        _of(SECOND, "a", 30, "no serious floods", unit="months", role="duration"),
    )
    assert record.text == (
        "no serious floods: 10 up to January 2021 imply a start in March 2020,"
        " 30 up to January 2022 a start in July 2019."
    )
    assert record.basis == (
        "January 2021 minus 10 months = March 2020; January 2022 minus 30 months = July 2019."
    )


def _built(day: str, number: float, percent: float) -> tuple[Figure, Figure]:
    same: dict[str, Any] = {"passage": "p", "sentence": "So many stations were built."}
    return (
        _of(day, "n", number, "harbour rescue stations built", **same),
        _of(day, "p", percent, "planned number", unit="%", **same),
    )


def test_two_shares_of_plans_that_are_not_one() -> None:
    record = _one(*_built(FIRST, 970, 97.0), *_built(SECOND, 990, 90.0))
    assert record.text == (
        "harbour rescue stations built: 970 are 97.0 of the plan in January 2021, 990 are 90.0 in"
        " January 2022; the plans that follow are about 1,000 and about 1,100."
    )
    assert record.basis == (
        "970 / 97.0 = 1,000; 990 / 90.0 = 1,100; rounding of the percentages does not bridge the"
        " two."
    )


@pytest.mark.parametrize(
    ("number", "percent", "found"),
    [
        # 97.0 % may be 96.95 to 97.05: a plan of 999.5 to 1,000.5.
        (990, 98.9, False),  # 1,000.5 to 1,001.5
        (990, 98.8, True),  # 1,001.5 to 1,002.5
        (990, 99.1, False),  # 998.5 to 999.5
        (990, 99.2, True),  # 997.5 to 998.5
        (990, 98, True),  # 98 may be 97.5 to 98.5: 1,005.1 to 1,015.4
        (990, 99, False),  # 99 may be 98.5 to 99.5: 995 to 1,005.1
    ],
)
def test_rounding_bridges_two_plans(number: float, percent: float, found: bool) -> None:
    given = (*_built(FIRST, 970, 97.0), *_built(SECOND, number, percent))
    assert bool(measuring.crosschecks(given)) is found


def test_shares_of_one_event_are_not_held_against_each_other() -> None:
    first, second = _built(FIRST, 970, 97.0), _built(FIRST, 990, 90.0)
    again = tuple(replace(one, id=f"{one.id}2") for one in second)
    assert measuring.crosschecks((*first, *again)) == ()


def test_two_stocks_and_another_change_between_them() -> None:
    text = "80 registered boats, 5 more than last year."
    record = _one(
        _of(FIRST, "a", 70, "registered boats"),
        _of(SECOND, "a", 80, "registered boats", passage="p", sentence=text, comparator=">"),
        _of(SECOND, "b", 5, "", passage="p", sentence=text, role="change", period="2021"),
        editorial=Editorial(indicators=(BOATS,)),
    )
    assert record.text == (
        "Boats: 70 in January 2021 (no period stated) and more than 80 in January 2022 (no period"
        " stated) differ by 10; beside the later one a change of 5 is stated (2021)."
    )
    assert record.basis == (
        "80 - 70 = 10; the periods that the two differences cover may not be the same."
    )


@pytest.mark.parametrize(("second", "found"), [(1000, True), (999, False)])
def test_two_numbers_side_by_side_twice_for_two_periods(second: float, found: bool) -> None:
    def beside(letter: str, passage: str, since: str) -> tuple[Figure, Figure]:
        same: dict[str, Any] = {"passage": passage, "sentence": f"Since {since} so many."}
        when = {"period": f"since {since}", "period_start": f"{since}-01-01"}
        return (
            _of(FIRST, f"{letter}1", 2000, f"{letter} nets", **same, **when),
            _of(FIRST, f"{letter}2", second, f"{letter} ropes", **same),
        )

    given = (*beside("c", "p1", "2018"), *beside("d", "p2", "2019"))
    told = [record.text for record in measuring.crosschecks(given)]
    assert told == (
        ["c nets: 2000 is stated for different periods: since 2018 in p1 of source s2021,"
         " since 2019 in p2 of source s2021."] if found else []
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("harbour rescue stations built", "harbour rescue stations opened", True),
        ("harbour rescue stations", "harbour rescue boats", False),
        ("harbour rescue stations", "harbour rescue stations", True),
        # Three of five words are six in ten, three of six are not.
        ("harbour rescue stations old red", "harbour rescue stations new blue", True),
        ("harbour rescue stations old red wide", "harbour rescue stations new blue long", False),
    ],
)
def test_plans_are_of_one_thing_if_their_subjects_are_alike(
    one: str, other: str, same: bool
) -> None:
    given: list[Figure] = []
    for day, subject, percent in ((FIRST, one, 97.0), (SECOND, other, 90.0)):
        number, share = _built(day, 970, percent)
        given += [replace(number, stated=replace(number.stated, subject=subject)), share]
    found = [record.found_by for record in measuring.crosschecks(given)]
    assert ("implied-whole" in found) is same


@pytest.mark.parametrize(
    ("subject", "observed", "found"),
    [
        # Counts that one indicator observes are of one thing, however they are worded.
        ("quays", ("n", "n"), ["implied-whole"]),
        ("quays", ("n", "other"), []),
        # What an indicator observes alone is compared with what is worded alike.
        ("harbour rescue stations built", ("n", "other"), ["implied-whole"]),
        # Each count is in one comparison only.
        ("harbour rescue stations built", ("n", "n"), ["implied-whole"]),
    ],
)
def test_plans_are_of_one_thing_if_an_indicator_observes_both(
    subject: str, observed: tuple[str, str], found: list[str]
) -> None:
    given = [*_built(FIRST, 970, 97.0), *_built(SECOND, 990, 90.0)]
    given[2] = replace(given[2], stated=replace(given[2].stated, subject=subject))
    given.append(_of(SECOND, "other", 5, "nets", unit="boats"))
    figures = tuple(f"{day}-{one}" for day, one in zip((FIRST, SECOND), observed, strict=True))
    entry = replace(BOATS, wordings=("nothing",), figures=figures)
    records = measuring.crosschecks(given, Editorial(indicators=(entry,)))
    assert [one.found_by for one in records] == found


def test_figures_of_two_events_are_compared_if_both_have_the_subject() -> None:
    subject = "registered fishing boats afloat"
    first = _of(FIRST, "a", 70, subject)
    later = _of(SECOND, "b", 71, subject, sentence="It stayed at 71.")
    assert [one.found_by for one in measuring.crosschecks((later, first))] == [
        "remained-at-other-value"
    ]
    assert measuring.crosschecks((later,)) == ()
    other = _of(FIRST, "a", 70, "registered fishing nets afloat")
    assert measuring.crosschecks((other, later)) == ()
    unsaid = _of(SECOND, "b", 71, subject)
    assert measuring.crosschecks((first, unsaid)) == ()
    # What one event says of it twice is compared as well.
    again = _of(FIRST, "c", 70, subject, comparator=">")
    assert [one.found_by for one in measuring.crosschecks((first, again))] == ["other-comparator"]
