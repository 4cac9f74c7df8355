"""Ids, slugs and addresses."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import anchors
from briefings.model import Place


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
    assert anchors.slug(text) == expected


@given(st.text())
def test_a_slug_is_always_usable_in_an_address(text: str) -> None:
    made = anchors.slug(text)
    assert made
    assert made.isascii()
    assert all(c.isalnum() or c == "-" for c in made)
    assert made == made.lower()
    assert len(made) <= anchors.SLUG_LENGTH


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
    assert anchors.briefing_slug(date, title) == expected


def test_a_long_subject_is_cut_between_words_and_skips_none() -> None:
    title = "Conference on " + "many words that go on and on until the " + "considerable " * 3
    # "many ... the" has 38 letters: two more words of 12 with their hyphens make it 64.
    made = anchors.briefing_slug("2024-02-01", title)
    assert made == ("2024-02-01-many-words-that-go-on-and-on-until-the-considerable-considerable")
    ends_loosely = "Conference on " + "x" * 55 + " of the considerable end"
    assert anchors.briefing_slug(None, ends_loosely) == "undated-" + "x" * 55


def test_ids_of_passages() -> None:
    assert anchors.passage_id(anchors.turn_id(12), 3) == "t12p3"
    prefix = anchors.witness_prefix("003", primary=False)
    assert anchors.passage_id(anchors.section_id(2, prefix), 1) == "003-s2p1"
    assert anchors.witness_prefix("003", primary=True) == ""


def test_a_place_is_a_passage_or_a_line() -> None:
    assert anchors.place_url(Place("b", "003", "t1p1", 4)) == "briefings/b/#t1p1"
    assert anchors.place_url(Place("b", "003", None, 4)) == "sources/003/#L4"


_PAGES = st.sampled_from(
    ["", "about/", "briefings/a/", "briefings/b/", "speakers/a-b/", "sources/003/"]
)


@given(_PAGES, _PAGES, st.sampled_from(["", "#t1p1"]))
def test_a_relative_link_leads_to_its_target_under_any_subpath(
    target: str, page: str, fragment: str
) -> None:
    for root in ("https://example.org/", "https://example.org/some/sub/"):
        link = anchors.relative(target + fragment, page)
        assert not link.startswith("/")
        assert urljoin(root + page, link) == root + target + fragment


def test_a_file_is_linked_without_a_slash_at_its_end() -> None:
    assert anchors.relative("data/briefings/a.json", "briefings/a/") == (
        "../../data/briefings/a.json"
    )
