"""Writes the tables as typed Parquet files; needs pyarrow, which sites do not require."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from .fields import Field, Kind, Row, Table, Value

_ROWS = 5_000
"""The size of a row group: this many rows are in memory at a time."""
_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(), "date": pa.string(), "day": pa.date32(), "integer": pa.int64(),
    "number": pa.float64(), "boolean": pa.bool_(), "texts": pa.list_(pa.string()),
    "integers": pa.list_(pa.int64()),
}  # fmt: skip


class ParquetFile:
    """A Parquet file open for writing; the same rows in the same order give the same bytes."""

    def __init__(self, path: Path, table: Table) -> None:
        self._fields = table.fields
        self._schema = schema(table)
        # The metadata of the file names the version of the library, which is pinned.
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd", version="2.6")
        self._waiting: list[dict[str, Any]] = []

    def add(self, rows: Iterable[Row]) -> None:
        """Appends rows, in order."""
        for row in rows:
            self._waiting.append(
                {field.name: _value(field, row[field.name]) for field in self._fields}
            )
            if len(self._waiting) == _ROWS:
                self._write()

    def finish(self) -> None:
        """Writes the remaining rows, and closes the file."""
        if self._waiting:
            self._write()
        self._file.close()

    def _write(self) -> None:
        batch = pa.Table.from_pylist(self._waiting, schema=self._schema)
        self._file.write_table(batch, row_group_size=_ROWS)
        self._waiting = []


def schema(table: Table) -> pa.Schema:
    """The columns of a table with their types; the metadata of each has its description."""
    columns = [
        pa.field(
            field.name,
            _TYPES[field.kind],
            nullable=field.null,
            metadata={"description": field.description},
        )
        for field in table.fields
    ]
    return pa.schema(columns, metadata={"title": table.title, "description": table.row})


def _value(field: Field, value: Value) -> Any:
    return date.fromisoformat(str(value)) if field.kind == "day" and value else value
