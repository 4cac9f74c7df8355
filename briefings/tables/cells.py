"""Values as the cells of a CSV file, and back."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator

from .fields import LISTS, Field, Row, Table, Value

# What a spreadsheet takes for a formula, full-width signs included; a sign alone is none.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_BEGINS = frozenset("'=+-@\t\r\n＝＋－＠")
_LED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_EXACT = 1e15
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def head(table: Table) -> str:
    """The first line of a table's file."""
    return _line(table.names)


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as the lines of a CSV file (RFC 4180: commas, CR LF, quotes doubled)."""
    for row in rows:
        yield _line([cell(value) for value in row.values()])


def cell(value: Value) -> str:
    """A value as a cell: nothing for null, a list as JSON, `true` and `false`.

    A text that a spreadsheet would reckon is led by an apostrophe, and so is one that looks as if
    it was: `exact` gives every text back.

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


def exact(text: str) -> str:
    """The text that a cell of text stands for.

    >>> exact("'=1+1"), exact("''=1"), exact("'tis")
    ('=1+1', "'=1", "'tis")
    """
    return text[1:] if _LED.match(text) else text


def value_of(text: str, field: Field) -> Value:
    """The value of a cell of a column; the inverse of `cell`."""
    if text == "":
        return None
    if field.kind in LISTS:
        found: list[str] = json.loads(text)
        return found
    if field.kind == "boolean":
        return text == "true"
    if field.kind == "integer":
        return int(text)
    return float(text) if field.kind == "number" else exact(text)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
