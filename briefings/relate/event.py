"""A briefing with the results of earlier stages: all that work on a single briefing may use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Briefing, Figure, Place, Quoted, TermMention

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Event:
    """A briefing with its figures, its terms, and the people whom it names.

    `figures` have their published ids, and like the mentions in `terms` they are in text order.
    `mentions` maps passage ids to people, each with the place of the name. `quoted` are people whom
    its articles quote or report. `names` maps everybody who is listed, speaks or is named to all
    their names, the preferred one first.
    """

    briefing: Briefing
    figures: Sequence[Figure] = ()
    terms: Sequence[TermMention] = ()
    mentions: Mapping[str, tuple[tuple[Place, str], ...]] = field(default_factory=dict)
    quoted: Sequence[tuple[str, Quoted]] = ()
    names: Names = field(default_factory=dict)

    @property
    def order(self) -> tuple[str, str]:
        """A sort key for events: the date ("" if unknown), then the id of the first source."""
        return self.briefing.date or "", self.briefing.primary.source.id

    def name(self, person: str) -> str:
        """Return the preferred name of a person, or the id if the name is unknown."""
        known = self.names.get(person)
        return known[0] if known else person

    def terms_by_passage(self) -> dict[str, list[TermMention]]:
        """Return the mentions of terms by passage id, in order."""
        by_passage: dict[str, list[TermMention]] = defaultdict(list)
        for mention in self.terms:
            if mention.place.passage:
                by_passage[mention.place.passage].append(mention)
        return by_passage


def day_or_slug(date: str | None, slug: str) -> str:
    """Return how ids name an event: by its ISO date, or its slug if the year is unknown."""
    return date if date and not date.startswith("-") else slug
