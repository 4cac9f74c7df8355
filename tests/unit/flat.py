"""Rows of flat tables, as tests look at them."""

from __future__ import annotations

from functools import cache

from briefings.model import Corpus
from briefings.tables.catalogue import TABLES
from briefings.tables.fields import Row
from briefings.tables.writing import rows_by_part
from tests.gathered import five


def rows_of(corpus: Corpus) -> dict[str, list[Row]]:
    """All rows of a corpus, by table."""
    found: dict[str, list[Row]] = {one.name: [] for one in TABLES}
    for table, rows in rows_by_part(corpus):
        found[table.name] += rows
    return found


@cache
def rows_of_five() -> dict[str, list[Row]]:
    """Those of the five texts; shared: change none."""
    return rows_of(five())
