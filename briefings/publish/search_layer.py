"""What all parts of the index have in common: the few files that change with every source.

`layer.json` is read first and stays small: how many records there are, in which parts, and what
editors hold to be the same.  Words come in files cut by the alphabet, since a query needs those of
its own letters only, each with the number of records that hold it and the parts they are in; so a
rare word costs no more than the parts it is in.  Both are merged from what the parts left, a word
at a time.
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
from .search_index import VOCABULARY, Indexed
from .search_parts import PAGES
from .search_text import fold

LAYER = "layer.json"
WORDS_PER_FILE = 1000
_CUT = 2
"""Words that share their first two letters stay in one file."""
PARTS_LISTED = 16
"""A word in more parts may be in any: telling which would take more than looking there."""


def write_layer(folder: Path, parts: Sequence[Indexed], same: Sequence[Sequence[str]]) -> None:
    """`layer.json` and the word files; `parts` are in the order of `search_parts.parts`.

    `same` are groups of wordings for one thing.
    """
    words = []
    for lines in _word_files(parts):
        data = "".join(lines).encode()
        name = f"words-{hashlib.sha256(data).hexdigest()[:12]}.txt"
        (folder / name).write_bytes(data)
        words.append([lines[0].split(" ")[0], name])
    layer = {
        "records": sum(part.records for part in parts),
        "textWords": sum(part.words for part in parts),
        "parts": [_described(part) for part in parts],
        "words": words,
        "synonyms": [list(group) for group in same],
        "months": _months(),
    }
    text = json.dumps(layer, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (folder / LAYER).write_text(text + "\n", encoding="utf-8")


def _months() -> dict[str, int]:
    """The names of the months in every language that is known, as they are typed."""
    return {
        fold(name): number
        for language in LANGUAGES.values()
        for name, number in language.calendar.month_numbers.items()
    }


def _described(part: Indexed) -> dict[str, object]:
    described: dict[str, object] = {
        "name": part.name, "records": part.records, "facts": part.facts,
        "years": [part.year] if part.year else [], "dates": list(part.dates),
    }  # fmt: skip
    if part.name.startswith(f"{PAGES}-"):
        described["pages"] = True
    return described


def _word_files(parts: Sequence[Indexed]) -> Iterator[list[str]]:
    """The lines of each file: word, number of records, and the parts where these are told."""
    lines: list[str] = []
    for word, count, where in _vocabulary(parts):
        if len(lines) >= WORDS_PER_FILE and not lines[-1].startswith(word[:_CUT]):
            yield lines
            lines = []
        listed = len(where) < len(parts) and len(where) <= PARTS_LISTED
        told = f" {','.join(map(str, where))}" if listed else ""
        lines.append(f"{word} {count}{told}\n")
    if lines:
        yield lines


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
