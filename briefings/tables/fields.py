"""Describes tables: their fields, their keys, and how their rows are made.

Each table is described once, by these values. The columns of the CSV file, the types of the Parquet
file, the tables of the SQLite file, the resources of `datapackage.json`, Datasette's metadata and
the codebook are all derived from this description. A field of a published record keeps the
description it has there (`taken`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as day
from typing import TYPE_CHECKING, Any, Literal

from briefings.publish.shapes import DATE, Shape

if TYPE_CHECKING:
    from .reading import BriefingRows, CorpusRows

Kind = Literal["text", "date", "day", "integer", "number", "boolean", "texts", "integers"]
"""A `date` is text: an ISO date, possibly partial (`--MM-DD`, `YYYY`).  A `day` is a complete
date.  `texts` and `integers` are lists."""
Provenance = Literal["printed", "rule", "editors", "build"]
"""Where a value comes from: the text itself; a rule that interprets the text; the editors; or the
build, which assigns or counts it."""
Value = str | int | float | bool | list[str] | list[str | None] | list[int] | None
Row = dict[str, Value]

LISTS = frozenset[Kind](("texts", "integers"))


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    `values` are all possible values, if there are few; `unit` says what a number counts. `measured`
    is the key of its accuracy in `accuracy.json`: a kind of claim, and the property measured. A
    list is never null but may be empty.
    """

    name: str
    kind: Kind
    description: str
    found: Provenance
    null: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()
    minimum: int | None = None
    pattern: str = ""
    measured: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: a field with the `id` of a row in another table or in the same one."""

    field: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `row` says what one row is.

    `key` is the primary key; each field in `unique` is unique by itself; `refers` are foreign keys;
    `indexed` are further columns with an index. `weaknesses` says what to keep in mind when
    counting rows. Exactly one of `of_briefing` and `of_corpus` returns the values, field by field.
    """

    name: str
    title: str
    row: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ("id",)
    unique: tuple[str, ...] = ()
    refers: tuple[Reference, ...] = ()
    indexed: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    of_briefing: Callable[[BriefingRows], Iterable[Mapping[str, Any]]] | None = None
    of_corpus: Callable[[CorpusRows], Iterable[Mapping[str, Any]]] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(field.name for field in self.fields)

    def rows_of(self, rows: CorpusRows) -> Iterator[Row]:
        """The rows of a table made from the corpus as a whole; none for other tables.

        Here and in `rows_of_briefing`, fields are in order, an empty text is null, and a number is
        a float. Raises ValueError if a row has unknown fields or lacks a value.
        """
        return self._finished(self.of_corpus(rows) if self.of_corpus else ())

    def rows_of_briefing(self, rows: BriefingRows) -> Iterator[Row]:
        """The rows of one briefing; none for a table made from the corpus as a whole."""
        return self._finished(self.of_briefing(rows) if self.of_briefing else ())

    def _finished(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
        names = set(self.names)
        for cells in rows:
            if cells.keys() != names:
                odd = sorted(cells.keys() ^ names)
                raise ValueError(f"{self.name}: a row and the description differ in {odd}")
            yield {field.name: self._value(field, cells[field.name]) for field in self.fields}

    def _value(self, field: Field, value: Any) -> Value:
        if value is None or value == "":
            if not field.null:
                raise ValueError(f"{self.name}.{field.name} has no value")
            return None
        if field.kind in LISTS:
            return list(value)
        if field.kind == "day":
            return whole_day(value)
        return float(value) if field.kind == "number" else value


def whole_day(date: str | None) -> str | None:
    """The date if it is complete and exists in the calendar, otherwise None.

    >>> whole_day("2021-05-04"), whole_day("--05-04"), whole_day("2021"), whole_day("2021-02-30")
    ('2021-05-04', None, None, None)
    """
    try:
        return date and day.fromisoformat(date).isoformat()
    except ValueError:
        return None


_KINDS: dict[str, Kind] = {
    "string": "text", "integer": "integer", "number": "number", "boolean": "boolean",
}  # fmt: skip


def taken(
    shape: Shape,
    name: str,
    found: Provenance,
    rename: str = "",
    *,
    null: bool | None = None,
    kind: Kind | None = None,
    unit: str = "",
    measured: tuple[str, str] | None = None,
    more: str = "",
) -> Field:
    """A column for a field of a published record, with its description, type and values.

    `null` is given if an empty text in the record is null here; `more` is appended to the
    description.
    """
    field = shape["properties"][name]
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    values = tuple(value for value in field.get("enum", ()) if value)
    if kinds[0] == "array":
        of: Kind = "integers" if field["items"]["type"] == "integer" else "texts"
        values = tuple(field["items"].get("enum", ()))
    else:
        of = "date" if field.get("pattern") == DATE else _KINDS[kinds[0]]
    return Field(
        rename or name,
        kind or of,
        f"{field['description']} {more}".strip(),
        found,
        null=("null" in kinds) if null is None else null,
        unit=unit,
        values=values,
        minimum=field.get("minimum"),
        pattern=DATE if (kind or of) == "date" else field.get("pattern", ""),
        measured=measured,
    )


def taken_as(shape: Shape, found: Provenance, *names: str) -> tuple[Field, ...]:
    """Columns for fields of a published record, under their own names."""
    return tuple(taken(shape, name, found) for name in names)


def text(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of text."""
    return Field(name, "text", description, found, **more)


def date(name: str, description: str, found: Provenance = "rule") -> Field:
    """A column of dates, possibly partial."""
    about = f"{description} ISO; `--MM-DD` where the year is not known, null where nothing is."
    return Field(name, "date", about, found, null=True, pattern=DATE)


def whole(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of non-negative integers."""
    return Field(name, "integer", description, found, **{"minimum": 0, **more})


def flag(name: str, description: str, found: Provenance = "build") -> Field:
    """A column of booleans."""
    return Field(name, "boolean", description, found)


def texts(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of lists of strings."""
    return Field(name, "texts", description, found, **more)


def refer(table: str, field: str) -> Reference:
    """A foreign key to another table."""
    return Reference(field, table)
