"""Relating the texts of a corpus in memory, without a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache as cached
from typing import Any

from briefings.model import (
    Briefing,
    Corpus,
    Figure,
    Indicator,
    Person,
    Place,
    Quoted,
    TermMention,
)
from briefings.model.figures import Discrepancy
from briefings.model.relations import Relations
from briefings.problems import Problems
from briefings.relate.event import Event
from briefings.relate.ordered import Read
from briefings.relate.phrases.runs import Runs
from briefings.relate.relating import relate, runs_of
from briefings.relate.summary import Summary, summarise


class Memory:
    """A cache that lasts as long as the process."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        return self.values.get(key)

    def put(self, key: str, value: object) -> None:
        self.values[key] = value


def related(
    summaries: Iterable[Summary],
    read: Read,
    cache: Memory | None = None,
    problems: Problems | None = None,
    indicators: Sequence[Indicator] = (),
    known: Sequence[Discrepancy] = (),
) -> tuple[Relations, tuple[Discrepancy, ...]]:
    """Return the relations and discrepancies of briefings, whose word runs are read again."""
    problems = Problems() if problems is None else problems

    @cached
    def runs(slug: str) -> Runs:
        return runs_of(read(slug), problems)

    return relate(summaries, read, runs, indicators, known, (), cache or Memory(), problems)


def related_corpus(corpus: Corpus) -> tuple[Relations, tuple[Discrepancy, ...]]:
    """Return the relations and discrepancies of a corpus without terms."""
    by_slug = {event.briefing.slug: event for event in events(corpus)}
    summaries = [summarise(event, Problems()) for event in by_slug.values()]
    return related(summaries, by_slug.__getitem__)


def events(corpus: Corpus, terms: Sequence[TermMention] = ()) -> Iterator[Event]:
    """Yield the events of a corpus in order; `terms` are all mentions of terms in the corpus."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in corpus.figures:
        figures[figure.place.briefing].append(figure)
    mentioned: dict[str, list[TermMention]] = defaultdict(list)
    for mention in terms:
        mentioned[mention.place.briefing].append(mention)
    quoted: dict[str, list[tuple[str, Quoted]]] = defaultdict(list)
    for person in corpus.people:
        for speech in person.quoted:
            quoted[speech.place.briefing].append((person.id, speech))
    people = {person.id: person for person in corpus.people}
    for briefing in corpus.briefings:
        slug = briefing.slug
        mentions = {
            passage.id: corpus.mentions[slug, passage.id]
            for witness in briefing.witnesses
            for passage in witness.passages
            if (slug, passage.id) in corpus.mentions
        }
        yield Event(
            briefing, tuple(figures[slug]), tuple(mentioned[slug]), mentions,
            tuple(quoted[slug]), _names(briefing, mentions, quoted[slug], people),
        )  # fmt: skip


def _names(
    briefing: Briefing,
    mentions: Mapping[str, tuple[tuple[Place, str], ...]],
    quoted: Sequence[tuple[str, Quoted]],
    people: Mapping[str, Person],
) -> dict[str, tuple[str, ...]]:
    ids = {participant.id for participant in briefing.participants}
    ids |= {id_ for named in mentions.values() for _, id_ in named}
    ids |= {id_ for id_, _ in quoted}
    ids |= {
        turn.speaker.id
        for witness in briefing.witnesses
        for turn in witness.turns
        if turn.speaker.id
    }
    return {
        id_: (people[id_].name, *people[id_].other_names) for id_ in sorted(ids & people.keys())
    }
