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
    unique = (*table.unique, *(table.key if len(table.key) == 1 else ()))
    schema: Data = {
        "fields": [column(field, field.name in unique) for field in table.fields],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    keys = [
        {
            "fields": [reference.field],
            "reference": {
                # A reference to the same table has no resource name (Table Schema).
                "resource": "" if reference.table == table.name else prefix + reference.table,
                "fields": ["id"],
            },
        }
        for reference in table.refers
        if reference.table in present
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
    described: Data = {
        "name": field.name,
        "type": _TYPES[field.kind],
        "description": field.description,
    }
    if field.unit:
        described["unit"] = field.unit
    return described | ({"constraints": constraints} if constraints else {})


def reading_with_pandas(tables: Iterable[Table]) -> Data:
    """The arguments of `pandas.read_csv` that give each table its types, by table name.

    Only an empty cell is null: a text may be "NA".
    """
    return {
        table.name: {
            "dtype": {
                field.name: _DTYPES[field.kind] for field in table.fields if field.kind != "day"
            },
            "parse_dates": [field.name for field in table.fields if field.kind == "day"],
            "keep_default_na": False,
            "na_values": [""],
        }
        for table in tables
    }
