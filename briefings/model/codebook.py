"""What the codebook says: every table with its fields, and recipes that answer questions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodebookField:
    """A field of a table in words.

    `kind` and `found` are keys of `Codebook.kinds` and `Codebook.ways`; `values` are all that it
    may hold, none where that is open; `measured` is how right it is, "" where nothing was measured.
    """

    name: str
    kind: str
    description: str
    found: str
    empty: bool
    unit: str
    values: tuple[str, ...]
    measured: str


@dataclass(frozen=True, slots=True)
class CodebookTable:
    """A table: what one row is, its key, where its fields lead to, and what to beware of.

    `fields` are its own, `shared` the names of those that `Codebook.shared` describes, `names` all
    in the order of the file.  `example` gives name and value of each field of one row, nothing
    where the table has none.
    """

    name: str
    title: str
    row: str
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...]
    weaknesses: tuple[str, ...]
    names: tuple[str, ...]
    fields: tuple[CodebookField, ...]
    shared: tuple[str, ...]
    example: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question, what its answer lists, and three ways to it.

    `inputs` are the files that jq reads, below `data/`; `jq` is "" where jq has no way, which
    `without_jq` then explains.
    """

    id: str
    question: str
    columns: tuple[str, ...]
    sql: str
    pandas: str
    jq: str
    inputs: tuple[str, ...]
    without_jq: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole of it; `kinds` and `ways` say what types and ways of finding are meant."""

    kinds: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    shared: tuple[CodebookField, ...]
    tables: tuple[CodebookTable, ...]
    recipes: tuple[Recipe, ...]
