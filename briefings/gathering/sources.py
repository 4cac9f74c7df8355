"""The sources as witnesses; those read before come from the store."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..earlier import kept_editions
from ..engine.executing import Workers
from ..engine.keys import digest_of, key_of
from ..engine.store import MissingError, Store, failed
from ..model import Editorial, Registry, Settings, Witness
from ..parse.concerning import entries_with
from ..problems import Problems
from ..read import Listing, SourceFile, file_bytes
from .tasks import ReadTask, Text, read_text


@dataclass(frozen=True, slots=True)
class KnownText:
    """A source that has been read: its summary for the corpus, and the key of its witness.

    `digest` is the key of the witness in the store, "" if the source is not readable.
    """

    text: Text
    digest: str


@dataclass(frozen=True, slots=True)
class _PlannedReading:
    """A source, the key of its words, and everything else its reading depends on."""

    task: ReadTask
    words_key: str


class Sources:
    """The sources of a folder, by id, as read now."""

    def __init__(
        self,
        seeds: Path,
        listing: Listing,
        editorial: Editorial,
        registry: Registry,
        store: Store,
        problems: Problems,
    ) -> None:
        self._listing = listing
        self._editorial = editorial
        self._store = store
        self._problems = problems
        self._wanted = [self._want(seeds, file, registry) for file in listing.files]

    def read(self, workers: Workers) -> dict[str, KnownText]:
        """Reads the sources that are not stored; stored problems are reported again."""
        texts: dict[str, KnownText] = {}
        missing: list[_PlannedReading] = []
        for planned in self._wanted:
            stored = self._known(planned)
            if stored is None:
                missing.append(planned)
            else:
                texts[planned.task.file.id] = stored
        people = Editorial(people=self._editorial.people, outlets=self._editorial.outlets)
        tasks = self._tasks(missing)
        results = workers.run(read_text, people, tasks, len(missing))
        for planned, (text, payload) in zip(missing, results, strict=True):
            texts[planned.task.file.id] = self._keep(planned, text, payload)
        for planned in self._wanted:
            file = planned.task.file
            if file.id in texts:
                self._problems.extend(texts[file.id].text.problems)
                if texts[file.id].text.readable:
                    self._listing.check(file, self._problems)
        return {id_: texts[id_] for id_ in sorted(texts)}

    def witness(self, known: KnownText) -> Witness:
        """The witness of a readable source."""
        witness: Witness = self._store.get(known.digest)
        return witness

    def _want(self, seeds: Path, file: SourceFile, registry: Registry) -> _PlannedReading:
        settings = self._editorial.sources.get(file.id, Settings())
        editions = kept_editions(seeds, file.id, settings, self._problems)
        record = registry.sources.get(file.id)
        key = key_of("words", file.id, file.where, file.path.name, file.sha256, settings)
        return _PlannedReading(ReadTask(file, b"", settings, record, editions), key)

    def _key(self, planned: _PlannedReading, words: array[int]) -> str:
        task = planned.task
        editions = [(edition, source.sha256) for edition, source in task.editions]
        concerned = entries_with(words, self._editorial)
        return key_of("text", planned.words_key, concerned, task.record, editions)

    def _known(self, planned: _PlannedReading) -> KnownText | None:
        try:
            words = self._store.get(planned.words_key)
            known: KnownText = self._store.get(self._key(planned, words))
        except MissingError:
            return None
        return known if not known.digest or self._store.is_sound(known.digest) else None

    def _tasks(self, missing: list[_PlannedReading]) -> Iterator[ReadTask]:
        """The tasks with their bytes, which are read from disk when a worker is free."""
        for planned in missing:
            task = planned.task
            data = file_bytes(task.file.path, self._problems)
            yield ReadTask(task.file, data or b"", task.settings, task.record, task.editions)

    def _keep(self, planned: _PlannedReading, text: Text, payload: bytes) -> KnownText:
        digest = digest_of(payload) if payload else ""
        known = KnownText(text, digest)
        if payload:
            self._store.put_payload(digest, payload)
        if not failed(text.problems):
            self._store.put(planned.words_key, text.words)
            self._store.put(self._key(planned, text.words), known)
        return known
