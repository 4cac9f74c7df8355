"""The tables as resources of a data package, and how to read each with pandas."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from .fields import Field, Kind, Table

Data = dict[str, Any]
PANDAS = "pandas.json"
_TYPES: dict[Kind, str] = {
    "text": "string", "date": "string", "day": "date", "integer": "integer", "number": "number",
    "boolean": "boolean", "texts": "array", "integers": "array",
}  # fmt: skip
_DTYPES: dict[Kind, str] = {
    "text": "string", "date": "string", "integer": "Int64", "number": "float64",
    "boolean": "boolean", "texts": "string", "integers": "string",
}  # fmt: skip


def resource(table: Table, path: str, present: Collection[str], prefix: str = "") -> Data:
    """The data package resource for a table's CSV file.

    `present` are the tables in the package: foreign keys to other tables are left out. `prefix` is
    put before all their names.
    """
    schema: Data = {
        "fields": [column(one, one.name in (*table.unique, *_only(table.key))) for one in
                   table.fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }  # fmt: skip
    keys = [
        {
            "fields": [one.field],
            "reference": {
                # A reference to the same table has no resource name (Table Schema).
                "resource": "" if one.table == table.name else prefix + one.table,
                "fields": ["id"],
            },
        }
        for one in table.refers
        if one.table in present
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": prefix + table.name,
        "path": path,
        "title": table.title,
        "description": f"One row is: {table.row}",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": schema,
    }


def _only(names: tuple[str, ...]) -> tuple[str, ...]:
    return names if len(names) == 1 else ()


def column(field: Field, unique: bool = False) -> Data:
    """A column as a field of a data package."""
    constraints: Data = {}
    if not field.null:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    if field.values and _TYPES[field.kind] == "string":
        constraints["enum"] = list(field.values)
    if field.minimum is not None and field.kind == "integer":
        constraints["minimum"] = field.minimum
    if field.pattern:
        # A value that a spreadsheet would evaluate begins with an apostrophe: `--01-10`.
        constraints["pattern"] = field.pattern.replace("|--", "|'?--")
    said: Data = {
        "name": field.name,
        "type": _TYPES[field.kind],
        "description": field.description,
    }
    if field.unit:
        said["unit"] = field.unit
    return said | ({"constraints": constraints} if constraints else {})


def reading_with_pandas(tables: Iterable[Table]) -> Data:
    """The arguments of `pandas.read_csv` that give each table its types, by table name.

    Only an empty cell is null: a text may be "NA".
    """
    return {
        table.name: {
            "dtype": {one.name: _DTYPES[one.kind] for one in table.fields if one.kind != "day"},
            "parse_dates": [one.name for one in table.fields if one.kind == "day"],
            "keep_default_na": False,
            "na_values": [""],
        }
        for table in tables
    }
