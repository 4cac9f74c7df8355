"""A figure as cards and lists show it: its words, speaker, text and briefing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings import amounts, urls
from briefings.interface import capital
from briefings.model import Figure, Observation

from .headlines import numeral, unit_beside, when
from .links import BriefingLink, Link, Name
from .text_links import TextLink, text_of

if TYPE_CHECKING:
    from .lookup import Lookup


@dataclass(frozen=True, slots=True)
class Number:
    """A figure as cards and lists show it (see `_macros/numbers.md.j2`).

    `quote` is the number in words, and `subject` what it counts; `words` are those of its sentence
    that say so, and `title` is what a card calls it. `indicator` is what tracks it, `scope` its
    scope there, and `by` what a script filters the list by.
    """

    quote: str
    comparator: str
    unit: str
    who: Name | None
    reported: bool
    of: TextLink
    briefing: BriefingLink
    url: str
    direction: str = ""
    when: str = ""
    scope: str = ""
    id: str = ""
    subject: str = ""
    words: str = ""
    title: str = ""
    indicator: Link | None = None
    disputed: bool = False
    speaker: str = ""
    by: str | None = None


def stated_number(figure: Figure, find: Lookup) -> Number:
    """Return a figure as a text states it."""
    return Number(
        quote=numeral(figure.stated),
        comparator=amounts.compared(figure.stated.comparator),
        unit=unit_beside(figure),
        who=find.who(figure.speaker, figure.speaker_name),
        reported=figure.reported == "reported",
        of=text_of(figure.place, find),
        briefing=find.briefing_link(figure.place.briefing),
        url=urls.place_url(figure.place),
    )


def observed_number(observation: Observation, figure: Figure, find: Lookup) -> Number:
    """Return an observed figure in the same form, with its time in words."""
    return replace(
        stated_number(figure, find),
        direction=figure.stated.direction if observation.kind == "change" else "",
        when=capital(when(observation, figure).strip(" ,")),
        scope=observation.scope,
    )


def is_disputed(figure: Figure, find: Lookup) -> bool:
    """Return whether texts disagree factually about a figure."""
    return any(record.group == "fact" for record in find.annotated.records_of(figure.id))
