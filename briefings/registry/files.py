"""`editorial/ids/`: the published ids as text files, one a source, so that branches merge.

    ids/sources/<id>.txt   the passages, parts and statements of one source
    ids/pages.txt          the address and title of every page

Fields are separated by tabs, since no text of a passage holds one.  The first says what a line is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from ..model import (
    Publication,
    PublishedPassage,
    PublishedSource,
    PublishedStatement,
    Registry,
    StatementKind,
    Words,
)
from ..problems import Problems, shown

FOLDER = "ids"
SOURCES = "sources"
PAGES = "pages.txt"
_SUFFIX = ".txt"
_HEAD = (
    "# Published ids and the words that stand under them.  Written by `build_site.py freeze` when\n"
    "# the site is published; not edited by hand.\n"
)
_STATEMENTS = get_args(StatementKind)
_WORDS = 5


def load(editorial: Path, problems: Problems) -> Registry:
    """The registry of an editorial folder; unreadable lines are errors."""
    folder = editorial / FOLDER
    sources: dict[str, PublishedSource] = {}
    statements: list[PublishedStatement] = []
    paths = sorted((folder / SOURCES).glob(f"*{_SUFFIX}")) if (folder / SOURCES).is_dir() else []
    for path in paths:
        reader = _Reader(path, problems)
        sources[path.stem] = reader.source(path.stem)
        statements += reader.statements
    pages = dict(_pages(folder / PAGES, problems)) if (folder / PAGES).is_file() else {}
    return Registry(sources, tuple(statements), pages)


def texts(registry: Registry) -> dict[str, str]:
    """The text of each file, by its path below `editorial/`."""
    by_source: dict[str, list[PublishedStatement]] = defaultdict(list)
    for statement in registry.statements:
        by_source[statement.words[0].source if statement.words else ""].append(statement)
    files = {
        f"{FOLDER}/{SOURCES}/{name}{_SUFFIX}": _HEAD
        + "".join(_line(*fields) for fields in _rows(record, by_source[name]))
        for name, record in sorted(registry.sources.items())
    }
    if registry.pages:
        rows = sorted(registry.pages.items())
        files[f"{FOLDER}/{PAGES}"] = _HEAD + "".join(_line(url, title) for url, title in rows)
    return files


def _rows(
    record: PublishedSource, statements: list[PublishedStatement]
) -> Iterator[tuple[str, ...]]:
    for page in record.pages:
        yield "page", page.briefing, "plain" if page.plain else "prefixed"
    for part in record.parts:
        yield "part", part
    for exchange, question in record.exchanges:
        yield "exchange", exchange, question
    for passage in record.passages:
        if passage.lost:
            yield "lost", passage.id, passage.part, passage.now or "", passage.text
        else:
            yield "passage", passage.id, passage.part, passage.text
        for text in passage.earlier:
            yield "earlier", passage.id, text
    for kind in _STATEMENTS:
        for statement in sorted((s for s in statements if s.kind == kind), key=lambda s: s.id):
            words = (
                field
                for w in statement.words
                for field in (w.source, w.passage, w.quote, w.before, w.after)
            )
            yield kind, statement.id, statement.rule, *words


def _line(*fields: str) -> str:
    return "\t".join(fields) + "\n"


class _Reader:
    """Reads the file of one source."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self.statements: list[PublishedStatement] = []

    def source(self, name: str) -> PublishedSource:
        pages: list[Publication] = []
        parts: list[str] = []
        exchanges: list[tuple[str, str]] = []
        passages: dict[str, PublishedPassage] = {}
        earlier: dict[str, list[str]] = defaultdict(list)
        for number, fields in _lines(self._path, self._problems):
            match fields:
                case ["page", briefing, "plain" | "prefixed" as how]:
                    pages.append(Publication(briefing, how == "plain"))
                case ["part", id_]:
                    parts.append(id_)
                case ["exchange", id_, question]:
                    exchanges.append((id_, question))
                case ["passage", id_, part, text]:
                    passages.setdefault(id_, PublishedPassage(id_, part, text))
                case ["lost", id_, part, now, text]:
                    lost = PublishedPassage(id_, part, text, lost=True, now=now or None)
                    passages.setdefault(id_, lost)
                case ["earlier", id_, text]:
                    earlier[id_].append(text)
                case [kind, id_, rule, *words] if (
                    kind in _STATEMENTS and words and len(words) % _WORDS == 0
                ):
                    self._statement(kind, id_, rule, words)
                case _:
                    _unreadable(self._path, number, self._problems)
        return PublishedSource(
            name,
            tuple(dict.fromkeys(pages)),
            tuple(replace(passages[id_], earlier=tuple(earlier[id_])) for id_ in passages),
            tuple(dict.fromkeys(parts)),
            tuple(dict.fromkeys(exchanges)),
        )

    def _statement(self, kind: str, id_: str, rule: str, words: list[str]) -> None:
        spans = tuple(Words(*words[n : n + _WORDS]) for n in range(0, len(words), _WORDS))
        known = next(name for name in _STATEMENTS if name == kind)
        self.statements.append(PublishedStatement(known, id_, rule, spans))


def _pages(path: Path, problems: Problems) -> Iterator[tuple[str, str]]:
    for number, fields in _lines(path, problems):
        match fields:
            case [url, title] if url or title:
                yield url, title
            case _:
                _unreadable(path, number, problems)


def _lines(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The fields of each line that is not blank or a comment, with its number."""
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.error(
            "ids-unreadable", shown(path), f"cannot be read: {error.strerror}",
            "check that it is a file and its permissions",
        )  # fmt: skip
        return
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            text = line.removesuffix(b"\r").decode("utf-8")
        except UnicodeDecodeError:
            _unreadable(path, number, problems)
            continue
        if text.strip() and not text.startswith("#"):
            yield number, text.split("\t")


def _unreadable(path: Path, number: int, problems: Problems) -> None:
    problems.error(
        "ids-unreadable", shown(path), "this line is not one that `freeze` writes",
        "restore the committed file: git checkout -- editorial/ids", number, 1,
    )  # fmt: skip
