"""A table of which parts contain two adjacent words, to rule out phrases that occur nowhere.

Each pair of adjacent words is identified by a 32-bit number. The table is a Bloom filter with a
single hash function: it has a row for each value of a number's last bits, and in each row a bit for
each part, set if a pair of the part falls into the row. A bit that is not set is therefore certain,
and one that is set nearly so. A browser requests the few bytes of a row (HTTP range request), and
does without the table if a server does not support ranges.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from .search_words import Words

PAIRS = "pairs.bin"
PARTS_AT_LEAST = 4
"""With fewer parts, searching them costs no more than looking in the table first."""
_ROWS_A_PAIR = 8
"""Rows per pair of the largest part: one in this many rows has a bit set by chance."""


def pair_number(word: str, following: str) -> int:
    """The number of two adjacent words; `docs/assets/search/pairs.js` computes the same.

    >>> pair_number("telecom", "fraud")
    2951136313
    """
    return zlib.crc32(f"{word} {following}".encode())


def write_pairs(path: Path, words: Iterable[Words]) -> None:
    """Writes the numbers of all pairs in titles and texts of a part, in ascending order."""
    numbers = {
        pair_number(word, following)
        for zones in words
        for zone in (zones.title, zones.text)
        for word, following in pairwise(zone)
    }
    path.write_bytes(b"".join(number.to_bytes(4, "little") for number in sorted(numbers)))


def write_table(folder: Path, parts: Sequence[Path]) -> dict[str, object] | None:
    """Writes the table for some parts, given the files by `write_pairs`; returns its name and rows.

    Returns None if there are too few parts for it to help.
    """
    if len(parts) < PARTS_AT_LEAST:
        return None
    largest = max(path.stat().st_size // 4 for path in parts)
    rows = 1 << (_ROWS_A_PAIR * max(largest, 1) - 1).bit_length()
    width = (len(parts) + 7) // 8
    table = bytearray(rows * width)
    for number, path in enumerate(parts):
        byte, bit = number // 8, 1 << number % 8
        for pair in _numbers(path):
            table[(pair & rows - 1) * width + byte] |= bit
    name = f"pairs-{hashlib.sha256(table).hexdigest()[:12]}.pack"
    (folder / name).write_bytes(table)
    return {"file": name, "rows": rows}


def _numbers(path: Path) -> Iterable[int]:
    data = path.read_bytes()
    numbers = array("I" if array("I").itemsize == 4 else "L")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
