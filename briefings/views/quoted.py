"""The people whom passages of articles quote or report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefings.model import Person

Quotations = tuple[tuple[str, str, int, int], ...]
"""The quotations of a passage, as (person, mode, start, end)."""


def quotations_of(people: Iterable[Person]) -> Mapping[str, Mapping[str, Quotations]]:
    """Return the quotations by briefing and passage, in text order."""
    found: dict[str, dict[str, list[tuple[str, str, int, int]]]] = {}
    for person in people:
        for one in person.quoted:
            place = one.place
            if place.passage is None or place.start is None or place.end is None:
                continue
            of_briefing = found.setdefault(place.briefing, {})
            entry = (person.id, one.mode, place.start, place.end)
            of_briefing.setdefault(place.passage, []).append(entry)
    return {
        slug: {id_: tuple(sorted(several, key=lambda one: one[2:])) for id_, several in of.items()}
        for slug, of in found.items()
    }
