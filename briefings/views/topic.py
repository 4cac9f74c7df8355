"""The dossier of a topic: questions, figures and announcements on it, by briefing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Exchange, Place, Topic
from briefings.model.page import Page

from .dossiers import AnnouncementEntry, PhraseUse, Sentence, Shown
from .links import BriefingLink, CountedName, Link
from .lookup import Lookup
from .numbers import Number
from .paging import Paging, context_of, pages_by_year
from .pending import Pending
from .questions import Question
from .reads import texts_reader
from .text_links import TextLink, text_of

_KEY_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class ArticleSection:
    """Paragraphs on the topic of one section of an article."""

    heading: str | None
    url: str
    rows: list[Sentence]


@dataclass(frozen=True, slots=True)
class ArticleOnTopic:
    """An article with its paragraphs on the topic."""

    of: TextLink
    sections: list[ArticleSection]


@dataclass(frozen=True, slots=True)
class TopicBriefing:
    """What a briefing contains on the topic."""

    briefing: BriefingLink
    questions: list[Question]
    statements: list[Sentence]
    numbers: Shown[Number]
    announced: Shown[AnnouncementEntry]
    texts: list[ArticleOnTopic]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """The context of `topic.md.j2`: description, extent, key figures and speakers, then the
    briefings.

    `newest` is the newest question, if the first briefing shown has none. `briefings` contain
    questions, statements, figures, announcements and the contents of other texts. Their rows name
    speakers under `by`; if the page lists everything (`narrows`), readers can filter by speaker.
    """

    about: str
    extent: str | None
    numbers: list[Number]
    newest: Question | None
    speakers: list[CountedName]
    narrows: bool
    briefings: list[TopicBriefing]
    phrases: list[PhraseUse]
    terms: list[Link]


def topic_pages(find: Lookup) -> list[Pending]:
    """Return a page for each topic, and pages by year for those with many entries."""
    return [
        page
        for topic in find.corpus.topics
        for page in pages_by_year(
            Link(topic.title, urls.topic_url(topic.id)),
            _sizes(topic),
            partial(_page, topic.id, find),
            find,
        )
    ]


def _sizes(topic: Topic) -> Counter[str]:
    """Return how many entries each briefing adds to the page of a topic."""
    sizes = Counter(slug for slug, _ in topic.exchanges)
    sizes.update(place.briefing for place in topic.passages)
    return sizes + Counter(dict.fromkeys(topic.briefings, 1))


@texts_reader
def extent(find: Lookup, id_: str) -> str:
    """Return the extent of a topic in words, or "" if nothing is on it."""
    topic = find.topics[id_]
    counts = [interface.count(len(topic.exchanges), "question")] if topic.exchanges else []
    counts += [say.counts.paragraphs(count=len(topic.passages))] if topic.passages else []
    if not counts:
        return ""
    days = [find.briefing_link(slug).day for slug in topic.briefings]
    years = sorted({year for day in days if (year := wording.year(day))})
    entries, briefings = wording.listed(counts), interface.count(len(days), "briefing")
    if not years:
        return say.topic.extent(entries=entries, briefings=briefings)
    return say.topic.extent_in_years(
        entries=entries, briefings=briefings, years=wording.span(years[0], years[-1])
    )


def _is_spoken(place: Place, find: Lookup) -> bool:
    """Return whether a paragraph belongs to a transcript rather than an article."""
    part = find.part_at(place)
    return find.said(place.briefing, part).speaker is not None


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """Return one page of a topic; `slugs` are the briefings that it shows, None for all."""
    topic = find.topics[id_]
    slugs_shown = find.in_order(topic.briefings if slugs is None else slugs)
    briefings = [_briefing(find, id_, slug) for slug in slugs_shown]
    is_whole = paging.steps is None
    counts = extent(find, id_)
    return find.page(
        urls.topic_url(topic.id),
        "topic.md.j2",
        topic.title,
        wording.clip(f"{topic.title}: {topic.description}", 300),
        "topic",
        **context_of(
            TopicPage(
                about=topic.description,
                extent=f"{counts}." if counts else None,
                numbers=_key_numbers(find, id_, paging.directory is None) if is_whole else [],
                newest=_newest(topic, briefings, find) if is_whole else None,
                speakers=_speakers(find, id_, paging.directory is None) if is_whole else [],
                narrows=paging.directory is None,
                briefings=briefings,
                phrases=find.dossiers.phrases_on(id_) if is_whole else [],
                terms=find.dossiers.terms_on(id_) if is_whole else [],
            ),
            paging,
        ),
    )


def _key_numbers(find: Lookup, id_: str, narrows: bool) -> list[Number]:
    """Return the key figures, with their speakers if the page can be filtered."""
    numbers = find.dossiers.key_numbers(id_, _KEY_NUMBERS)
    return [replace(number, by=number.speaker) for number in numbers] if narrows else numbers


def _newest(topic: Topic, briefings: list[TopicBriefing], find: Lookup) -> Question | None:
    """Return the newest question on the topic, unless the page already begins with its briefing."""
    if not topic.exchanges or briefings[0].questions:
        return None
    newest = find.in_order({slug for slug, _ in topic.exchanges})[0]
    return find.asked(newest, next(id_ for slug, id_ in topic.exchanges if slug == newest))


@texts_reader
def _speakers(find: Lookup, id_: str, narrows: bool) -> list[CountedName]:
    """Return those who answered, spoke or are quoted on a topic, most frequent first.

    If the page does not show everything they said, the links lead to the search.
    """
    topic = find.topics[id_]
    counts: Counter[str] = Counter()
    for slug, exchange in topic.exchanges:
        counts.update(_answerers(find.exchanges[slug, exchange], slug, find))
    for place in topic.passages:
        counts.update(_speakers_at(place, find))
    named = [
        (person, name, count)
        for person, count in counts.items()
        if (name := find.person_name(person))
    ]
    return [
        CountedName(
            id=person,
            name=name,
            count=count,
            url=f"{urls.speaker_url(person)}?{urlencode({'topic': id_})}"
            if narrows
            else f"{urls.SEARCH}?{urlencode({'speaker': person, 'topic': id_})}",
        )
        for person, name, count in sorted(named, key=lambda row: (-row[2], row[1]))
    ]


def _answerers(exchange: Exchange, slug: str, find: Lookup) -> list[str]:
    """Return the ids of those who answered, each once."""
    speakers = [find.said(slug, answer).speaker for answer in exchange.answers]
    return list(dict.fromkeys(speaker.id for speaker in speakers if speaker and speaker.id))


def _speakers_at(place: Place, find: Lookup) -> list[str]:
    """Return the ids of those who speak in a paragraph or are quoted in it."""
    summary = find.said(place.briefing, find.part_at(place))
    if summary.speaker is not None:
        return (
            [summary.speaker.id] if summary.speaker.id and summary.speaker.kind != "outlet" else []
        )
    quoted = find.quoted(place.briefing).get(place.passage or "", ())
    return list(dict.fromkeys(person for person, *_ in quoted))


@texts_reader
def _briefing(find: Lookup, topic: str, slug: str) -> TopicBriefing:
    """Return everything that a briefing contains on a topic."""
    of = find.topics[topic]
    ids_asked = {id_ for at, id_ in of.exchanges if at == slug}
    places = [place for place in of.passages if place.briefing == slug]
    numbers = find.dossiers.numbers_on(topic, slug)
    announced = find.dossiers.announced_on(topic, slug)
    numbers = replace(numbers, shown=[replace(row, by=row.speaker) for row in numbers.shown])
    announced = replace(announced, shown=[replace(row, by=row.speaker) for row in announced.shown])
    return TopicBriefing(
        briefing=find.briefing_link(slug),
        questions=[
            replace(find.asked(slug, exchange.id), by=" ".join(_answerers(exchange, slug, find)))
            for exchange in find.briefings[slug].exchanges
            if exchange.id in ids_asked
        ],
        statements=[_statement(place, find) for place in places if _is_spoken(place, find)],
        numbers=numbers,
        announced=announced,
        texts=list(_texts([place for place in places if not _is_spoken(place, find)], find)),
    )


def _statement(place: Place, find: Lookup) -> Sentence:
    summary = find.said(place.briefing, find.part_at(place))
    return replace(
        _row(place, find), who=find.speaker(summary.speaker) if summary.speaker else None
    )


def _texts(places: list[Place], find: Lookup) -> Iterator[ArticleOnTopic]:
    """Yield the articles of a briefing with their paragraphs on the topic, by section."""
    by_source: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        part = find.part_at(place)
        by_source[place.source][part].append(place)
    for parts in by_source.values():
        earliest = next(iter(parts.values()))[0]
        yield ArticleOnTopic(
            of=text_of(earliest, find),
            sections=[
                ArticleSection(
                    heading=find.said(earliest.briefing, part).heading,
                    url=urls.briefing_url(earliest.briefing, part),
                    rows=[_row(place, find) for place in places],
                )
                for part, places in parts.items()
            ],
        )


def _row(place: Place, find: Lookup) -> Sentence:
    return Sentence(
        url=urls.place_url(place),
        words=find.dossiers.sentence(place),
        by=" ".join(_speakers_at(place, find)),
    )
