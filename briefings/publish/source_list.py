"""All texts in one table, `sources.json`, to which the column `source` of other tables refers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from briefings import urls
from briefings.attribution import attributions_of
from briefings.model import Briefing, Corpus, SourceKind

from .named_texts import NAMED
from .records import Data, fields_of
from .shapes import choice, date, record, source_id, text
from .tables import csv_lines

_SOURCE = {
    "id": source_id(),
    "briefing": text("Slug of the briefing."),
    "date": date("Day of the event."),
    **NAMED,
    "quality_basis": text("What the grade rests on, by the editors.", null=True),
    "kind": choice("What sort of text it is.", get_args(SourceKind)),
    "title": text("Title as printed.", null=True),
    "byline": text("Author line as printed.", null=True),
    "published": date("Day of publication."),
    "original": text("Where the publisher has it on the web.", null=True),
    "archived": text("An archived copy of that.", null=True),
    "file": text("Name of the file as received."),
    "sha256": text("Its SHA-256 sum."),
    "url": text("Address of its page, relative to the site's root."),
}
LISTED_SOURCE = record("One source: a text of a briefing, and how good it is.", _SOURCE)


def sources_data(corpus: Corpus) -> Iterator[Data]:
    """The records of `sources.json`: each briefing's primary text first."""
    for briefing in corpus.briefings:
        yield from sources_of(briefing)


def sources_of(briefing: Briefing) -> Iterator[Data]:
    """The records of one briefing."""
    attributions = attributions_of(briefing)
    for witness in briefing.witnesses:
        source, attribution = witness.source, attributions[witness.source.id]
        yield {
            **fields_of(source, ("id", "file", "sha256")),
            "briefing": briefing.slug,
            "date": briefing.date,
            "text_name": attribution.name,
            **fields_of(attribution, ("publisher", "quality", "primary", "kind", "published")),
            **fields_of(witness, ("title", "byline")),
            **fields_of(witness.settings, ("quality_basis", "archived")),
            "original": witness.url,
            "url": urls.source_url(source.id),
        }


def sources_csv(records: Iterable[Data]) -> Iterator[str]:
    """The records as a table."""
    return csv_lines(records, tuple(_SOURCE))
