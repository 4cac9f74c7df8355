"""The pages that compare two texts of an event, and the hub of comparisons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from briefings import interface, urls
from briefings.interface import counting
from briefings.model import Briefing
from briefings.model.page import Page

from .comparison import TextChoice, comparison_page, comparison_title, text_choices
from .elsewhere import compare_page
from .hubs import Card
from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending


def compare_pages(find: Lookup) -> list[Pending]:
    """Return a page for each pair of texts of an event."""
    return [
        Pending(
            compare_page(briefing, a.source.id, b.source.id),
            comparison_title(briefing, a.source.id, b.source.id, find),
            partial(comparison_page, briefing.slug, a.source.id, b.source.id, find),
        )
        for briefing in find.briefings.values()
        for a, b in combinations(briefing.witnesses, 2)
    ]


@dataclass(frozen=True, slots=True)
class ComparedBriefing:
    """A briefing with several texts, and the pages that compare two of them."""

    briefing: BriefingLink
    pages: list[TextChoice]


def compared(briefings: Iterable[Briefing], find: Lookup) -> list[ComparedBriefing]:
    """Return the briefings with several texts, each with its comparison pages."""
    return [
        ComparedBriefing(find.briefing_link(briefing.slug), text_choices(briefing, find))
        for briefing in briefings
        if len(briefing.witnesses) > 1
    ]


@dataclass(frozen=True, slots=True)
class ComparisonsIndex:
    """The context of `comparisons.md.j2`: cards for the parts of this hub, and the briefings with
    several texts."""

    cards: list[Card]
    texts: list[ComparedBriefing]


def relations_page(cards: list[Card], find: Lookup) -> Page:
    """Return the hub of comparisons: `cards` for its parts, then the texts side by side.

    If there are many such briefings, only the newest are listed, with links to pages for each year.
    """
    parts = _parts(find)
    briefings = newest(parts, find.site.limits.newest) if parts else find.briefings.values()
    return _index(cards, compared(briefings, find), hub(parts), find)


def relations_parts(find: Lookup) -> list[Pending]:
    """Return a page of compared texts for each year if one page cannot list them all."""

    def make(briefings: tuple[Briefing, ...], paging: Paging) -> Page:
        return _index([], compared(briefings, find), paging, find)

    up = Link(interface.section("side-by-side").title, urls.COMPARE)
    return part_pages(_parts(find), up, make, counting("briefing"))


def _parts(find: Lookup) -> tuple[Part[Briefing], ...]:
    with_several_texts = [
        briefing for briefing in find.briefings.values() if len(briefing.witnesses) > 1
    ]
    return by_year(
        with_several_texts,
        urls.COMPARE,
        lambda briefing: briefing.date,
        find.site.limits.briefings,
        find,
    )


def _index(cards: list[Card], texts: list[ComparedBriefing], paging: Paging, find: Lookup) -> Page:
    words = interface.section("compare")
    return find.page(
        urls.COMPARE,
        "comparisons.md.j2",
        words.title,
        words.means,
        "index",
        **context_of(ComparisonsIndex(cards, texts), paging),
    )
