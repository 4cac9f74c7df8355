"""Topics: the exchanges and sections that editors' rules and hands put under each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import partial

from briefings import anchors, wording
from briefings.model.page import Page

from .lookup import Context, Lookup
from .origin_links import exchange_entry, section_entry
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, pages_by_year, part_pages
from .pending import Pending


def topic_pages(find: Lookup) -> list[Pending]:
    """A page for each topic, and one for each year of those that have much."""
    return [
        page
        for topic in find.corpus.topics
        for page in pages_by_year(
            Link(topic.title, anchors.topic_url(topic.id)),
            Counter(slug for slug, _ in (*topic.exchanges, *topic.sections)),
            partial(_page, topic.id, find),
            find,
        )
    ]


@dataclass(frozen=True, slots=True)
class TopicsIndex:
    """What `topics.md.j2` shows: a row a topic, and what is under none."""

    rows: list[Context]
    unassigned: list[Context]


def topics_page(find: Lookup) -> Page:
    """All topics, then what is under none; of much the newest, and the way to each year."""
    parts = _unassigned(find)
    shown = newest(parts, find.site.limits.newest) if parts else find.corpus.unassigned
    return _index(True, shown, hub(parts), find)


def topics_parts(find: Lookup) -> list[Pending]:
    """What is under no topic, year by year, where it is too much for one page."""

    up = Link("Under no topic", anchors.TOPICS)
    return part_pages(_unassigned(find), up, partial(_index, False, find=find))


def _unassigned(find: Lookup) -> tuple[Part[tuple[str, str]], ...]:
    ordered = _ordered(find.corpus.unassigned, find)
    return by_year(
        ordered, anchors.TOPICS, lambda one: find.briefings[one[0]].date,
        find.site.limits.entries, find,
    )  # fmt: skip


def _index(
    all_topics: bool, unassigned: Iterable[tuple[str, str]], paging: Paging, find: Lookup
) -> Page:
    topics = find.corpus.topics if all_topics else ()
    rows = [
        {
            "title": one.title,
            "url": anchors.topic_url(one.id),
            "description": one.description,
            "extent": _extent(len(one.exchanges), len(one.sections)) or "nothing yet",
        }
        for one in sorted(topics, key=lambda one: one.title.casefold())
    ]
    return find.page(
        anchors.TOPICS,
        "topics.md.j2",
        "Topics",
        f"{wording.count(len(find.corpus.topics), 'topic')} of the briefings, with the questions "
        "and the sections of articles on each.",
        "index",
        **context_of(TopicsIndex(rows, _entries(unassigned, find)), paging),
    )


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What `topic.md.j2` shows: what the topic is, how much there is, questions and sections."""

    about: str
    extent: str | None
    exchanges: list[Context]
    sections: list[Context]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """`slugs` are the briefings whose questions and sections the page lists, None for all."""
    topic = find.topics[id_]
    told = _extent(len(topic.exchanges), len(topic.sections))
    briefings = {slug for slug, _ in (*topic.exchanges, *topic.sections)}
    exchanges, sections = (
        _entries((one for one in pairs if slugs is None or one[0] in slugs), find)
        for pairs in (topic.exchanges, topic.sections)
    )
    return find.page(
        anchors.topic_url(topic.id),
        "topic.md.j2",
        topic.title,
        wording.clip(f"{topic.title}: {topic.description}", 300),
        "topic",
        **context_of(
            TopicPage(
                about=topic.description,
                extent=f"{told} in {wording.count(len(briefings), 'briefing')}." if told else None,
                exchanges=exchanges,
                sections=sections,
            ),
            paging,
        ),
    )


def _extent(exchanges: int, sections: int) -> str:
    told = [wording.count(exchanges, "question")] if exchanges else []
    told += [f"{wording.count(sections, 'section')} of articles"] if sections else []
    return " and ".join(told)


def _ordered(pairs: Iterable[tuple[str, str]], find: Lookup) -> list[tuple[str, str]]:
    """Newest briefing first, in the order of the text."""
    held = list(pairs)
    order = {slug: n for n, slug in enumerate(find.in_order({slug for slug, _ in held}))}
    return sorted(held, key=lambda pair: order[pair[0]])


def _entries(pairs: Iterable[tuple[str, str]], find: Lookup) -> list[Context]:
    """Exchanges and sections as list entries, newest briefing first, in the order of the text."""
    entries = []
    for slug, id_ in _ordered(pairs, find):
        exchange = find.exchanges.get((slug, id_))
        entries.append(
            exchange_entry(slug, exchange, find) if exchange else section_entry(slug, id_, find)
        )
    return entries
