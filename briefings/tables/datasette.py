"""Metadata that Datasette shows with the tables: `metadata.json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .fields import Field, Table
from .views import VIEWS

# Columns that are offered as facets, if a table has them.
_FACETS = ("speaker_kind", "does", "kind", "type", "class", "unit", "publisher", "quality", "role")
_MOST_FACETS = 3


def metadata(title: str, database: str, tables: Iterable[Table]) -> dict[str, Any]:
    """Titles and descriptions of the database, its tables, their columns, and its views."""
    described: dict[str, Any] = {table.name: _table(table) for table in tables}
    for view in VIEWS:
        described[view.name] = {"title": view.title, "description": view.description}
    return {
        "title": title,
        "description": "Texts of press briefings as tables: who said what when, what is stated in "
        "numbers, where texts differ, and where each line stands.",
        "license": "CC BY 4.0, for what editors added; the texts remain their publishers'",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "databases": {database: {"title": title, "tables": described}},
    }


def _table(table: Table) -> dict[str, Any]:
    names = table.names
    description: dict[str, Any] = {
        "title": table.title,
        "description": " ".join((f"One row is: {table.row}", *table.weaknesses)),
        "columns": {field.name: _column(field) for field in table.fields},
        "facets": [name for name in _FACETS if name in names][:_MOST_FACETS],
    }
    label = next((name for name in ("name", "title", "term", "phrase") if name in names), None)
    if label:
        description["label_column"] = label
    if table.name == "passages":
        description |= {"fts_table": "passages_fts", "fts_pk": "position"}
    return description


def _column(field: Field) -> str:
    unit = f" In {field.unit}." if field.unit else ""
    values = f" One of: {', '.join(field.values)}." if field.values else ""
    return field.description + unit + values
