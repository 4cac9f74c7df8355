"""Outlets: under which names they asked, what, and who answered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings import anchors, wording
from briefings.model import Outlet
from briefings.model.page import Page

from .lookup import Context, Lookup
from .origin_links import exchange_entry, text_link
from .paging import (
    Link,
    Paging,
    Part,
    by_letter,
    context_of,
    hub,
    letter_of,
    pages_by_year,
    part_pages,
)  # fmt: skip
from .pending import Pending
from .said import UNKNOWN


def outlet_pages(find: Lookup) -> list[Pending]:
    """A page for each outlet, and one for each year of those with many questions."""
    return [
        page
        for outlet in find.corpus.outlets
        for page in pages_by_year(
            Link(outlet.name, anchors.outlet_url(outlet.id)),
            Counter(place.briefing for _, place in outlet.questions),
            partial(_page, outlet.id, find), find, "question", "questions",
        )
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class OutletsIndex:
    """What `outlets.md.j2` shows: a row an outlet, and how many there are in all."""

    rows: list[Context]
    count: str


def outlets_page(find: Lookup) -> Page:
    """All outlets from A to Z; of many those that asked most often, and the way to each letter."""
    outlets = _sorted(find)
    parts = _parts(find)
    if parts:
        often = sorted(outlets, key=lambda one: (-len(one.questions), one.name.casefold()))
        outlets = often[: find.site.limits.newest]
    return _index(outlets, hub(parts), find)


def outlets_parts(find: Lookup) -> list[Pending]:
    """The outlets of each letter, where all are too many for one page."""
    make = partial(_index, find=find)
    return part_pages(_parts(find), Link("Outlets", anchors.OUTLETS), make, "outlet", "outlets")


def _sorted(find: Lookup) -> list[Outlet]:
    return sorted(find.corpus.outlets, key=lambda one: one.name.casefold())


def _parts(find: Lookup) -> tuple[Part[Outlet], ...]:
    most = find.site.limits.names
    return by_letter(_sorted(find), anchors.OUTLETS, lambda one: letter_of(one.name), most, find)


def _index(outlets: Sequence[Outlet], paging: Paging, find: Lookup) -> Page:
    count = wording.count(len(find.corpus.outlets), "news organisation")
    rows = [
        {
            "name": one.name,
            "url": anchors.outlet_url(one.id),
            "other_names": list(one.other_names),
            "questions": len({(place.briefing, id_) for id_, place in one.questions}),
            **find.recent(place.briefing for _, place in one.questions),
        }
        for one in outlets
    ]
    return find.page(
        anchors.OUTLETS,
        "outlets.md.j2",
        "Outlets",
        f"{count} that asked at the briefings, and what they asked.",
        "index",
        **context_of(OutletsIndex(rows, count), paging),
    )


@dataclass(frozen=True, slots=True)
class OutletPage:
    """What `outlet.md.j2` shows: when the outlet asked, its names, topics and questions."""

    when: str
    other_names: list[str]
    chinese: str | None
    chinese_basis: list[Context] | None
    note: str | None
    topics: list[Context]
    questions: list[Context]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """`slugs` are the briefings whose questions the page lists, None for all."""
    outlet = find.outlets[id_]
    listed = tuple(one for one in outlet.questions if slugs is None or one[1].briefing in slugs)
    questions = _questions(replace(outlet, questions=listed), find)
    briefings = _briefings(outlet, find)
    days = wording.days([one["day"] for one in reversed(briefings)])
    asked = len({(place.briefing, id_) for id_, place in outlet.questions})
    when = f"Asked {wording.count(asked, 'question')}: {days}." if asked else ""
    topics = {topic["url"]: topic for question in questions for topic in question["topics"]}
    return find.page(
        anchors.outlet_url(outlet.id),
        "outlet.md.j2",
        outlet.name,
        f"{outlet.name}, news organisation. {when}",
        "outlet",
        **context_of(
            OutletPage(
                when=when,
                other_names=list(outlet.other_names),
                chinese=outlet.chinese,
                chinese_basis=find.annotated.ground(outlet.chinese_basis),
                note=outlet.note,
                topics=list(topics.values()),
                questions=questions,
            ),
            paging,
        ),
    )


def _briefings(outlet: Outlet, find: Lookup) -> list[Context]:
    asked = {place.briefing for _, place in outlet.questions}
    return [find.briefing_link(slug) for slug in find.in_order(asked)]


def _questions(outlet: Outlet, find: Lookup) -> list[Context]:
    """Each question once, newest briefing first; one that another text repeats counts there."""
    asked: dict[str, set[str]] = defaultdict(set)
    for id_, place in outlet.questions:
        asked[place.briefing].add(id_)
    found = []
    for slug in find.in_order(asked):
        for turn in find.said_in_order(slug, asked[slug]):
            exchange = find.asked_by(slug, turn.id)
            if exchange is not None:
                found.append(exchange_entry(slug, exchange, find))
            else:
                found.append(
                    {
                        "url": anchors.briefing_url(slug, turn.id),
                        "briefing": find.briefing_link(slug),
                        "asker": find.speaker(turn.speaker or UNKNOWN, asks=True),
                        "words": turn.question,
                        "answered": [],
                        "topics": [],
                        "of": text_link(slug, turn.source, find),
                    }
                )
    return found
