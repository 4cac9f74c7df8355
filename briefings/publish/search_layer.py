"""The few files that all parts of the index share and that change with every source.

`layer.json` is read first. It has the number of records, the parts, the editors' equivalent
wordings, and the heads of the parts that every search needs, so that these are not requested
separately. It also contains the vocabulary if that is small; otherwise the vocabulary is in
alphabetical files, since a query needs only the words with its own first letters. Each word has the
number of records that contain it and its parts, so that a rare word costs only the parts it is in.
The vocabulary and the table of pairs are merged from the files of the parts, one word at a time.
"""

from __future__ import annotations

import hashlib
import heapq
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from ..languages import LANGUAGES
from .search_index import VOCABULARY, Indexed, read_head
from .search_pairs import PAIRS, write_table
from .search_parts import PAGES
from .search_text import fold

LAYER = "layer.json"
WORDS_PER_FILE = 1000
FEW_WORDS = 5000
"""Compressed, this many are no larger than what a slow network transfers in one round trip."""
OPEN_RECORDS = 600
"""`layer.json` has the heads of pages and of the newest parts, up to this many records."""
_CUT = 2
"""Words with the same first two letters are in the same file."""
PARTS_LISTED = 4
"""A word in more parts than this has a bitmap over all parts instead of a list."""


def write_layer(folder: Path, parts: Sequence[Indexed], same: Sequence[Sequence[str]]) -> None:
    """Writes `layer.json` and the word files; `parts` are in the order of `search_parts.parts`.

    `same` are groups of equivalent wordings.
    """
    few, words = _words(folder, parts)
    layer = {
        "records": sum(part.records for part in parts),
        "textWords": sum(part.words for part in parts),
        "parts": [_described(part) for part in parts],
        "vocabulary": few,
        "words": words,
        "pairs": write_table(folder, [part.folder / PAIRS for part in parts]),
        "synonyms": [list(group) for group in same],
        "months": _months(),
        "heads": {str(n): read_head(parts[n]) for n in _always_searched(parts)},
    }
    text = json.dumps(layer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / LAYER).write_text(text + "\n", encoding="utf-8")


def _words(folder: Path, parts: Sequence[Indexed]) -> tuple[str, list[list[str]]]:
    """All words as text if they are few, otherwise the first word and the name of each file."""
    files = list(_word_files(parts))
    if sum(map(len, files)) <= FEW_WORDS:
        return "".join(line for lines in files for line in lines), []
    words = []
    for lines in files:
        data = "".join(lines).encode()
        name = f"words-{hashlib.sha256(data).hexdigest()[:12]}.txt"
        (folder / name).write_bytes(data)
        words.append([lines[0].split(" ")[0], name])
    return "", words


def _always_searched(parts: Sequence[Indexed]) -> list[int]:
    """The numbers of the parts with pages, and of the newest other parts."""
    searched = [n for n, part in enumerate(parts) if _holds_pages(part)]
    records = 0
    for n in reversed(range(len(parts))):
        if n in searched or records >= OPEN_RECORDS:
            continue
        searched.append(n)
        records += parts[n].records
    return searched


def _holds_pages(part: Indexed) -> bool:
    return part.name.startswith(f"{PAGES}-")


def _months() -> dict[str, int]:
    """The number of each month by its name as typed, in every known language."""
    return {
        fold(name): number
        for language in LANGUAGES.values()
        for name, number in language.calendar.month_numbers.items()
    }


def _described(part: Indexed) -> dict[str, object]:
    described: dict[str, object] = {
        "name": part.name, "records": part.records, "years": list(part.years),
        "dates": list(part.dates), "file": part.file, "sizes": [part.head, part.size - part.head],
    }  # fmt: skip
    if _holds_pages(part):
        described["pages"] = True
    return described


def _word_files(parts: Sequence[Indexed]) -> Iterator[list[str]]:
    """The lines of each file: word, number of records, and the parts that contain it."""
    lines: list[str] = []
    for word, count, where in _vocabulary(parts):
        if len(lines) >= WORDS_PER_FILE and not lines[-1].startswith(word[:_CUT]):
            yield lines
            lines = []
        lines.append(f"{word} {count}{_told(where, len(parts))}\n")
    if lines:
        yield lines


def _told(where: Sequence[int], parts: int) -> str:
    if len(where) == parts:
        return ""
    if len(where) <= PARTS_LISTED:
        return f" {','.join(map(str, where))}"
    return f" {sum(1 << n for n in where):#x}"


def _vocabulary(parts: Sequence[Indexed]) -> Iterator[tuple[str, int, list[int]]]:
    """Every word of all parts in alphabetical order, with its number of records and its parts."""
    with ExitStack() as stack:
        columns = [
            _counted(n, stack.enter_context((part.folder / VOCABULARY).open(encoding="utf-8")))
            for n, part in enumerate(parts)
        ]
        for word, lines in groupby(heapq.merge(*columns), key=lambda line: line[0]):
            entries = list(lines)
            yield word, sum(count for _, _, count in entries), [n for _, n, _ in entries]


def _counted(part: int, lines: Iterator[str]) -> Iterator[tuple[str, int, int]]:
    for line in lines:
        word, count = line.split()
        yield word, part, int(count)
