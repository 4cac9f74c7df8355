"""The index of outlets: their names, how often and when they asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls
from briefings.interface import counting, say
from briefings.model import Outlet
from briefings.model.page import Page

from .links import Link, Recent
from .lookup import Lookup
from .paging import (
    Paging,
    Part,
    by_letter,
    context_of,
    hub,
    letter_of,
    part_pages,
)  # fmt: skip
from .pending import Pending


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet with its newest briefings."""

    name: str
    url: str
    other_names: list[str]
    questions: int
    recent: Recent


@dataclass(frozen=True, slots=True)
class OutletsIndex:
    """The context of `outlets.md.j2`: a row for each outlet, and the total number."""

    rows: list[OutletRow]
    count: str


def outlets_page(find: Lookup) -> Page:
    """Return the index of outlets from A to Z; if they are many, those that asked most, with links
    by letter."""
    outlets = _sorted(find)
    parts = _parts(find)
    if parts:
        often = sorted(outlets, key=lambda outlet: (-len(outlet.questions), outlet.name.casefold()))
        outlets = often[: find.site.limits.newest]
    return _index(outlets, hub(parts), find)


def outlets_parts(find: Lookup) -> list[Pending]:
    """Return a page of outlets for each letter if one page cannot list them all."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find),
        Link(interface.section("outlets").title, urls.OUTLETS),
        make,
        counting("outlet"),
    )


def _sorted(find: Lookup) -> list[Outlet]:
    return sorted(find.corpus.outlets, key=lambda outlet: outlet.name.casefold())


def _parts(find: Lookup) -> tuple[Part[Outlet], ...]:
    most = find.site.limits.names
    return by_letter(_sorted(find), urls.OUTLETS, lambda outlet: letter_of(outlet.name), most, find)


def _index(outlets: Sequence[Outlet], paging: Paging, find: Lookup) -> Page:
    count = interface.count(len(find.corpus.outlets), "outlet")
    rows = [
        OutletRow(
            name=outlet.name,
            url=urls.outlet_url(outlet.id),
            other_names=list(outlet.other_names),
            questions=len({(place.briefing, id_) for id_, place in outlet.questions}),
            recent=find.recent(place.briefing for _, place in outlet.questions),
        )
        for outlet in outlets
    ]
    return find.page(
        urls.OUTLETS,
        "outlets.md.j2",
        interface.section("outlets").title,
        say.outlets.description(outlets=count),
        "index",
        **context_of(OutletsIndex(rows, count), paging),
    )
