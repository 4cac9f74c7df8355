"""Functions that write the shapes of the published data as JSON Schema.

A single description of each field is used for the published JSON Schema, `datapackage.json` and the
Data page. The shape of a record is a JSON Schema object made by `record`, so that every field has a
description and none can appear in the data without being described here.
"""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]
SCHEMA_VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"

DATE = r"^(\d{4}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}|--\d{2}-\d{2})$"


def text(description: str, *, null: bool = False, pattern: str | None = None) -> Shape:
    """A string; with `null`, it may be null if unknown."""
    shape = _plain("string", description, null)
    if pattern:
        shape["pattern"] = pattern
    return shape


def source_id() -> Shape:
    """The id of a source; some programs parse numeric ones as numbers when reading a CSV file."""
    return text(
        "Id of the source: text, also where it is digits. Of a CSV file read the column as text: "
        'dtype={"source": str} in pandas.'
    )


def choice(description: str, values: tuple[str, ...], *, null: bool = False) -> Shape:
    """A string from a closed list."""
    shape = _plain("string", description, null)
    shape["enum"] = [*values, None] if null else list(values)
    return shape


def whole(description: str, *, null: bool = False, minimum: int = 0) -> Shape:
    """An integer."""
    return {**_plain("integer", description, null), "minimum": minimum}


def number(description: str, *, null: bool = False) -> Shape:
    """Any number."""
    return _plain("number", description, null)


def flag(description: str) -> Shape:
    """True or false."""
    return _plain("boolean", description, False)


def many(description: str, item: Shape) -> Shape:
    """A list of records or of plain values."""
    return {"type": "array", "description": description, "items": item}


def record(description: str, fields: dict[str, Shape], *, optional: tuple[str, ...] = ()) -> Shape:
    """An object with exactly these fields; those named in `optional` may be left out."""
    return {
        "type": "object",
        "description": description,
        "properties": fields,
        "required": sorted(set(fields) - set(optional)),
        "additionalProperties": False,
    }


def extend(shape: Shape, fields: dict[str, Shape], *, optional: tuple[str, ...] = ()) -> Shape:
    """The same record with additional fields, such as a place that also names a turn."""
    before = set(shape["properties"]) - set(shape["required"])
    return record(
        shape["description"],
        {**shape["properties"], **fields},
        optional=(*before, *optional),
    )


def nullable(shape: Shape) -> Shape:
    """A record that may be null."""
    return {**shape, "type": [shape["type"], "null"]}


def record_schema(name: str, title: str, shape: Shape) -> Shape:
    """The JSON Schema of a file that holds one record."""
    versioned = extend(shape, {"schema_version": _version()})
    return {"$schema": DIALECT, "$id": f"{name}.schema.json", "title": title, **versioned}


def list_schema(name: str, title: str, shape: Shape) -> Shape:
    """The JSON Schema of a file that is a list of records under its own name."""
    whole_file = record(title, {"schema_version": _version(), name: many(title, shape)})
    return {"$schema": DIALECT, "$id": f"{name}.schema.json", "title": title, **whole_file}


def fields(shape: Shape) -> list[dict[str, Any]]:
    """A record's fields as `datapackage.json` and the Data page list them."""
    required = set(shape["required"])
    table = []
    for name, field in shape["properties"].items():
        kinds = [field["type"]] if isinstance(field["type"], str) else field["type"]
        entry: dict[str, Any] = {
            "name": name,
            "type": kinds[0],
            "description": field["description"],
        }
        constraints: dict[str, Any] = {}
        if name in required and "null" not in kinds:
            constraints["required"] = True
        if "enum" in field:
            constraints["enum"] = [value for value in field["enum"] if value is not None]
        if constraints:
            entry["constraints"] = constraints
        table.append(entry)
    return table


def cells(shape: Shape) -> list[dict[str, Any]]:
    """The fields of a CSV file: lists are written as words, and cells may be empty."""
    return [
        {
            "name": field["name"],
            "type": "string" if field["type"] in {"array", "object"} else field["type"],
            "description": field["description"],
        }
        for field in fields(shape)
    ]


def date(description: str) -> Shape:
    """An ISO date, possibly partial; null if unknown."""
    return text(
        f"{description} ISO; `--MM-DD` where the year is not known, null where nothing is.",
        null=True,
        pattern=DATE,
    )


def _plain(kind: str, description: str, null: bool) -> Shape:
    return {"type": [kind, "null"] if null else kind, "description": description}


def _version() -> Shape:
    return {
        "type": "integer",
        "const": SCHEMA_VERSION,
        "description": "Version of these file formats; it grows when a field changes its meaning.",
    }
