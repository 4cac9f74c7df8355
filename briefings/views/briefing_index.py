"""The index of briefings by year, and the list entry of a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Briefing
from briefings.model.page import Page

from .briefing_contents import Subject, subjects
from .briefing_head import Fact, facts
from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending

_SUBJECTS = 3


@dataclass(frozen=True, slots=True)
class BriefingEntry:
    """A briefing in a list; `asked` says that its subjects are those of questions."""

    briefing: BriefingLink
    facts: list[Fact]
    asked: bool
    subjects: list[Subject]


@dataclass(frozen=True, slots=True)
class BriefingsOfYear:
    """The briefings of one year."""

    title: str
    briefings: list[BriefingEntry]


@dataclass(frozen=True, slots=True)
class BriefingsIndex:
    """The context of `briefings.md.j2`: years with their briefings, newest first."""

    years: list[BriefingsOfYear]
    count: str


def briefings_page(find: Lookup) -> Page:
    """Return the index of briefings, newest first; a long list is split into pages by year."""
    parts = _parts(find)
    briefings = newest(parts, find.site.limits.newest) if parts else list(find.briefings.values())
    return _index(briefings, hub(parts), find)


def briefings_parts(find: Lookup) -> list[Pending]:
    """Return a page for each year if one page cannot list all briefings."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find),
        Link(interface.section("briefings").title, urls.BRIEFINGS),
        make,
        counting("briefing"),
    )


def _parts(find: Lookup) -> tuple[Part[Briefing], ...]:
    briefings = list(find.briefings.values())
    return by_year(
        briefings, urls.BRIEFINGS, lambda briefing: briefing.date, find.site.limits.briefings, find
    )


def _index(briefings: Sequence[Briefing], paging: Paging, find: Lookup) -> Page:
    years = [
        BriefingsOfYear(title=year, briefings=[entry(briefing, find) for briefing in group])
        for year, group in groupby(briefings, key=_year)
    ]
    return find.page(
        urls.BRIEFINGS,
        "briefings.md.j2",
        interface.section("briefings").title,
        say.briefings.description(briefings=say.counts.press_briefings(count=len(find.briefings))),
        "index",
        **context_of(
            BriefingsIndex(years, interface.count(len(find.briefings), "briefing")), paging
        ),
    )


def entry(briefing: Briefing, find: Lookup) -> BriefingEntry:
    """Return a briefing as an entry of a list: date, title, facts and subjects."""
    return BriefingEntry(
        briefing=find.briefing_link(briefing.slug),
        facts=facts(briefing, find),
        asked=bool(briefing.exchanges),
        subjects=subjects(briefing, find, _SUBJECTS),
    )


def _year(briefing: Briefing) -> str:
    return wording.year(briefing.date) or say.dates.no_year
