"""Links to texts and places in them: the contexts shown by `_macros/origins.md.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings import urls
from briefings.interface import say
from briefings.model import Place

if TYPE_CHECKING:
    from .lookup import Lookup


@dataclass(frozen=True, slots=True)
class TextLink:
    """A text: its name, URL and quality.

    `short` is its name if the briefing is known from context, and `publisher` is None if the name
    includes it.
    """

    name: str
    short: str
    url: str | None
    publisher: str | None
    quality: str | None
    by_machine: bool
    primary: bool


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place in a text.

    `place` names it in full, and `near` is enough if the briefing is known from context. `warned`
    is the grade of a machine-made text.
    """

    url: str
    place: str
    near: str
    warned: str | None
    date: str


def text_of(place: Place, find: Lookup) -> TextLink:
    """Return the text of a place (see `text_link`)."""
    return text_link(place.briefing, place.source, find)


def text_link(briefing: str, source: str, find: Lookup) -> TextLink:
    """Return a text: its name, URL and quality, and whether it is the primary text.

    `short` is its name if the briefing is known from context. `publisher` is None if the name
    includes it.
    """
    origin = find.origin(briefing, source)
    publisher = origin.publisher
    return TextLink(
        name=origin.name,
        short=origin.short,
        url=origin.text_url,
        publisher=publisher if publisher and publisher not in origin.name else None,
        quality=origin.quality,
        by_machine=origin.by_machine,
        primary=origin.primary,
    )


def text_words(place: Place, find: Lookup) -> str:
    """Return the name of a place's text in plain words, for use without markup."""
    return find.origin(place.briefing, place.source).words


def place_link(place: Place, find: Lookup) -> PlaceLink:
    """Return a link to a place.

    `place` names it in full, `near` is enough if the briefing is known from context, and `warned`
    is the grade of a machine-made text, or None.
    """
    origin = find.origin(place.briefing, place.source)
    return PlaceLink(
        url=urls.place_url(place),
        place=say.check.place(text=origin.name, line=place.line),
        near=say.check.place(text=origin.short, line=place.line),
        warned=origin.warning,
        date=find.briefing_link(place.briefing).date,
    )


def primary_first(places: Iterable[Place], find: Lookup) -> list[Place]:
    """Sort places in primary texts before others; otherwise keep the order."""
    return sorted(places, key=lambda place: not find.origin(place.briefing, place.source).primary)
