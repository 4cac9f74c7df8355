"""Reads files of `editorial/` as validated entries, one by one, so that one mistake
hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ..model import Where
from ..problems import Problems
from .document import Compose, Document, Loc, read
from .fields import ID
from .messages import report

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Item(Generic[Schema]):
    """An entry that passed validation; `id` is its key in a map, empty in a list.

    `whole` is False if invalid keys were dropped so that the others could still be checked.
    """

    id: str
    entry: Schema
    loc: Loc
    document: Document
    whole: bool = True

    def where(self, *inside: int | str) -> Where:
        """The position of the entry, or of a value inside it."""
        loc = (*self.loc, *inside)
        return self.document.where(loc) if inside else self.document.key(loc)


@dataclass(frozen=True, slots=True)
class Table(Generic[Schema]):
    """The entries of a file; `ids` also includes invalid entries, each id with its position."""

    items: tuple[Item[Schema], ...] = ()
    ids: Mapping[str, Where] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Item[Schema]]:
        return iter(self.items)


def read_map(
    path: Path,
    schema: type[Schema],
    problems: Problems,
    composing: Compose,
    ids: str = ID,
) -> Table[Schema]:
    """Reads a file that is a map of entries keyed by id; `ids` is the pattern of these ids."""
    document = _document(path, problems, composing)
    if document is None:
        return Table()
    if not isinstance(document.data, dict):
        _shape(document, "a map of entries", "write 'id:' and the entry's keys below it", problems)
        return Table()
    items: list[Item[Schema]] = []
    for key, value in document.data.items():
        if not re.fullmatch(ids, key):
            where = document.key((key,))
            problems.error_at(
                "bad-id", where, f"'{key}' is not a valid id",
                "use lower-case letters, digits and single hyphens",
            )  # fmt: skip
        _check(key, value, (key,), document, schema, problems, items)
    return Table(tuple(items), {key: document.key((key,)) for key in document.data})


def read_list(
    path: Path, schema: type[Schema], problems: Problems, composing: Compose
) -> Table[Schema]:
    """Reads a file that is a list of entries."""
    document = _document(path, problems, composing)
    if document is None:
        return Table()
    if not isinstance(document.data, list):
        _shape(document, "a list of entries", "begin each entry with '- '", problems)
        return Table()
    items: list[Item[Schema]] = []
    for n, value in enumerate(document.data):
        _check("", value, (n,), document, schema, problems, items)
    return Table(tuple(items))


def read_one(
    path: Path, schema: type[Schema], problems: Problems, composing: Compose
) -> Item[Schema] | None:
    """Reads a file that is a single entry."""
    document = _document(path, problems, composing)
    if document is None:
        return None
    items: list[Item[Schema]] = []
    _check("", document.data, (), document, schema, problems, items)
    return items[0] if items else None


def read_pairs(
    path: Path, problems: Problems, composing: Compose
) -> tuple[tuple[str, str, Where], ...]:
    """Reads a file that maps one text to another; each pair comes with the position of its key."""
    document = _document(path, problems, composing)
    if document is None:
        return ()
    if not isinstance(document.data, dict):
        _shape(document, "a map of addresses", "write 'old: new', one a line", problems)
        return ()
    pairs = []
    for key, value in document.data.items():
        if isinstance(value, str) and value:
            pairs.append((key, value, document.key((key,))))
        else:
            where = document.where((key,))
            problems.error_at(
                "wrong-type", where, f"'{key}' has no target address",
                "write 'old: new', both as text",
            )  # fmt: skip
    return tuple(pairs)


def _document(path: Path, problems: Problems, composing: Compose) -> Document | None:
    return read(path, problems, composing) if path.exists() else None


def _shape(document: Document, expected: str, hint: str, problems: Problems) -> None:
    where = document.where(())
    problems.error_at("wrong-type", where, f"the file is not {expected}", hint)


def _check(
    key: str,
    value: object,
    loc: Loc,
    document: Document,
    schema: type[Schema],
    problems: Problems,
    items: list[Item[Schema]],
) -> None:
    try:
        entry = schema.model_validate(value)
    except ValidationError as error:
        report(error.errors(), document, loc, schema, problems)
        faulty = {fault["loc"][0] for fault in error.errors() if fault["loc"]}
        if isinstance(value, dict) and faulty:
            valid = {name: item for name, item in value.items() if name not in faulty}
            with suppress(ValidationError):
                items.append(Item(key, schema.model_validate(valid), loc, document, whole=False))
    else:
        items.append(Item(key, entry, loc, document))
