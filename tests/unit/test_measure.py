"""Test which indicator each figure observes, in one and several briefings, and the comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Editorial, Figure, IndicatorEntry, Place, Stated, Where
from briefings.problems import Problems
from briefings.relate.indicators.crosschecks import crosschecks
from briefings.relate.indicators.measure import measure
from briefings.relate.indicators.observing import indicators
from briefings.relate.indicators.periods import Timing, timing

from . import measuring

WHERE = Where("indicators.yml", 3, 1)
BOATS = IndicatorEntry(
    id="boats", title="Boats", kind="level", units=("boats",), wordings=("boats registered",),
    note="", where=WHERE,
)  # fmt: skip


def figure(
    id_: str, value: float, subject: str, briefing: str = "2021-01-10-x", **more: Any
) -> Figure:
    """Return a figure with `value`, in a separate passage and sentence unless `more` sets them."""
    passage = more.pop("passage", f"{id_}p1")
    sentence = more.pop("sentence", f"There were {value} of {subject}.")
    stated = Stated(0, 1, str(value), value, more.pop("unit", "boats"), subject=subject, **more)
    place = Place(briefing, f"s{briefing[:4]}", passage, 1, 0, 1)
    return Figure(id_, (place,), stated, sentence, briefing[:10], None, None, "direct")


def observed(figures: Sequence[Figure], *entries: IndicatorEntry) -> dict[str, tuple[str, ...]]:
    (event,) = measuring.events(figures).values()
    return measure(event, entries).observed


@pytest.mark.parametrize(
    ("changed", "fits"),
    [
        ({}, True),
        ({"unit": "ships"}, False),
        ({"role": "change"}, False),
        ({"role": "from"}, True),
        ({"subject": "registered fishing boats"}, True),
        ({"subject": "boats"}, False),
    ],
)
def test_a_figure_is_known_by_unit_role_and_subject(changed: dict[str, Any], fits: bool) -> None:
    given: dict[str, Any] = {"subject": "registered boats", **changed}
    one = figure("f1", 7, given.pop("subject"), **given)
    assert observed([one], BOATS) == ({"f1": ("boats",)} if fits else {})


def test_a_vague_amount_is_no_observation_and_goes_into_no_arithmetic() -> None:
    one = figure("f1", 24, "registered boats", vague=True)
    assert observed([one], BOATS) == {}
    (event,) = measuring.events([one, figure("f2", 7, "fishing nets mended")]).values()
    assert list(measure(event).positions) == [1]


@pytest.mark.parametrize(
    ("narrowed", "fits"),
    [
        ({"without": ("new",)}, False),
        ({"without": ("old",)}, True),
        ({"context": ("in the harbour",)}, True),
        ({"context": ("at sea",)}, False),
        ({"context": ("at sea", "in the harbour")}, True),
        ({"not_figures": ("f1",)}, False),
        ({"not_figures": ("f2",)}, True),
        ({"direction": "increase"}, False),
        ({"direction": ""}, True),
        ({"figures": ("f1",)}, False),
    ],
)
def test_editors_narrow_what_an_indicator_observes(narrowed: dict[str, Any], fits: bool) -> None:
    one = figure(
        "f1", 7, "new registered boats", sentence="7 new registered boats lie in the harbour."
    )
    assert bool(observed([one], replace(BOATS, **narrowed))) == fits


def test_what_editors_assign_is_observed_and_everything_else_is_let_go() -> None:
    entry = replace(BOATS, figures=("f2",))
    (event,) = measuring.events([figure("f1", 7, "nets"), figure("f2", 8, "nets")]).values()
    kept = measure(event, (entry,))
    assert list(kept.figures) == ["f2"]
    (one,) = indicators([kept], Editorial(indicators=(entry,)), Problems(), {"f2"})
    assert [(o.figure, o.by) for o in one.observations] == [("f2", "editor")]


def test_only_changes_in_the_sentence_of_an_observed_figure_are_kept() -> None:
    text = "70 registered boats, 5 more than in May, and 3 more nets."
    given = [
        figure("f1", 70, "registered boats", passage="p1", sentence=text),
        figure("f2", 5, "", passage="p1", sentence=text, role="change"),
        figure("f3", 3, "", passage="p1", sentence=text, role="change", unit="nets"),
        figure("f4", 2, "", passage="p1", sentence="2 more boats.", role="change"),
        figure("f5", 2, "", passage="p2", sentence=text, role="change"),
        figure("f6", 9, "", passage="p1", sentence=text),
    ]
    (event,) = measuring.events(given).values()
    assert measure(event, (BOATS,)).changes == {"f1": ("f2",)}


def test_words_that_editors_quote_of_another_figure_lead_to_it() -> None:
    entry = replace(BOATS, figures=("f1",), quotes=(("f1", "8", WHERE), ("f1", None, WHERE)))
    given = [figure("f1", 7, "nets"), figure("f2", 8, "nets"), figure("f3", 8, "ropes")]
    (event,) = measuring.events(given).values()
    assert measure(event, (entry,)).same_words == {("f1", "8"): ("f2", "f3")}


FAST = "patrol boats of the northern fleet"


def _told(*figures: Figure) -> list[str]:
    return [one.found_by for one in measuring.crosschecks(figures)]


def test_one_share_twice_with_two_values_is_a_record() -> None:
    given: dict[str, Any] = {"unit": "%", "period": "2020", "period_start": "2020-01-01"}
    a, b = figure("2021-01-10-a", 70, FAST, **given), figure("2021-01-10-b", 71, FAST, **given)
    (record,) = measuring.crosschecks((a, b))
    assert (record.found_by, record.figures) == ("other-value", ("2021-01-10-a", "2021-01-10-b"))
    assert record.id == "other-value-2021-01-10-a-b"
    undated = [replace(one, stated=replace(one.stated, period_start="")) for one in (a, b)]
    assert _told(*undated) == []
    assert _told(a, replace(b, places=a.places)) == []
    assert _told(a, replace(b, stated=replace(b.stated, value=70))) == []
    other = replace(b, stated=replace(b.stated, unit="boats"))
    assert _told(a, other) == []


def test_three_values_of_one_wording_tell_nothing_unless_a_large_one_is_the_same() -> None:
    given = [figure(f"2021-01-10-{n}", n, FAST, comparator=">") for n in (1, 2, 999)]
    given += [figure("2021-01-10-d", 999, FAST)]
    assert _told(*given) == []
    large = [figure(f"2021-01-10-{n}", n, FAST, comparator=">") for n in (1, 2, 1000)]
    large += [figure("2021-01-10-d", 1000, FAST)]
    assert _told(*large) == ["other-comparator"]


def test_what_is_said_to_have_remained_is_held_against_the_event_before() -> None:
    before = figure("2021-01-10-a", 90, FAST)
    later = figure(
        "2022-01-10-a", 95, FAST, "2022-01-10-x", sentence=f"It has remained at 95 for {FAST}."
    )
    (record,) = measuring.crosschecks((before, later))
    assert record.found_by == "remained-at-other-value"
    assert record.figures == ("2021-01-10-a", "2022-01-10-a")
    silent = replace(later, sentence=f"There were 95 {FAST}.")
    assert _told(before, silent) == []
    assert _told(before, replace(later, stated=replace(later.stated, value=90))) == []
    far = replace(later, sentence=f"It remained so for long, and there were in all 95 for {FAST}.")
    assert _told(before, far) == []


def test_briefings_that_share_no_telling_subject_are_not_read() -> None:
    def never(slug: str) -> Any:
        raise AssertionError(slug)

    given = measuring.events(
        [figure("2021-01-10-a", 90, FAST), figure("2022-01-10-a", 95, FAST, "2022-01-10-x")]
    )
    assert crosschecks([measure(one) for one in given.values()], (), never) == ()


def test_a_stock_and_the_change_beside_it() -> None:
    text = "80 registered boats, 5 more than last year."
    before = figure("2021-01-10-a", 70, "registered boats")
    later = figure(
        "2022-01-10-a", 80, "registered boats", "2022-01-10-x", passage="p", sentence=text
    )
    change = figure(
        "2022-01-10-b", 5, "", "2022-01-10-x", passage="p", sentence=text, role="change"
    )
    written = Editorial(indicators=(BOATS,))
    (record,) = measuring.crosschecks((before, later, change), written)
    assert record.found_by == "stock-and-change"
    assert "differ by 10" in record.text
    fitting = replace(change, stated=replace(change.stated, value=10))
    assert measuring.crosschecks((before, later, fitting), written) == ()
    apart = Editorial(indicators=(replace(BOATS, comparable=False, reason="Counted anew."),))
    assert measuring.crosschecks((before, later, change), apart) == ()


def test_a_share_of_a_plan_twice_implies_two_plans() -> None:
    def stated(day: str, number: float, percent: float) -> tuple[Figure, Figure]:
        slug, text = f"{day}-x", "so many harbour rescue stations were built"
        return (
            figure(f"{day}-n", number, "harbour rescue stations built", slug, passage="p",
                   sentence=text),
            figure(f"{day}-p", percent, "planned number", slug, passage="p", sentence=text,
                   unit="%"),
        )  # fmt: skip

    first = stated("2021-01-10", 970, 97.0)
    assert _told(*first, *stated("2022-01-10", 990, 90.0)) == ["implied-whole"]
    assert _told(*first, *stated("2022-01-10", 990, 99.0)) == []


@pytest.mark.parametrize(
    ("kind", "stated", "expected"),
    [
        ("stock", {}, Timing("", "2021-01-10", "a day")),
        ("stock", {"period": "since the congress"}, Timing("", "2021-01-10", "a day")),
        ("stock", {"period": "every year"}, Timing("", "", None)),
        ("stock", {"period": "2020", "period_start": "2020-01-01", "period_end": "2020-12-31"},
         Timing("", "2020-12-31", "a day")),
        # a target
        ("stock", {"period": "by 2025", "period_end": "2025-12-31"},
         Timing("", "2025-12-31", None)),
        # a year that has begun
        ("stock", {"period": "2021", "period_start": "2021-01-01", "period_end": "2021-12-31"},
         Timing("", "2021-01-10", "a day")),
        ("flow", {}, Timing("", "", None)),
        ("flow", {"period": "2021", "period_start": "2021-01-01", "period_end": "2021-12-31"},
         Timing("2021-01-01", "2021-01-10", "since 2021-01-01", True)),
        ("rate", {"period": "2021", "period_start": "2021-01-01", "period_end": "2021-12-31"},
         Timing("2021-01-01", "2021-01-10", None, True)),
        ("flow", {"period": "as of June 2020", "period_end": "2020-06-30"},
         Timing("", "2020-06-30", None)),
        ("flow", {"period": "next year", "period_start": "2022-01-01", "period_end": "2022-12-31"},
         Timing("2022-01-01", "2022-12-31", None)),
        ("flow", {"period": "x", "period_start": "2020-06-30", "period_end": "2020-06-01"},
         Timing("2020-06-30", "2020-06-01", None)),
        ("flow", {"period": "x", "period_start": "2020", "period_end": "June"},
         Timing("", "", None)),
    ],
)  # fmt: skip
def test_when_an_observation_holds(kind: Any, stated: dict[str, Any], expected: Timing) -> None:
    assert timing(figure("f", 7, "boats", **stated), kind) == expected
