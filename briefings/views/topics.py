"""The index of topics, and the exchanges and sections without a topic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls
from briefings.interface import say
from briefings.model.page import Page

from .links import BriefingLink, Link, SectionLink
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .questions import ExchangeLink
from .text_links import TextLink, text_link
from .topic import extent


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with the number of its entries."""

    title: str
    url: str
    description: str
    extent: str


@dataclass(frozen=True, slots=True)
class Unassigned:
    """A question or a section of an article without a topic, and its text."""

    entry: ExchangeLink | SectionLink
    briefing: BriefingLink
    of: TextLink


@dataclass(frozen=True, slots=True)
class TopicsIndex:
    """The context of `topics.md.j2`: a row for each topic, and what has no topic."""

    rows: list[TopicRow]
    unassigned: list[Unassigned]


def topics_page(find: Lookup) -> Page:
    """Return the index of topics, then what has no topic; if that is long, it is split by year."""
    parts = _unassigned(find)
    exchanges = newest(parts, find.site.limits.newest) if parts else find.corpus.unassigned
    return _index(True, exchanges, hub(parts), find)


def topics_parts(find: Lookup) -> list[Pending]:
    """Return pages by year for what has no topic, if one page cannot list it."""

    up = Link(say.topics.none, urls.TOPICS)
    return part_pages(_unassigned(find), up, partial(_index, False, find=find))


def _unassigned(find: Lookup) -> tuple[Part[tuple[str, str]], ...]:
    ordered = _ordered(find.corpus.unassigned, find)
    return by_year(
        ordered, urls.TOPICS, lambda exchange: find.briefings[exchange[0]].date,
        find.site.limits.entries, find,
    )  # fmt: skip


def _index(
    all_topics: bool, unassigned: Iterable[tuple[str, str]], paging: Paging, find: Lookup
) -> Page:
    topics = find.corpus.topics if all_topics else ()
    rows = [
        TopicRow(
            title=topic.title,
            url=urls.topic_url(topic.id),
            description=topic.description,
            extent=extent(find, topic.id) or say.topics.nothing_yet,
        )
        for topic in sorted(topics, key=lambda topic: topic.title.casefold())
    ]
    return find.page(
        urls.TOPICS,
        "topics.md.j2",
        interface.section("topics").title,
        say.topics.description(topics=interface.count(len(find.corpus.topics), "topic")),
        "index",
        **context_of(TopicsIndex(rows, _entries(unassigned, find)), paging),
    )


def _ordered(pairs: Iterable[tuple[str, str]], find: Lookup) -> list[tuple[str, str]]:
    """Sort pairs of briefing and id, newest briefing first, otherwise keeping their order."""
    items = list(pairs)
    order = {slug: n for n, slug in enumerate(find.in_order({slug for slug, _ in items}))}
    return sorted(items, key=lambda pair: order[pair[0]])


def _entries(pairs: Iterable[tuple[str, str]], find: Lookup) -> list[Unassigned]:
    """Return exchanges and sections as entries of a list, newest briefing first."""
    entries = []
    for slug, id_ in _ordered(pairs, find):
        exchange = find.exchanges.get((slug, id_))
        entry = find.exchange_link(slug, exchange) if exchange else find.section_link(slug, id_)
        entries.append(Unassigned(entry, entry.briefing, text_link(slug, entry.source, find)))
    return entries
