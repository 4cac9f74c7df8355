"""Subjects of questions, in their own words: compare a reader's choice with what the rules find.

A case is a folder under `tests/cases/subjects` with `question.txt`, a paragraph a line, and
`subject.txt`, which is empty if the question names no subject with certainty.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.group.naming import names_itself
from briefings.group.subjects import LONGEST, subject_of
from briefings.languages import ENGLISH, GERMAN
from briefings.model import Passage

CASES = Path(__file__).parents[1] / "cases" / "subjects"


def _passages(text: str) -> tuple[Passage, ...]:
    return tuple(
        Passage(f"t1p{n}", line, n, n) for n, line in enumerate(text.strip().splitlines(), 1)
    )


@pytest.mark.parametrize("case", sorted(one.name for one in CASES.iterdir()))
def test_case(case: str) -> None:
    passages = _passages((CASES / case / "question.txt").read_text("utf-8"))
    expected = (CASES / case / "subject.txt").read_text("utf-8").strip()
    found = subject_of(passages, "b", "000", ENGLISH)
    assert (found.text if found else "") == expected
    if found:
        place = found.place
        [passage] = [one for one in passages if one.id == place.passage]
        assert passage.text[place.start : place.end] == found.text
        assert len(found.text) <= LONGEST + 8


def test_a_subject_that_is_cut_ends_with_a_phrase_and_says_so() -> None:
    question = (
        "Could you talk about the repair of the northern sea dyke of Amrum after the flood that "
        "the storm of November brought to the whole of the coast?"
    )
    found = subject_of(_passages(question), "b", "000", ENGLISH)
    assert found is not None
    assert found.clipped
    assert found.text == "the repair of the northern sea dyke of Amrum after the flood"


@pytest.mark.parametrize(
    "phrase",
    [
        "Frisia",
        "food safety crimes",
        "anti-fraud",
        "the sluice rule that will take effect next week",
        "the results achieved since eel fishing was banned",
        "why the toll talks take place in Aal",
        'adhere to and develop the "Holm Way"',
        "relations between Frisia and Jutland",
    ],
)
def test_what_names_itself(phrase: str) -> None:
    assert names_itself(phrase, ENGLISH.asking.naming)


@pytest.mark.parametrize(
    "phrase",
    [
        "briefing",  # of what
        "the speech",
        "upcoming visit",
        "seven",
        "bilateral",
        "cooperation with the foundation",
        "that the Ministry hid the wreck",
        "the Ministry hides the wreck it has found",
        "the toll talks are taking place in Aal",  # that is what is asked
        "why he refrains from sailing",
        "the relations between Frisia",
        "the League \"didn't put information out",
        "the list (of wrecks",
        "the Governor's",
        "eel smuggling and",
        "with the owners of the fleet",
        "the goal of towing boats, right",
        "how — what the rule means for ferries",
        "a couple of buoys on the river",
        "?!",
        "",
    ],
)
def test_what_does_not_name_itself(phrase: str) -> None:
    assert not names_itself(phrase, ENGLISH.asking.naming)


@pytest.mark.parametrize(
    "phrase",
    [
        "Minister Ann Holm",  # who did what
        "the trawler fleet stationed",
        "the rule that will close the harbour",
        "how the new rule squares with the fact",
    ],
)
def test_what_no_longer_does_when_cut(phrase: str) -> None:
    assert not names_itself(phrase, ENGLISH.asking.naming, cut=True)


def test_a_language_that_knows_no_questions_finds_none() -> None:
    question = "Was hat das Hafenamt getan, um den Schmuggel zu bekämpfen?"
    assert subject_of(_passages(question), "b", "000", GERMAN) is None
