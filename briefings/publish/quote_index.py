"""The published index of quotations: the numbers by which passages are found, and the passages, in
small blocks.

`architecture/quotations.md` specifies the files. A segment is made again if one of its briefings
has changed. Its bytes depend only on its own briefings, so that a new year does not change older
segments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from itertools import pairwise

from briefings.engine.keys import key_of
from briefings.engine.store import Store
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.quotations import rules
from briefings.quotations.blocks import Share, unpacked
from briefings.quotations.chinese import known_names
from briefings.quotations.corpus import MOST, Shares, segments_of

from . import data
from .data import DataFile, described, schema_path
from .gzipped import compress
from .json_text import json_pieces
from .records import Data
from .shapes import SCHEMA_VERSION, many, record, record_schema, text, whole

FOLDER = "quote-index"
NAME = "Index of quotations"
_LINES = 80
"""A block of numbers has this many, or up to twice as many: some 600 bytes."""
_MOST_BITS = 16

_PACK = record(
    "A file of blocks, each a gzip member.",
    {
        "file": text("Name of the file, in the same folder."),
        "digest": text("First 12 digits of its SHA-256 sum."),
        "sizes": many("Bytes of each block, in order.", whole("Bytes.")),
    },
)
SEGMENT = record(
    "The briefings of some years.",
    {
        "name": text("The year, the decade, or undated."),
        "briefings": whole("How many briefings are in it."),
        "bits": whole("So many bits of a number say in which block of keys it is."),
        "keys": _PACK,
        "texts": _PACK,
    },
)
INDEX = record(
    "Where quotations are looked up: numbers (CRC-32) of words, of three words in a row and of "
    "sentences lead to blocks of passages. Words and limits stand in quote-index/rules.json, "
    "Chinese names in quote-index/chinese.json; architecture/quotations.md in the repository "
    "describes the files, and how words are compared.",
    {"segments": many("Those without a year, then the oldest first.", SEGMENT)},
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The positions of the blocks in a file, and the file's SHA-256 checksum."""

    sizes: tuple[int, ...]
    sha256: str


class Segment:
    """The files of a segment, made on demand."""

    def __init__(self, shares: Callable[[], Iterator[Share]]) -> None:
        self._shares = shares

    @cached_property
    def _made(self) -> tuple[list[bytes], list[bytes], int]:
        texts: list[bytes] = []
        blocks: dict[int, list[int]] = {}
        for share in self._shares():
            for text_, keys in zip(share.blocks, share.keys, strict=True):
                for key in unpacked(keys):
                    blocks.setdefault(key, []).append(len(texts))
                texts.append(compress(text_.encode("utf-8", "surrogatepass")))
        bits = min(_MOST_BITS, (len(blocks) // _LINES).bit_length())
        return [compress(block.encode()) for block in key_blocks(blocks, bits)], texts, bits

    @property
    def bits(self) -> int:
        """The number of leading bits of a number that select its block."""
        return self._made[2]

    @property
    def keys(self) -> list[bytes]:
        """The blocks of numbers."""
        return self._made[0]

    @property
    def texts(self) -> list[bytes]:
        """The blocks of passages."""
        return self._made[1]

    def layouts(self, _: Problems | None = None) -> tuple[int, Layout, Layout]:
        """The number of bits, and the layouts of both files."""
        return self.bits, _layout(self.keys), _layout(self.texts)


def _layout(blocks: Sequence[bytes]) -> Layout:
    return Layout(tuple(map(len, blocks)), sha256(b"".join(blocks)).hexdigest())


def key_blocks(blocks: Mapping[int, Sequence[int]], bits: int) -> list[str]:
    """Numbers with the blocks that contain them, grouped by their first `bits` bits.

    >>> key_blocks({0x00010000: [3], 0x0001ffff: [4], 0xfffe0000: [0, 5, 7]}, 1)
    ['00010000 3\\n0001ffff 4\\n', '7ffe0000 0 5 2\\n']
    """
    digits = -(-(32 - bits) // 4)
    grouped: list[list[str]] = [[] for _ in range(1 << bits)]
    for number in sorted(blocks):
        listed = blocks[number]
        steps = [listed[0], *(b - a for a, b in pairwise(listed[:MOST]))]
        total = f" *{len(listed)}" if len(listed) > MOST else ""
        block, low_bits = divmod(number, 1 << (32 - bits))
        grouped[block].append(f"{low_bits:0{digits}x} {' '.join(map(str, steps))}{total}\n")
    return ["".join(lines) for lines in grouped]


def quote_files(corpus: Corpus, store: Store) -> Iterator[DataFile]:
    """The files of the index; layouts of segments are cached in the store."""
    shares = Shares(corpus, store)
    segments: list[Data] = []
    for name, briefings in segments_of(corpus.briefings):
        key = shares.key(briefings) and key_of("quote-index", shares.key(briefings))
        segment = Segment(partial(shares.of, briefings))
        if key:
            bits, *layouts = store.cached(key, segment.layouts, Problems())
        else:
            bits, *layouts = segment.layouts(Problems())
        record_ = segment_data(name, len(briefings), bits, *layouts)
        for kind in ("keys", "texts"):
            yield _pack(record_[kind]["file"], key, kind, segment)
        segments.append(record_)
    yield _json("index", NAME, {"segments": segments})
    yield _json("rules", "Words and limits that quotations are checked by", rules.published())
    names = {"chinese": known_names(corpus)}
    yield _json("chinese", "Chinese names, and what they name", names)
    shape = record_schema(FOLDER, NAME, INDEX)
    yield DataFile(schema_path(FOLDER), FOLDER, lambda: json_pieces(shape))


def segment_data(name: str, briefings: int, bits: int, keys: Layout, texts: Layout) -> Data:
    """The record of a segment in `index.json`."""
    record_: Data = {"name": name, "briefings": briefings, "bits": bits}
    for kind, layout in (("keys", keys), ("texts", texts)):
        file, digest = f"{name}.{kind}.pack", layout.sha256[:12]
        record_[kind] = {"file": file, "digest": digest, "sizes": list(layout.sizes)}
    return record_


def _pack(file: str, key: str | None, kind: str, segment: Segment) -> DataFile:
    path, name = f"{FOLDER}/{file}", f"{FOLDER}-{file.removesuffix('.pack').replace('.', '-')}"
    title = f"{NAME}: {'numbers' if kind == 'keys' else 'passages'}"
    entry = described(path, name, title, "application/gzip")
    return DataFile(path, key, lambda: getattr(segment, kind), entry)


def _json(stem: str, title: str, content: Data) -> DataFile:
    path = f"{FOLDER}/{stem}.json"
    name = FOLDER if stem == "index" else f"{FOLDER}-{stem}"
    entry = described(path, name, title, "application/json")
    if stem == "index":
        entry |= {"description": INDEX["description"], "jsonSchema": schema_path(FOLDER)}
    document = {"schema_version": SCHEMA_VERSION, **content}
    return DataFile(path, None, lambda: json_pieces(document), entry)


def field_table() -> Data:
    """The description of the index on the Data page."""
    also = [f"{FOLDER}/{stem}.json" for stem in ("rules", "chinese")]
    return data.field_table(f"{FOLDER}/index.json", NAME, INDEX["description"], also, FOLDER, INDEX)
