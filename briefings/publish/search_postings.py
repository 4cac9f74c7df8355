"""Posting lists: the positions of each word of a part, in blocks that are fetched separately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .search_words import Words

BYTES_PER_BLOCK = 8_000
"""Uncompressed size of a block in bytes; a query fetches one block for each of its words."""


@dataclass(slots=True)
class Posting:
    """The positions of a word as numbers, the number of records that contain it, and the last of
    them.
    """

    numbers: list[int] = field(default_factory=list)
    records: int = 0
    last: int = -1


def postings_of(words: Sequence[Words]) -> dict[str, Posting]:
    """The posting list of each word, as numbers.

    For each record these are: its distance from the previous record (starting from -1), the number
    of positions, the first position, and the distance of each further position from the previous
    one.
    """
    postings: dict[str, Posting] = {}
    for n, zones in enumerate(words):
        places: dict[str, list[int]] = {}
        place = 0
        for zone in (zones.title, zones.text, zones.extra, zones.context):
            for word in zone:
                places.setdefault(word, []).append(place)
                place += 1
            place += 1
        for word, at in places.items():
            posting = postings.get(word)
            if posting is None:
                posting = postings[word] = Posting()
            posting.numbers += (n - posting.last, len(at), at[0])
            if len(at) > 1:
                posting.numbers += (after - before for before, after in pairwise(at))
            posting.records += 1
            posting.last = n
    return postings


def word_blocks(
    postings: dict[str, Posting],
) -> tuple[list[str], list[bytes]]:
    """The first word of each block, and the blocks.

    A block has a line for each word with the size of its numbers, an empty line, and the numbers of
    all its words one after another.
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
    """Numbers as groups of seven bits, the lowest first; only the last byte of each is below 128
    (LEB128).

    >>> list(variable_length([5, 300]))
    [5, 172, 2]
    """
    if max(numbers, default=0) < 128:
        return bytes(numbers)
    encoded = bytearray()
    for number in numbers:
        while number > 127:
            encoded.append(number & 127 | 128)
            number >>= 7
        encoded.append(number)
    return bytes(encoded)
