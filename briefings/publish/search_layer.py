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
    """A part of the index: the records of some briefings, all newer than those of the next."""

    name: str
    records: tuple[Record, ...]
    words: tuple[Words, ...]

    @property
    def years(self) -> tuple[str, ...]:
        return tuple(sorted({record.year for record in self.records if record.year}))


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
    ids: Sequence[Sequence[str]],
    synonyms: Sequence[Sequence[str]],
) -> None:
    """`layer.json`, the word files, and the facets of each part; `ids` are Pagefind's."""
    files = _word_files(shards)
    for name, lines in files:
        (folder / name).write_text("".join(lines), encoding="utf-8")
    for shard, its in zip(shards, ids, strict=True):
        _dump(folder / shard.name / "facets.json", _facets(shard.records, its))
    _dump(
        folder / "layer.json",
        {
            "records": sum(len(shard.records) for shard in shards),
            "shards": [
                {"name": shard.name, "records": len(shard.records), "years": shard.years}
                for shard in shards
            ],
            "words": [[lines[0].split(" ")[0], name] for name, lines in files],
            "synonyms": [list(group) for group in synonyms],
        },
    )


def _word_files(shards: Sequence[Shard]) -> list[tuple[str, list[str]]]:
    """Each word with the number of records that hold it and the parts they are in."""
    counts: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for n, shard in enumerate(shards):
        here: Counter[str] = Counter()
        for words in shard.words:
            here.update(words.all())
        counts.update(here)
        parts.update(dict.fromkeys(here, 1 << n))
    everywhere = (1 << len(shards)) - 1
    files: list[tuple[str, list[str]]] = []
    for word in sorted(counts):
        full = files and len(files[-1][1]) >= WORDS_PER_FILE
        if not files or (full and not files[-1][1][-1].startswith(word[:_CUT])):
            files.append((f"words-{len(files)}.txt", []))
        where = f" {parts[word]:x}" if parts[word] != everywhere else ""
        files[-1][1].append(f"{word} {counts[word]}{where}\n")
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
