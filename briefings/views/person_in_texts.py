"""Where texts quote, report or name a person, for the page of that person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Person, Place

from .links import BriefingLink
from .lookup import FIRST_WORDS, Lookup
from .text_links import TextLink, text_of


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a passage. `mode` says how it gives a person's words, and `by` are its topics."""

    url: str
    words: str
    briefing: BriefingLink
    of: TextLink
    mode: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class MentionsOfBriefing:
    """The passages of a briefing that name a person."""

    briefing: BriefingLink
    places: list[Excerpt]


def quoted(person: Person, find: Lookup) -> list[Excerpt]:
    """Return the paragraphs of articles that quote or report the person, each once."""
    modes: dict[tuple[str, str | None], set[str]] = {}
    places: dict[tuple[str, str | None], Place] = {}
    for quotation in person.quoted:
        key = (quotation.place.briefing, quotation.place.passage)
        modes.setdefault(key, set()).add(quotation.mode)
        places.setdefault(key, quotation.place)
    return [
        replace(
            _excerpt(place, find),
            mode=say.person.direct if "direct" in modes[key] else say.rows.reported,
            by=" ".join(find.annotated.topics_of(place)),
        )
        for key, place in places.items()
    ]


def _excerpt(place: Place, find: Lookup) -> Excerpt:
    passage = find.passage(place)
    text = passage.text if passage else ""
    if place.start is not None and len(text) > FIRST_WORDS:
        start = max(0, place.start - FIRST_WORDS // 2)
        start = text.rfind(" ", 0, start + 1) + 1 if start else 0
        text = ("…" if start else "") + text[start:]
    return Excerpt(
        url=urls.place_url(place),
        words=wording.clip(text, 2 * FIRST_WORDS),
        briefing=find.briefing_link(place.briefing),
        of=text_of(place, find),
    )


def mentions(person: Person, find: Lookup) -> list[MentionsOfBriefing]:
    """Return passages that name the person, by briefing, each once."""
    places: dict[tuple[str, str | None], Place] = {}
    for place in person.mentions:
        places.setdefault((place.briefing, place.passage), place)
    by_briefing: dict[str, list[Excerpt]] = {}
    for place in places.values():
        by_briefing.setdefault(place.briefing, []).append(_excerpt(place, find))
    return [
        MentionsOfBriefing(briefing=find.briefing_link(slug), places=by_briefing[slug])
        for slug in find.in_order(by_briefing)
    ]
