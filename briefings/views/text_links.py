"""Which text speaks and where in it: the contexts that `_macros/origins.md.j2` shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefings import urls
from briefings.interface import say
from briefings.model import Exchange, Place

if TYPE_CHECKING:
    from .lookup import Context, Lookup


def text_of(place: Place, find: Lookup) -> Context:
    """The text that a place is of (see `text_link`)."""
    return text_link(place.briefing, place.source, find)


def text_link(briefing: str, source: str, find: Lookup) -> Context:
    """A text: its name, what to call it where its briefing is known (`short`), its page, whether it
    is the primary one, and how good it is.

    `publisher` is given where the name does not hold it.
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
    """A question in a list, with the text that has it."""
    entry = find.exchange_link(slug, exchange)
    return {**entry, "of": text_link(slug, entry["source"], find)}


def section_entry(slug: str, id_: str, find: Lookup) -> Context:
    """A section of an article in a list, with the text that has it."""
    entry = find.section_link(slug, id_)
    return {**entry, "of": text_link(slug, entry["source"], find)}


def text_words(place: Place, find: Lookup) -> str:
    """The text that a place is of, where nothing can be marked."""
    words: str = find.origin(place.briefing, place.source)["words"]
    return words


def place_link(place: Place, find: Lookup) -> Context:
    """Where something stands: the address, and what to call it.

    `place` stands alone, `near` where the briefing is known; `warned` is the quality of a text
    whose words are a machine's.
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
    """Places in their order, but those of a briefing's primary text before those of others."""
    return sorted(places, key=lambda one: not find.origin(one.briefing, one.source)["primary"])
