"""Writes all tables as CSV, Parquet and SQLite, in one pass through the corpus."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from briefings.model import Corpus
from briefings.publish.data import datapackage, digest
from briefings.publish.ownership import sha256

from . import cells
from .catalogue import TABLES
from .datasette import metadata
from .fields import Row, Table
from .package import PANDAS, reading_with_pandas, resource
from .reading import CorpusRows
from .sqlite import Database

DATABASE = "briefings"


class _File(Protocol):
    """A file of one table, open for writing."""

    def add(self, rows: Iterable[Row]) -> None: ...
    def finish(self) -> None: ...


class CsvFile:
    """A CSV file open for writing: UTF-8 without a byte order mark.

    With the mark, Excel would show Chinese correctly on a double click, but programs that do not
    expect it would read it as part of the first column's name. Without it, Excel reads the file
    correctly with Data, From Text/CSV.
    """

    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._file.write(cells.head(table))

    def add(self, rows: Iterable[Row]) -> None:
        """Appends rows, in order."""
        self._file.writelines(cells.lines(rows))

    def finish(self) -> None:
        """Closes the file."""
        self._file.close()


def rows_by_part(corpus: Corpus) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The rows of all tables, briefing by briefing; each iterator must be consumed
    before the next.
    """
    rows = CorpusRows(corpus)
    for table in TABLES:
        if table.of_corpus:
            yield table, table.rows_of(rows)
    for briefing in rows.briefings():
        for table in TABLES:
            if table.of_briefing:
                yield table, table.rows_of_briefing(briefing)


def write(corpus: Corpus, title: str, folder: Path) -> None:
    """Writes the tables into a folder: `<table>.csv` and `<table>.parquet`, `briefings.db` with all
    of them, and their machine-readable descriptions.

    Raises ValueError if a row does not match the description of its table.
    """
    from .parquet import ParquetFile  # needs the group `release`, which sites do not

    files: dict[str, tuple[_File, ...]] = {
        table.name: (
            CsvFile(folder / f"{table.name}.csv", table),
            ParquetFile(folder / f"{table.name}.parquet", table),
        )
        for table in TABLES
    }
    base = Database(folder / f"{DATABASE}.db", TABLES)
    for table, rows in rows_by_part(corpus):
        part = list(rows)
        for file in files[table.name]:
            file.add(part)
        base.add(table, part)
    for of_table in files.values():
        for file in of_table:
            file.finish()
    base.finish()
    _describe(title, folder)


def _describe(title: str, folder: Path) -> None:
    names = {table.name for table in TABLES}
    resources = []
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        size = {"encoding": "utf-8", "bytes": path.stat().st_size}
        resources.append(resource(table, path.name, names) | size | digest(sha256(path)))
    package = datapackage(resources, title)
    _json(folder / "datapackage.json", package | {"name": f"{package['name']}-tables"})
    _json(folder / "metadata.json", metadata(title, DATABASE, TABLES))
    _json(folder / PANDAS, reading_with_pandas(TABLES))


def _json(path: Path, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
