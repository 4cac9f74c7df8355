"""Covers a quotation with words from several places: the longest runs, wherever they occur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .alignment import Run, is_piece
from .passages import Passage
from .rules import rules
from .tokens import Token

_ROW = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words and the passage that contains it."""

    passage: Passage
    run: Run

    @property
    def sentence(self) -> int:
        return self.passage.sentences[self.run.there]


def cover(given: Sequence[Token], passages: Sequence[Passage]) -> list[Piece]:
    """Runs of words that together cover most of what was given, in its order.

    The longest run is chosen first, then the longest in the remainder on each side. Of runs of
    equal length, the first in the given words is chosen, then the first in the order of the
    passages.
    """
    keys = [token.key for token in given]
    runs = _rows(keys, passages)
    chosen: list[Piece] = []
    spans: list[tuple[int, int]] = [(0, len(keys))]
    while spans and len(chosen) < rules().limits.pieces:
        best: tuple[tuple[int, int, int, int], Piece, tuple[int, int]] | None = None
        for span in spans:
            for n, piece in runs:
                run = _within(piece.run, span)
                if run is None or not is_piece(keys[run.given : run.given + run.length]):
                    continue
                order = (-run.length, run.given, n, run.there)
                if best is None or order < best[0]:
                    best = (order, Piece(piece.passage, run), span)
        if best is None:
            break
        _, piece, span = best
        chosen.append(piece)
        spans.remove(span)
        end = piece.run.given + piece.run.length
        spans += [(a, b) for a, b in ((span[0], piece.run.given), (end, span[1])) if a < b]
    return sorted(chosen, key=lambda piece: piece.run.given)


def _within(run: Run, span: tuple[int, int]) -> Run | None:
    start, end = max(run.given, span[0]), min(run.given + run.length, span[1])
    if start >= end:
        return None
    return Run(start, run.there + start - run.given, end - start)


def _rows(keys: Sequence[str], passages: Sequence[Passage]) -> list[tuple[int, Piece]]:
    """Every run of four words or more that occurs in a passage and cannot be extended there."""
    pieces = []
    rows = [keys[n : n + _ROW] for n in range(len(keys) - _ROW + 1)]
    for n, passage in enumerate(passages):
        seen: set[tuple[int, int]] = set()
        for given, row in enumerate(rows):
            for there in passage.runs(row):
                if (given, there) in seen:
                    continue
                length = _ROW
                while (
                    given + length < len(keys)
                    and there + length < len(passage.keys)
                    and keys[given + length] == passage.keys[there + length]
                ):
                    length += 1
                seen.update((given + k, there + k) for k in range(length))
                pieces.append((n, Piece(passage, Run(given, there, length))))
    return pieces
