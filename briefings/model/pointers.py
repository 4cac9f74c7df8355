"""How editors point at a passage, and the passages that a pointer leads to.

A pointer is a source and a line (`000:57`) or a full passage id, which carries its source
(`000-t2p1`) also where the published id of a primary text stands alone (`t2p1`).  A source's
lines never change, so the first form holds before any id is settled and after it has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .text import Passage, Section, Turn, Witness

_LINE = re.compile(r"^(?P<source>.+):(?P<line>[0-9]+)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A passage with what it stands in."""

    witness: Witness
    part: Turn | Section
    passage: Passage


class Pointers:
    """Looks pointers up in the witnesses of a corpus."""

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self._ids: dict[str, Found] = {}
        self._lines: dict[tuple[str, int], list[Found]] = {}
        for found in _passages(witnesses):
            source, passage = found.witness.source.id, found.passage
            self._ids[full_id(source, passage.id)] = found
            for line in range(passage.line, passage.last_line + 1):
                self._lines.setdefault((source, line), []).append(found)

    def find(self, pointer: str) -> tuple[Found, ...]:
        """What it leads to: nothing, one passage, or several where they share a line."""
        line = _LINE.match(pointer)
        if line:
            return tuple(self._lines.get((line["source"], int(line["line"])), ()))
        found = self._ids.get(pointer)
        return (found,) if found else ()

    def ids(self) -> tuple[str, ...]:
        """All full passage ids."""
        return tuple(self._ids)


def full_id(source: str, passage: str) -> str:
    """A passage's id with its source, whether or not the id carries it already.

    >>> full_id("000", "t2p1"), full_id("003", "003-s2p1")
    ('000-t2p1', '003-s2p1')
    """
    prefix = f"{source}-"
    return passage if passage.startswith(prefix) else prefix + passage


def _passages(witnesses: Iterable[Witness]) -> Iterator[Found]:
    for witness in witnesses:
        parts: tuple[Turn | Section, ...] = (*witness.turns, *witness.sections)
        for part in parts:
            for passage in part.passages:
                yield Found(witness, part, passage)
