"""What our own layer of the search loads beside Pagefind's index.

`layer.json` is read first and stays small: how many records there are, in which parts, what
editors hold to be the same.  Words come in files cut by the alphabet, since a query needs those of
its own letters only, each with the number of records that hold it and, where not all parts of the
index do, which ones; so a rare word costs no more than the parts it is in.  Facets, for filters and
their counts, come with their part of the index.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .search_records import Record
from .search_text import Tokens, tokens

WORDS_PER_FILE = 1000
_CUT = 2
"""Words that share their first two letters stay in one file."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a record by where they stand; Pagefind gives each place its weight."""

    title: tuple[str, ...]
    text: tuple[str, ...]
    extra: tuple[str, ...]
    context: tuple[str, ...]

    def all(self) -> set[str]:
        return {*self.title, *self.text, *self.extra, *self.context}


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the index: some briefings, all newer than those of the next part."""

    name: str
    records: int
    years: tuple[str, ...]


class Vocabulary:
    """Every word with the number of records that hold it and the parts they are in."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.parts: dict[str, int] = {}

    def add(self, part: int, records: Iterable[Words]) -> None:
        """Counts the words of one part's records."""
        here = Counter(word for words in records for word in words.all())
        self.counts.update(here)
        for word in here:
            self.parts[word] = self.parts.get(word, 0) | 1 << part


def words_of(record: Record) -> Words:
    """A record cut into tokens."""
    title = [tokens(name) for name in (record.title, *record.names) if name]
    text = record.tokens
    return Words(
        title=_plain(title),
        text=text.plain,
        extra=tuple(dict.fromkeys((*text.extra, *(word for part in title for word in part.extra)))),
        context=_plain(tokens(part) for part in record.context),
    )


def _plain(parts: Iterable[Tokens]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.plain)


def write_layer(
    folder: Path,
    shards: Sequence[Shard],
    vocabulary: Vocabulary,
    same: Sequence[Sequence[str]],
) -> None:
    """`layer.json` and the word files."""
    files = _word_files(vocabulary, len(shards))
    for name, lines in files:
        (folder / name).write_text("".join(lines), encoding="utf-8")
    _dump(
        folder / "layer.json",
        {
            "records": sum(shard.records for shard in shards),
            "shards": [
                {"name": shard.name, "records": shard.records, "years": shard.years}
                for shard in shards
            ],
            "words": [[lines[0].split(" ")[0], name] for name, lines in files],
            "synonyms": [list(group) for group in same],
        },
    )


def write_facets(folder: Path, records: Sequence[Record], ids: Sequence[str]) -> None:
    """The facets of one part, in the order of its records; `ids` are Pagefind's."""
    _dump(folder / "facets.json", _facets(records, ids))


def _word_files(vocabulary: Vocabulary, shards: int) -> list[tuple[str, list[str]]]:
    """The words cut by the alphabet; the parts of a word are told where it is not in all."""
    everywhere = (1 << shards) - 1
    files: list[tuple[str, list[str]]] = []
    for word in sorted(vocabulary.counts):
        full = files and len(files[-1][1]) >= WORDS_PER_FILE
        if not files or (full and not files[-1][1][-1].startswith(word[:_CUT])):
            files.append((f"words-{len(files)}.txt", []))
        parts = vocabulary.parts[word]
        where = f" {parts:x}" if parts != everywhere else ""
        files[-1][1].append(f"{word} {vocabulary.counts[word]}{where}\n")
    return files


def _facets(records: Sequence[Record], ids: Sequence[str]) -> dict[str, object]:
    """For each facet its values and, in the order of `ids`, which of them each record has."""
    by_facet: dict[str, list[list[list[str]]]] = {
        "kind": [[[record.kind]] for record in records],
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
            [[*record.briefing, record.date or ""]] if record.briefing else []
            for record in records
        ],
        "year": [[[record.year]] if record.year else [] for record in records],
        "topic": [[list(topic) for topic in record.topics] for record in records],
        "holds": [[[what] for what in record.holds] for record in records],
    }  # fmt: skip
    made: dict[str, object] = {}
    for facet, columns in by_facet.items():
        values: dict[str, list[str]] = {}
        for column in columns:
            for value in column:
                key = value[1] if len(value) > 1 else value[0]
                known = values.setdefault(key, value)
                if len(value) > len(known):
                    values[key] = value
        order = {key: n for n, key in enumerate(values)}
        of = [[order[v[1] if len(v) > 1 else v[0]] for v in column] for column in columns]
        made[facet] = {
            "values": list(values.values()),
            "of": [n[0] if len(n) == 1 else n or -1 for n in of],
        }
    return {"ids": " ".join(id_.rpartition("_")[2] for id_ in ids), "facets": made}


def _dump(path: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
