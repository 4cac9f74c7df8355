"""Hubs: each gathers parts of the site, and shows of each what it is, how much, and an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings import interface
from briefings.interface import SectionName
from briefings.model.page import Page

from .lookup import Context, Lookup
from .paging import context_of
from .section import Section

# A hub of few parts has room for more examples of each.
_FEW, _MORE = 2, 3


@dataclass(frozen=True, slots=True)
class HubPage:
    """What `hub.md.j2` shows: what the hub is, and a card for each of its parts."""

    means: str
    cards: list[Context]


def hub_page(name: SectionName, url: str, parts: Sequence[Section], find: Lookup) -> Page:
    """The page of a section that has nothing but parts."""
    words = interface.section(name)
    return find.page(
        url,
        "hub.md.j2",
        words.title,
        words.means,
        "hub",
        **context_of(HubPage(words.means, cards(parts, find))),
    )


def cards(parts: Sequence[Section], find: Lookup) -> list[Context]:
    """What a hub shows of its parts: those that hold something."""
    held = [part for part in parts if part.holds(find.corpus)]
    most = _MORE if len(held) <= _FEW else 1
    return [
        {
            **part.link,
            "means": interface.section(part.name).means,
            "extent": part.how_much(find.corpus),
            "examples": part.examples(find, most),
        }
        for part in held
    ]
