"""Pages as records, found by name: people, outlets, topics, terms, set phrases."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import urls
from briefings.model import Corpus, Outlet, Person, Term, Topic
from briefings.model.relations import Phrase

from .search_cards import indicators
from .search_record import Record

_VARIANTS = 3
"""Maximum number of wordings shown for a set phrase."""


def pages(corpus: Corpus, *, terms: bool = False) -> Iterator[Record]:
    """The records of pages; `terms` says whether terms have pages."""
    yield from map(_person, corpus.people)
    yield from map(_outlet, corpus.outlets)
    yield from map(_topic, corpus.topics)
    if terms:
        yield from map(_term, corpus.annotations.terms)
    yield from indicators(corpus)
    yield from (_phrase(phrase) for phrase in corpus.relations.phrases if phrase.has_page)


def _names(*names: str | None) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _person(person: Person) -> Record:
    roles = dict.fromkeys(wording.role for wording in person.roles)
    return Record(
        url=urls.speaker_url(person.id),
        kind="speaker",
        text=" · ".join(roles),
        title=person.name,
        names=_names(*person.other_names, person.chinese),
        speakers=((person.name, person.id),),
    )


def _outlet(outlet: Outlet) -> Record:
    return Record(
        url=urls.outlet_url(outlet.id),
        kind="outlet-page",
        text=outlet.note or "",
        title=outlet.name,
        names=_names(*outlet.other_names, outlet.chinese),
        outlet=(outlet.name, outlet.id),
    )


def _topic(topic: Topic) -> Record:
    return Record(
        url=urls.topic_url(topic.id),
        kind="topic",
        text=topic.description,
        title=topic.title,
        topics=((topic.title, topic.id),),
    )


def _term(term: Term) -> Record:
    wordings = dict.fromkeys(rendering.text for rendering in term.entry.renderings)
    return Record(
        url=urls.term_url(term.entry.id),
        kind="term",
        text=term.definition,
        title=term.entry.term,
        names=_names(
            *(wording for wording in wordings if wording != term.entry.term), term.entry.chinese
        ),
    )


def _phrase(phrase: Phrase) -> Record:
    variants = [variant.text for variant in phrase.variants if variant.text != phrase.phrase]
    return Record(
        url=urls.phrase_url(phrase.id, phrase.has_page),
        kind="phrase",
        text=" · ".join(variants[:_VARIANTS]),
        title=phrase.phrase,
    )
