"""From a corpus to the files under `data/`, which `catalogue` lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from operator import itemgetter
from typing import TypeVar

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
from .shapes import SCHEMA_VERSION, Shape, cells, document, fields, listing

PACKAGE = "datapackage.json"
T = TypeVar("T")
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


def files(corpus: Corpus, site: SiteInfo = _SITE) -> dict[str, str]:
    """Every file of the published data: its path below `site/` and its text."""
    made: dict[str, str] = {}
    resources: list[Data] = []
    for one in data_files(corpus, site):
        made[one.path] = "".join(map(str, one.pieces()))
        if one.described is not None:
            resources.append(one.described | digest(sha256(made[one.path].encode()).hexdigest()))
    made[PACKAGE] = "".join(json_pieces(datapackage(resources, site.name)))
    return {urls.data_url(path): text for path, text in sorted(made.items())}


def data_files(corpus: Corpus, site: SiteInfo) -> Iterator[DataFile]:
    """The files of the published data, except `datapackage.json`, which describes them."""
    key = corpus.digest or None
    texts = NamedTexts(corpus.briefings)
    cited = citations.listing(site)
    # Citations contain the full address of the site and its name.
    of_site = key and f"{key} {site.url} {site.name}"
    yield _listing(cited, partial(cited.rows, corpus, texts), of_site)
    yield _schema(cited.stem, listing(cited.stem, cited.title, cited.shape))
    for one in LISTINGS:
        rows = partial(one.rows, corpus, texts)
        yield _listing(one, rows, key)
        if one.table:
            yield _table_of(one, one.table, rows, key)
        yield _schema(one.stem, listing(one.stem, one.title, one.shape))
    for family in FAMILIES:
        for entry in family.entries(corpus):
            yield _entry(family, entry, corpus.digests.get(entry.briefing))
        yield _schema(family.name, document(family.name, family.title, family.shape))
    for single, known in (*((one, None) for one in RECORDS), (popolo.single(site), of_site)):
        yield _record(single, corpus, known)
        yield _schema(single.stem, document(single.stem, single.title, single.shape))
    for other in _documents(site):
        described = {
            "name": other.name,
            "title": other.title,
            "description": other.description,
            "format": other.path.rpartition(".")[2],
            "mediatype": other.mediatype,
        }
        known = of_site if other.of_texts else None
        yield _file(other.path, known, partial(_whole, other.text, corpus), described)
    for briefing in corpus.briefings:
        for n, source in enumerate(briefing.sources):
            described = {
                "name": f"plain-{ids.slug(source)}",
                "title": f"Text {source} of {briefing.title}",
                "format": "txt",
                "mediatype": "text/plain",
            }
            path = urls.text_file(source).removeprefix(urls.DATA)
            pieces = partial(_whole, _plain_text, (briefing, n))
            yield _file(path, corpus.digests.get(briefing.slug), pieces, described)
        described = {
            "name": f"text-{briefing.slug}",
            "title": briefing.title,
            "format": "txt",
            "mediatype": "text/plain",
        }
        yield _file(
            f"{urls.BRIEFINGS}{briefing.slug}.txt",
            corpus.digests.get(briefing.slug),
            partial(_whole, briefing_text, briefing),
            described,
        )


def _documents(site: SiteInfo) -> tuple[Document, ...]:
    return (*DOCUMENTS, vocabulary.document(site), *citations.documents(site))


def _file(path: str, key: str | None, pieces: Callable[[], Iterable[str]], said: Data) -> DataFile:
    return DataFile(path, key, pieces, {"path": path, **said})


def _listing(one: Listing, rows: Callable[[], Iterable[Data]], key: str | None) -> DataFile:
    def pieces() -> Iterator[str]:
        return json_pieces({"schema_version": SCHEMA_VERSION, one.stem: iter(rows())})

    described = {"name": one.stem, **_described(one.title, one.stem, one.shape)}
    # Records with optional fields, such as CSL-JSON items, are not rows of a table.
    if len(one.shape["required"]) == len(one.shape["properties"]):
        described |= {
            "type": "table",
            # The first is for version 2 of the standard, the other for readers of version 1.
            "dialect": {"property": one.stem, "json": {"property": one.stem}},
            "schema": described["schema"] | _keys(one),
        }
    return _file(f"{one.stem}.json", key, pieces, described)


def _table_of(
    one: Listing,
    table: Callable[[Iterable[Data]], Iterator[str]],
    rows: Callable[[], Iterable[Data]],
    key: str | None,
) -> DataFile:
    described = {
        "name": f"{one.stem}-csv",
        "title": one.title,
        "description": one.shape["description"],
        "format": "csv",
        "mediatype": "text/csv",
        "type": "table",
        "schema": {"fields": cells(one.shape), **_keys(one)},
    }
    return _file(f"{one.stem}.csv", key, lambda: table(rows()), described)


def _keys(one: Listing) -> Data:
    """The primary key of a list, and its foreign keys."""
    foreign = [
        {"fields": [field], "reference": {"resource": resource, "fields": ["id"]}}
        for field, resource in one.refers
    ]
    return {"primaryKey": list(one.key)} | ({"foreignKeys": foreign} if foreign else {})


def _entry(family: Family, entry: Entry, key: str | None) -> DataFile:
    def pieces() -> Iterator[str]:
        return json_pieces({"schema_version": SCHEMA_VERSION, **entry.make()})

    described = {
        "name": f"{family.name}-{ids.slug(entry.id)}",
        **_described(family.title, family.name, family.shape),
    }
    return _file(f"{family.folder}/{entry.id}.json", key, pieces, described)


def _record(single: Record, corpus: Corpus, key: str | None) -> DataFile:
    def pieces() -> Iterator[str]:
        return json_pieces({"schema_version": SCHEMA_VERSION, **single.document(corpus)})

    described = {
        "name": single.stem,
        **_described(single.title, single.stem, single.shape, single.row),
        "type": "table",
        "dialect": {"property": single.table, "json": {"property": single.table}},
    }
    return _file(f"{single.stem}.json", key, pieces, described)


def _schema(name: str, schema: Data) -> DataFile:
    return DataFile(schema_path(name), name, lambda: json_pieces(schema))


def _plain_text(nth: tuple[Briefing, int]) -> str:
    briefing, n = nth
    return witness_text(briefing.witnesses[n])


def _whole(text: Callable[[T], str], subject: T) -> tuple[str]:
    return (text(subject),)


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
    tables = [
        _table(f"{one.stem}.json", one.stem, one.title, one.shape)
        | {"also": [urls.data_url(f"{one.stem}.csv")] if one.table else []}
        for one in (*LISTINGS, citations.listing(_SITE))
    ]
    tables += [
        _table(f"{one.folder}/<{one.key}>.json", one.name, one.title, one.shape) for one in FAMILIES
    ]
    tables += [
        _table(f"{one.stem}.json", one.stem, one.title, one.shape)
        for one in (*RECORDS, popolo.single(_SITE))
    ]
    tables += [
        {
            "path": urls.data_url(one.path),
            "also": [],
            "title": one.title,
            "description": one.description,
            "schema": None,
            "fields": [],
        }
        for one in _documents(_SITE)
    ]
    return tables


def _table(path: str, name: str, title: str, shape: Shape) -> Data:
    return {
        "path": urls.data_url(path),
        "also": [],
        "title": title,
        "description": shape["description"],
        "schema": urls.data_url(schema_path(name)),
        "fields": fields(shape),
    }


def schema_path(name: str) -> str:
    """The path of a schema below `data/`."""
    return f"schemas/{name}.schema.json"


def _described(title: str, schema: str, shape: Shape, row: Shape | None = None) -> Data:
    """Fields are in the order of the file, whose keys are sorted: some readers go by position."""
    return {
        "title": title,
        "description": shape["description"],
        "format": "json",
        "mediatype": "application/json",
        # Unknown values are null; an empty text means that there is nothing to say.
        "schema": {
            "fields": sorted(fields(row or shape), key=itemgetter("name")),
            "missingValues": [],
        },
        "jsonSchema": schema_path(schema),
    }


def digest(sha256_of_text: str) -> Data:
    """The hash of a file as `datapackage.json` gives it."""
    return {"encoding": "utf-8", "hash": f"sha256:{sha256_of_text}"}
