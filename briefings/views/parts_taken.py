"""The roles of people in the exchanges of all briefings, indexed once for all pages."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.interface import say
from briefings.model import Exchange, Person, Speaker

from .reads import Reads, kept, reader_of

if TYPE_CHECKING:
    from .lookup import Lookup

_reader = reader_of("taken", of_texts=True)


class PartsTaken:
    """The exchanges that people answer or hand over, newest briefing first."""

    def __init__(self, find: Lookup) -> None:
        self._find = find

    @cached_property
    def _of(self) -> dict[str | None, list[tuple[str, Exchange]]]:
        by_person: dict[str | None, list[tuple[str, Exchange]]] = defaultdict(list)
        for slug, briefing in self._find.briefings.items():
            summaries = self._find.texts.said(slug)
            for exchange in briefing.exchanges:
                speakers = (
                    summaries[id_].speaker for id_ in (*exchange.handovers, *exchange.answers)
                )
                for id_ in dict.fromkeys(speaker.id for speaker in speakers if speaker):
                    by_person[id_].append((slug, exchange))
        return by_person

    @property
    def reads(self) -> Reads:
        return self._find.reads

    def of(self, person: Person) -> tuple[tuple[str, Exchange], ...]:
        """Return the exchanges, as (briefing, exchange), that a person answers or hands over."""
        return self._of_person(person.id)

    @_reader
    def _of_person(self, person: str) -> tuple[tuple[str, Exchange], ...]:
        return tuple(self._of.get(person, ()))

    def answered(self, person: Person) -> list[tuple[str, Exchange]]:
        """Return the exchanges, as (briefing, exchange), that a person answers."""
        return [
            (slug, exchange)
            for slug, exchange in self.of(person)
            if any(_is(self._find.said(slug, id_).speaker, person) for id_ in exchange.answers)
        ]

    @_reader
    @kept
    def played(self, slug: str) -> dict[str, str]:
        """Map the turns of a briefing's exchanges to what they do, in words."""
        played: dict[str, str] = {}
        summaries = self._find.texts.said(slug)
        for exchange in self._find.briefings[slug].exchanges:
            question = summaries[exchange.question]
            asker = self._find.speaker(question.speaker, asks=True)
            whom = asker.name if asker.known else say.briefing.question_of(asker=asker.name)
            played |= dict.fromkeys(exchange.handovers, say.briefing.hands_over(whom=whom))
            played |= dict.fromkeys(exchange.answers, say.briefing.answers(whom=whom))
        return played

    @_reader
    @kept
    def words(self, slug: str) -> int:
        """Return the number of words of a briefing's primary text."""
        summaries = self._find.texts.said(slug).values()
        turns = [
            summary.words
            for summary in summaries
            if summary.is_primary and summary.speaker is not None
        ]
        return sum(turns or [summary.words for summary in summaries if summary.is_primary])


def _is(speaker: Speaker | None, person: Person) -> bool:
    return speaker is not None and speaker.id == person.id and speaker.kind in ("chair", "official")
