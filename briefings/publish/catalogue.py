"""The files of the published data, in four tables.

`LISTINGS` are files that are lists, some with a CSV twin; `FAMILIES` have one file per record;
`RECORDS` are files of a single record; `DOCUMENTS` are in formats that others define. Each entry is
written, and gets a JSON Schema, an entry in `datapackage.json` and one on the Data page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from briefings import measured
from briefings.model import Briefing, Corpus

from . import schemas
from .accuracy import ACCURACY, MEASURE, accuracy_data
from .annotations import TERM, notes_data, terms_data
from .figures import (
    DISCREPANCY,
    FIGURE,
    discrepancies_data,
    figures_csv,
    figures_data,
)
from .indicators import (
    INDICATOR,
    OBSERVATION,
    indicators_data,
    observations_csv,
    observations_data,
)
from .named_texts import NamedTexts
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
    PHRASE,
    alignments_data,
    commitments_csv,
    commitments_data,
    discrepancies_csv,
    formulas_data,
    phrases_data,
)
from .report import REPORT, REPORT_SOURCE, report_data
from .shapes import Shape
from .source_list import LISTED_SOURCE, sources_csv, sources_data


@dataclass(frozen=True, slots=True)
class Listing:
    """A file that is a list: `data/<stem>.json` with its records under `<stem>`.

    `table` also writes the records as CSV, `data/<stem>.csv`. `key` are the fields that identify a
    record; `refers` are fields that hold the id of a row in another CSV file, named as in
    `datapackage.json` (a JSON file with an empty list is no table to readers of data packages).
    """

    stem: str
    title: str
    shape: Shape
    rows: Callable[[Corpus, NamedTexts], Iterable[Data]]
    table: Callable[[Iterable[Data]], Iterator[str]] | None = None
    key: tuple[str, ...] = ("id",)
    refers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a family: its id, its briefing, and the function that makes it."""

    id: str
    briefing: str
    make: Callable[[], Data]


@dataclass(frozen=True, slots=True)
class Family:
    """Files that hold one record each: `data/<folder>/<key>.json`."""

    folder: str
    name: str
    key: str
    title: str
    shape: Shape
    entries: Callable[[Corpus], Iterator[Entry]]


@dataclass(frozen=True, slots=True)
class Record:
    """A file of a single record: `data/<stem>.json`.

    `table` names the list in it that readers of data packages treat as rows, of shape `row`.
    """

    stem: str
    title: str
    shape: Shape
    document: Callable[[Corpus], Data]
    table: str
    row: Shape


@dataclass(frozen=True, slots=True)
class Document:
    """A file in a format that others define.

    `of_texts` says that it depends only on `Corpus.digest` and the site.
    """

    path: str
    name: str
    title: str
    description: str
    mediatype: str
    text: Callable[[Corpus], str]
    of_texts: bool = False


FLAT = "table-"
"""The prefix of the names of flat tables in `datapackage.json`."""
_OF_TEXT = (("briefing", f"{FLAT}briefings"), ("source", "sources-csv"))
LISTINGS: tuple[Listing, ...] = (
    Listing(
        "briefings", "Briefings", schemas.BRIEFING_ENTRY, lambda corpus, _: briefings_index(corpus),
        key=("slug",),
    ),
    Listing(
        "sources", "Texts", LISTED_SOURCE, lambda corpus, _: sources_data(corpus), sources_csv,
        refers=(_OF_TEXT[0],),
    ),
    Listing("people", "People", schemas.PERSON, lambda corpus, _: people_data(corpus)),
    Listing("outlets", "Outlets", schemas.OUTLET, lambda corpus, _: outlets_data(corpus)),
    Listing("topics", "Topics", schemas.TOPIC, lambda corpus, _: topics_data(corpus)),
    Listing("terms", "Terms", TERM, lambda corpus, texts: terms_data(corpus.annotations, texts)),
    Listing(
        "figures", "Figures", FIGURE,
        lambda corpus, texts: figures_data(corpus.figures, corpus.indicators, texts), figures_csv,
        refers=_OF_TEXT,
    ),
    Listing(
        "indicators", "Indicators", INDICATOR, lambda corpus, _: indicators_data(corpus.indicators),
    ),
    Listing(
        "observations", "Observations", OBSERVATION, observations_data, observations_csv,
        key=("indicator", "observation", "figure"),
        refers=(
            *_OF_TEXT, ("indicator", f"{FLAT}indicators"), ("observation", "figures-csv"),
            ("figure", "figures-csv"),
        ),
    ),
    Listing(
        "discrepancies", "Discrepancies", DISCREPANCY,
        lambda corpus, texts: discrepancies_data(corpus.discrepancies, texts), discrepancies_csv,
    ),
    Listing(
        "alignments", "Alignments", PAIR,
        lambda corpus, texts: alignments_data(corpus.relations.pairs, texts),
    ),
    Listing(
        "formulas", "Sentences that return", FORMULA,
        lambda corpus, texts: formulas_data(corpus.relations.formulas, texts),
    ),
    Listing(
        "phrases", "Set phrases", PHRASE,
        lambda corpus, texts: phrases_data(corpus.relations.phrases, texts),
    ),
    Listing(
        "commitments", "Announcements", COMMITMENT,
        lambda corpus, texts: commitments_data(corpus.relations.commitments, texts),
        commitments_csv, refers=_OF_TEXT,
    ),
)  # fmt: skip
FAMILIES: tuple[Family, ...] = (
    Family(
        "briefings",
        "briefing",
        "slug",
        "A briefing with its texts",
        schemas.BRIEFING,
        lambda corpus: (
            Entry(briefing.slug, briefing.slug, partial(briefing_data, briefing))
            for briefing in corpus.briefings
        ),
    ),
    Family(
        "sources",
        "source",
        "id",
        "A source, line by line",
        schemas.SOURCE,
        lambda corpus: (
            Entry(source, briefing.slug, partial(_source, briefing, n))
            for briefing in corpus.briefings
            for n, source in enumerate(briefing.sources)
        ),
    ),
)

RECORDS: tuple[Record, ...] = (
    Record("report", "Report on the texts", REPORT, report_data, "sources", REPORT_SOURCE),
    Record(
        "accuracy",
        "Measured accuracy",
        ACCURACY,
        lambda _: accuracy_data(measured.accuracy()),
        "measures",
        MEASURE,
    ),
)
DOCUMENTS: tuple[Document, ...] = (
    Document(
        "notes.jsonld",
        "notes",
        "Editors' notes",
        "Notes on words of the texts: W3C Web Annotations in one collection. The target of a note "
        "on several passages is a list; weight tells those that a reader should not miss "
        "(essential) from the rest (more). The selectors of a target count in the text of the "
        "passage that its source names; its state counts in the whole text (data/texts). The "
        "motivation tells what a note does: commenting on the subject (context), describing the "
        "wording (translation), questioning the words (discrepancy, correction), or linking to "
        "others (cross-reference).",
        "application/ld+json",
        lambda corpus: notes_data(corpus.annotations, corpus),
    ),
)


def _source(briefing: Briefing, n: int) -> Data:
    return source_data(briefing, briefing.witnesses[n])
