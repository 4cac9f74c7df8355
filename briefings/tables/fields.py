"""What a table is: its fields, its keys, and how its rows are made.

A table is described once, here in these values.  The columns of the CSV file, the types of the
Parquet file, the tables of the SQLite file, the resources of `datapackage.json`, the columns that
Datasette explains and the codebook are all read off the same description.  A field that a published
record has already takes its words from there (`taken`).
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
"""A `date` is text: ISO, in part where only part of it is known (`--MM-DD`, `YYYY`).  A `day` is
a whole one.  `texts` and `integers` are lists."""
Provenance = Literal["printed", "rule", "editors", "build"]
"""Words or places as they stand in the text; what a rule of the program read in it; what editors
wrote; what the build gives or counts."""
Value = str | int | float | bool | list[str] | list[str | None] | list[int] | None
Row = dict[str, Value]

LISTS = frozenset[Kind](("texts", "integers"))


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    `values` are all that it may hold, where they are few; `unit` says what a number counts.
    `measured` names what `accuracy.json` says of it: a kind of claim, and what was looked at.
    A list is never null, and may be empty.
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
    """A field that holds the `id` of a row of another table, or of the same one (a foreign key)."""

    field: str
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row is one thing, which `row` says.

    `key` are the fields that tell its rows apart, `unique` further fields of which each tells them
    apart by itself, `refers` what leads to other tables, `indexed` what is looked up besides.
    `weaknesses` is what somebody who counts its rows should know.  Exactly one of `of_briefing` and
    `of_corpus` gives its values, field by field.
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
        """The names of the columns, in order."""
        return tuple(one.name for one in self.fields)

    def rows_of(self, rows: CorpusRows) -> Iterator[Row]:
        """The rows of a table that is made of the corpus as a whole; none of another table.

        Here and in `rows_of_briefing` fields are in order, an empty text is null, and a number is
        a float.  Raises ValueError where a row has other fields than the table, or lacks a value.
        """
        return self._finished(self.of_corpus(rows) if self.of_corpus else ())

    def rows_of_briefing(self, rows: BriefingRows) -> Iterator[Row]:
        """The rows of one briefing; none of a table that is made of the corpus as a whole."""
        return self._finished(self.of_briefing(rows) if self.of_briefing else ())

    def _finished(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
        names = set(self.names)
        for one in rows:
            if one.keys() != names:
                odd = sorted(one.keys() ^ names)
                raise ValueError(f"{self.name}: a row and the description differ in {odd}")
            yield {field.name: self._value(field, one[field.name]) for field in self.fields}

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
    """A date where all of it is known, and it is in the calendar; else None.

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
    """A field of a published record as a column, with its words, its type and its values.

    `null` is given where an empty text of the record is null here; `more` is added to the words.
    """
    field = shape["properties"][name]
    kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
    values = tuple(one for one in field.get("enum", ()) if one)
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


def text(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of text."""
    return Field(name, "text", description, found, **more)


def date(name: str, description: str, found: Provenance = "rule") -> Field:
    """A date as far as it is known."""
    said = f"{description} ISO; `--MM-DD` where the year is not known, null where nothing is."
    return Field(name, "date", said, found, null=True, pattern=DATE)


def whole(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of whole numbers, none of them below 0."""
    return Field(name, "integer", description, found, **{"minimum": 0, **more})


def flag(name: str, description: str, found: Provenance = "build") -> Field:
    """A column that says yes or no."""
    return Field(name, "boolean", description, found)


def texts(name: str, description: str, found: Provenance = "build", **more: Any) -> Field:
    """A column of lists of texts."""
    return Field(name, "texts", description, found, **more)


def refer(table: str, field: str) -> Reference:
    """A reference to a row of another table."""
    return Reference(field, table)
