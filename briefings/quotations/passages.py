"""The texts that quotations are compared with: blocks of passages, as in the published index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .tokens import Token, tokens

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Origin:
    """The text that a passage belongs to, and its event, as recorded in a block."""

    briefing: str
    title: str
    date: str | None
    source: str
    text: Mapping[str, Any]

    @property
    def rank(self) -> tuple[bool, bool, str, str, str]:
        """A sort key for texts: primary texts first, then those not written by a machine, then by
        date.
        """
        return (
            not self.text["primary"],
            bool(self.text["by_machine"]),
            self.date or "9999",
            self.briefing,
            self.source,
        )


class Passage:
    """A passage with its tokens and sentences; `n` counts the passages of its text from 0."""

    def __init__(self, origin: Origin, record: Mapping[str, Any]) -> None:
        self.origin = origin
        self.id: str = record["passage"]
        self.line: int = record["line"]
        self.n: int = record["n"]
        self.text: str = record["text"]
        self.speaker: Mapping[str, Any] | None = record["speaker"]
        self.quoted: Sequence[Mapping[str, Any]] = record.get("quoted", ())
        self.spans: Sequence[Span] = [(start, end) for start, end in record["sentences"]]

    @cached_property
    def tokens(self) -> list[Token]:
        return tokens(self.text)

    @cached_property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]

    @cached_property
    def line_of_keys(self) -> str:
        """The keys separated and surrounded by spaces, for finding several in a row."""
        return f" {' '.join(self.keys)} "

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence that each token belongs to."""
        starts = [start for start, _ in self.spans]
        return [max(0, bisect_right(starts, token.start) - 1) for token in self.tokens]

    @property
    def rank(self) -> tuple[Any, ...]:
        return (*self.origin.rank, self.n)

    def runs(self, keys: Sequence[str]) -> Iterator[int]:
        """Each place where these keys occur in a row, as the index of its first token."""
        line, wanted = self.line_of_keys, f" {' '.join(keys)} "
        position = line.find(wanted)
        while position >= 0:
            yield line.count(" ", 0, position)
            position = line.find(wanted, position + 1)


def passages_of(block: Mapping[str, Any]) -> list[Passage]:
    """The passages in a block."""
    origin = Origin(
        block["briefing"], block["title"], block["date"], block["source"], block["text"]
    )
    return [Passage(origin, record) for record in block["passages"]]


def ranked(passages: Iterable[Passage]) -> list[Passage]:
    """The passages in the order in which they are searched and shown."""
    return sorted(passages, key=lambda passage: passage.rank)
