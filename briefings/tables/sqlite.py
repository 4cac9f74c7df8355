"""Writes the tables as one SQLite file, with enforced foreign keys, indexes, full-text search and
views.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from .fields import LISTS, Field, Kind, Row, Table, Value
from .views import VIEWS

# Set explicitly, so that builds of SQLite with other defaults write the same file.
_SETTINGS = (
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA auto_vacuum = NONE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA foreign_keys = OFF",
)
_TYPES: dict[Kind, str] = {
    "text": "TEXT", "date": "TEXT", "day": "TEXT", "integer": "INTEGER", "number": "REAL",
    "boolean": "INTEGER", "texts": "TEXT", "integers": "TEXT",
}  # fmt: skip
_SEARCH = (
    "CREATE VIRTUAL TABLE passages_fts USING fts5(text, content='passages', "
    "content_rowid='position', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')",
    "INSERT INTO passages_fts(passages_fts) VALUES ('optimize')",
)
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Database:
    """A database open for writing; the same rows in the same order give the same bytes."""

    def __init__(self, path: Path, tables: Iterable[Table]) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        for setting in _SETTINGS:
            self._base.execute(setting)
        self._base.execute("BEGIN")
        self._insert: dict[str, str] = {}
        self._tables = tuple(tables)
        for table in self._tables:
            self._base.execute(create(table))
            marks = ", ".join("?" * len(table.fields))
            into = quoted(table.name)
            self._insert[table.name] = f"INSERT INTO {into} VALUES ({marks})"  # noqa: S608

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Appends rows, in order."""
        values = ([_value(value) for value in row.values()] for row in rows)
        self._base.executemany(self._insert[table.name], values)

    def finish(self) -> None:
        """Adds indexes, full-text search and views, and closes the file.

        Raises ValueError if a foreign key refers to a missing row.
        """
        with closing(self._base) as base:
            for table in self._tables:
                for statement in indexes(table):
                    base.execute(statement)
            for statement in (*_SEARCH, *(view.statement for view in VIEWS)):
                base.execute(statement)
            lost = base.execute("PRAGMA foreign_key_check").fetchmany(3)
            if lost:
                raise ValueError(f"keys that lead to no row: {lost}")
            base.execute("COMMIT")
            base.execute("VACUUM")


def create(table: Table) -> str:
    """The SQL statement that creates a table; each column's description follows it as a comment."""
    keys = ", ".join(map(quoted, table.key))
    ends = [
        f"  PRIMARY KEY ({keys})",
        *(f"  UNIQUE ({quoted(name)})" for name in table.unique),
        *(
            f"  FOREIGN KEY ({quoted(reference.field)}) REFERENCES {quoted(reference.table)} (id)"
            for reference in table.refers
        ),
    ]
    parts = [(_column(field), field.description) for field in table.fields]
    lines = [f"{column}, -- {' '.join(words.split())}" for column, words in parts]
    return f"CREATE TABLE {quoted(table.name)} (\n" + "\n".join([*lines, ",\n".join(ends)]) + "\n)"


def _column(field: Field) -> str:
    name, kind = quoted(field.name), _TYPES[field.kind]
    checks = [] if field.null else ["NOT NULL"]
    if field.kind == "boolean":
        checks.append(f"CHECK ({name} IN (0, 1))")
    if field.values and field.kind not in LISTS:
        allowed = ", ".join("'" + value.replace("'", "''") + "'" for value in field.values)
        checks.append(f"CHECK ({name} IN ({allowed}))")
    return " ".join([f"  {name} {kind}", *checks])


def indexes(table: Table) -> Iterator[str]:
    """The SQL statements that create the table's indexes."""
    for name in table.indexed:
        on = f"{quoted(table.name)} ({quoted(name)})"
        yield f"CREATE INDEX {quoted(f'{table.name}_{name}')} ON {on}"


def quoted(name: str) -> str:
    """A name as a quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _value(value: Value) -> str | int | float | None:
    if isinstance(value, list):
        return _ENCODE(value)
    return int(value) if isinstance(value, bool) else value
