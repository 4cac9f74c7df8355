"""The small tables, which the site publishes under `data/tables/`; the others are only
in releases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from briefings import urls
from briefings.engine.keys import key_of
from briefings.engine.store import Store
from briefings.model import Briefing, Corpus
from briefings.problems import Problems
from briefings.publish.catalogue import FLAT
from briefings.publish.data import DataFile, described
from briefings.publish.json_text import json_pieces

from . import cells
from .catalogue import TABLES
from .fields import Table
from .package import PANDAS, reading_with_pandas, resource
from .reading import BriefingRows, CorpusRows

FOLDER = "tables"
SMALL = tuple(
    table
    for table in TABLES
    if table.name
    in ("briefings", "texts", "sources", "topics", "people", "outlets", "indicators", "terms",
        "phrases")
)  # fmt: skip
"""The tables with less than a megabyte for 1,000 briefings."""


def table_files(corpus: Corpus, store: Store) -> Iterator[DataFile]:
    """The files of the small tables; the lines of each briefing are cached in the store."""
    present = {small.name for small in SMALL}
    for table in SMALL:
        path = f"{FOLDER}/{table.name}.csv"
        yield DataFile(
            path,
            corpus.digest or None,
            partial(_pieces, table, corpus, store),
            resource(table, path, present, FLAT),
        )
    reading = reading_with_pandas(SMALL)
    path = f"{FOLDER}/{PANDAS}"
    entry = described(
        path, f"{FLAT}pandas", "How pandas reads the tables", "application/json",
        "What pandas.read_csv is given for each of the tables, by its name.",
    )  # fmt: skip
    yield DataFile(path, None, lambda: json_pieces(reading), entry)


def _pieces(table: Table, corpus: Corpus, store: Store) -> Iterator[str]:
    yield cells.head(table)
    rows = CorpusRows(corpus)
    if table.of_corpus:
        yield from cells.lines(table.rows_of(rows))
        return
    for briefing in corpus.briefings:
        # Rows of a small table depend only on the texts and the head of their briefing.
        digest = corpus.digests.get(briefing.slug)
        make = partial(_lines, table, briefing, rows)
        key = key_of("table", table.name, _head(briefing), digest) if digest else ""
        yield store.cached(key, make, Problems()) if key else make(Problems())


def _head(briefing: Briefing) -> Briefing:
    return replace(
        briefing, witnesses=(), participants=(), exchanges=(), section_topics=(), passage_topics=()
    )


def _lines(table: Table, briefing: Briefing, rows: CorpusRows, _: Problems) -> str:
    return "".join(cells.lines(table.rows_of_briefing(BriefingRows(briefing, rows))))


def listed() -> list[dict[str, Any]]:
    """The tables for the Data page: what a row is, and where the site has the file."""
    small = {table.name for table in SMALL}
    return [
        {
            "name": table.name,
            "title": table.title,
            "row": table.row,
            "path": urls.data_url(f"{FOLDER}/{table.name}.csv") if table.name in small else None,
        }
        for table in TABLES
    ]
