"""Writes the files of one part of the index, which depend only on the part's own records.

Two files are published for a part. Each is a sequence of blocks that are compressed separately, so
that a browser can request only the ranges that it needs (HTTP range requests). `words-*.pack`
begins with the part's head: the positions of all blocks, the length of each record's zones, the
rarity of the words in its names, and the facets for filters and their counts. Its other blocks
list, for each word, the records that contain it and its positions there. `hits-*.pack` has what is
shown with a hit. File names depend on the content, so that browsers can cache the files
indefinitely.

A record is identified by its number in the part. Positions of its words are counted from its title;
between title, text, other forms and context one position is skipped, so that words of different
zones are never adjacent.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from . import gzipped
from .search_pairs import PAIRS, write_pairs
from .search_parts import Part
from .search_postings import postings_of, word_blocks
from .search_record import Card, From, Record
from .search_text import fold
from .search_words import Words, weights_of, words_of

FIGURES_SHOWN = 8
HITS_PER_BLOCK = 4
"""Hits per block; neighbouring hits have much in common and compress well together."""
VOCABULARY = "vocabulary.txt"
_FOR_MERGE = (VOCABULARY, PAIRS)
_DESCRIPTION = "part.json"


@dataclass(frozen=True, slots=True)
class Indexed:
    """An indexed part: `files` are published, `file` begins with `head` bytes of its head.

    `dates` are the first and last day of its briefings, if known; `words` is the number of words in
    all its texts; `size` is that of `file` in bytes. `folder` also has the vocabulary and the word
    pairs, for `merge`.
    """

    folder: Path
    name: str
    years: tuple[str, ...]
    dates: tuple[str, ...]
    records: int
    words: int
    file: str
    head: int
    size: int
    files: tuple[str, ...]


def index_part(part: Part, folder: Path, key: str) -> Indexed:
    """Writes the files of a part into an empty or missing folder, with what `read_part` needs.

    The same part gives the same bytes in any process. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = part.records()
    words = [words_of(record) for record in records]
    postings = postings_of(words)
    firsts, blocks = word_blocks(postings)
    packed = [gzipped.compress(block) for block in blocks]
    hits = [gzipped.compress(block) for block in _hit_blocks(records)]
    hit_file = _write(folder, "hits", hits)
    head = gzipped.compress(_json({
        "zones": _zones(records, words),
        "facets": _facets(records),
        "names": weights_of(records, {word: posting.records for word, posting in postings.items()}),
        "words": {"sizes": [*map(len, packed)], "firsts": firsts},
        "hits": {"file": hit_file, "sizes": [*map(len, hits)], "each": HITS_PER_BLOCK},
    }))  # fmt: skip
    file = _write(folder, "words", [head, *packed])
    write_pairs(folder / PAIRS, words)
    lines = (f"{word} {postings[word].records}\n" for word in sorted(postings))
    (folder / VOCABULARY).write_text("".join(lines), encoding="utf-8")
    length = sum(len(zones.text) + 1 for zones in words)
    indexed = Indexed(
        folder, part.name, part.years, _dates(records), len(records), length, file, len(head),
        len(head) + sum(map(len, packed)), (file, hit_file),
    )  # fmt: skip
    description = {**asdict(indexed), "folder": None, "key": key}
    for name in _FOR_MERGE:
        description[name] = _digest((folder / name).read_bytes())
    (folder / _DESCRIPTION).write_text(json.dumps(description) + "\n", encoding="utf-8")
    return indexed


def _dates(records: Sequence[Record]) -> tuple[str, ...]:
    dates = {record.date for record in records if record.date and record.year}
    return (min(dates), max(dates)) if dates else ()


def read_part(folder: Path, key: str) -> Indexed | None:
    """The part that `index_part` wrote with this key; None if it is missing or incomplete."""
    try:
        description = json.loads((folder / _DESCRIPTION).read_text("utf-8"))
        if description.pop("key") != key:
            return None
        for name in _FOR_MERGE:
            if description.pop(name) != _digest((folder / name).read_bytes()):
                return None
        lists = {name: tuple(description[name]) for name in ("years", "dates", "files")}
        indexed = Indexed(**{**description, **lists, "folder": folder})
        for name in indexed.files:
            if _digest((folder / name).read_bytes()) not in name:
                return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return indexed


def read_head(part: Indexed) -> object:
    """The content of a part's head."""
    with (part.folder / part.file).open("rb") as file:
        return json.loads(gzip.decompress(file.read(part.head)))


def _write(folder: Path, kind: str, blocks: Sequence[bytes]) -> str:
    """Writes blocks one after another; returns the file's name."""
    data = b"".join(blocks)
    name = f"{kind}-{_digest(data)}.pack"
    (folder / name).write_bytes(data)
    return name


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _hit_blocks(records: Sequence[Record]) -> Iterable[bytes]:
    for start in range(0, len(records), HITS_PER_BLOCK):
        yield _json([_shown(record) for record in records[start : start + HITS_PER_BLOCK]])


def _shown(record: Record) -> dict[str, object]:
    """The data needed to show a hit, without empty values."""
    shown: dict[str, object] = {
        "url": record.url,
        "kind": record.kind,
        "text": record.text,
        "title": record.title,
        "names": record.names,
        "briefing": record.briefing,
        "date": record.date,
        "speakers": record.speakers,
        "role": record.role,
        "outlet": record.outlet,
        "figures": record.figures[:FIGURES_SHOWN],
        "counted": [astuple(counted) for counted in record.counted],
        "also": record.also,
        "from": _text(record.of) if record.of else None,
        "card": _card(record.card) if record.card else None,
    }
    return {key: value for key, value in shown.items() if value}


def _text(of: From) -> list[object]:
    """A text as shown with a hit: name, page and quality, whether its wording is a machine's, and
    whether it is an article.
    """
    return [of.name, of.url, of.quality, int(of.by_machine), int(of.reports)]


def _card(card: Card) -> dict[str, object]:
    return {
        "kind": card.kind,
        "unit": card.unit,
        "names": card.names,
        "of": card.of,
        "statements": [
            {
                **{key: value for key, value in asdict(statement).items() if value},
                "of": _text(statement.of),
                "against": [[value, _text(of), url] for value, of, url in statement.against],
            }
            for statement in card.statements
        ],
    }


def _zones(records: Sequence[Record], words: Sequence[Words]) -> dict[str, object]:
    """The number of words in each zone of each record, and which records are asides, come from a
    text that is not primary, or repeat what others say.
    """
    return {
        "title": [len(zones.title) for zones in words],
        "text": [len(zones.text) for zones in words],
        "extra": [len(zones.extra) for zones in words],
        "aside": [n for n, record in enumerate(records) if record.aside],
        "secondary": [n for n, record in enumerate(records) if record.of and not record.of.primary],
        "retells": _retells(records),
    }


def _retells(records: Sequence[Record]) -> list[list[int]]:
    """For each record that repeats others of the part from a fuller text: its number and theirs."""
    numbers = {
        url: n
        for n, record in enumerate(records)
        for url in (record.url, *dict(record.also).values())
    }
    numbered = (
        [n, *_numbers(record, numbers)] for n, record in enumerate(records) if record.retells
    )
    return [row for row in numbered if len(row) > 1]


def _numbers(record: Record, numbers: Mapping[str, int]) -> list[int]:
    return sorted({numbers[url] for url in record.retells if url in numbers})


def _facets(records: Sequence[Record]) -> dict[str, object]:
    """The values of each facet and, in the order of the records, which of them each record has."""
    by_facet: dict[str, list[list[list[str]]]] = {
        "kind": [[[kind] for kind in (record.kind, *record.kinds)] for record in records],
        "speaker": [
            [[name, id_, *(record.names if record.kind == "speaker" else ())]
             for name, id_ in record.speakers]
            for record in records
        ],
        "outlet": [
            [[*record.outlet, *(record.names if record.kind == "outlet-page" else ())]]
            if record.outlet else []
            for record in records
        ],
        "briefing": [
            [[*record.briefing, record.date or "", *([record.host] if record.host else [])]]
            if record.briefing else []
            for record in records
        ],
        "year": [[[record.year]] if record.year else [] for record in records],
        "topic": [[list(topic) for topic in record.topics] for record in records],
        "holds": [[[holding] for holding in record.holds] for record in records],
    }  # fmt: skip
    facets: dict[str, object] = {}
    for facet, columns in by_facet.items():
        values: dict[str, list[str]] = {}
        for column in columns:
            for value in column:
                known = values.setdefault(_key(value), value)
                if len(value) > len(known):
                    values[_key(value)] = value
        order = {key: n for n, key in enumerate(values)}
        of = [[order[_key(value)] for value in column] for column in columns]
        facets[facet] = {
            "values": [_short(value) for value in values.values()],
            "of": [n[0] if len(n) == 1 else n or -1 for n in of],
        }
    return facets


def _key(value: Sequence[str]) -> str:
    return value[1] if len(value) > 1 else value[0]


def _short(value: Sequence[str]) -> list[str | int]:
    """A value of a facet, with 0 for an id that can be derived from its name (`part.js` has the
    same rule).
    """
    if len(value) < 2:
        return list(value)
    derived = re.sub("[^a-z0-9]+", "-", fold(value[0])).strip("-")
    return [value[0], 0 if value[1] == derived else value[1], *value[2:]]
