"""The page cache of builds: the inputs of each page, and its output.

It is one SQLite file, and only saves work: if it is missing, damaged or of another version, all
pages are made again, with the same result.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .skeletons import SplitPage

_VERSION = 1
# Small rows are in tables of their own, since every build reads and writes them for every page.
_TABLES = (
    "CREATE TABLE pages (url TEXT PRIMARY KEY, template TEXT, made_by TEXT, state TEXT, "
    "digest TEXT, reads BLOB) WITHOUT ROWID",
    "CREATE TABLE words (url TEXT PRIMARY KEY, path TEXT, stand_in TEXT, words BLOB)",
    "CREATE TABLE finished (url TEXT PRIMARY KEY, shell TEXT, sum TEXT) WITHOUT ROWID",
    "CREATE TABLE places (url TEXT PRIMARY KEY, ids BLOB, links BLOB)",
    "CREATE TABLE to_check (url TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE skeletons (digest TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID",
    "CREATE TABLE shells (key TEXT PRIMARY KEY, html BLOB) WITHOUT ROWID",
)
_OF_PAGES = ("pages", "words", "finished", "places", "to_check")


@dataclass(frozen=True, slots=True)
class PageState:
    """What is known about a page, without its content.

    `made_by` is the version of everything that makes the page, `reads` what it read and `state` the
    digest of that ("" if the page must be made again in any case); `digest` is its skeleton's.
    """

    template: str
    made_by: str
    reads: list[tuple[Any, ...]]
    state: str
    digest: str = ""


class DamagedError(sqlite3.DatabaseError):
    """A cached value cannot be read any more."""


class PageStore:
    """The pages of one corpus, by address. Raises sqlite3.DatabaseError if the file is damaged."""

    def __init__(self, path: Path) -> None:
        self._base = _opened(path)

    def page(self, url: str) -> PageState | None:
        row = self._one("SELECT * FROM pages WHERE url = ?", url)
        if row is None:
            return None
        _, template, made_by, state, digest, reads = row
        try:
            keys = [_key(key) for key in json.loads(zlib.decompress(reads))]
        except (zlib.error, ValueError, TypeError):
            return None
        return PageState(template, made_by, keys, state, digest)

    def put(
        self, url: str, state: PageState, page_parts: SplitPage, ids: array[int], links: array[int]
    ) -> None:  # fmt: skip
        """Stores a page whose links are still to be checked."""
        words = json.dumps([page_parts.values, page_parts.blocks], ensure_ascii=False)
        for table, *values in (
            ("pages", state.template, state.made_by, state.state, page_parts.digest,
             _packed(json.dumps(state.reads))),
            ("words", page_parts.path, page_parts.stand_in, _packed(words)),
            ("places", ids.tobytes(), links.tobytes()),
            ("to_check",),
        ):  # fmt: skip
            marks = ", ?" * len(values)
            self._base.execute(f"INSERT OR REPLACE INTO {table} VALUES (?{marks})", (url, *values))  # noqa: S608 - names of our own
        self._base.execute("DELETE FROM finished WHERE url = ?", (url,))
        self._base.execute(
            "INSERT OR IGNORE INTO skeletons VALUES (?, ?)",
            (page_parts.digest, page_parts.skeleton),
        )

    def split_page(self, url: str) -> SplitPage | None:
        """The skeleton and content of a page; None if they are damaged."""
        row = self._one(
            "SELECT path, stand_in, text, words FROM words JOIN pages USING (url) "
            "JOIN skeletons USING (digest) WHERE url = ?",
            url,
        )
        if row is None:
            return None
        path, stand_in, text, words = row
        try:
            values, blocks = json.loads(zlib.decompress(words))
        except (zlib.error, ValueError, TypeError):
            return None
        return SplitPage(path, stand_in, text, tuple(values), tuple(blocks))

    def finished(self, url: str) -> tuple[str, str]:
        """The key of the shell that a page was joined with, and the checksum of the result; empty
        if it was not joined.
        """
        row = self._one("SELECT shell, sum FROM finished WHERE url = ?", url)
        return (row[0], row[1]) if row else ("", "")

    def put_finished(self, url: str, shell: str, sum_: str) -> None:
        self._base.execute("INSERT OR REPLACE INTO finished VALUES (?, ?, ?)", (url, shell, sum_))

    def shell(self, key: str) -> str | None:
        """The shell of a skeleton; None if it has not been built, or is damaged."""
        row = self._one("SELECT html FROM shells WHERE key = ?", key)
        if row is not None:
            with suppress(zlib.error, UnicodeDecodeError):
                return zlib.decompress(row[0]).decode()
        return None

    def put_shell(self, key: str, html: str) -> None:
        self._base.execute("INSERT OR REPLACE INTO shells VALUES (?, ?)", (key, _packed(html)))

    def ids(self, url: str) -> array[int] | None:
        row = self._one("SELECT ids FROM places WHERE url = ?", url)
        return _numbers(row[0]) if row else None

    def all_ids(self) -> Iterator[array[int]]:
        for (ids,) in self._base.execute("SELECT ids FROM places"):
            yield _numbers(ids)

    def links_to_check(self) -> Iterator[tuple[str, array[int]]]:
        """The links of pages that were made again or may link to something deleted."""
        rows = self._base.execute("SELECT url, links FROM places JOIN to_check USING (url)")
        for url, links in rows:
            yield url, _numbers(links)

    def doubt_all(self) -> None:
        """Marks the links of all pages as unchecked."""
        self._base.execute("INSERT OR IGNORE INTO to_check SELECT url FROM pages")

    def set_checked(self, lost: Iterable[str]) -> None:
        """Records that all links were checked, and the pages with broken ones."""
        self._base.execute("DELETE FROM to_check")
        self._base.executemany("INSERT INTO to_check VALUES (?)", ((url,) for url in lost))

    def prune(self, urls: Iterable[str], shells: Iterable[str]) -> bool:
        """Deletes pages and shells that no longer exist; returns whether there were pages among
        them.
        """
        self._base.execute("CREATE TEMP TABLE now (name TEXT PRIMARY KEY)")
        self._base.executemany("INSERT INTO now VALUES (?)", ((url,) for url in urls))
        deleted = 0
        for table in _OF_PAGES:
            done = self._base.execute(
                f"DELETE FROM {table} WHERE url NOT IN (SELECT name FROM now)"  # noqa: S608
            )
            deleted += done.rowcount
        self._base.execute("DELETE FROM now")
        self._base.executemany("INSERT OR IGNORE INTO now VALUES (?)", ((key,) for key in shells))
        self._base.execute("DELETE FROM shells WHERE key NOT IN (SELECT name FROM now)")
        self._base.execute("DROP TABLE now")
        self._base.execute("DELETE FROM skeletons WHERE digest NOT IN (SELECT digest FROM pages)")
        return deleted > 0

    def commit(self) -> None:
        self._base.commit()

    def close(self) -> None:
        self._base.close()

    def _one(self, query: str, value: str) -> Any:
        return self._base.execute(query, (value,)).fetchone()


@contextmanager
def opened(path: Path) -> Iterator[PageStore]:
    """The store in a file, closed at the end; uncommitted changes are rolled back."""
    store = PageStore(path)
    try:
        yield store
    finally:
        store.close()


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    # After a system crash, a damaged file is made again.
    base.execute("PRAGMA synchronous = OFF")
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version != _VERSION:
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            base.execute(f'DROP TABLE "{name}"')
        for table in _TABLES:
            base.execute(table)
        base.execute(f"PRAGMA user_version = {_VERSION}")
        base.commit()
    return base


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _numbers(raw: bytes) -> array[int]:
    numbers = array("Q")
    numbers.frombytes(raw[: len(raw) // 8 * 8])
    return numbers


def _key(value: object) -> tuple[object, ...]:
    """A key as it was stored: JSON lists become tuples."""
    if not isinstance(value, list):
        raise TypeError("a read has no key")
    return tuple(_key(part) if isinstance(part, list) else part for part in value)
