"""The slug of each briefing: published ones are assigned before new ones."""

from __future__ import annotations

import pytest

from briefings.group.slugs import Event, SlugRegistry
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
    assert SlugRegistry(registry).slugs(events) == slugs


def test_whose_ids_carry_no_prefix() -> None:
    known = SlugRegistry(published(a=(HARE, True), b=(HARE, False)))
    assert known.plain(HARE, ["b", "a"]) == "a"
    assert known.plain(HARE, ["b", "c"]) is None
    assert known.plain(f"{DAY}-new", ["c", "a"]) == "c"
