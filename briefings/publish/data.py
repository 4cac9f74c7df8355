"""The published data: from a corpus to the files under `data/`.

What is published stands in four tables: `LISTINGS` (a file that is a list, with a CSV twin where
one is wanted), `FAMILIES` (a file a record), `RECORDS` (one file that is one record) and
`DOCUMENTS` (a file that is not ours to shape).  An entry there is written, gets a JSON Schema, a
place in `datapackage.json` and one on the Data page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from briefings import anchors
from briefings.model import Corpus

from . import schemas
from .annotations import TERM, notes_data, terms_data
from .figures import (
    DISCREPANCY,
    FIGURE,
    INDICATOR,
    discrepancies_data,
    figures_csv,
    figures_data,
    indicators_data,
)
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
from .relations import (
    COMMITMENT,
    FORMULA,
    PAIR,
    alignments_data,
    commitments_csv,
    commitments_data,
    discrepancies_csv,
    formulas_data,
)
from .report import REPORT, REPORT_SOURCE, report_data
from .shapes import SCHEMA_VERSION, Shape, cells, document, fields, listing

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Listing:
    """A file that is a list: `data/<stem>.json` with its records under `<stem>`.

    `table` makes the same records a CSV file, `data/<stem>.csv`.
    """

    stem: str
    title: str
    shape: Shape
    rows: Callable[[Corpus], list[Data]]
    table: Callable[[list[Data]], str] | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Files that hold one record each: `data/<folder>/<key>.json`."""

    folder: str
    name: str
    key: str
    title: str
    shape: Shape
    documents: Callable[[Corpus], dict[str, Data]]


@dataclass(frozen=True, slots=True)
class Record:
    """A file that is one record: `data/<stem>.json`.

    `table` names the list in it that readers of data packages take for its rows, of shape `row`.
    """

    stem: str
    title: str
    shape: Shape
    document: Callable[[Corpus], Data]
    table: str
    row: Shape


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a format that others define."""

    path: str
    name: str
    title: str
    description: str
    mediatype: str
    text: Callable[[Corpus], str]


LISTINGS: tuple[Listing, ...] = (
    Listing("briefings", "Briefings", schemas.BRIEFING_ENTRY, briefings_index),
    Listing("people", "People", schemas.PERSON, people_data),
    Listing("outlets", "Outlets", schemas.OUTLET, outlets_data),
    Listing("topics", "Topics", schemas.TOPIC, topics_data),
    Listing("terms", "Terms", TERM, lambda corpus: terms_data(corpus.annotations)),
    Listing(
        "figures",
        "Figures",
        FIGURE,
        lambda corpus: figures_data(corpus.figures, corpus.indicators),
        figures_csv,
    ),
    Listing(
        "indicators",
        "Indicators",
        INDICATOR,
        lambda corpus: indicators_data(corpus.indicators),
    ),
    Listing(
        "discrepancies",
        "Discrepancies",
        DISCREPANCY,
        lambda corpus: discrepancies_data(corpus.discrepancies),
        discrepancies_csv,
    ),
    Listing(
        "alignments",
        "Alignments",
        PAIR,
        lambda corpus: alignments_data(corpus.relations.pairs),
    ),
    Listing(
        "formulas",
        "Formulas",
        FORMULA,
        lambda corpus: formulas_data(corpus.relations.formulas),
    ),
    Listing(
        "commitments",
        "Commitments",
        COMMITMENT,
        lambda corpus: commitments_data(corpus.relations.commitments),
        commitments_csv,
    ),
)
FAMILIES: tuple[Family, ...] = (
    Family(
        "briefings",
        "briefing",
        "slug",
        "A briefing with its texts",
        schemas.BRIEFING,
        lambda corpus: {one.slug: briefing_data(one) for one in corpus.briefings},
    ),
    Family(
        "sources",
        "source",
        "id",
        "A source, line by line",
        schemas.SOURCE,
        lambda corpus: {
            witness.source.id: source_data(briefing, witness)
            for briefing in corpus.briefings
            for witness in briefing.witnesses
        },
    ),
)

RECORDS: tuple[Record, ...] = (
    Record("report", "Report on the texts", REPORT, report_data, "sources", REPORT_SOURCE),
)
DOCUMENTS: tuple[Document, ...] = (
    Document(
        "notes.jsonld",
        "notes",
        "Editors' notes",
        "Notes on words of the texts: W3C Web Annotations in one collection.",
        "application/ld+json",
        lambda corpus: notes_data(corpus.annotations, corpus),
    ),
)


def files(corpus: Corpus, name: str = "Briefings") -> dict[str, str]:
    """Every file of the published data: its path below `site/` and its text.

    `name` is the site's.
    """
    made: dict[str, str] = {}
    resources: list[Data] = []

    def publish(path: str, text: str, **described: object) -> None:
        made[path] = text
        resources.append({"path": path, **described, **_digest(text)})

    for one in LISTINGS:
        rows = one.rows(corpus)
        publish(
            f"{one.stem}.json",
            _json({"schema_version": SCHEMA_VERSION, one.stem: rows}),
            name=one.stem,
            **_described(one.title, one.stem, one.shape),
            type="table",
            # The first is the standard's, version 2; the other what its readers of version 1 know.
            dialect={"property": one.stem, "json": {"property": one.stem}},
        )
        if one.table:
            publish(
                f"{one.stem}.csv",
                one.table(rows),
                name=f"{one.stem}-csv",
                title=one.title,
                description=one.shape["description"],
                format="csv",
                mediatype="text/csv",
                type="table",
                schema={"fields": cells(one.shape)},
            )
        made[_schema_path(one.stem)] = _json(listing(one.stem, one.title, one.shape))
    for family in FAMILIES:
        for id_, data in family.documents(corpus).items():
            publish(
                f"{family.folder}/{id_}.json",
                _json({"schema_version": SCHEMA_VERSION, **data}),
                name=f"{family.name}-{anchors.slug(id_)}",
                **_described(family.title, family.name, family.shape),
            )
        made[_schema_path(family.name)] = _json(document(family.name, family.title, family.shape))
    for single in RECORDS:
        publish(
            f"{single.stem}.json",
            _json({"schema_version": SCHEMA_VERSION, **single.document(corpus)}),
            name=single.stem,
            **_described(single.title, single.stem, single.shape, single.row),
            type="table",
            dialect={"property": single.table, "json": {"property": single.table}},
        )
        made[_schema_path(single.stem)] = _json(document(single.stem, single.title, single.shape))
    for other in DOCUMENTS:
        publish(
            other.path,
            other.text(corpus),
            name=other.name,
            title=other.title,
            description=other.description,
            format=other.path.rpartition(".")[2],
            mediatype=other.mediatype,
        )
    for briefing in corpus.briefings:
        publish(
            f"briefings/{briefing.slug}.txt",
            briefing_text(briefing),
            name=f"text-{briefing.slug}",
            title=briefing.title,
            format="txt",
            mediatype="text/plain",
        )
    made["datapackage.json"] = _json(datapackage(resources, name))
    return {f"data/{path}": text for path, text in sorted(made.items())}


def datapackage(resources: list[Data], name: str) -> Data:
    """The description of all files (Data Package, version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": anchors.slug(name),
        "title": name,
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
        _table(f"{one.stem}.json", one.stem, one.title, one.shape)
        | {"also": [f"data/{one.stem}.csv"] if one.table else []}
        for one in LISTINGS
    ]
    tables += [
        _table(f"{one.folder}/<{one.key}>.json", one.name, one.title, one.shape) for one in FAMILIES
    ]
    tables += [_table(f"{one.stem}.json", one.stem, one.title, one.shape) for one in RECORDS]
    tables += [
        {
            "path": f"data/{one.path}",
            "also": [],
            "title": one.title,
            "description": one.description,
            "schema": None,
            "fields": [],
        }
        for one in DOCUMENTS
    ]
    return tables


def _table(path: str, name: str, title: str, shape: Shape) -> Data:
    return {
        "path": f"data/{path}",
        "also": [],
        "title": title,
        "description": shape["description"],
        "schema": f"data/{_schema_path(name)}",
        "fields": fields(shape),
    }


def _schema_path(name: str) -> str:
    return f"schemas/{name}.schema.json"


def _described(title: str, schema: str, shape: Shape, row: Shape | None = None) -> Data:
    """Fields stand in the order of the file, whose keys are sorted: some readers go by position."""
    return {
        "title": title,
        "description": shape["description"],
        "format": "json",
        "mediatype": "application/json",
        # What is not known is null; an empty text says that there is nothing to say.
        "schema": {
            "fields": sorted(fields(row or shape), key=itemgetter("name")),
            "missingValues": [],
        },
        "jsonSchema": _schema_path(schema),
    }


def _digest(text: str) -> Data:
    return {
        "encoding": "utf-8",
        "hash": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}",
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
