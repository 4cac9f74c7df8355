"""Links to texts and places in them: the contexts shown by `_macros/origins.md.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefings import urls
from briefings.interface import say
from briefings.model import Exchange, Place

if TYPE_CHECKING:
    from .lookup import Context, Lookup


def text_of(place: Place, find: Lookup) -> Context:
    """Return the text of a place (see `text_link`)."""
    return text_link(place.briefing, place.source, find)


def text_link(briefing: str, source: str, find: Lookup) -> Context:
    """Return a text: its name, URL and quality, and whether it is the primary text.

    `short` is its name if the briefing is known from context. `publisher` is None if the name
    includes it.
    """
    origin = find.origin(briefing, source)
    publisher = origin["publisher"]
    return {
        "name": origin["name"],
        "short": origin["short"],
        "url": origin["text_url"],
        "publisher": publisher if publisher and publisher not in origin["name"] else None,
        "quality": origin["quality"],
        "by_machine": origin["by_machine"],
        "primary": origin["primary"],
    }


def exchange_entry(slug: str, exchange: Exchange, find: Lookup) -> Context:
    """Return a question as an entry of a list, with its text."""
    entry = find.exchange_link(slug, exchange)
    return {**entry, "of": text_link(slug, entry["source"], find)}


def section_entry(slug: str, id_: str, find: Lookup) -> Context:
    """Return a section of an article as an entry of a list, with its text."""
    entry = find.section_link(slug, id_)
    return {**entry, "of": text_link(slug, entry["source"], find)}


def text_words(place: Place, find: Lookup) -> str:
    """Return the name of a place's text in plain words, for use without markup."""
    words: str = find.origin(place.briefing, place.source)["words"]
    return words


def place_link(place: Place, find: Lookup) -> Context:
    """Return a link to a place.

    `place` names it in full, `near` is enough if the briefing is known from context, and `warned`
    is the grade of a machine-made text, or None.
    """
    origin = find.origin(place.briefing, place.source)
    return {
        "url": urls.place_url(place),
        "place": say.check.place(text=origin["name"], line=place.line),
        "near": say.check.place(text=origin["short"], line=place.line),
        "warned": origin["warning"],
        "date": find.briefing_link(place.briefing)["date"],
    }


def primary_first(places: Iterable[Place], find: Lookup) -> list[Place]:
    """Sort places in primary texts before others; otherwise keep the order."""
    return sorted(
        places, key=lambda place: not find.origin(place.briefing, place.source)["primary"]
    )
