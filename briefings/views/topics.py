"""Topics: the exchanges and sections that editors' rules and hands put under each."""

from __future__ import annotations

from functools import partial

from briefings import anchors, wording
from briefings.model.page import Page

from .lookup import Context, Lookup
from .pending import Pending


def topic_pages(find: Lookup) -> list[Pending]:
    return [
        Pending(anchors.topic_url(one.id), one.title, partial(_page, one.id, find))
        for one in find.corpus.topics
    ]


def topics_page(find: Lookup) -> Page:
    rows = [
        {
            "title": one.title,
            "url": anchors.topic_url(one.id),
            "description": one.description,
            "extent": _extent(len(one.exchanges), len(one.sections)) or "nothing yet",
        }
        for one in sorted(find.corpus.topics, key=lambda one: one.title.casefold())
    ]
    return find.page(
        "topics/",
        "topics.md.j2",
        "Topics",
        f"{wording.count(len(rows), 'topic')} of the briefings, with the questions and the "
        "sections of articles on each.",
        "index",
        rows=rows,
        unassigned=_entries(find.corpus.unassigned, find),
    )


def _page(id_: str, find: Lookup) -> Page:
    topic = find.topics[id_]
    exchanges = _entries(topic.exchanges, find)
    sections = _entries(topic.sections, find)
    briefings = {one["briefing"]["url"] for one in (*exchanges, *sections)}
    told = _extent(len(exchanges), len(sections))
    return find.page(
        anchors.topic_url(topic.id),
        "topic.md.j2",
        topic.title,
        wording.clip(f"{topic.title}: {topic.description}", 300),
        "topic",
        about=topic.description,
        extent=f"{told} in {wording.count(len(briefings), 'briefing')}." if told else None,
        exchanges=exchanges,
        sections=sections,
    )


def _extent(exchanges: int, sections: int) -> str:
    told = [wording.count(exchanges, "question")] if exchanges else []
    told += [f"{wording.count(sections, 'section')} of articles"] if sections else []
    return " and ".join(told)


def _entries(pairs: tuple[tuple[str, str], ...], find: Lookup) -> list[Context]:
    """Exchanges and sections as list entries, newest briefing first, in the order of the text."""
    order = {slug: n for n, slug in enumerate(find.in_order({slug for slug, _ in pairs}))}
    entries = []
    for slug, id_ in sorted(pairs, key=lambda pair: order[pair[0]]):
        exchange = find.exchanges.get((slug, id_))
        entries.append(
            find.exchange_link(slug, exchange) if exchange else find.section_link(slug, id_)
        )
    return entries
