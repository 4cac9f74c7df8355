"""Which parts hold two words side by side: so a phrase that is nowhere is known without a look.

The pairs of neighbouring words of each part are known by a number of 32 bits.  A table has a row
for the last bits of these numbers and in each row a bit for each part, set where a pair of the part
falls into the row; so a bit that is not set is certain, and one that is set nearly so.  A browser
asks for the few bytes of a row (HTTP ranges), and does without the table where a server knows no
ranges.
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
"""With fewer parts, looking into them costs no more than asking first."""
_ROWS_A_PAIR = 8
"""Rows for each pair of the part that has most: of so many rows one has a bit set by chance."""


def pair_number(first: str, second: str) -> int:
    """The number of two words side by side; `docs/assets/search/pairs.js` gives the same.

    >>> pair_number("telecom", "fraud")
    2951136313
    """
    return zlib.crc32(f"{first} {second}".encode())


def write_pairs(path: Path, words: Iterable[Words]) -> None:
    """The numbers of all pairs in titles and texts of a part, the smallest first."""
    numbers = {
        pair_number(first, second)
        for its in words
        for zone in (its.title, its.text)
        for first, second in pairwise(zone)
    }
    path.write_bytes(b"".join(number.to_bytes(4, "little") for number in sorted(numbers)))


def write_table(folder: Path, parts: Sequence[Path]) -> dict[str, object] | None:
    """Writes the table of parts, each the file that `write_pairs` left; its name and its rows.

    None where there are so few parts that it would not help.
    """
    if len(parts) < PARTS_AT_LEAST:
        return None
    most = max(path.stat().st_size // 4 for path in parts)
    rows = 1 << (_ROWS_A_PAIR * max(most, 1) - 1).bit_length()
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
