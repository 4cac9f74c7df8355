"""Reads the published index of quotations as `architecture/quotations.md` describes it.

Written from that page, as somebody would who builds on the data; it counts what it fetches.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from briefings.quotations.answers import Texts
from briefings.quotations.candidates import (
    Listed,
    blocks_with_numbers,
    blocks_with_rows,
    blocks_with_words,
)
from briefings.quotations.chinese import chinese_in
from briefings.quotations.passages import Passage, passages_of

Read = Callable[[str], bytes]


class PublishedIndex:
    """The index below `quote-index/`; `read` gives the bytes of a file in it.

    `fetched` are the blocks that were asked for since it was emptied: file, number, bytes.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._segments: list[dict[str, Any]] = json.loads(read("index.json"))["segments"]
        self._files: dict[str, bytes] = {}
        self._names: list[dict[str, str]] = json.loads(read("chinese.json"))["chinese"]
        sizes = [len(one["texts"]["sizes"]) for one in self._segments]
        self._first = [0, *accumulate(sizes)]
        self.fetched: set[tuple[str, int, int]] = set()

    def texts(self, most: int) -> Texts:
        """Where quotations are looked for, with so many blocks of texts for each at most."""

        def rows(pieces: Sequence[Sequence[str]]) -> list[Passage]:
            return self._passages(blocks_with_rows(pieces, self.look, most))

        def words(pieces: Sequence[Sequence[str]]) -> list[Passage]:
            return self._passages(blocks_with_words(pieces, self.look, most))

        def numbers(pieces: Sequence[Sequence[str]]) -> list[Passage]:
            return self._passages(blocks_with_numbers(pieces, self.look))

        return Texts(rows, words, numbers, lambda text: chinese_in(text, self._names))

    def look(self, number: int) -> Listed:
        """The blocks that have a number."""
        found: list[int] = []
        count = 0
        for segment, first in zip(self._segments, self._first, strict=False):
            left = 32 - segment["bits"]
            block, bits = divmod(number, 1 << left)
            rest = f"{bits:0{-(-left // 4)}x}"
            lines = self._block(segment["keys"], block).splitlines()
            for line in lines:
                key, *steps = line.split(" ")
                if key != rest:
                    continue
                more = int(steps.pop()[1:]) if steps[-1].startswith("*") else len(steps)
                count += more
                found += [first + at for at in accumulate(map(int, steps))]
        return Listed(found, count)

    def _passages(self, blocks: Sequence[int]) -> list[Passage]:
        found: list[Passage] = []
        for block in blocks:
            n = max(n for n, first in enumerate(self._first[:-1]) if first <= block)
            text = self._block(self._segments[n]["texts"], block - self._first[n])
            found += passages_of(json.loads(text))
        return found

    def _block(self, pack: dict[str, Any], number: int) -> str:
        file, sizes = pack["file"], pack["sizes"]
        if file not in self._files:
            self._files[file] = self._read(file)
        start = sum(sizes[:number])
        packed = self._files[file][start : start + sizes[number]]
        self.fetched.add((file, number, len(packed)))
        return gzip.decompress(packed).decode()
