"""At which address a briefing stands: what was published goes before what is new."""

from __future__ import annotations

import re

import pytest

from briefings.addresses import Addresses, Event
from briefings.anchors import fill_ids, own_id, relative, turn_id, unused_id, words_check
from briefings.model import Publication, PublishedSource, Registry

DAY = "2023-05-03"
HARE = f"{DAY}-hares"


def published(**pages: tuple[str, bool] | list[tuple[str, bool]]) -> Registry:
    """The record of sources with the pages that each stood on, and whether without a prefix."""
    return Registry(
        {
            name: PublishedSource(
                name,
                tuple(Publication(*one) for one in (given if isinstance(given, list) else [given])),
            )
            for name, given in pages.items()
        }
    )


@pytest.mark.parametrize(
    ("registry", "events", "slugs"),
    [
        # Two new events of one day and subject; the first in order has the plain address.
        (Registry(), [Event(("a",), DAY, "On hares"), Event(("b",), DAY, "On hares")],
         [f"{DAY}-on-hares", f"{DAY}-on-hares-2"]),
        # What was published stays, whatever its title says now and wherever it stands.
        (published(b=(HARE, True)), [Event(("a",), DAY, "Hares"), Event(("b",), DAY, "Hens")],
         [f"{HARE}-2", HARE]),
        (published(b=(HARE, True)), [Event(("b",), "2024-01-02", "Hens")], ["2024-01-02-hares"]),
        (published(b=("undated-hares", True)), [Event(("b",), "--05-03", "Hens")],
         ["year-unknown-05-03-hares"]),
        (published(b=(HARE, True)), [Event(("b",), DAY, "Hens", chosen="Nets & hens")],
         ["nets-hens"]),
        # A day that is found makes a new address, and a newcomer does not take it.
        (published(b=("undated-hares", True)),
         [Event(("a",), DAY, "Hares"), Event(("b",), DAY, "Hens")], [f"{HARE}-2", HARE]),
        # Of two that were one, the one that holds the plain text keeps the address.
        (published(a=(HARE, False), b=(HARE, True)),
         [Event(("a",), DAY, "Hens"), Event(("b",), DAY, "Hens")], [f"{DAY}-hens", HARE]),
        # The last page counts, and an address that others left is not given to a stranger.
        (published(a=[(HARE, True), (f"{DAY}-eels", True)]),
         [Event(("a",), DAY, "Hens"), Event(("c",), DAY, "Hares")],
         [f"{DAY}-eels", f"{HARE}-2"]),
        (published(a=(HARE, True)), [Event(("c",), DAY, "Hens", chosen=HARE)], [f"{HARE}-2"]),
        (published(a=(HARE, True)), [Event(("c", "a"), DAY, "Hens", chosen=HARE)], [HARE]),
    ],
)  # fmt: skip
def test_slugs(registry: Registry, events: list[Event], slugs: list[str]) -> None:
    assert Addresses(registry).slugs(events) == slugs


def test_whose_ids_carry_no_prefix() -> None:
    known = Addresses(published(a=(HARE, True), b=(HARE, False)))
    assert known.plain(HARE, ["b", "a"]) == "a"
    assert known.plain(HARE, ["b", "c"]) is None
    assert known.plain(f"{DAY}-new", ["c", "a"]) == "c"


def test_ids_are_filled_in_and_never_given_again() -> None:
    assert fill_ids(["t1", None, "t2"], ("t1", "t1a", "t2"), turn_id) == ["t1", "t1b", "t2"]
    assert fill_ids([None, "t1"], ("t1",), turn_id) == ["t0a", "t1"]
    assert fill_ids(["t5", None], ("t5", "t1"), turn_id) == ["t5", "t2"]
    many = fill_ids(["t1", *[None] * 24, "t2"], ("t1", "t2"), turn_id)
    assert many[1:4] == ["t1a", "t1b", "t1c"]
    assert "t1p" not in many
    assert len(set(many)) == 26
    assert unused_id("f1", {"f2"}) == "f1"
    assert unused_id("f1", {"f1", "f1a"}) == "f1b"


@pytest.mark.parametrize(
    ("url", "page", "link"),
    [
        ("a/", "a/", "./"), ("a/#x", "a/", "#x"), ("", "a/b/", "../../"), ("a/b/", "a/c/", "../b/"),
        ("a/", "a/b/", "../"), ("a/b/", "a/", "b/"), ("b/#x", "", "b/#x"),
        ("a/b/c/", "a/b/d/", "../c/"),
        ("data/x.json", "a/", "../data/x.json"), ("b/a/", "a/a/", "../../b/a/"),
    ],
)  # fmt: skip
def test_links_from_page_to_page(url: str, page: str, link: str) -> None:
    assert relative(url, page) == link


def test_the_check_of_a_copied_link_is_six_letters_long() -> None:
    assert re.fullmatch("[0-9a-f]{6}", words_check("We counted 12 fish."))
    assert words_check("We counted 12 fish.") != words_check("We counted 13 fish.")


def test_an_id_of_a_lesser_text_is_known_without_its_prefix() -> None:
    assert own_id("003", "003-t2p1") == "t2p1"
    assert own_id("003", "t2p1") == "t2p1"
    assert own_id("003", "004-t2p1") == "004-t2p1"
