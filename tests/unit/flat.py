"""Rows of flat tables, as tests look at them."""

from __future__ import annotations

import json
import re
from functools import cache

from briefings.model import Corpus
from briefings.tables.catalogue import TABLES
from briefings.tables.fields import LISTS, Field, Row, Table, Value
from briefings.tables.writing import rows_by_part
from tests.gathered import five

_LED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠].", re.DOTALL)


def table(name: str) -> Table:
    """The table with this name."""
    return {one.name: one for one in TABLES}[name]


def rows_of(corpus: Corpus) -> dict[str, list[Row]]:
    """All rows of a corpus, by table."""
    found: dict[str, list[Row]] = {one.name: [] for one in TABLES}
    for of_table, rows in rows_by_part(corpus):
        found[of_table.name] += rows
    return found


@cache
def rows_of_five() -> dict[str, list[Row]]:
    """Return the rows of the five texts. They are shared between tests, so do not modify them."""
    return rows_of(five())


def exact(text: str) -> str:
    """Return the original text of a text cell, without its escape.

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
