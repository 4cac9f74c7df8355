"""What all parts of the index have in common: the few files that change with every source.

`layer.json` is read first: how many records there are, in which parts, what editors hold to be the
same, and the heads of the parts that every search looks at, which need not be asked for then.
Words stand in it too where they are few, else in files cut by the alphabet, since a query needs
those of its own letters only: each with the number of records that hold it and the parts they are
in, so that a rare word costs no more than the parts it is in.  They are merged from what the parts
left, a word at a time, and so is the table of pairs.
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
"""So many are no larger, compressed, than what a slow network carries while it waits for a file."""
OPEN_RECORDS = 600
"""The heads of pages and of the newest parts stand in `layer.json`, until these hold as many."""
_CUT = 2
"""Words that share their first two letters stay in one file."""
PARTS_LISTED = 4
"""A word in more parts has a bit for each part of the corpus instead."""


def write_layer(folder: Path, parts: Sequence[Indexed], same: Sequence[Sequence[str]]) -> None:
    """`layer.json` and the word files; `parts` are in the order of `search_parts.parts`.

    `same` are groups of wordings for one thing.
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
    """All words as text where they are few; else the first word and the name of each file."""
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
    """The numbers of the parts that hold pages, and of the newest others."""
    found = [n for n, part in enumerate(parts) if _holds_pages(part)]
    records = 0
    for n in reversed(range(len(parts))):
        if n in found or records >= OPEN_RECORDS:
            continue
        found.append(n)
        records += parts[n].records
    return found


def _holds_pages(part: Indexed) -> bool:
    return part.name.startswith(f"{PAGES}-")


def _months() -> dict[str, int]:
    """The names of the months in every language that is known, as they are typed."""
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
    """The lines of each file: word, number of records, and the parts where these are told."""
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
    """Every word of all parts in the order of the alphabet: records that hold it, its parts."""
    with ExitStack() as stack:
        columns = [
            _counted(n, stack.enter_context((part.folder / VOCABULARY).open(encoding="utf-8")))
            for n, part in enumerate(parts)
        ]
        for word, found in groupby(heapq.merge(*columns), key=lambda line: line[0]):
            its = list(found)
            yield word, sum(count for _, _, count in its), [n for _, n, _ in its]


def _counted(part: int, lines: Iterator[str]) -> Iterator[tuple[str, int, int]]:
    for line in lines:
        word, count = line.split()
        yield word, part, int(count)
