"""JSON Schemas of the editorial files, with which text editors complete and check these.

They are kept in `editorial/schemas/`; after a change here, `python -m
briefings.editorial.json_schemas` writes them again. A test makes sure that they are up to date.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .fields import ID, RECORD_ID
from .figures import DiscrepancySchema, IndicatorSchema
from .schemas import (
    ChangeSchema,
    CheckedSchema,
    EditorSchema,
    NamedSchema,
    NoteSchema,
    PersonSchema,
    SameSchema,
    SiteSchema,
    SourceSchema,
    TermSchema,
    TopicSchema,
)

LANGUAGE_SERVER = "# yaml-language-server: $schema="
FOLDER = Path(__file__).parents[2] / "editorial" / "schemas"
_DIALECT = "http://json-schema.org/draft-07/schema#"

_MAPS: dict[str, tuple[type[BaseModel], str]] = {
    "people": (PersonSchema, "people.yml: people by permanent id"),
    "outlets": (NamedSchema, "outlets.yml: news organisations by permanent id"),
    "topics": (TopicSchema, "topics.yml: topics by permanent id"),
    "glossary": (TermSchema, "glossary.yml: terms by permanent id"),
    "notes": (NoteSchema, "notes/<briefing>.yml: notes by permanent id"),
    "indicators": (IndicatorSchema, "indicators.yml: indicators by permanent id"),
    "discrepancies": (
        DiscrepancySchema,
        "discrepancies.yml: rulings on discrepancies by record id",
    ),
    "checked": (CheckedSchema, "checked.yml: briefings that editors have checked, by address"),
    "editors": (EditorSchema, "editors.yml: editors who sign notes, by permanent id"),
}
_LISTS: dict[str, tuple[type[BaseModel], str]] = {
    "changes": (ChangeSchema, "changes.yml: a list of corrections and additions"),
    "search": (SameSchema, "search.yml: a list of groups of wordings that mean the same"),
}


def json_schemas() -> dict[str, str]:
    """The text of every schema by file name."""
    schemas = {"source": _titled(SourceSchema, "sources/<id>.yml: information about a source", {})}
    schemas["source"]["type"] = _or_nothing("object")
    schemas["site"] = _titled(SiteSchema, "site.yml: the name and texts of the site", {})
    for name, (model, title) in _MAPS.items():
        ids = RECORD_ID if model is DiscrepancySchema else ID
        inner = {"patternProperties": {ids: {"$ref": "#/definitions/entry"}}}
        schemas[name] = _titled(
            model,
            title,
            {"type": _or_nothing("object"), **inner, "additionalProperties": False},
        )
    for name, (model, title) in _LISTS.items():
        schemas[name] = _titled(
            model,
            title,
            {"type": _or_nothing("array"), "items": {"$ref": "#/definitions/entry"}},
        )
    schemas["redirects"] = {
        "$schema": _DIALECT,
        "title": "redirects.yml: old addresses or passage ids with the new ones",
        "type": _or_nothing("object"),
        "additionalProperties": {"type": "string", "minLength": 1},
    }
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, schema in sorted(schemas.items())
    }


def write(folder: Path = FOLDER) -> None:
    """Writes the schemas to the folder where the editorial files look for them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in json_schemas().items():
        (folder / name).write_text(text, "utf-8")


def first_line(path: Path, schema: str) -> str:
    """The line from which a text editor finds the schema of the file at `path`."""
    folder = os.path.relpath(FOLDER, path.resolve().parent)
    return f"{LANGUAGE_SERVER}{Path(folder, schema).as_posix()}.json"


def _or_nothing(kind: str) -> list[str]:
    """Types that also allow an empty file: the files that `new` writes contain only comments."""
    return [kind, "null"]


def _titled(model: type[BaseModel], title: str, around: dict[str, Any]) -> dict[str, Any]:
    """The model's schema; with `around`, the schema of a map or list of such entries."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    if not around:
        complete = {**schema, "title": title}
    else:
        complete = {**around, "title": title}
        definitions["entry"] = schema
    if definitions:
        complete["definitions"] = definitions
    return {"$schema": _DIALECT, **complete}


if __name__ == "__main__":
    write()
