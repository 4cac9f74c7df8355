"""For each word of a part the numbers that tell where it stands, in blocks fetched apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .search_words import Words

BYTES_PER_BLOCK = 8_000
"""Before they are compressed: a query fetches a block for each of its words."""


@dataclass(slots=True)
class Posting:
    """Where a word stands, as numbers; how many records hold it, and the last of them."""

    numbers: list[int] = field(default_factory=list)
    records: int = 0
    last: int = -1


def postings_of(words: Sequence[Words]) -> dict[str, Posting]:
    """For each word the numbers that tell where it stands.

    For each record: its distance from the record before (from -1), how many places, the first
    place, and from there on the distance from the place before.
    """
    found: dict[str, Posting] = {}
    for n, its in enumerate(words):
        places: dict[str, list[int]] = {}
        place = 0
        for zone in (its.title, its.text, its.extra, its.context):
            for word in zone:
                places.setdefault(word, []).append(place)
                place += 1
            place += 1
        for word, at in places.items():
            posting = found.get(word)
            if posting is None:
                posting = found[word] = Posting()
            posting.numbers += (n - posting.last, len(at), at[0])
            if len(at) > 1:
                posting.numbers += (there - here for here, there in pairwise(at))
            posting.records += 1
            posting.last = n
    return found


def word_blocks(
    postings: dict[str, Posting],
) -> tuple[list[str], list[bytes]]:
    """The first word of each block, and the blocks.

    A block is a line for each word, with the size of its numbers, an empty line, and the numbers
    of all its words one behind another.
    """
    firsts: list[str] = []
    blocks: list[bytes] = []
    lines: list[str] = []
    bodies: list[bytes] = []
    size = 0
    for word in sorted(postings):
        if size >= BYTES_PER_BLOCK:
            blocks.append(_block(lines, bodies))
            lines, bodies, size = [], [], 0
        if not lines:
            firsts.append(word)
        body = variable_length(postings[word].numbers)
        lines.append(f"{word} {len(body)}\n")
        bodies.append(body)
        size += len(lines[-1]) + len(body)
    if lines:
        blocks.append(_block(lines, bodies))
    return firsts, blocks


def _block(lines: Sequence[str], bodies: Sequence[bytes]) -> bytes:
    return "".join(lines).encode() + b"\n" + b"".join(bodies)


def variable_length(numbers: Sequence[int]) -> bytes:
    """Numbers in groups of seven bits, the lowest first; the last byte of each is below 128.

    >>> list(variable_length([5, 300]))
    [5, 172, 2]
    """
    if max(numbers, default=0) < 128:
        return bytes(numbers)
    made = bytearray()
    for number in numbers:
        while number > 127:
            made.append(number & 127 | 128)
            number >>= 7
        made.append(number)
    return bytes(made)
