"""A figure as cards and lists show it: its words, speaker, text and briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings import amounts, urls
from briefings.interface import capital
from briefings.model import Figure, Observation

from .headlines import numeral, unit_beside, when
from .text_links import text_of

if TYPE_CHECKING:
    from .lookup import Lookup


def stated_number(figure: Figure, find: Lookup) -> dict[str, Any]:
    """Return a figure as a text states it, with the names used by `_macros/numbers.md.j2`."""
    return {
        "quote": numeral(figure.stated),
        "comparator": amounts.compared(figure.stated.comparator),
        "unit": unit_beside(figure),
        "who": find.who(figure.speaker, figure.speaker_name),
        "reported": figure.reported == "reported",
        "of": text_of(figure.place, find),
        "briefing": find.briefing_link(figure.place.briefing),
        "url": urls.place_url(figure.place),
    }


def observed_number(observation: Observation, figure: Figure, find: Lookup) -> dict[str, Any]:
    """Return an observed figure in the same form, with its time in words."""
    return {
        **stated_number(figure, find),
        "direction": figure.stated.direction if observation.kind == "change" else "",
        "when": capital(when(observation, figure).strip(" ,")),
    }


def is_disputed(figure: Figure, find: Lookup) -> bool:
    """Return whether texts disagree factually about a figure."""
    return any(record.group == "fact" for record in find.annotated.records_of(figure.id))
