"""Hubs: pages that gather sections of the site, each with its description, extent and an
example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings import interface
from briefings.interface import SectionName
from briefings.model.page import Page

from .example_rows import Example
from .lookup import Lookup
from .paging import context_of
from .section import Section

# A hub with few sections shows more examples of each.
_FEW, _MORE = 2, 3


@dataclass(frozen=True, slots=True)
class Card:
    """A section of a hub: what it is, how many entries it has, and examples."""

    title: str
    url: str
    means: str
    extent: str
    examples: Sequence[Example]


@dataclass(frozen=True, slots=True)
class HubPage:
    """The context of `hub.md.j2`: what the hub is, and a card for each of its sections."""

    means: str
    cards: list[Card]


def hub_page(name: SectionName, url: str, parts: Sequence[Section], find: Lookup) -> Page:
    """Return the page of a section that consists of other sections."""
    words = interface.section(name)
    return find.page(
        url,
        "hub.md.j2",
        words.title,
        words.means,
        "hub",
        **context_of(HubPage(words.means, cards(parts, find))),
    )


def cards(parts: Sequence[Section], find: Lookup) -> list[Card]:
    """Return the cards of a hub; empty sections are left out."""
    present = [part for part in parts if part.holds(find.corpus)]
    most = _MORE if len(present) <= _FEW else 1
    return [
        Card(
            title=part.title,
            url=part.url,
            means=interface.section(part.name).means,
            extent=part.how_much(find.corpus),
            examples=part.examples(find, most),
        )
        for part in present
    ]
