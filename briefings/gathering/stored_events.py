"""Briefings as `relate` reads them: one at a time, from the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..engine.executing import Workers
from ..engine.keys import key_of
from ..engine.shelf import KEPT, Shelf
from ..engine.store import MissingError, Store, failed, restore
from ..model import Corpus, Person, Quoted
from ..problems import Problem, Problems
from ..relate.event import Event, Names
from ..relate.phrases.runs import Runs
from ..relate.relating import runs_of
from ..relate.summary import Summary, summarise
from .tasks import Record


@dataclass(frozen=True, slots=True)
class SummaryTask:
    """One briefing to summarise: its pickled record and its people."""

    record: bytes
    quoted: tuple[tuple[str, Quoted], ...]
    names: Names


def summarise_event(_: None, task: SummaryTask) -> tuple[Summary, tuple[Problem, ...]]:
    """The summary of a briefing, with the problems that occurred."""
    problems = Problems()
    event = _event(restore(task.record), task.quoted, task.names)
    return summarise(event, problems), tuple(problems)


def index_event(_: None, task: SummaryTask) -> tuple[Runs, tuple[Problem, ...]]:
    """The word sequences of a briefing, with the problems that occurred."""
    problems = Problems()
    runs = runs_of(_event(restore(task.record), task.quoted, task.names), problems)
    return runs, tuple(problems)


class Events:
    """The events of a corpus by slug, loaded on access.

    The people of an event are those with a turn, a role or a mention in it, so that a new person
    elsewhere does not change its key.
    """

    def __init__(self, corpus: Corpus, store: Store, records: Shelf[Record]) -> None:
        self._store = store
        self._digests = corpus.digests
        self._shelf = records
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
        """One event with everything extracted from it."""
        record = self._shelf[self._digests[slug]]
        return _event(record, tuple(self._quoted[slug]), self._names[slug])

    def summaries(self, workers: Workers, problems: Problems) -> list[Summary]:
        """The summaries of all events; missing ones are computed."""
        keys = {slug: key_of("summary", self.key(slug)) for slug in self}
        results: dict[str, tuple[Summary, tuple[Problem, ...]]] = {}
        for slug, key in keys.items():
            with suppress(MissingError):
                results[slug] = self._store.get(key)
        missing = [slug for slug in keys if slug not in results]
        tasks = (self._task(slug) for slug in missing)
        computed = workers.run(summarise_event, None, tasks, len(missing))
        for slug, result in zip(missing, computed, strict=True):
            results[slug] = result
            if not failed(result[1]):
                self._store.put(keys[slug], result)
        for slug in keys:
            problems.extend(results[slug][1])
        return [results[slug][0] for slug in keys]

    def runs(self, workers: Workers, problems: Problems) -> Callable[[str], Runs]:
        """A function that returns the word sequences of an event; missing ones are computed.

        As many as the shelf holds stay in memory.
        """
        keys = {slug: key_of("runs", self.key(slug)) for slug in self}
        unsound: dict[str, Runs] = {}
        missing = [slug for slug, key in keys.items() if not self._store.is_sound(key)]
        tasks = (self._task(slug) for slug in missing)
        computed = workers.run(index_event, None, tasks, len(missing))
        for slug, (runs, reported) in zip(missing, computed, strict=True):
            problems.extend(reported)
            if failed(reported):
                unsound[slug] = runs
            else:
                self._store.put(keys[slug], runs)

        @lru_cache(maxsize=KEPT)
        def read(slug: str) -> Runs:
            result: Runs = unsound[slug] if slug in unsound else self._store.get(keys[slug])
            return result

        return read

    def key(self, slug: str) -> str:
        """A key that changes with anything in an event."""
        people = sorted(self._names[slug].items())
        return key_of("event", self._digests[slug], people, self._quoted[slug])

    def _task(self, slug: str) -> SummaryTask:
        record = self._store.payload(self._digests[slug])
        return SummaryTask(record, tuple(self._quoted[slug]), self._names[slug])


class RelateCache:
    """A store as the cache of `relate`: it returns a default instead of raising an exception."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Any:
        try:
            return self._store.get(key)
        except MissingError:
            return None

    def put(self, key: str, value: object) -> None:
        self._store.put(key, value)


def _event(record: Record, quoted: tuple[tuple[str, Quoted], ...], names: Names) -> Event:
    return Event(record.briefing, record.figures, record.terms, record.mentions, quoted, names)


def _briefings(person: Person) -> set[str]:
    """The briefings in which a person has a turn, a role or a mention."""
    slugs = {place.briefing for _, place in person.turns}
    slugs |= {role.place.briefing for role in person.roles}
    slugs |= {place.briefing for place in person.mentions}
    return slugs | {speech.place.briefing for speech in person.quoted}
