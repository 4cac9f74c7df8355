"""The annotation layer as data: `terms.json` (SKOS in plain keys) and `notes.jsonld` (W3C Web
Annotation)."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import get_args

from briefings import urls
from briefings.dating import instant
from briefings.model import (
    Annotations,
    Corpus,
    Note,
    NoteKind,
    NotePlace,
    Passage,
    Place,
    Term,
    TermEntry,
    TermKind,
)

from .named_texts import GRADED_PLACE, NAMED_PLACE, NamedTexts
from .plaintext import passage_starts
from .records import Data, fields_of
from .shapes import choice, extend, flag, many, nullable, record, text, whole

# Characters of context on each side, by which a quotation is found again in a changed text.
AROUND = 32
_NOTES = "notes.jsonld"
_MOTIVATIONS: dict[NoteKind, str] = {
    "context": "commenting",
    "translation": "describing",
    "discrepancy": "questioning",
    "correction": "questioning",
    "cross-reference": "linking",
}
"""The motivation of each kind of note in the Web Annotation vocabulary: it comments on the subject,
describes the wording, questions the words, or links elsewhere."""

_SOURCE = text("Id of the source.")
_RENDERING = record(
    "A wording of the term, with the sources that use it.",
    {
        "label": text("The wording."),
        "sources": many(
            "The only sources where it means this; empty where it does everywhere.", _SOURCE
        ),
        "counts": many(
            "How often each source uses it.",
            record("A count.", {"source": _SOURCE, "count": whole("Mentions.", minimum=1)}),
        ),
    },
)
_DEFINITION = record(
    "A text that explains the term.",
    {
        "text": text("The text."),
        "by": choice("Whose words they are.", ("source", "editors")),
        "place": nullable(NAMED_PLACE),
        "basis": text("What the editors' own words rest on; null for a source's.", null=True),
    },
)
_QUOTATION = record(
    "Words of a source, with their place.", {"text": text("The words."), "place": NAMED_PLACE}
)
_MENTION = extend(
    GRADED_PLACE,
    {
        "text": text("What stands there."),
        "label": text("The wording it is a form of."),
        "speaker": text("Id of who says it; null where nobody is named.", null=True),
        "first": flag("Whether it is the term's first mention in its turn or section."),
    },
)

TERM = record(
    "A name or set phrase that a reader may need explained (SKOS concept in plain keys).",
    {
        "id": text("Permanent id."),
        "url": text("Address of the page, relative to the site's root."),
        "prefLabel": text("The preferred wording."),
        "altLabel": many("Every other wording.", text("A wording.")),
        "definition": text("What it is: the editors' definition, else a source's words."),
        "definition_by": choice("Whose words these are.", ("source", "editors")),
        "definition_basis": text(
            "What the editors' definition rests on; null where the words are a source's.", null=True
        ),
        "quotations": many("Words of sources that explain it.", _QUOTATION),
        "definitions": many("All texts that explain it, the sources' first.", _DEFINITION),
        "explanation": text("More on it, by the editors; null where there is none.", null=True),
        "explanation_basis": text("What the explanation rests on.", null=True),
        "kind": choice("What sort of thing it is.", get_args(TermKind)),
        "chinese": text("The original wording; null where it is not known.", null=True),
        "chinese_basis": text("Where the original wording is attested.", null=True),
        "broader": many("Terms of which this is a kind or a part.", text("Id of a term.")),
        "narrower": many("Terms that are a kind or a part of this one.", text("Id of a term.")),
        "related": many(
            "Related terms that are neither broader nor narrower.", text("Id of a term.")
        ),
        "renderings": many("Every wording, the preferred one first.", _RENDERING),
        "briefings": many("Briefings that mention it, oldest first.", text("Slug of a briefing.")),
        "gone": flag("Whether the newest briefing does not mention it."),
        "later_without": whole(
            "How many later briefings of the same series as the last that mentions it do not.",
            minimum=0,
        ),
        "speakers": many("Who uses it.", text("Id of a person or outlet.")),
        "mentions": many("Every mention, in the order of the texts.", _MENTION),
    },
)


_Passages = dict[tuple[str, str], tuple[Passage, int]]
"""Passages by source and id, each with its offset in the plain text."""


def terms_data(annotations: Annotations, texts: NamedTexts) -> list[Data]:
    """The records of `terms.json`."""
    return [_term(term, texts) for term in annotations.terms]


def notes_data(annotations: Annotations, corpus: Corpus) -> str:
    """The text of `notes.jsonld`: one collection with a single page of all notes.

    Addresses are relative to the site's root, given by `@base`. A target is a passage by its
    address; several are a list. Its selectors give offsets and quotes in the published `text` of
    that passage. Its state gives the same words in a published plain text: `cached` is the whole
    text, and `refinedBy` has offsets into it.
    """
    named = NamedTexts(corpus.briefings)
    noted = {at.place.briefing for note in annotations.notes for at in note.places}
    texts = {
        (witness.source.id, passage.id): (passage, starts[passage.id])
        for briefing in corpus.briefings
        if briefing.slug in noted
        for witness in briefing.witnesses
        for starts in (passage_starts(witness),)
        for passage in witness.passages
    }
    items = [_note(note, texts, named) for note in annotations.notes]
    collection = {
        "@context": [
            "http://www.w3.org/ns/anno.jsonld",
            {"@base": "../", "place": None, "weight": None},
        ],
        "id": urls.data_url(_NOTES),
        "type": "AnnotationCollection",
        "label": "Editors' notes",
        "total": len(items),
        "first": {
            "id": urls.data_url(_NOTES, "items"),
            "type": "AnnotationPage",
            "partOf": urls.data_url(_NOTES),
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _term(term: Term, texts: NamedTexts) -> Data:
    entry = term.entry
    counts: dict[str, list[Data]] = defaultdict(list)
    for usage in term.usages:
        counts[usage.wording].append({"source": usage.source, "count": usage.count})
    quotations: list[Data] = [
        {
            "text": explanation.quote,
            "place": texts.place(explanation.place),
        }
        for explanation in term.explanations
    ]
    definitions: list[Data] = [
        {**quotation, "by": "source", "basis": None} for quotation in quotations
    ]
    if entry.definition:
        definitions.append(
            {"text": entry.definition, "by": "editors", "place": None, "basis": entry.basis}
        )
    return {
        "id": entry.id,
        "url": urls.term_url(entry.id),
        "prefLabel": entry.term,
        "altLabel": sorted({rendering.text for rendering in entry.renderings} - {entry.term}),
        "definition": term.definition,
        "definition_by": "editors" if entry.definition else "source",
        "definition_basis": entry.basis if entry.definition else None,
        "quotations": quotations,
        "definitions": definitions,
        "explanation": entry.explanation,
        "explanation_basis": _explanation_basis(entry),
        **fields_of(entry, ("kind", "chinese", "chinese_basis")),
        **fields_of(term, ("broader", "narrower", "related", "briefings", "gone", "speakers")),
        "later_without": term.later_without,
        "renderings": [
            {
                "label": rendering.text,
                "sources": list(rendering.sources),
                "counts": counts[rendering.text],
            }
            for rendering in entry.renderings
        ],
        "mentions": [
            {
                **texts.graded_place(mention.place),
                **fields_of(mention, ("text", "speaker", "first")),
                "label": mention.wording,
            }
            for mention in term.mentions
        ],
    }


def _explanation_basis(entry: TermEntry) -> str | None:
    return (entry.explanation_basis or entry.basis) if entry.explanation else None


def _note(note: Note, texts: _Passages, named: NamedTexts) -> Data:
    entry = note.entry
    bodies: list[Data] = [
        {
            "type": "TextualBody",
            "purpose": "commenting",
            "value": entry.text,
            "format": "text/markdown",
            "language": "en",
        },
        {"type": "TextualBody", "purpose": "tagging", "value": entry.kind},
        {"type": "TextualBody", "purpose": "describing", "value": f"Basis: {entry.basis}"},
    ]
    bodies += [
        {"type": "SpecificResource", "purpose": "linking", "source": urls.place_url(see)}
        for see in note.see
    ]
    targets = [_target(at, texts, named) for at in note.places]
    return {
        "id": urls.note_url(note.home.briefing, entry.id),
        "type": "Annotation",
        "motivation": _MOTIVATIONS[entry.kind],
        "creator": {"type": "Organization", "name": note.author},
        "created": instant(entry.date),
        "body": bodies,
        "target": targets if len(targets) > 1 else targets[0],
        "weight": entry.weight,
    }


def _target(at: NotePlace, texts: _Passages, named: NamedTexts) -> Data:
    place = at.place
    passage, begins = texts[place.source, place.passage or ""]
    start, end = place.offsets
    return {
        "source": urls.place_url(place),
        "selector": _selectors(place, passage.text),
        "state": {
            "type": "TimeState",
            "cached": urls.text_file(place.source),
            "refinedBy": {
                "type": "TextPositionSelector",
                "start": begins + start,
                "end": begins + end,
            },
        },
        "place": named.place(place),
    }


def _selectors(place: Place, passage: str) -> list[Data]:
    start, end = place.offsets
    return [
        {
            "type": "TextQuoteSelector",
            "exact": passage[start:end],
            "prefix": passage[max(0, start - AROUND) : start],
            "suffix": passage[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
