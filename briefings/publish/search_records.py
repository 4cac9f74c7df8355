"""What can be found: one record a passage, and one for each page that is an answer of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefings import anchors
from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Outlet,
    Passage,
    Person,
    Place,
    Section,
    Speaker,
    Term,
    Topic,
    Turn,
    Witness,
)

from ..wording import month_name
from .search_merging import merged
from .search_record import Named, Record


@dataclass(frozen=True, slots=True)
class Said:
    """The records of one briefing before passages that say the same are merged.

    `passages` are records, each with the place that `Record.also` names where it is merged.
    """

    briefing: Record
    passages: tuple[tuple[Record, Named], ...]

    def records(self) -> list[Record]:
        """The briefing's own record, then its passages; nothing said twice."""
        return [self.briefing, *merged(self.passages)]


def said(corpus: Corpus) -> Iterator[tuple[Briefing, Said]]:
    """Each briefing with its records, made when it is asked for: what has no year first, then the
    oldest briefing, the newest last.
    """
    facts = _Facts(corpus)
    for briefing in oldest_first(corpus):
        yield briefing, _of_briefing(briefing, facts)


def records(corpus: Corpus) -> Iterator[tuple[Briefing, tuple[Record, ...]]]:
    """Each briefing with its records, merged, in the order of `said`."""
    for briefing, its in said(corpus):
        yield briefing, tuple(its.records())


def oldest_first(corpus: Corpus) -> list[Briefing]:
    """The briefings by their dates."""

    def key(briefing: Briefing) -> tuple[bool, str, str]:
        date = briefing.date or ""
        return (date[:4].isdigit(), date, briefing.slug)

    return sorted(corpus.briefings, key=key)


def pages(corpus: Corpus, *, terms: bool = False) -> Iterator[Record]:
    """The pages that answer a name; `terms` says that terms have pages."""
    yield from map(_person, corpus.people)
    yield from map(_outlet, corpus.outlets)
    yield from map(_topic, corpus.topics)
    if terms:
        yield from map(_term, corpus.annotations.terms)


class _Facts:
    """Look-ups over the whole corpus, made once."""

    def __init__(self, corpus: Corpus) -> None:
        self.people = {person.id: person for person in corpus.people}
        self.outlets = {outlet.id: outlet for outlet in corpus.outlets}
        self.topics = {topic.id: topic.title for topic in corpus.topics}
        self.quoted: dict[tuple[str, str], list[Person]] = {}
        for person in corpus.people:
            for quoted in person.quoted:
                place = quoted.place
                if place.passage is not None:
                    self.quoted.setdefault((place.briefing, place.passage), []).append(person)
        self.figures: dict[tuple[str, str | None], dict[str, None]] = {}
        for figure in corpus.figures:
            for place in figure.places:
                at = (place.briefing, place.passage)
                self.figures.setdefault(at, {})[figure.stated.quote] = None
        self.noted = {
            (at.place.briefing, at.place.passage)
            for note in corpus.annotations.notes
            for at in note.places
        }


@dataclass(slots=True)
class _Part:
    """What all passages of a turn or a section share."""

    kind: str
    aside: bool = False
    speakers: tuple[Named, ...] = ()
    role: str | None = None
    outlet: Outlet | None = None
    topics: tuple[str, ...] = ()
    context: list[str] = field(default_factory=list)


def _of_briefing(briefing: Briefing, facts: _Facts) -> Said:
    """The passages of the primary witness come first."""
    passages = (
        (_passage(briefing, witness, part, passage, facts), _also(briefing, witness, passage))
        for witness in briefing.witnesses
        for part, passages in _parts(briefing, witness, facts)
        for passage in passages
    )
    return Said(_briefing(briefing), tuple(passages))


def _also(briefing: Briefing, witness: Witness, passage: Passage) -> Named:
    place = Place(briefing.slug, witness.source.id, passage.id, passage.line)
    return (f"source {witness.source.id}, line {passage.line}", anchors.place_url(place))


def _parts(
    briefing: Briefing, witness: Witness, facts: _Facts
) -> Iterable[tuple[_Part, tuple[Passage, ...]]]:
    primary = witness.source.id == briefing.primary.source.id
    exchanges = _turns_of_exchanges(briefing) if primary else {}
    speakers = {turn.id: turn.speaker for turn in briefing.primary.turns}
    for turn in witness.turns:
        exchange = exchanges.get(turn.id)
        asker = speakers.get(exchange.question) if exchange else None
        yield _turn(briefing, turn, exchange, asker, facts), turn.passages
    topics = dict(briefing.section_topics)
    for section in witness.sections:
        yield _section(section, topics.get(section.id, ()), facts), section.passages


def _turns_of_exchanges(briefing: Briefing) -> dict[str, Exchange]:
    return {
        turn: exchange
        for exchange in briefing.exchanges
        for turn in (exchange.question, *exchange.handovers, *exchange.answers)
    }


def _turn(
    briefing: Briefing,
    turn: Turn,
    exchange: Exchange | None,
    asker: Speaker | None,
    facts: _Facts,
) -> _Part:
    speaker = turn.speaker
    part = _Part(kind=speaker.kind)
    if speaker.name:
        if speaker.kind != "outlet":
            part.speakers = ((speaker.name, speaker.id or ""),)
        part.context.append(speaker.name)
    handed_over = exchange is not None and turn.id in exchange.handovers
    part.aside = handed_over or speaker.kind == "chair"
    person = facts.people.get(speaker.id or "")
    if person is not None:
        part.context.extend(person.other_names)
        part.role = next(
            (who.role for who in briefing.participants if who.id == person.id and who.role), None
        )
    if asker is not None and asker.kind == "outlet":
        part.outlet = facts.outlets.get(asker.id or "")
        if part.outlet is not None:
            part.context.extend((part.outlet.name, *part.outlet.other_names))
    if exchange is not None:
        part.topics = exchange.topics
    return part


def _section(section: Section, topics: tuple[str, ...], facts: _Facts) -> _Part:
    heading = [section.heading] if section.heading else []
    return _Part(kind="article", topics=topics, context=heading)


def _passage(
    briefing: Briefing, witness: Witness, part: _Part, passage: Passage, facts: _Facts
) -> Record:
    quoted = facts.quoted.get((briefing.slug, passage.id), ())
    speakers = dict(part.speakers) | {person.name: person.id for person in quoted}
    names = [name for person in quoted for name in (person.name, *person.other_names)]
    return Record(
        url=anchors.briefing_url(briefing.slug, passage.id),
        kind=part.kind,
        text=passage.text,
        context=(*part.context, *names, *_date_words(briefing.date)),
        aside=part.aside,
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
        speakers=tuple(speakers.items()),
        role=part.role,
        outlet=(part.outlet.name, part.outlet.id) if part.outlet else None,
        topics=tuple((facts.topics.get(topic, topic), topic) for topic in part.topics),
        figures=tuple(facts.figures.get((briefing.slug, passage.id), ())),
        noted=(briefing.slug, passage.id) in facts.noted,
    )


def _date_words(date: str | None) -> tuple[str, ...]:
    """The year and the month, so that "homicide 2023" finds what was said then."""
    if not date:
        return ()
    year, month, *_ = [*date.replace("--", "0000-").split("-"), "0", "0"]
    words = [year] if year.strip("0") else []
    if month.strip("0"):
        words.append(month_name(int(month)))
    return tuple(words)


def _briefing(briefing: Briefing) -> Record:
    told = [
        part
        for witness in briefing.witnesses
        for part in (witness.title, witness.subtitle, witness.lead)
        if part and part != briefing.title
    ]
    facts = (briefing.place, briefing.host, briefing.series)
    return Record(
        url=anchors.briefing_url(briefing.slug),
        kind="briefing",
        text=" · ".join(dict.fromkeys((*(fact for fact in facts if fact), *told))),
        title=briefing.title,
        context=(*(who.name for who in briefing.participants), *_date_words(briefing.date)),
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
    )


def _person(person: Person) -> Record:
    roles = dict.fromkeys(wording.role for wording in person.roles)
    return Record(
        url=anchors.speaker_url(person.id),
        kind="speaker",
        text=" · ".join(roles),
        title=person.name,
        names=person.other_names,
        speakers=((person.name, person.id),),
    )


def _outlet(outlet: Outlet) -> Record:
    return Record(
        url=anchors.outlet_url(outlet.id),
        kind="outlet-page",
        text=outlet.note or "",
        title=outlet.name,
        names=outlet.other_names,
        outlet=(outlet.name, outlet.id),
    )


def _topic(topic: Topic) -> Record:
    return Record(
        url=anchors.topic_url(topic.id),
        kind="topic",
        text=topic.description,
        title=topic.title,
        topics=((topic.title, topic.id),),
    )


def _term(term: Term) -> Record:
    wordings = dict.fromkeys(rendering.text for rendering in term.entry.renderings)
    return Record(
        url=anchors.term_url(term.entry.id),
        kind="term",
        text=term.definition,
        title=term.entry.term,
        names=tuple(wording for wording in wordings if wording != term.entry.term),
    )
