"""Lists the files in a release."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefings.publish.ownership import sha256

MANIFEST = "manifest.json"
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: `path` is relative to its top folder, `rows` has the number of rows per
    table.

    `rows` is empty if the file is not a table; a file with one table names it by its stem.
    """

    path: str
    bytes: int
    sha256: str
    rows: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of_text(cls, path: str, text: str) -> File:
        """The entry for a file with this text."""
        data = text.encode()
        return cls(path, len(data), hashlib.sha256(data).hexdigest())


def files_in(folder: Path) -> list[File]:
    """Every file below a folder, sorted by path."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return by_path(file_of(folder, path) for path in paths)


def by_path(files: Iterable[File]) -> list[File]:
    """Files in the order of their paths."""
    return sorted(files, key=lambda file: file.path)


def file_of(folder: Path, path: Path) -> File:
    """The entry for a file in a folder."""
    name = path.relative_to(folder).as_posix()
    return File(name, path.stat().st_size, sha256(path), tuple(_rows(path)))


def _rows(path: Path) -> Iterator[tuple[str, int]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path.stem, max(sum(1 for _ in csv.reader(file)) - 1, 0)
    elif path.suffix == ".parquet":
        from pyarrow import parquet  # of the group `release`

        yield path.stem, parquet.read_metadata(path).num_rows
    elif path.suffix in (".sqlite", ".db"):
        yield from _tables(path)


def _tables(path: Path) -> Iterator[tuple[str, int]]:
    """The tables of a database, without views and the internal tables of full-text search."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as base:
        listed = base.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name"
        ).fetchall()
        for (name,) in listed:
            quoted = name.replace('"', '""')
            (rows,) = base.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
            yield name, rows


def sums(files: Iterable[File]) -> str:
    """The checksums in the format of `sha256sum`."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in by_path(files))


def content_digest(files: Iterable[File]) -> str:
    """A hash of the names and checksums of files: it differs if their content does."""
    return hashlib.sha256(sums(files).encode()).hexdigest()


def manifest(head: dict[str, Any], parts: Iterable[tuple[str, str]], files: Iterable[File]) -> str:
    """The text of `manifest.json`: `head`, each part (path and description), and each file."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        **head,
        "parts": [{"path": path, "about": about} for path, about in parts],
        "files": [
            {"path": file.path, "bytes": file.bytes, "sha256": file.sha256}
            | ({"rows": dict(file.rows)} if file.rows else {})
            for file in files
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
