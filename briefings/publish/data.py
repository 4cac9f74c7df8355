"""From a corpus to the files under `data/`, which `catalogue` lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from briefings import ids, urls
from briefings.model import Briefing, Corpus
from briefings.model.page import SiteInfo

from . import citations, popolo, vocabulary
from .catalogue import (
    DOCUMENTS,
    FAMILIES,
    LISTINGS,
    RECORDS,
    Document,
    Entry,
    Family,
    Listing,
    Record,
)
from .json_text import json_pieces
from .named_texts import NamedTexts
from .plaintext import briefing_text, witness_text
from .records import Data
from .shapes import SCHEMA_VERSION, Shape, cells, fields, list_schema, record_schema

PACKAGE = "datapackage.json"
_SITE = SiteInfo("Briefings")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the published data: its path below `data/`, its content in pieces (text or bytes),
    and its description.

    `key` changes with the content; None if the content has to be made to know. `described` is its
    entry in `datapackage.json`; None if it has none.
    """

    path: str
    key: str | None
    pieces: Callable[[], Iterable[str | bytes]]
    described: Data | None = None


def described(path: str, name: str, title: str, mediatype: str, description: str = "") -> Data:
    """The entry of a file in `datapackage.json`; its suffix says in which format it is."""
    entry = {
        "path": path,
        "name": name,
        "title": title,
        "format": path.rpartition(".")[2],
        "mediatype": mediatype,
    }
    return {**entry, "description": description} if description else entry


def field_table(
    path: str, title: str, description: str, also: Iterable[str] = (), schema: str = "",
    shape: Shape | None = None,
) -> Data:  # fmt: skip
    """A kind of file on the Data page: paths are below `data/`; `schema` and `shape` are the name
    and the fields of its JSON Schema, if it has one."""
    return {
        "path": urls.data_url(path),
        "also": [urls.data_url(other) for other in also],
        "title": title,
        "description": description,
        "schema": urls.data_url(schema_path(schema)) if schema else None,
        "fields": fields(shape) if shape else [],
    }


def data_files(corpus: Corpus, site: SiteInfo) -> Iterator[DataFile]:
    """The files of the published data, except `datapackage.json`, which describes them."""
    key = corpus.digest or None
    texts = NamedTexts(corpus.briefings)
    # Citations contain the full address of the site and its name.
    of_site = key and f"{key} {site.url} {site.name}"
    yield from _listing(citations.listing(site), corpus, texts, of_site)
    for listing in LISTINGS:
        yield from _listing(listing, corpus, texts, key)
    for family in FAMILIES:
        for entry in family.entries(corpus):
            yield _entry(family, entry, corpus.digests.get(entry.briefing))
        yield _schema(family.name, record_schema(family.name, family.title, family.shape))
    for record in RECORDS:
        yield from _record(record, corpus, None)
    yield from _record(popolo.single(site), corpus, of_site)
    for document in _documents(site):
        yield DataFile(
            document.path,
            of_site if document.of_texts else None,
            partial(_text, document.text, corpus),
            described(
                document.path, document.name, document.title, document.mediatype,
                document.description,
            ),
        )  # fmt: skip
    for briefing in corpus.briefings:
        own_key = corpus.digests.get(briefing.slug)
        for n, source in enumerate(briefing.sources):
            path = urls.text_file(source).removeprefix(urls.DATA)
            name, title = f"plain-{ids.slug(source)}", f"Text {source} of {briefing.title}"
            pieces = partial(_text, _witness_text, briefing, n)
            yield DataFile(path, own_key, pieces, described(path, name, title, "text/plain"))
        path = f"{urls.BRIEFINGS}{briefing.slug}.txt"
        entry_ = described(path, f"text-{briefing.slug}", briefing.title, "text/plain")
        yield DataFile(path, own_key, partial(_text, briefing_text, briefing), entry_)


def _documents(site: SiteInfo) -> tuple[Document, ...]:
    return (*DOCUMENTS, vocabulary.document(site), *citations.documents(site))


def _listing(
    listing: Listing, corpus: Corpus, texts: NamedTexts, key: str | None
) -> Iterator[DataFile]:
    """A list as JSON and, if it has a table, as CSV, and its schema."""
    stem, shape, make_table = listing.stem, listing.shape, listing.table
    path = f"{stem}.json"
    entry = _described(path, stem, listing.title, shape, schema=stem)
    # Records with optional fields, such as CSL-JSON items, are not rows of a table.
    if len(shape["required"]) == len(shape["properties"]):
        entry |= _table(stem)
        entry["schema"] |= _keys(listing)
    yield DataFile(path, key, lambda: _versioned({stem: iter(listing.rows(corpus, texts))}), entry)
    if make_table:
        path = f"{stem}.csv"
        entry = described(path, f"{stem}-csv", listing.title, "text/csv", shape["description"])
        entry |= {"type": "table", "schema": {"fields": cells(shape), **_keys(listing)}}
        yield DataFile(path, key, lambda: make_table(listing.rows(corpus, texts)), entry)
    yield _schema(stem, list_schema(stem, listing.title, shape))


def _keys(listing: Listing) -> Data:
    """The primary key of a list, and its foreign keys."""
    foreign = [
        {"fields": [field], "reference": {"resource": resource, "fields": ["id"]}}
        for field, resource in listing.refers
    ]
    return {"primaryKey": list(listing.key)} | ({"foreignKeys": foreign} if foreign else {})


def _entry(family: Family, entry: Entry, key: str | None) -> DataFile:
    path, name = f"{family.folder}/{entry.id}.json", f"{family.name}-{ids.slug(entry.id)}"
    described_ = _described(path, name, family.title, family.shape, schema=family.name)
    return DataFile(path, key, lambda: _versioned(entry.make()), described_)


def _record(record: Record, corpus: Corpus, key: str | None) -> Iterator[DataFile]:
    path, stem = f"{record.stem}.json", record.stem
    entry = _described(path, stem, record.title, record.shape, schema=stem, row=record.row)
    entry |= _table(record.table)
    yield DataFile(path, key, lambda: _versioned(record.document(corpus)), entry)
    yield _schema(stem, record_schema(stem, record.title, record.shape))


def _versioned(content: Data) -> Iterator[str]:
    return json_pieces({"schema_version": SCHEMA_VERSION, **content})


def _schema(name: str, schema: Data) -> DataFile:
    return DataFile(schema_path(name), name, lambda: json_pieces(schema))


def _witness_text(briefing: Briefing, n: int) -> str:
    return witness_text(briefing.witnesses[n])


def _text(make: Callable[..., str], *subject: object) -> tuple[str]:
    return (make(*subject),)


def datapackage(resources: list[Data], name: str) -> Data:
    """The description of all files (Data Package, version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": ids.slug(name),
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
    """The tables of the Data page: each kind of file with its path, schema and fields."""
    lists = [
        field_table(
            f"{listing.stem}.json", listing.title, listing.shape["description"],
            [f"{listing.stem}.csv"] if listing.table else [], listing.stem, listing.shape,
        )
        for listing in (*LISTINGS, citations.listing(_SITE))
    ]  # fmt: skip
    records = [
        field_table(path, title, shape["description"], (), name, shape)
        for path, name, title, shape in (
            *(
                (f"{family.folder}/<{family.key}>.json", family.name, family.title, family.shape)
                for family in FAMILIES
            ),
            *(
                (f"{record.stem}.json", record.stem, record.title, record.shape)
                for record in (*RECORDS, popolo.single(_SITE))
            ),
        )
    ]
    documents = [
        field_table(document.path, document.title, document.description)
        for document in _documents(_SITE)
    ]
    return [*lists, *records, *documents]


def schema_path(name: str) -> str:
    """The path of a schema below `data/`."""
    return f"schemas/{name}.schema.json"


def _described(
    path: str, name: str, title: str, shape: Shape, *, schema: str, row: Shape | None = None
) -> Data:
    """Fields are in the order of the file, whose keys are sorted: some readers go by position."""
    return {
        **described(path, name, title, "application/json", shape["description"]),
        # Unknown values are null; an empty text means that there is nothing to say.
        "schema": {
            "fields": sorted(fields(row or shape), key=itemgetter("name")),
            "missingValues": [],
        },
        "jsonSchema": schema_path(schema),
    }


def _table(rows: str) -> Data:
    """What makes a JSON file a table: the list in it that has the rows."""
    # The first is for version 2 of the standard, the other for readers of version 1.
    return {"type": "table", "dialect": {"property": rows, "json": {"property": rows}}}


def digest(sha256_of_text: str) -> Data:
    """The hash of a file as `datapackage.json` gives it."""
    return {"encoding": "utf-8", "hash": f"sha256:{sha256_of_text}"}
