"""The people whom passages of articles quote or report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefings.model import Person

Quotations = tuple[tuple[str, str, int, int], ...]
"""The quotations of a passage, as (person, mode, start, end)."""


def quotations_of(people: Iterable[Person]) -> Mapping[str, Mapping[str, Quotations]]:
    """Return the quotations by briefing and passage, in text order."""
    by_passage: dict[str, dict[str, list[tuple[str, str, int, int]]]] = {}
    for person in people:
        for quotation in person.quoted:
            place = quotation.place
            if place.passage is None or place.start is None or place.end is None:
                continue
            of_briefing = by_passage.setdefault(place.briefing, {})
            entry = (person.id, quotation.mode, place.start, place.end)
            of_briefing.setdefault(place.passage, []).append(entry)
    return {
        slug: {
            id_: tuple(sorted(quotations, key=lambda quotation: quotation[2:]))
            for id_, quotations in of.items()
        }
        for slug, of in by_passage.items()
    }
