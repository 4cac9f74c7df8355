"""Rules for numbers that differ, and how records of differences are weighed and put in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Figure, Place, Stated
from briefings.model.figures import Comparator, Discrepancy, DiscrepancyType
from briefings.model.relations import Difference, Pair
from briefings.relate.compare.discrepancies import records, without_known
from briefings.relate.compare.slips import exchanged, other_bound, slip_of
from briefings.relate.compare.weight import weighed
from briefings.relate.compare.wholes import larger_parts

from .small_texts import article, briefing, event


def _figure(quote: str = "40", **stated: Any) -> Figure:
    return Figure(
        "f", (Place("x", "a", "p1", 10),), Stated(0, len(quote), quote, 40, "count", **stated),
        "", None, None, None, "direct",
    )  # fmt: skip


def _in(unit: str) -> Figure:
    figure = _figure()
    return replace(figure, stated=replace(figure.stated, unit=unit))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("1,234", "1,324", True),
        ("1,234", "12,34", True),
        ("1,234", "1,235", False),
        # One more digit: at the start, within, at the end.
        ("234", "1,234", True),
        ("124", "1,234", True),
        ("123", "1,234", True),
        ("143", "1,234", False),
        ("12", "1,234", False),
        ("1", "10", True),
        ("50 boats", "55 boats", False),
        # Numbers in words have no digits.
        ("four", "4", False),
        ("four", "five", False),
    ],
)
def test_numbers_that_may_be_slips_of_one_another(one: str, other: str, slip: bool) -> None:
    assert slip_of(_figure(one), _figure(other)) is slip
    assert slip_of(_figure(other), _figure(one)) is slip


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [(">", "<", True), ("<", ">", True), (">", ">", False), (">", "=", False), ("~", "<", False)],
)
def test_a_minimum_and_a_maximum(one: Comparator, other: Comparator, opposed: bool) -> None:
    assert other_bound(_figure(comparator=one), _figure(comparator=other)) is opposed


@pytest.mark.parametrize(
    ("one", "other", "confused"),
    [
        ("days", "weeks", True), ("CNY", "USD", True), ("EUR", "AUD", True),
        ("days", "days", False),
        ("days", "CNY", False), ("people", "days", False), ("people", "cases", False),
    ],
)  # fmt: skip
def test_units_that_may_be_confused(one: str, other: str, confused: bool) -> None:
    assert exchanged(_in(one), _in(other)) is confused


def _record(rule: str, type_: DiscrepancyType = "value", text: str = "", *ids: str) -> Discrepancy:
    return Discrepancy(f"{rule}-x", type_, "found", rule, (), ids, text, "")


RANKED = "Bo is called “deputy director” in source a and “director” in source b."
# From what misleads readers most to what hardly does: the rule, or the type of an editor's record.
WEIGHTS: list[list[tuple[str, DiscrepancyType]]] = [
    [("other-value", "value"), ("other-outcome", "value"), ("other-direction", "value")],
    [("editors", "value"), ("remained-at-other-value", "value"), ("other-bound", "value"),
     ("other-unit", "unit")],
    [("editors", "date"), ("editors", "tense"), ("editors", "attribution"),
     ("other-period", "date"), ("result-as-future", "tense")],
    [("part-exceeds-whole", "unit")],
    [("editors", "unit"), ("counted-thing", "unit")],
    [("editors", "arithmetic")],
    [("question-as-narration", "attribution")],
    [("title-wording", "title")],
    [("stock-and-change", "value")],
    [("editors", "omission"), ("figure-left-out", "omission")],
    [("editors", "name"), ("editors", "title"), ("host-wording", "name")],
    [("other-comparator", "value"), ("comparator", "value")],
    [("event-wording", "name")],
]  # fmt: skip


def test_contradictions_of_fact_come_before_those_of_wording() -> None:
    weights = [
        {weighed(_record(rule, type_, RANKED)).weight for rule, type_ in rank} for rank in WEIGHTS
    ]
    assert [len(rank) for rank in weights] == [1] * len(weights)
    in_order = [rank.pop() for rank in weights]
    assert in_order == sorted(set(in_order), reverse=True)


@pytest.mark.parametrize(
    ("rule", "type_", "text", "group"),
    [
        ("other-value", "value", "", "fact"),
        ("editors", "omission", "", "fact"),
        ("editors", "name", "", "wording"),
        ("editors", "title", "", "wording"),
        ("comparator", "value", "", "wording"),
        ("other-comparator", "value", "", "wording"),
        ("other-bound", "value", "", "fact"),
        # Who is only a deputy has another rank; two words for one rank are wordings.
        ("title-wording", "title", RANKED, "fact"),
        ("title-wording", "title", RANKED.replace("“director", "“vice director"), "wording"),
        ("title-wording", "title", RANKED.replace("deputy ", "head "), "wording"),
        ("host-wording", "name", RANKED, "wording"),
    ],
)
def test_the_class_of_a_record(rule: str, type_: DiscrepancyType, text: str, group: str) -> None:
    assert weighed(_record(rule, type_, text)).group == group


def _pair(id_: str, *rules: str, a: str = "a", figures: tuple[str, ...] = (), group: str = "g1",
          b_says: str = "theirs") -> Pair:  # fmt: skip
    return Pair(
        id_, group, Place("x", a, "p1", 10, 0, 5), Place("x", "b", "p2", 20, 0, 5), "paraphrase",
        0.5, tuple(Difference("value", rule, "ours", b_says, figures) for rule in rules),
    )  # fmt: skip


def test_records_of_the_fullest_text_come_first_and_each_of_its_kind_once() -> None:
    pairs = [
        _pair("p-c", "other-speaker", a="c"),
        # "wording" is no discrepancy.
        _pair("p-1", "wording", "other-speaker", "result-as-future"),
        # The same sentence retold twice has the same record, another group one of its own.
        _pair("p-2", "other-speaker", "future-as-result"),
        _pair("p-3", "other-speaker", group="g2"),
        # Every number is a record of its own.
        _pair("p-5", "other-value", figures=("f1", "f2")),
        _pair("p-6", "other-value", figures=("f1", "f3")),
    ]
    day = "2021-01-10"
    found = records(pairs, "a", day)
    assert [record.id for record in found] == [
        f"other-speaker-{day}-p-1", f"result-as-future-{day}-p-1",
        f"future-as-result-{day}-p-2", f"other-speaker-{day}-p-3", f"other-value-{day}-p-5",
        f"other-value-{day}-p-6", f"other-speaker-{day}-p-c",
    ]  # fmt: skip
    first = found[0]
    assert (first.type, first.found_by, first.status) == ("attribution", "other-speaker", "found")
    assert first.passages == (pairs[1].a, pairs[1].b)
    assert first.text == "In source a ours says this; source b gives it to theirs."
    assert found[4].figures == ("f1", "f2")
    assert found[4].text == "Source a states ours, source b theirs."


@pytest.mark.parametrize(
    ("says", "ending"), [("", "tells them as its own"), ("Bo", "gives them to Bo")]
)
def test_words_of_a_question_told_by_another(says: str, ending: str) -> None:
    (record,) = records([_pair("p", "question-as-narration", b_says=says)], "a", "x")
    assert record.text == f"In source a these are words of a question by ours; source b {ending}."


def test_what_is_known_of_the_same_figures_is_no_second_record() -> None:
    known = [_record("k", "value", "", "f1", "f2"), _record("k", "tense")]
    again = _record("r", "value", "", "f2", "f1")
    other_type = _record("r", "unit", "", "f1", "f2")
    other_figures = _record("r", "value", "", "f1")
    of_words = _record("r", "tense")
    found = without_known([again, other_type, other_figures, of_words], known)
    assert list(found) == [other_type, other_figures, of_words]


def _parts(*texts: str) -> list[Discrepancy]:
    return list(larger_parts(event(briefing(*(article(f"s{n}", t) for n, t in enumerate(texts))))))


WHOLE = "We keep 256 boats, including 778 old boats, and more."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (WHOLE, True),
        ("We keep 256 boats, including 178 old boats.", False),
        ("We keep 256 boats and 778 old boats.", False),
        ("We keep 256 boats, including 778 nets.", False),
    ],
)
def test_parts_that_are_larger_than_their_whole(text: str, found: bool) -> None:
    assert bool(_parts(text)) is found


def test_a_part_larger_than_its_whole_is_one_record_for_all_texts() -> None:
    (record,) = _parts(WHOLE, f"It rained. {WHOLE}")
    assert [(place.source, place.line) for place in record.passages] == [("s0", 10), ("s1", 10)]
    assert record.figures == ("s0-p1-f0", "s0-p1-f1", "s1-p1-f0", "s1-p1-f1")
    quoted = "“256 boats, including 778 old boats”"
    assert record.text == (
        f"The part is larger than its whole: {quoted} in source s0, {quoted} in source s1."
    )
    assert record.basis == "778 is more than 256; the two may count different things."
    assert len(_parts(WHOLE, WHOLE.replace("778", "779"))) == 2
