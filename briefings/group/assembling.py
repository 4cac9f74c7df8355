"""Turn the texts of one event into a briefing with ids, exchanges, participants and topics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..ids import exchange_id, fill_ids
from ..languages import language_of
from ..model import Briefing, Exchange, JoinEvidence, Participant, PublishedSource, Witness
from .exchanges import exchanges_of
from .people import BriefingPeople, people_in
from .short_titles import short_title
from .subjects import subject_of
from .topics import OnTopic, TopicWords, on_topics


@dataclass(frozen=True, slots=True)
class EventPlan:
    """The plan of a briefing, made before its texts are read again.

    `sources` are the ids of its texts, the fullest first, and `prefixes` the id prefixes of these
    texts in the same order. `published` is the publication record of the first text, if any.
    """

    slug: str
    title: str
    title_by_editors: bool
    date: str | None
    sources: tuple[str, ...]
    prefixes: tuple[str, ...]
    joined: tuple[JoinEvidence, ...]
    published: PublishedSource | None


@dataclass(frozen=True, slots=True)
class Assembled:
    """A briefing with its share of the people, outlets and topics of the corpus."""

    briefing: Briefing
    people: BriefingPeople
    topics: OnTopic


def assemble(plan: EventPlan, texts: Sequence[Witness], topics: TopicWords) -> Assembled:
    """Return the briefing of an event; `texts` are its witnesses in order, with ids without
    prefixes."""
    witnesses = tuple(
        replace(text.with_ids(prefix.__add__), briefing=plan.slug)
        for text, prefix in zip(texts, plan.prefixes, strict=True)
    )
    briefing = Briefing(
        slug=plan.slug,
        title=plan.title,
        title_by_editors=plan.title_by_editors,
        date=plan.date,
        time=_first(w.time for w in witnesses),
        place=_first(w.place for w in witnesses),
        host=_first(w.host for w in witnesses),
        series=_first(w.series for w in witnesses),
        number=next((w.number for w in witnesses if w.number is not None), None),
        witnesses=witnesses,
        participants=_participants(witnesses),
        exchanges=_exchanges(witnesses[0], texts[0], plan),
        joined=plan.joined,
        sources=plan.sources,
        short_title=_short_title(plan, witnesses),
    )
    on_topic = on_topics(briefing, topics)
    by_part = dict(on_topic.parts)
    briefing = replace(
        briefing,
        exchanges=tuple(
            replace(exchange, topics=by_part[exchange.id]) for exchange in briefing.exchanges
        ),
        section_topics=tuple(
            (section.id, by_part[section.id])
            for witness in witnesses
            for section in witness.sections
        ),
        passage_topics=on_topic.passage_topics,
    )
    return Assembled(briefing, people_in(briefing), on_topic)


def _short_title(plan: EventPlan, witnesses: Sequence[Witness]) -> str:
    """Return the title shown in lists: the one set by editors, or else the subject from the
    title."""
    title = _first(witness.settings.short_title for witness in witnesses)
    return title or short_title(plan.title, language_of(witnesses[0].language))


def _exchanges(primary: Witness, text: Witness, plan: EventPlan) -> tuple[Exchange, ...]:
    """Return the exchanges of the primary witness; an exchange keeps its published id as long as
    its question keeps the same turn id.

    `text` is the same witness with ids without prefixes.
    """
    prefix = plan.prefixes[0]
    exchanges = exchanges_of(text)
    published = {turn: id_ for id_, turn in plan.published.exchanges} if plan.published else {}
    known_ids = [published.get(exchange.question) for exchange in exchanges]
    ids = fill_ids(known_ids, published.values(), exchange_id)
    language = language_of(primary.language)
    asked = {turn.id: turn.passages for turn in primary.turns}
    return tuple(
        Exchange(
            prefix + id_,
            prefix + exchange.question,
            tuple(prefix + turn for turn in exchange.handovers),
            tuple(prefix + turn for turn in exchange.answers),
            subject=subject_of(
                asked[prefix + exchange.question], plan.slug, primary.source.id, language
            ),
        )
        for exchange, id_ in zip(exchanges, ids, strict=True)
    )


def _participants(witnesses: tuple[Witness, ...]) -> tuple[Participant, ...]:
    """Return all listed participants, or those from titles and reports if no source has a list."""
    chairs = {p.id for witness in witnesses for p in witness.participants if p.chair}
    every = [p for witness in witnesses for p in witness.participants]
    listed = [p for p in every if p.listed]
    return tuple(replace(p, chair=p.id in chairs) for p in listed or every)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
