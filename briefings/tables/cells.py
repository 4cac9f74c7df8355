"""Writes values as cells of a CSV file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from briefings.publish.tables import csv_line

from .fields import Row, Table, Value

# What spreadsheets evaluate as a formula, including full-width signs; a sign alone is harmless.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_BEGINS = frozenset("'=+-@\t\r\n＝＋－＠")
_EXACT = 1e15
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def head(table: Table) -> str:
    """The header line of a table's file."""
    return csv_line(table.names)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as the lines of a CSV file (RFC 4180: commas, CR LF, quotes doubled)."""
    for row in rows:
        yield csv_line([cell(value) for value in row.values()])


def cell(value: Value) -> str:
    """A value as a cell: null is empty, a list is JSON, booleans are `true` and `false`.

    A text that a spreadsheet would evaluate gets a leading apostrophe, and so does a text that
    already looks protected, so that removing one apostrophe restores every text.

    >>> [cell(value) for value in ("=1+1", "'=1", "it's", -3.5, 12.0, True, ["a"], None)]
    ["'=1+1", "''=1", "it's", '-3.5', '12', 'true', '["a"]', '']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value[:1] in _BEGINS and _FORMULA.match(value) else value
    if isinstance(value, list):
        return _ENCODE(value)
    return str(int(value)) if value == int(value) and abs(value) < _EXACT else repr(value)
