"""How editors refer to passages, and how these references are resolved.

A pointer is a source and a line (`000:57`), or a full passage id that begins with its source
(`000-t2p1`) even if the published id of a primary text has no prefix (`t2p1`). The lines of a
source never change, so the first form is valid before ids are assigned and after they have changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .corpus import Briefing
from .text import Passage, Section, Turn, Witness

_LINE = re.compile(r"^(?P<source>.+):(?P<line>[0-9]+)$")
# A pointer within a sentence; its form does not guarantee that the source and line exist.
IN_TEXT = re.compile(r"(?<![^\s(\[\"'“‘])([^\s:()\[\]\"'“”‘’,;]+):([1-9]\d*)(?!\d)")


@dataclass(frozen=True, slots=True)
class ResolvedPassage:
    """A passage and the witness that contains it."""

    witness: Witness
    part: Turn | Section
    passage: Passage


class Pointers:
    """Resolves pointers in the texts of briefings; reads only texts that are pointed at."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        self._briefings = {
            source: briefing for briefing in briefings for source in briefing.sources
        }
        # The longest id first: "12-34" and "12" may both be sources.
        self._names = sorted(self._briefings, key=lambda name: (-len(name), name))
        self._read: dict[str, _Text] = {}

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of all sources, sorted."""
        return tuple(sorted(self._briefings))

    def find(self, pointer: str) -> tuple[ResolvedPassage, ...]:
        """The passages that a pointer leads to: none, one, or several that share a line."""
        line = _LINE.match(pointer)
        if line:
            text = self.text(line["source"])
            return text.on_line(int(line["line"])) if text else ()
        for name in self._names:
            text = self.text(name) if pointer.startswith(f"{name}-") else None
            if text and pointer in text.ids:
                return (text.ids[pointer],)
        return ()

    def text(self, source: str) -> _Text | None:
        """The passages of one source, by id and line; None if there is no such source."""
        if source not in self._read and source in self._briefings:
            witnesses = self._briefings[source].witnesses
            self._read[source] = _Text(
                witness for witness in witnesses if witness.source.id == source
            )
        return self._read.get(source)

    def ids(self) -> Iterator[str]:
        """All full passage ids."""
        for source in self._briefings:
            text = self.text(source)
            yield from text.ids if text else ()


class _Text:
    """The passages of one source: by full id in their order, and by line.

    `printed` has the numbers of all lines that are not blank.
    """

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self.ids: dict[str, ResolvedPassage] = {}
        self._lines: dict[int, list[ResolvedPassage]] = {}
        witnesses = tuple(witnesses)
        self.printed = frozenset(line.n for witness in witnesses for line in witness.lines)
        for resolved in _passages(witnesses):
            passage = resolved.passage
            self.ids[full_id(resolved.witness.source.id, passage.id)] = resolved
            for line in range(passage.line, passage.last_line + 1):
                self._lines.setdefault(line, []).append(resolved)

    def on_line(self, line: int) -> tuple[ResolvedPassage, ...]:
        """The passages on a line."""
        return tuple(self._lines.get(line, ()))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in order."""
        return tuple(resolved.passage for resolved in self.ids.values())


def full_id(source: str, passage: str) -> str:
    """A passage's id with its source as prefix, whether or not the id already has it.

    >>> full_id("000", "t2p1"), full_id("003", "003-s2p1")
    ('000-t2p1', '003-s2p1')
    """
    prefix = f"{source}-"
    return passage if passage.startswith(prefix) else prefix + passage


def _passages(witnesses: Iterable[Witness]) -> Iterator[ResolvedPassage]:
    for witness in witnesses:
        for part in witness.parts:
            for passage in part.passages:
                yield ResolvedPassage(witness, part, passage)
