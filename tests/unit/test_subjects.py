"""What questions ask about, in their own words: what a reader chose, against what rules find.

A case is a folder under `tests/cases/subjects` with `question.txt`, a paragraph a line, and
`subject.txt`, empty where the words of the question name none that a reader would be sure of.
"""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_subject_that_is_cut_says_so() -> None:
    question = (
        "Ann Holm will sail around the island of Amrum on the second of November with a fleet."
    )
    found = subject_of(_passages(f"{question} What is your comment?"), "b", "000", ENGLISH)
    assert found is not None
    assert found.clipped
    assert found.text == "Ann Holm will sail around the island of Amrum on the second"


def test_a_language_that_knows_no_questions_finds_none() -> None:
    question = "Was hat das Hafenamt getan, um den Schmuggel zu bekämpfen?"
    assert subject_of(_passages(question), "b", "000", GERMAN) is None
