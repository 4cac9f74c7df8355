"""Test which differences a comparison of the texts of one event reports, and which it does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefings.model.figures import Discrepancy
from briefings.model.relations import Pair
from tests.command import FIVE, ROOT
from tests.gathered import gathered
from tests.relating import related_corpus

CASES = ROOT / "tests" / "cases" / "alignment"
NOTHING = ROOT / "tests" / "cases" / "no-such-folder"


@cache
def _compared(base: Path, editorial: Path) -> tuple[tuple[Pair, ...], tuple[Discrepancy, ...]]:
    corpus, _ = gathered(base / "seeds", editorial)
    relations, records = related_corpus(corpus)
    return relations.pairs, records


def _places(record: Discrepancy) -> set[tuple[str, int]]:
    return {(place.source, place.line) for place in record.passages}


# What a reader of the five sources notices, with where it stands and words of the record.
NAMED = {
    "gangs 'will be destroyed' in 2021":
        ("tense", {("000", 99), ("003", 9)}, ["had cracked down", "will be destroyed"]),
    "robbery cases 'will drop' in 2021":
        ("tense", {("000", 133), ("003", 15)}, ["decreased", "will drop"]),
    "theft gets the number of robbery":
        ("value", {("000", 133), ("003", 15)}, ["62.6%", "96.1%", "theft"]),
    "'approximately' is lost":
        ("value", {("000", 133), ("003", 15)}, ["Approximately 218,000"]),
    "21,000 organisations are dropped":
        ("omission", {("000", 133), ("003", 15)}, ["21,000", "social organizations"]),
    "a question is told as narration":
        ("attribution", {("000", 225), ("003", 18)}, ["question by"]),
    "one bureau has four names":
        ("name", {("000", 10), ("003", 13), ("002", 25), ("002", 39)},
         ["Public Order Bureau", "Public Security Administration", "Bureau of Public Order",
          "Bureau of Public Security Management"]),
    "director general and director":
        ("title", {("000", 14), ("003", 7)}, ["director general", "director"]),
    "director and director general in one text":
        ("title", {("002", 23), ("002", 37)}, ["director general", "director"]),
    "press conference and briefing":
        ("name", {("002", 15), ("002", 47)}, ["briefing", "press conference"]),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_rules_find_what_a_reader_notices(name: str) -> None:
    type_, places, words = NAMED[name]
    found = _compared(FIVE, FIVE / "editorial")[1]
    fitting = [
        one
        for one in found
        if one.type == type_ and _places(one) == places and all(w in one.text for w in words)
    ]
    assert len(fitting) == 1, [one.text for one in found if one.type == type_]
    assert fitting[0].status == "found"
    assert fitting[0].basis


def test_with_no_word_of_editors_rules_still_find_most_of_it() -> None:
    found = _compared(FIVE, NOTHING)[1]
    named = [
        name
        for name, (type_, places, _) in NAMED.items()
        if any(one.type == type_ and _places(one) == places for one in found)
    ]
    assert len(named) * 2 >= len(NAMED), named


def test_invented_conferences_give_their_differences_and_no_others() -> None:
    clinics = {
        (one.type, one.found_by)
        for one in _compared(CASES / "clinics", CASES / "clinics" / "editorial")[1]
    }
    assert ("tense", "result-as-future") in clinics
    assert ("value", "comparator") in clinics
    assert ("title", "title-wording") in clinics
    assert not {"name", "date", "arithmetic", "omission"} & {type_ for type_, _ in clinics}
    harbour = _compared(CASES / "harbour", CASES / "harbour" / "editorial")[1]
    values = [one.text for one in harbour if one.found_by == "other-value"]
    assert values == [
        "Source 811 states 13 (number of accidents on the wharves), source 810 31 (accidents on "
        "the quays)."
    ]
    assert not [one for one in harbour if one.type in ("tense", "attribution", "omission")]


def test_ids_are_unique_and_texts_judge_nothing() -> None:
    found = _compared(FIVE, FIVE / "editorial")[1]
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.text.endswith(".")
        assert one.text[0].isupper()
        for word in ("wrong", "false", "error", "mistake", "correct", "misleading", "should"):
            assert word not in one.text.casefold().split()


def test_equal_numbers_of_different_things_are_no_difference() -> None:
    pairs = _compared(FIVE, FIVE / "editorial")[0]
    told = [one for pair in pairs for one in pair.differences if one.kind == "value"]
    assert not [one for one in told if "64.4" in one.a + one.b or "55,000" in (one.a, one.b)]


def test_what_is_the_same_word_for_word_differs_in_nothing() -> None:
    pairs = _compared(FIVE, FIVE / "editorial")[0]
    assert not [pair for pair in pairs if pair.kind == "identical" and pair.differences]


def test_a_bureau_with_its_ministry_before_it_is_the_same_bureau() -> None:
    found = _compared(FIVE, FIVE / "editorial")[1]
    offices = [one.id for one in found if one.found_by == "organization-wording"]
    assert offices == ["organization-wording-qiu-baoli"]
