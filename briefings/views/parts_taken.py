"""Who does what in the exchanges of the briefings, gathered once for the pages of all people."""

from __future__ import annotations

from collections import defaultdict

from briefings import wording
from briefings.model import Exchange, Person, Speaker

from .lookup import Lookup


class PartsTaken:
    """The exchanges that people answer or hand over, newest briefing first."""

    def __init__(self, find: Lookup) -> None:
        self._find = find
        self._played: dict[str, dict[str, str]] = {}
        self._words: dict[str, int] = {}
        self._of: dict[str, list[tuple[str, Exchange]]] = defaultdict(list)
        for slug, briefing in find.briefings.items():
            for exchange in briefing.exchanges:
                turns = (*exchange.handovers, *exchange.answers)
                for id_ in dict.fromkeys(find.turn(slug, one).speaker.id for one in turns):
                    if id_:
                        self._of[id_].append((slug, exchange))

    def of(self, person: Person) -> list[tuple[str, Exchange]]:
        """The exchanges in which the person answers or hands over."""
        return self._of.get(person.id, [])

    def answered(self, person: Person) -> list[tuple[str, Exchange]]:
        """Those of them in which the person answers."""
        return [
            (slug, exchange)
            for slug, exchange in self.of(person)
            if any(_is(self._find.turn(slug, one).speaker, person) for one in exchange.answers)
        ]

    def played(self, slug: str) -> dict[str, str]:
        """What each turn of a briefing does in its exchange."""
        if slug not in self._played:
            played: dict[str, str] = {}
            for exchange in self._find.briefings[slug].exchanges:
                question = self._find.turn(slug, exchange.question)
                asker = self._find.speaker(question.speaker, asks=True)
                whom = asker["name"] if asker["known"] else f"a question, {asker['name']}"
                played |= dict.fromkeys(exchange.handovers, f"hands over: {whom}")
                played |= dict.fromkeys(exchange.answers, f"answers {whom}")
            self._played[slug] = played
        return self._played[slug]

    def words(self, slug: str) -> int:
        """How many words the primary text of a briefing has."""
        if slug not in self._words:
            self._words[slug] = wording.words(self._find.briefings[slug].primary.passages)
        return self._words[slug]


def _is(speaker: Speaker, person: Person) -> bool:
    return speaker.id == person.id and speaker.kind in ("chair", "official")
