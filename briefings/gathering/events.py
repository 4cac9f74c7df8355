"""Briefings as `relate` reads them: one at a time, from where they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..engine.keys import key_of
from ..engine.shelf import Shelf
from ..engine.store import MissingError, Store
from ..model import Corpus, Person, Quoted
from ..relate.event import Event, Names
from .tasks import Record


class Events:
    """The events of a corpus by slug, loaded when they are asked for.

    The people of an event are those with a turn, a role or a mention in it, so that a person who
    is new elsewhere changes nothing here.
    """

    def __init__(self, corpus: Corpus, store: Store) -> None:
        self._digests = corpus.digests
        self._shelf: Shelf[Record] = Shelf(store.get)
        self._names: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        self._quoted: dict[str, list[tuple[str, Quoted]]] = defaultdict(list)
        for person in corpus.people:
            for speech in person.quoted:
                self._quoted[speech.place.briefing].append((person.id, speech))
            for slug in sorted(_briefings(person)):
                self._names[slug][person.id] = (person.name, *person.other_names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def read(self, slug: str) -> Event:
        """One event with all that was found in it."""
        record = self._shelf[self._digests[slug]]
        return Event(
            record.briefing, record.figures, record.terms, record.mentions,
            tuple(self._quoted[slug]), self._people(slug),
        )  # fmt: skip

    def key(self, slug: str) -> str:
        """A key that changes with anything that an event holds."""
        people = sorted(self._people(slug).items())
        return key_of("event", self._digests[slug], people, self._quoted[slug])

    def _people(self, slug: str) -> Names:
        return self._names[slug]


class Kept:
    """A store as the cache of `relate`, which is not told of what is missing by an exception."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Any:
        try:
            return self._store.get(key_of("relate", key))
        except MissingError:
            return None

    def put(self, key: str, value: object) -> None:
        self._store.put(key_of("relate", key), value)


def _briefings(person: Person) -> set[str]:
    """The briefings that a person has anything to do with."""
    found = {place.briefing for _, place in person.turns}
    found |= {one.place.briefing for one in person.roles}
    found |= {place.briefing for place in person.mentions}
    return found | {one.place.briefing for one in person.quoted}
