"""What is told of the paired sentences of two texts, and with which pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Exchange, Place, Witness
from briefings.model.relations import Pair, PairKind
from briefings.problems import Problems
from briefings.relate.compare.differences import differences
from briefings.relate.event import Event

from .small_texts import BO, CHAIR, PAPER, SLUG, article, briefing, event, transcript

NAMES = {"bo-fisher": ("Bo Fisher",), "ann": ("Ann Reed",)}


def _event(*texts: Witness, **more: Any) -> Event:
    terms = more.pop("terms", {})
    return event(briefing(*texts, **more), NAMES, **terms)


def _pair(
    of: Event, a: str, b: str, score: float = 0.5, kind: PairKind = "paraphrase", group: str = "g"
) -> Pair:
    """A pair of the sentences with these words; each text has one source."""
    places = []
    for words in (a, b):
        (place,) = [
            Place(SLUG, witness.source.id, passage.id, passage.line,
                  passage.text.index(words), passage.text.index(words) + len(words))
            for witness in of.briefing.witnesses
            for passage in witness.passages
            if words in passage.text
        ]  # fmt: skip
        places.append(place)
    return Pair(f"{a}--{b}", group, places[0], places[1], kind, score)


def _told(of: Event, pairs: Sequence[Pair]) -> list[list[str]]:
    return [
        [difference.rule for difference in pair.differences]
        for pair in differences(of, pairs, Problems())
    ]


MENDED, RETOLD = "We mended 40 piers.", "They mended 50 piers."


def test_differences_are_of_two_texts_that_are_not_the_same() -> None:
    of = _event(transcript("a", (BO, MENDED)), article("b", RETOLD))
    pair = _pair(of, MENDED, RETOLD)
    assert "other-value" in _told(of, [pair])[0]
    assert _told(of, [replace(pair, kind="identical")]) == [[]]
    assert "other-value" in _told(of, [replace(pair, kind="near-identical")])[0]
    within = _event(article("a", MENDED, RETOLD))
    assert _told(within, [_pair(within, MENDED, RETOLD)]) == [[]]
    foreign = _event(transcript("a", (BO, MENDED)), article("b", RETOLD, language="de"))
    assert _told(foreign, [pair]) == [[]]


def test_pairs_say_whether_they_have_a_number_in_common() -> None:
    same = "They repaired 40 piers."
    of = _event(transcript("a", (BO, MENDED)), article("b", RETOLD, same))
    found = differences(of, [_pair(of, MENDED, RETOLD), _pair(of, MENDED, same)], Problems())
    assert [pair.figures for pair in found] == [False, True]


def test_a_difference_is_shown_with_the_pair_whose_sentence_has_it() -> None:
    first, second = "We mended piers.", "In autumn we lit 40 lamps."
    one, other = "They mended 50 piers.", "They lit lamps in autumn."
    of = _event(transcript("a", (BO, f"{first} {second}")), article("b", f"{one} {other}"))
    pairs = [_pair(of, first, one), _pair(of, second, other), _pair(of, second, one)]
    told = _told(of, pairs)
    assert ["figure-added" in rules for rules in told] == [True, False, False]
    assert ["figure-left-out" in rules for rules in told] == [False, True, False]
    # In groups of their own they are compared by themselves.
    apart = [replace(pair, group=f"g{n}") for n, pair in enumerate(pairs)]
    assert ["figure-added" in rules for rules in _told(of, apart)] == [True, False, True]


@pytest.mark.parametrize(("score", "told"), [(0.35, True), (0.34, False)])
def test_dates_of_similar_sentences(score: float, told: bool) -> None:
    one, other = "It opens on 1 October.", "It opened on 2 October."
    of = _event(transcript("a", (BO, one)), article("b", other))
    assert ("other-date" in _told(of, [_pair(of, one, other, score)])[0]) is told


def test_the_day_of_the_event_is_no_other_date() -> None:
    one, other = "It opens on 10 January.", "It opened on 2 October."
    of = _event(transcript("a", (BO, one)), article("b", other))
    assert "other-date" not in _told(of, [_pair(of, one, other)])[0]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We saw 40 people killed.", "They saw 40 people injured.", True),
        ("We saw 40 people killed.", "They saw 50 people injured.", False),
    ],
)
def test_outcomes_of_one_number(one: str, other: str, told: bool) -> None:
    of = _event(transcript("a", (BO, one)), article("b", other))
    assert ("other-outcome" in _told(of, [_pair(of, one, other)])[0]) is told


RESULT, FUTURE = "We had mended the pier.", "The pier will be mended."


def test_the_chair_states_no_results() -> None:
    for speaker, told in ((BO, True), (CHAIR, False)):
        of = _event(transcript("a", (speaker, RESULT)), article("b", FUTURE))
        assert ("result-as-future" in _told(of, [_pair(of, RESULT, FUTURE)])[0]) is told


def test_only_the_best_pair_of_a_sentence_shows_its_tense() -> None:
    second = "Men had mended a pier."
    of = _event(transcript("a", (BO, f"{RESULT} {second}")), article("b", FUTURE))
    pairs = [_pair(of, RESULT, FUTURE, 0.5), _pair(of, second, FUTURE, 0.6)]
    assert ["result-as-future" in rules for rules in _told(of, pairs)] == [False, True]
    assert ["result-as-future" in rules for rules in _told(of, pairs[:1])] == [True]
    other = "A pier will be mended."
    of = _event(transcript("a", (BO, f"{RESULT} {second}")), article("b", f"{FUTURE} {other}"))
    pairs = [_pair(of, RESULT, FUTURE, 0.5), _pair(of, second, other, 0.6)]
    assert ["result-as-future" in rules for rules in _told(of, pairs)] == [True, True]


def test_campaigns_and_one_difference_once() -> None:
    one = "We ran the “Clean Net” campaign."
    other, third = "They ran the “Bright Lamp” campaign.", "They ran boats."
    of = _event(transcript("a", (BO, one)), article("b", f"{other} {third}"))
    pairs = [_pair(of, one, other), _pair(of, one, third)]
    told = _told(of, pairs)
    assert told[0].count("campaign-wording") == 1
    assert "campaign-wording" not in told[1]
    assert [rule for rule in told[1] if rule == "names"] == []


@pytest.mark.parametrize(
    ("speaker", "other", "rule"),
    [
        (BO, "The pier was old.", "speaker-not-named"),
        (BO, "Fisher said the pier was old.", None),
        (BO, "Bo Fisher said the pier was old.", None),
        (BO, "Ann Reed said the pier was old.", "other-speaker"),
        (PAPER, "The pier was old.", "question-as-narration"),
        (PAPER, "Ann Reed said the pier was old.", None),
        (CHAIR, "The pier was old.", None),
    ],
)
def test_who_says_it(speaker: Any, other: str, rule: str | None) -> None:
    said = "The pier is old."
    of = _event(transcript("a", (speaker, said)), article("b", other))
    told = [one for one in _told(of, [_pair(of, said, other)])[0] if one not in ("names",)]
    assert told == ([rule] if rule else [])


def test_a_bare_question_and_one_that_is_answered_alike_assert_nothing() -> None:
    said, answer, other = "The pier is old", "The pier is old, yes.", "The pier was old."
    for ending, told in ((".", True), ("?", False), ('?" ', False)):
        asked = f"{said}{ending}"
        of = _event(transcript("a", (PAPER, asked)), article("b", other))
        assert ("question-as-narration" in _told(of, [_pair(of, asked, other)])[0]) is told
    asked = f"{said}."
    exchange = Exchange("x1", "a-t1", (), ("a-t2",), ())
    of = _event(transcript("a", (PAPER, asked), (BO, answer)), article("b", other),
                exchanges=(exchange,))  # fmt: skip
    pairs = [_pair(of, asked, other), _pair(of, answer, other, group="h")]
    assert "question-as-narration" not in _told(of, pairs)[0]


def test_terms_in_other_words_and_names_are_told_with_the_first_pair() -> None:
    first, second = "We sold fishing nets at Westport.", "We rested, and sold fish traps."
    one, other = "They sold old cages at Eastport.", "They rested."
    of = _event(
        transcript("a", (BO, f"{first} {second}")), article("b", f"{one} {other}"),
        terms={"nets": "fishing nets|fish traps|old cages"},
    )  # fmt: skip
    pairs = [_pair(of, first, one), _pair(of, second, other)]
    found = differences(of, pairs, Problems())
    told = [(one.rule, one.a, one.b) for one in found[0].differences]
    assert ("wording", "fishing nets", "old cages") in told
    assert ("names", "Westport", "Eastport") in told
    assert not {"wording", "names"} & {one.rule for one in found[1].differences}


def test_names_of_people_are_no_other_names() -> None:
    one, other = "We saw Bo Fisher there.", "They saw Eastport."
    of = _event(transcript("a", (BO, one)), article("b", other))
    assert "names" not in _told(of, [_pair(of, one, other)])[0]
    one = "We saw Fisher there."
    of = _event(transcript("a", (BO, one)), article("b", other))
    assert "names" not in _told(of, [_pair(of, one, other)])[0]
