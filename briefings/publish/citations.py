"""The texts of the corpus for reference managers: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefings import cite
from briefings.attribution import attributions_of
from briefings.cite.describing import cited_text
from briefings.model import Corpus
from briefings.model.page import SiteInfo

from .catalogue import Document, Listing
from .named_texts import NamedTexts
from .records import Data
from .shapes import choice, many, record, source_id, text

_NAME = record(
    "A person, by family and given name where these are known, or an organisation.",
    {
        "family": text("The family's name."),
        "given": text("The given name."),
        "literal": text("The whole name, where it has no parts or nobody knows them."),
    },
    optional=("family", "given", "literal"),
)
_DAY = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}


def _date(description: str) -> Data:
    fields = {
        "date-parts": many("One day: year, month and day, as far as they are known.", _DAY),
        "literal": text("In words, where the year is not known."),
    }
    return record(description, fields, optional=tuple(fields))


_FIELDS = {
    "id": text("Id of the item: slug of the briefing and id of the source."),
    "type": choice("CSL's name for what it is.", ("speech", "article-newspaper")),
    "title": text("The text's own title; in square brackets where editors gave it."),
    "author": many(
        "Those of an article's byline, else its publisher; of a transcript who held the event.",
        _NAME,
    ),
    "container-title": text("The newspaper or agency that published an article."),
    "publisher": text("Who published a transcript, else who held the event."),
    "issued": _date("Day of publication; where it is not known, that of the event."),
    "event-title": text("Name of the event; in square brackets where editors gave it."),
    "event-date": _date("Day of the event."),
    "event-place": text("Where it was held."),
    "genre": text("What sort of transcript it is."),
    "source": text("Name of this site."),
    "URL": text("Whole address of the text on this site; absent where the build was not told it."),
    "note": text("What CSL has no variables for, in sentences."),
    "custom": record(
        "The same as values.",
        {
            "source": source_id(),
            "host": text("Who held the event."),
            "quality": text("Editors' grade of the text, in words."),
            "original": text("Where the text was published."),
            "archived": text("An archived copy of that."),
        },
        optional=("host", "quality", "original", "archived"),
    ),
}
CITATION = record(
    "One text as an item of CSL-JSON, without a day of access.",
    _FIELDS,
    optional=tuple(_FIELDS.keys() - {"id", "type", "title", "source", "custom"}),
)


def listing(site: SiteInfo) -> Listing:
    """The items as a list under its own name, like other published files."""

    def items(corpus: Corpus, _: NamedTexts) -> Iterator[Data]:
        return (cite.csl.item(reference) for reference in _references(corpus, site))

    return Listing("citations", "Citations of the texts", CITATION, items)


def documents(site: SiteInfo) -> tuple[Document, ...]:
    """The items in the formats that reference managers import."""
    return tuple(
        Document(
            f"citations.{ending}",
            f"citations-{ending}",
            f"Citations of the texts ({style})",
            f"The texts as a file of {style}, for reference managers.",
            mediatype,
            partial(_written, site=site, style=style),
        )
        for style, ending, mediatype in (
            ("BibTeX", "bib", "application/x-bibtex"),
            ("RIS", "ris", "application/x-research-info-systems"),
        )
    )


def _written(corpus: Corpus, site: SiteInfo, style: str) -> str:
    write = cite.STYLES[style]
    return "".join(f"{write(reference)}\n\n" for reference in _references(corpus, site))


def _references(corpus: Corpus, site: SiteInfo) -> Iterator[cite.Reference]:
    for briefing in corpus.briefings:
        attributions = attributions_of(briefing)
        for witness in briefing.witnesses:
            text = cited_text(briefing, witness, attributions[witness.source.id], site)
            yield cite.Reference(text)
