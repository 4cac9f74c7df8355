"""The input for rows: a corpus, indexed by briefing, and one briefing at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefings import ids
from briefings.grouping import by_key
from briefings.model import (
    Briefing,
    Corpus,
    Figure,
    Note,
    Passage,
    Place,
    Section,
    Speaker,
    Turn,
    Witness,
    full_id,
)
from briefings.model.relations import Commitment, Pair
from briefings.publish.figures import indicators_by_figure
from briefings.publish.indicators import observations_data
from briefings.publish.named_texts import NamedTexts
from briefings.publish.records import Data, briefing_data, people_data

from .fields import whole_day

Cells = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text uses a term (`of` is its id), names a person or uses a set phrase."""

    kind: str
    of: str
    place: Place
    wording: str | None


@dataclass(frozen=True, slots=True)
class InExchange:
    """The exchange of a turn, the turn's function in it, and its topics, without other turns."""

    id: str | None = None
    does: str | None = None
    topics: tuple[str, ...] = ()


_NONE = InExchange()


@dataclass(frozen=True, slots=True)
class At:
    """The position of a passage: its turn or section, the exchange of the turn, and the topics."""

    part: Turn | Section
    passage: Passage
    number: int
    within: InExchange
    topics: tuple[str, ...]

    @property
    def turn(self) -> Turn | None:
        """The turn that contains the passage, if any."""
        return self.part if isinstance(self.part, Turn) else None


class CorpusRows:
    """A corpus as input for the rows of all tables; its texts are not kept in memory."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.texts = NamedTexts(corpus.briefings)
        self.people = {person.id: person.name for person in corpus.people}
        self.outlets = {outlet.id: outlet.name for outlet in corpus.outlets}

    def briefings(self) -> Iterator[BriefingRows]:
        """The briefings one after another, in the order of the corpus."""
        position = 0
        for briefing in self.corpus.briefings:
            rows = BriefingRows(briefing, self, position)
            yield rows
            position = rows.next_position

    @cached_property
    def observing(self) -> dict[str, list[str]]:
        """The ids of the indicators that use each figure."""
        return indicators_by_figure(self.corpus.indicators)

    @cached_property
    def worded(self) -> dict[str, list[tuple[str, Data]]]:
        """By briefing: the people with a role there, and how each text words the role."""
        return self._people_by_briefing("roles")

    @cached_property
    def quoted(self) -> dict[str, list[tuple[str, Data]]]:
        """By briefing: the people quoted in its articles, and where."""
        return self._people_by_briefing("quoted")

    def _people_by_briefing(self, field: str) -> dict[str, list[tuple[str, Data]]]:
        return by_key(
            (entry["briefing"], (person["id"], entry))
            for person in people_data(self.corpus)
            for entry in person[field]
        )

    @cached_property
    def _figures(self) -> dict[str, list[int]]:
        """The indexes of the figures of each briefing; a figure is loaded when it is accessed."""
        return by_key((figure.place.briefing, n) for n, figure in enumerate(self.corpus.figures))

    def figures(self, briefing: str) -> list[Figure]:
        """The figures of a briefing, in the order of its texts."""
        return [self.corpus.figures[n] for n in self._figures.get(briefing, ())]

    @cached_property
    def observations(self) -> dict[str, list[Data]]:
        """The records of `observations.json` by briefing."""
        return by_key(
            (record["briefing"], record) for record in observations_data(self.corpus, self.texts)
        )

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """By briefing: what is mentioned there, in no particular order."""
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for term in self.corpus.annotations.terms:
            for mention in term.mentions:
                place = mention.place
                of_term = Mention("term", term.entry.id, place, mention.wording)
                mentions[place.briefing].append(of_term)
        for person in self.corpus.people:
            for place in person.mentions:
                mentions[place.briefing].append(Mention("person", person.id, place, None))
        for phrase in self.corpus.relations.phrases:
            for use in phrase.occurrences:
                wording = phrase.variants[use.variant].text
                of_phrase = Mention("phrase", phrase.id, use.place, wording)
                mentions[use.place.briefing].append(of_phrase)
        return dict(mentions)

    @cached_property
    def notes(self) -> dict[str, list[Note]]:
        """The notes by the briefing of their home passage."""
        return by_key((note.home.briefing, note) for note in self.corpus.annotations.notes)

    @cached_property
    def pairs(self) -> dict[str, list[Pair]]:
        """The pairs by the briefing of their side `a`."""
        return by_key((pair.a.briefing, pair) for pair in self.corpus.relations.pairs)

    @cached_property
    def commitments(self) -> dict[str, list[Commitment]]:
        """The announcements by briefing."""
        return by_key(
            (commitment.place.briefing, commitment)
            for commitment in self.corpus.relations.commitments
        )


class BriefingRows:
    """One briefing as input for rows; discarded once its rows have been made.

    `position` is the number of passages in the preceding briefings.
    """

    def __init__(self, briefing: Briefing, corpus: CorpusRows, position: int = 0) -> None:
        self.briefing = briefing
        self.slug = briefing.slug
        self.corpus = corpus
        self.position = position
        self.witnesses: Sequence[Witness] = tuple(briefing.witnesses)
        self.primary = self.witnesses[0].source.id

    @property
    def next_position(self) -> int:
        """The number of passages up to the end of this briefing."""
        return self.position + sum(len(witness.passages) for witness in self.witnesses)

    @cached_property
    def record(self) -> Data:
        """The record of `briefings/<slug>.json`."""
        return briefing_data(self.briefing)

    @cached_property
    def in_exchanges(self) -> dict[str, InExchange]:
        """The function of each turn in its exchange, by the turn's id."""
        functions: dict[str, InExchange] = {}
        for exchange in self.briefing.exchanges:
            for does, turns in (
                ("question", (exchange.question,)),
                ("handover", exchange.handovers),
                ("answer", exchange.answers),
            ):
                functions |= dict.fromkeys(turns, InExchange(exchange.id, does, exchange.topics))
        return functions

    @cached_property
    def at(self) -> dict[str, At]:
        """The position of each passage, by its id, in the order of the texts."""
        own = dict(self.briefing.passage_topics)
        positions: dict[str, At] = {}
        for witness in self.witnesses:
            number = 0
            for part in witness.parts:
                within = self.in_exchanges.get(part.id, _NONE)
                for passage in part.passages:
                    number += 1
                    topics = within.topics or own.get(passage.id, ())
                    positions[passage.id] = At(part, passage, number, within, topics)
        return positions

    @cached_property
    def roles(self) -> dict[str, list[Data]]:
        """How the texts word each person's role."""
        return by_key(self.corpus.worded.get(self.slug, ()))

    @cached_property
    def _quoted(self) -> dict[str, list[tuple[str, Data]]]:
        return by_key(
            (entry["passage"], (person, entry))
            for person, entry in self.corpus.quoted.get(self.slug, ())
        )

    def quoted(self, passage: str, start: int = 0, end: int | None = None) -> list[str]:
        """The ids of the people quoted in a passage of an article, or in a span of it."""
        return list(
            dict.fromkeys(
                person
                for person, entry in self._quoted.get(passage, ())
                if "start" not in entry
                or (entry["end"] > start and (end is None or entry["start"] < end))
            )
        )

    def exchange_key(self, id_: str | None) -> str | None:
        """The id of an exchange in the tables; None if `id_` is None.

        Turns and exchanges are those of the primary text.
        """
        return full_id(self.primary, id_) if id_ else None

    def stands(self, source: str) -> Cells:
        """The fields of the text and event that a row belongs to."""
        date = self.briefing.date
        named = self.corpus.texts.of(Place(self.slug, source, None, 1))
        return {
            "briefing": self.slug,
            "date": date,
            "day": whole_day(date),
            "text_id": ids.text_key(source),
            **{name: named[name] for name in ("text_name", "publisher", "quality")},
            "primary_text": named["primary"],
        }

    def about(self, source: str, passage: str | None) -> Cells:
        """The turn and exchange of a passage, and its topics."""
        at = self.at.get(passage or "")
        return {
            "turn": full_id(source, at.turn.id) if at and at.turn else None,
            "exchange": self.exchange_key(at.within.id) if at else None,
            "topics": list(at.topics) if at else [],
        }

    def speaks(self, source: str, passage: str | None) -> Cells:
        """The speaker of the turn that contains a passage."""
        at = self.at.get(passage or "")
        if not (at and at.turn):
            return self.who(source, None, None, None)
        return self.spoken(source, at.turn.speaker)

    def spoken(self, source: str, speaker: Speaker) -> Cells:
        """The speaker of a turn."""
        return self.who(source, speaker.id, speaker.name, speaker.kind)

    def who(self, source: str, id_: str | None, name: str | None, kind: str | None) -> Cells:
        """A speaker as named in a row: a person with the role as worded here, or an outlet."""
        person = id_ if kind != "outlet" and id_ in self.corpus.people else None
        outlet = id_ if person is None and id_ in self.corpus.outlets else None
        wordings = self.roles.get(person, []) if person else []
        worded = next((wording for wording in wordings if wording["source"] == source), None)
        role = worded or next(iter(wordings), {"role": None, "organization": None})
        return {
            "speaker_kind": kind,
            "speaker": name,
            "person": person,
            "outlet": outlet,
            "role": role["role"],
            "organization": role["organization"],
        }

    def words(self, place: Place) -> str:
        """The words at a place in this briefing: a span or the whole passage."""
        at = self.at.get(place.passage or "")
        return at.passage.text[place.start : place.end] if at else ""


def passage_or_line(place: Data) -> str:
    """The passage of a record's place, or source and line if it is not in a passage."""
    if place["passage"]:
        return full_id(place["source"], place["passage"])
    return f"{ids.source_key(place['source'])}-L{place['line']}"


def place_key(place: Place) -> str | None:
    """The id of the passage that contains a place; None for a line outside all passages."""
    return full_id(place.source, place.passage) if place.passage else None
