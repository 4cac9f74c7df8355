"""Outlets: under which names they asked, what, and who answered."""

from __future__ import annotations

from collections import defaultdict
from functools import partial

from briefings import anchors, wording
from briefings.model import Outlet
from briefings.model.page import Page

from .lookup import Context, Lookup
from .pending import Pending
from .said import UNKNOWN


def outlet_pages(find: Lookup) -> list[Pending]:
    return [
        Pending(anchors.outlet_url(one.id), one.name, partial(_page, one.id, find))
        for one in find.corpus.outlets
    ]


def outlets_page(find: Lookup) -> Page:
    rows = [
        {
            "name": one.name,
            "url": anchors.outlet_url(one.id),
            "other_names": list(one.other_names),
            "questions": len(_questions(one, find)),
            **find.recent(place.briefing for _, place in one.questions),
        }
        for one in sorted(find.corpus.outlets, key=lambda one: one.name.casefold())
    ]
    return find.page(
        "outlets/",
        "outlets.md.j2",
        "Outlets",
        f"{wording.count(len(rows), 'news organisation')} that asked at the briefings, "
        "and what they asked.",
        "index",
        rows=rows,
    )


def _page(id_: str, find: Lookup) -> Page:
    outlet = find.outlets[id_]
    questions = _questions(outlet, find)
    briefings = _briefings(outlet, find)
    days = wording.days([one["day"] for one in reversed(briefings)])
    when = f"Asked {wording.count(len(questions), 'question')}: {days}." if questions else ""
    topics = {topic["url"]: topic for question in questions for topic in question["topics"]}
    return find.page(
        anchors.outlet_url(outlet.id),
        "outlet.md.j2",
        outlet.name,
        f"{outlet.name}, news organisation. {when}",
        "outlet",
        when=when,
        other_names=list(outlet.other_names),
        note=outlet.note,
        topics=list(topics.values()),
        questions=questions,
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
                found.append(find.exchange_link(slug, exchange))
            else:
                found.append(
                    {
                        "url": anchors.briefing_url(slug, turn.id),
                        "briefing": find.briefing_link(slug),
                        "asker": find.speaker(turn.speaker or UNKNOWN, asks=True),
                        "words": turn.question,
                        "answered": [],
                        "topics": [],
                    }
                )
    return found
