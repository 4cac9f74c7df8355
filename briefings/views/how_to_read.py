"""How to read this site: what the marks and words on its pages mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from briefings import anchors, interface
from briefings.model.page import Page

from .lookup import Context, Lookup
from .paging import context_of


@dataclass(frozen=True, slots=True)
class HowToReadPage:
    """What `how-to-read.md.j2` shows: what things are called here, and what they are."""

    things: list[Context]


def how_to_read_page(find: Lookup) -> Page:
    """The marks of a paragraph, the words of the list, keys, and how to cite."""
    words = interface.section("how-to-read")
    return find.page(
        anchors.HOW_TO_READ,
        "how-to-read.md.j2",
        words.title,
        words.means,
        "guide",
        **context_of(HowToReadPage(_things())),
    )


def _things() -> list[Context]:
    listed = map(interface.thing, get_args(interface.ThingName))
    return [{"name": one.one, "means": one.means} for one in listed]
