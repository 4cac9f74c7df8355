"""A number as cards and lists show it: its words, who says it, in which text of which briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings import amounts, urls
from briefings.model import Figure, Observation

from .headlines import capital, numeral, unit_beside, when
from .text_links import text_of

if TYPE_CHECKING:
    from .lookup import Lookup


def stated_number(figure: Figure, find: Lookup) -> dict[str, Any]:
    """A number as a text states it, under the names that `_macros/numbers.md.j2` uses."""
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
    """The same of a number that is followed, with its time as a sentence goes on with it."""
    return {
        **stated_number(figure, find),
        "direction": figure.stated.direction if observation.kind == "change" else "",
        "when": capital(when(observation, figure).strip(" ,")),
    }


def is_disputed(figure: Figure, find: Lookup) -> bool:
    """Whether texts differ about a number in what they say of a fact."""
    return any(one.group == "fact" for one in find.annotated.records_of(figure.id))
