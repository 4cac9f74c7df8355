"""The searchable records of a briefing: its page, its texts, each passage, and editors' remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefings import ids, urls
from briefings.attribution import Attribution, attributions_of
from briefings.interface import say
from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Note,
    Outlet,
    Passage,
    Person,
    Place,
    Section,
    Speaker,
    Turn,
    Witness,
)
from briefings.model.figures import Discrepancy

from ..wording import KINDS, clip, month_name
from .search_cards import TITLE, counted_in, named, text_of
from .search_merging import merged
from .search_record import Counted, From, Named, Record

_SOURCE = re.compile(r"\bsource (\w+)")


@dataclass(frozen=True, slots=True)
class BriefingRecords:
    """The records of one briefing before passages that say the same are merged.

    `passages` are records, each with the place that `Record.also` names after merging; `more` are
    records of its texts, of notes on them, and of differences between them.
    """

    briefing: Record
    passages: tuple[tuple[Record, Named], ...]
    more: tuple[Record, ...] = ()

    def records(self) -> list[Record]:
        """The briefing's own record, then its merged passages, then the rest."""
        return [self.briefing, *merged(self.passages), *self.more]


def records_by_briefing(corpus: Corpus) -> Iterator[tuple[Briefing, BriefingRecords]]:
    """Each briefing with its records, computed on demand: those without a year first, then from the
    oldest to the newest.
    """
    facts = _Facts(corpus)
    for briefing in oldest_first(corpus):
        yield briefing, _of_briefing(briefing, facts)


def oldest_first(corpus: Corpus) -> list[Briefing]:
    """The briefings in order of date."""

    def key(briefing: Briefing) -> tuple[bool, str, str]:
        date = briefing.date or ""
        return (date[:4].isdigit(), date, briefing.slug)

    return sorted(corpus.briefings, key=key)


class _Facts:
    """Look-ups over the whole corpus, computed once."""

    def __init__(self, corpus: Corpus) -> None:
        self._briefings = {briefing.slug: briefing for briefing in corpus.briefings}
        self._names: dict[str, dict[str, str]] = {}
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
        self.counted: dict[tuple[str, str | None], dict[Counted, None]] = {}
        for figure in corpus.figures:
            for place in figure.places:
                at = (place.briefing, place.passage)
                self.figures.setdefault(at, {})[figure.stated.quote] = None
                if counted := counted_in(figure):
                    self.counted.setdefault(at, {})[counted] = None
        self.notes: dict[str, list[Note]] = {}
        for note in corpus.annotations.notes:
            self.notes.setdefault(note.home.briefing, []).append(note)
        self.noted = {
            (at.place.briefing, at.place.passage)
            for note in corpus.annotations.notes
            for at in note.places
        }
        self.discrepancies: dict[str, list[Discrepancy]] = {}
        for discrepancy in corpus.discrepancies:
            if discrepancy.status != "dismissed" and discrepancy.passages:
                self.discrepancies.setdefault(discrepancy.passages[0].briefing, []).append(
                    discrepancy
                )
        self.announced = {
            (commitment.place.briefing, commitment.place.passage)
            for commitment in corpus.relations.commitments
            if commitment.sort == "announcement"
        }
        self.retold: dict[tuple[str, str | None], dict[str, None]] = {}
        for pair in corpus.relations.pairs:
            if pair.a.briefing == pair.b.briefing and pair.a.source != pair.b.source:
                at = (pair.b.briefing, pair.b.passage)
                self.retold.setdefault(at, {})[urls.place_url(pair.a)] = None

    def text_name(self, place: Place) -> str:
        """The name of the text that a place is in."""
        if place.briefing not in self._names:
            attributions = attributions_of(self._briefings[place.briefing])
            self._names[place.briefing] = {
                id_: attribution.name for id_, attribution in attributions.items()
            }
        return self._names[place.briefing][place.source]


Topics = Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class _Part:
    """What all passages of a turn or section share; `topics` are those of its question."""

    kind: str
    aside: bool = False
    speakers: tuple[Named, ...] = ()
    role: str | None = None
    outlet: Outlet | None = None
    topics: tuple[str, ...] = ()
    context: list[str] = field(default_factory=list)


def _of_briefing(briefing: Briefing, facts: _Facts) -> BriefingRecords:
    """The records of a briefing; passages of the primary witness come first."""
    attributions = attributions_of(briefing)
    own: Topics = dict(briefing.passage_topics)
    passages = (
        (
            _passage(briefing, text_of(attributions[witness.source.id]), part, passage, own, facts),
            (attributions[witness.source.id].name, _url(briefing, witness, passage)),
        )
        for witness in briefing.witnesses
        for part, passages in _parts(briefing, witness, facts)
        for passage in passages
    )
    more = (
        *(
            _source(briefing, witness, attributions[witness.source.id])
            for witness in briefing.witnesses
        ),
        *(
            _discrepancy(briefing, discrepancy, facts)
            for discrepancy in facts.discrepancies.get(briefing.slug, ())
        ),
        *(_note(briefing, note) for note in facts.notes.get(briefing.slug, ())),
    )
    return BriefingRecords(_briefing(briefing), tuple(passages), more)


def _url(briefing: Briefing, witness: Witness, passage: Passage) -> str:
    return urls.place_url(Place(briefing.slug, witness.source.id, passage.id, passage.line))


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
    for section in witness.sections:
        yield _section(section), section.passages


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


def _section(section: Section) -> _Part:
    return _Part(kind="article", context=[section.heading] if section.heading else [])


def _passage(
    briefing: Briefing, of: From, part: _Part, passage: Passage, own: Topics, facts: _Facts
) -> Record:
    """The record of a passage; `own` are the topics of passages outside exchanges."""
    at = (briefing.slug, passage.id)
    quoted = facts.quoted.get(at, ())
    speakers = dict(part.speakers) | {person.name: person.id for person in quoted}
    names = [name for person in quoted for name in (person.name, *person.other_names)]
    # An article is found by its publisher too, whose name is part of its own.
    published = (of.name,) if part.kind == "article" else ()
    return Record(
        url=urls.briefing_url(briefing.slug, passage.id),
        kind=part.kind,
        text=passage.text,
        context=(*part.context, *names, *_date_words(briefing.date), *published),
        aside=part.aside,
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
        speakers=tuple(speakers.items()),
        role=part.role,
        outlet=(part.outlet.name, part.outlet.id) if part.outlet else None,
        topics=tuple(
            (facts.topics.get(topic, topic), topic)
            for topic in (*part.topics, *own.get(passage.id, ()))
        ),
        figures=tuple(facts.figures.get(at, ())),
        counted=tuple(facts.counted.get(at, ())),
        noted=at in facts.noted,
        kinds=("announcement",) if at in facts.announced else (),
        of=of,
        retells=() if of.primary else tuple(facts.retold.get(at, ())),
    )


def _date_words(date: str | None, *, with_day: bool = False) -> tuple[str, ...]:
    """The year and month as words, so that "homicide 2023" finds what was said then."""
    if not date:
        return ()
    year, month, day, *_ = [*date.replace("--", "0000-").split("-"), "0", "0"]
    words = [str(int(day))] if with_day and day.strip("0") else []
    if month.strip("0"):
        words.append(month_name(int(month)))
    if year.strip("0"):
        words.append(year)
    return tuple(words)


def _briefing(briefing: Briefing) -> Record:
    details = [
        part
        for witness in briefing.witnesses
        for part in (witness.title, witness.subtitle, witness.lead)
        if part and part != briefing.title
    ]
    facts = (briefing.place, briefing.host, briefing.series)
    day = _date_words(briefing.date, with_day=True)
    return Record(
        url=urls.briefing_url(briefing.slug),
        kind="briefing",
        text=" · ".join(dict.fromkeys((*(fact for fact in facts if fact), *details))),
        title=briefing.title,
        context=(*(who.name for who in briefing.participants), *day),
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
        host=briefing.host,
    )


def _source(briefing: Briefing, witness: Witness, attribution: Attribution) -> Record:
    """The record of a text, found by its common name and its publisher."""
    details = (witness.title, witness.subtitle, witness.byline, KINDS[witness.kind])
    return Record(
        url=urls.source_url(attribution.source),
        kind="source",
        text=" · ".join(dict.fromkeys(detail for detail in details if detail)),
        title=attribution.name,
        names=(attribution.publisher,) if attribution.publisher else (),
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
        of=text_of(attribution),
    )


def _discrepancy(briefing: Briefing, discrepancy: Discrepancy, facts: _Facts) -> Record:
    """The record of a difference, with the names of the texts and the editors' remarks."""
    takeaway = discrepancy.ruling.takeaway if discrepancy.ruling else ""
    text = " ".join(part for part in (discrepancy.text, takeaway) if part)
    names = {place.source: facts.text_name(place) for place in discrepancy.passages}
    text = _SOURCE.sub(lambda found: names.get(found[1], found[0]), text)
    return Record(
        url=urls.discrepancy_url(discrepancy.id),
        kind="discrepancy",
        text=text,
        title=named(discrepancy),
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
    )


def _note(briefing: Briefing, note: Note) -> Record:
    quote = note.entry.quotations[0].quote
    return Record(
        url=urls.note_url(briefing.slug, ids.note_place_id(note.entry.id, 0)),
        kind="note",
        text=" ".join("".join(inline.text for inline in part) for part in note.text),
        title=say.notes.on(words=clip(quote, TITLE)),
        briefing=(briefing.title, briefing.slug),
        date=briefing.date,
    )
