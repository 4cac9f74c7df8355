"""Compare which sentences the program takes for announcements with a reader's judgment."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.languages import ENGLISH
from briefings.relate.announcements.actors import own_names
from briefings.relate.announcements.cues import cues
from tests.announcing import announces
from tests.command import ROOT

_CASE: dict[str, Any] = YAML(typ="safe").load(
    (ROOT / "tests" / "cases" / "announcements" / "sentences.yml").read_text()
)


@pytest.mark.parametrize("case", _CASE["announcement"], ids=lambda one: one["text"][:40])
def test_announcements_and_what_they_say(case: dict[str, Any]) -> None:
    found = announces(case["text"], "2022-03-01", _CASE["bodies"], _CASE["own"])
    assert found is not None
    assert (found.sort, list(found.why)) == ("announcement", case["why"])
    assert found.kind == case.get("kind", found.kind)
    assert found.words == case.get("words", found.words)


@pytest.mark.parametrize("sentence", _CASE["resolve"])
def test_general_resolve_is_no_announcement(sentence: str) -> None:
    found = announces(sentence, "2022-03-01", _CASE["bodies"], _CASE["own"])
    assert found is not None
    assert (found.sort, found.why) == ("resolve", ())


@pytest.mark.parametrize("sentence", _CASE["none"])
def test_neither(sentence: str) -> None:
    assert announces(sentence, "2022-03-01", _CASE["bodies"], _CASE["own"]) is None


def test_names_of_other_sides_announce_nothing() -> None:
    sentence = "Norland will host the meeting on Monday."
    assert announces(sentence) is None
    assert announces(sentence, own={"Norland"}) is not None


def test_the_own_side_is_what_hopes_and_opposes_most_often() -> None:
    said = ["Norland opposes this.", "Norland hopes so.", "Norland supports it."]
    assert own_names([*said, "Eastmark hopes so."], ENGLISH) == {"Norland"}
    assert (
        own_names([*said, *(one.replace("Norland", "Eastmark") for one in said)], ENGLISH)
        == frozenset()
    )
    assert own_names(["We hope so.", "They hope so.", "It is so."] * 3, ENGLISH) == frozenset()


def test_long_sentences_without_an_end_are_read_in_reasonable_time() -> None:
    """Nested repetitions that a pattern could try in every combination."""
    for piece in (
        "will be ", "the new ", "President Ann ", "A ", "will ", "to launch a ", "“", "and that ",
        "Mr. A ", "ships of A, B and C, ", "ship (A) A ", "more than 9 ", "the A (AB), ",
    ):  # fmt: skip
        cues(f"We {piece * 3000}", None, (), ENGLISH)
        cues(f"We {piece * 300} will go", None, (), ENGLISH)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(cues(f"We will {text}", "2022-03-01", {"Norland"}, ENGLISH), tuple)
