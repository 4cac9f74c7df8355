"""Ids and slugs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sun Maoli", "sun-maoli"),
        ("Women's Daily’s", "womens-dailys"),
        ("São Tomé, 100%", "sao-tome-100"),
        ("???", "untitled"),
        ("a/../b", "a-b"),
    ],
)
def test_a_slug_is_plain(text: str, expected: str) -> None:
    assert ids.slug(text) == expected


@given(st.text())
def test_a_slug_is_always_usable_in_an_address(text: str) -> None:
    made = ids.slug(text)
    assert made
    assert made.isascii()
    assert all(c.isalnum() or c == "-" for c in made)
    assert made == made.lower()
    assert len(made) <= ids.SLUG_LENGTH


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        ("2024-02-01", "Press conference on the state of bees", "2024-02-01-state-of-bees"),
        ("--02-01", "Bees", "year-unknown-02-01-bees"),
        (None, "Regular Press Conference", "undated-regular-press-conference"),
        ("2024-02-01", "!!!", "2024-02-01-untitled"),
    ],
)
def test_a_briefing_is_named_by_day_and_subject(
    date: str | None, title: str, expected: str
) -> None:
    assert ids.briefing_slug(date, title) == expected


def test_a_long_subject_is_cut_between_words_and_skips_none() -> None:
    title = "Conference on " + "many words that go on and on until the " + "considerable " * 3
    # "many ... the" has 38 letters: two more words of 12 with their hyphens make it 64.
    made = ids.briefing_slug("2024-02-01", title)
    assert made == ("2024-02-01-many-words-that-go-on-and-on-until-the-considerable-considerable")
    ends_loosely = "Conference on " + "x" * 55 + " of the considerable end"
    assert ids.briefing_slug(None, ends_loosely) == "undated-" + "x" * 55


def test_ids_of_passages() -> None:
    assert ids.passage_id(ids.turn_id(12), 3) == "t12p3"
    prefix = ids.witness_prefix("003", primary=False)
    assert ids.passage_id(ids.section_id(2, prefix), 1) == "003-s2p1"
    assert ids.witness_prefix("003", primary=True) == ""


def test_ids_are_filled_in_and_never_given_again() -> None:
    assert ids.fill_ids(["t1", None, "t2"], ("t1", "t1a", "t2"), ids.turn_id) == ["t1", "t1b", "t2"]
    assert ids.fill_ids([None, "t1"], ("t1",), ids.turn_id) == ["t0a", "t1"]
    assert ids.fill_ids(["t5", None], ("t5", "t1"), ids.turn_id) == ["t5", "t2"]
    many = ids.fill_ids(["t1", *[None] * 24, "t2"], ("t1", "t2"), ids.turn_id)
    assert many[1:4] == ["t1a", "t1b", "t1c"]
    assert "t1p" not in many
    assert len(set(many)) == 26
    assert ids.unused_id("f1", {"f2"}) == "f1"
    assert ids.unused_id("f1", {"f1", "f1a"}) == "f1b"


def test_the_check_of_a_copied_link_is_six_letters_long() -> None:
    assert re.fullmatch("[0-9a-f]{6}", ids.words_checksum("We counted 12 fish."))
    assert ids.words_checksum("We counted 12 fish.") != ids.words_checksum("We counted 13 fish.")


def test_an_id_of_a_lesser_text_is_known_without_its_prefix() -> None:
    assert ids.without_prefix("003", "003-t2p1") == "t2p1"
    assert ids.without_prefix("003", "t2p1") == "t2p1"
    assert ids.without_prefix("003", "004-t2p1") == "004-t2p1"
