"""Selects the blocks of passages that may contain some words: those that have most of their
numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .keys import ROW, asked_words, number, picks, row_key, sentence_key
from .rules import rules


@dataclass(frozen=True, slots=True)
class Listed:
    """The blocks that have a number, in ascending order: the older a text, the lower its block.

    `count` is the total number of such blocks if not all are listed.
    """

    blocks: Sequence[int]
    count: int


Look = Callable[[int], Listed]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The blocks that have a number, and how significant the number is."""

    blocks: frozenset[int]
    worth: int


def blocks_with_rows(
    pieces: Sequence[Sequence[str]], look: Look, most: int | None = None
) -> list[int]:
    """Blocks that may contain each piece of a quotation, by runs of its words; at most `most` for
    each.
    """
    most = rules().limits.places if most is None else most
    by_piece = [_with_rows(keys, look, most) for keys in pieces]
    # Beyond the first few, only blocks that may contain all pieces are of use.
    all_pieces = set(by_piece[0]).intersection(*by_piece[1:]) if by_piece else set()
    chosen: dict[int, None] = {}
    for blocks in by_piece:
        for n, block in enumerate(blocks):
            if n < rules().limits.blocks or block in all_pieces:
                chosen[block] = None
    return list(chosen)


def _with_rows(keys: Sequence[str], look: Look, most: int) -> list[int]:
    if whole := look(sentence_key(keys)).blocks:
        return list(whole[:most])
    asked = [_asked(look(row_key(keys[start : start + ROW]))) for start in picks(keys)]
    return _chosen(asked, rules().limits.blocks, most)


def blocks_with_words(
    pieces: Sequence[Sequence[str]], look: Look, most: int | None = None
) -> list[int]:
    """The blocks that have most of the most significant words."""
    most = rules().limits.places if most is None else most
    chosen: dict[int, None] = {}
    for keys in pieces:
        asked = [_asked(look(number(word))) for word in asked_words(keys)]
        chosen.update(dict.fromkeys(_chosen(asked, rules().limits.blocks_near, most)))
    return list(chosen)


def blocks_with_numbers(pieces: Sequence[Sequence[str]], look: Look) -> list[int]:
    """Blocks that have the first key of each piece, in order of how many of its other keys they
    have.
    """
    chosen: dict[int, None] = {}
    for key, *words in pieces:
        asked = [_asked(look(number(word))) for word in asked_words(words)]
        worth = {
            block: sum(entry.worth for entry in asked if block in entry.blocks)
            for block in look(number(key)).blocks
        }
        order = sorted(worth, key=lambda block: (-worth[block], block))
        chosen.update(dict.fromkeys(order[: rules().limits.blocks_near]))
    return list(chosen)


def _asked(listed: Listed) -> _Asked:
    return _Asked(frozenset(listed.blocks), max(1, 1024 >> min(10, listed.count.bit_length())))


def _chosen(asked: Sequence[_Asked], first: int, most: int) -> list[int]:
    """The best `first` blocks, each chosen for the value of what the earlier ones lack; if nothing
    is lacking, by its total value.

    Others that have everything that any block has follow, up to `most`. If a number is in no block,
    there are fewer, since the words then occur nowhere in a row.
    """
    total: dict[int, int] = {}
    for entry in asked:
        for block in entry.blocks:
            total[block] = total.get(block, 0) + entry.worth
    order = sorted(total, key=lambda block: (-total[block], block))
    chosen: list[int] = []
    lacking = list(asked)
    while len(chosen) < min(first, most, len(order)):
        left = [block for block in order if block not in chosen]
        worth = {
            block: sum(entry.worth for entry in lacking if block in entry.blocks) for block in left
        }
        best = max(left, key=lambda block: (worth[block], total[block], -block))
        chosen.append(best)
        lacking = [entry for entry in lacking if best not in entry.blocks]
    everything = sum(entry.worth for entry in asked if entry.blocks)
    complete = [block for block in order if total[block] == everything and block not in chosen]
    room = most - len(chosen)
    if not all(entry.blocks for entry in asked):
        room = min(room, rules().limits.blocks_more)
    return [*chosen, *complete[:room]]
