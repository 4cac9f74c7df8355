"""The published data: from a corpus to the files under `data/`.

`LISTINGS` is the one table of the files that are lists: an entry there is written, gets a JSON
Schema, a place in `datapackage.json` and one on the Data page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from briefings import anchors
from briefings.model import Corpus

from . import schemas
from .annotations import TERM, notes_data, terms_data
from .plaintext import briefing_text
from .records import (
    Data,
    briefing_data,
    briefings_index,
    outlets_data,
    people_data,
    source_data,
    topics_data,
)
from .shapes import SCHEMA_VERSION, Shape, document, fields, listing

NOTES = "notes.jsonld"
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Listing:
    """A file that is a list: `data/<stem>.json` with its records under `<stem>`."""

    stem: str
    title: str
    shape: Shape
    rows: Callable[[Corpus], list[Data]]


@dataclass(frozen=True, slots=True)
class Family:
    """Files that hold one record each: `data/<folder>/<id>.json`."""

    folder: str
    name: str
    title: str
    shape: Shape
    documents: Callable[[Corpus], dict[str, Data]]


LISTINGS: tuple[Listing, ...] = (
    Listing("briefings", "Briefings", schemas.BRIEFING_ENTRY, briefings_index),
    Listing("people", "People", schemas.PERSON, people_data),
    Listing("outlets", "Outlets", schemas.OUTLET, outlets_data),
    Listing("topics", "Topics", schemas.TOPIC, topics_data),
    Listing("terms", "Terms", TERM, lambda corpus: terms_data(corpus.annotations)),
)
FAMILIES: tuple[Family, ...] = (
    Family(
        "briefings",
        "briefing",
        "A briefing with its texts",
        schemas.BRIEFING,
        lambda corpus: {one.slug: briefing_data(one) for one in corpus.briefings},
    ),
    Family(
        "sources",
        "source",
        "A source, line by line",
        schemas.SOURCE,
        lambda corpus: {
            witness.source.id: source_data(briefing, witness)
            for briefing in corpus.briefings
            for witness in briefing.witnesses
        },
    ),
)


def files(corpus: Corpus) -> dict[str, str]:
    """Every file of the published data: its path below `site/` and its text."""
    made: dict[str, str] = {}
    resources: list[Data] = []
    for one in LISTINGS:
        path = f"{one.stem}.json"
        made[path] = _json({"schema_version": SCHEMA_VERSION, one.stem: one.rows(corpus)})
        schema = listing(one.stem, one.title, one.shape)
        made[_schema_path(one.stem)] = _json(schema)
        resources.append(
            {
                **_resource(one.stem, path, one.title, made[path], one.stem, one.shape),
                "type": "table",
                "dialect": {"property": one.stem},
            }
        )
    for family in FAMILIES:
        schema = document(family.name, family.title, family.shape)
        made[_schema_path(family.name)] = _json(schema)
        for id_, data in family.documents(corpus).items():
            path = f"{family.folder}/{id_}.json"
            made[path] = _json({"schema_version": SCHEMA_VERSION, **data})
            name = f"{family.name}-{anchors.slug(id_)}"
            resources.append(
                _resource(name, path, family.title, made[path], family.name, family.shape)
            )
    made["notes.jsonld"] = notes_data(corpus.annotations, corpus)
    resources.append(
        {
            "name": "notes",
            "path": "notes.jsonld",
            "title": "Editors' notes (W3C Web Annotation)",
            "format": "jsonld",
            "mediatype": "application/ld+json",
            **_digest(made["notes.jsonld"]),
        }
    )
    for briefing in corpus.briefings:
        path = f"briefings/{briefing.slug}.txt"
        made[path] = briefing_text(briefing)
        resources.append(
            {
                "name": f"text-{briefing.slug}",
                "path": path,
                "title": briefing.title,
                "format": "txt",
                "mediatype": "text/plain",
                **_digest(made[path]),
            }
        )
    made[NOTES] = notes_data(corpus.annotations, corpus)
    resources.append(
        {
            "name": "notes",
            "path": NOTES,
            "title": "Editors' notes",
            "description": "Notes on words of the texts: W3C Web Annotations in one collection.",
            "format": "jsonld",
            "mediatype": "application/ld+json",
            **_digest(made[NOTES]),
        }
    )
    made["datapackage.json"] = _json(datapackage(resources))
    return {f"data/{path}": text for path, text in sorted(made.items())}


def datapackage(resources: list[Data]) -> Data:
    """The description of all files (Data Package, version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "annotated-briefings",
        "title": "Annotated briefings",
        "description": "Texts of press briefings, their structure, and where each line stands.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0, for what editors added; "
                "the texts of the sources remain their publishers'",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "resources": resources,
    }


def field_tables() -> list[Data]:
    """What the Data page shows: each kind of file with its path, schema and fields."""
    tables = [
        (f"data/{one.stem}.json", one.stem, one.title, one.shape) for one in LISTINGS
    ] + [
        (f"data/{one.folder}/<{'slug' if one.name == 'briefing' else 'id'}>.json", one.name,
         one.title, one.shape)
        for one in FAMILIES
    ]  # fmt: skip
    return [
        {
            "path": path,
            "title": title,
            "schema": f"data/{_schema_path(name)}",
            "fields": fields(shape),
        }
        for path, name, title, shape in tables
    ]


def _schema_path(name: str) -> str:
    return f"schemas/{name}.schema.json"


def _resource(name: str, path: str, title: str, text: str, schema: str, shape: Shape) -> Data:
    return {
        "name": name,
        "path": path,
        "title": title,
        "description": shape["description"],
        "format": "json",
        "mediatype": "application/json",
        "schema": {"fields": fields(shape)},
        "jsonSchema": _schema_path(schema),
        **_digest(text),
    }


def _digest(text: str) -> Data:
    stored = text.encode()
    return {
        "encoding": "utf-8",
        "bytes": len(stored),
        "hash": f"sha256:{hashlib.sha256(stored).hexdigest()}",
    }


def _json(data: Data) -> str:
    """Sorted keys, one record of a list a line: small, and a change shows as the line it is."""
    lines = []
    for key in sorted(data):
        value = data[key]
        if isinstance(value, list) and value:
            inner = ",\n".join(map(_ENCODE, value))
            lines.append(f"{_ENCODE(key)}: [\n{inner}\n]")
        else:
            lines.append(f"{_ENCODE(key)}: {_ENCODE(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
