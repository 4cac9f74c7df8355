"""Pairs, formulas and commitments as data, and the ledger of discrepancies as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from briefings import urls
from briefings.model.relations import (
    Commitment,
    CommitmentClass,
    CommitmentKind,
    CommitmentReason,
    DifferenceKind,
    Formula,
    Occurrence,
    Pair,
    PairKind,
    Phrase,
    Redline,
    RunKind,
)

from .figures import DISCREPANCY
from .named_texts import GRADED_PLACE, NAMED, NAMED_PLACE, NamedTexts
from .records import Data, fields_of
from .schemas import PLACE
from .shapes import choice, date, extend, many, number, record, source_id, text, whole
from .tables import csv_lines

_SPEAKER = {
    "date": date("Day of the briefing."),
    "speaker": text("Id of who says it; null where nobody is named.", null=True),
    "speaker_name": text("Name of who says it, as far as the text tells.", null=True),
}

_RUN = record(
    "Words.",
    {
        "kind": choice("What became of them.", get_args(RunKind)),
        "text": text("The words."),
    },
)

_DIFFERENCE = {
    "kind": choice("What differs.", get_args(DifferenceKind)),
    "rule": text("What was compared."),
    "a": text("The words of `a`; empty where it has none."),
    "b": text("The words of `b`; empty where it has none."),
    "figures": many("The figures that differ.", text("Id of a figure.")),
}

PAIR = record(
    "Two stretches of texts that say the same thing.",
    {
        "id": text("Passage and sentence of either side."),
        "group": text("The same for pairs that share a sentence."),
        "a": GRADED_PLACE,
        "b": GRADED_PLACE,
        "kind": choice("How close they are.", get_args(PairKind)),
        "score": number("Likeness, from 0 to 1."),
        "differences": many(
            "What they say differently.",
            record("A difference.", _DIFFERENCE),
        ),
    },
)

FORMULA = record(
    "A wording that returns from briefing to briefing.",
    {
        "id": text("Permanent id, of the words it was last said in."),
        "title": text("Its first words, as last said."),
        "occurrences": many(
            "Where it was said, oldest first.",
            extend(
                NAMED_PLACE,
                {
                    "text": text("The sentence."),
                    **_SPEAKER,
                    "item": whole(
                        "Its number, where it is an item of an enumeration.", null=True, minimum=1
                    ),
                },
            ),
        ),
        "redlines": many(
            "How each wording became the next, one less than there are occurrences.",
            many(
                "The later wording in stretches, with what it dropped.",
                _RUN,
            ),
        ),
    },
)

PHRASE = record(
    "A set phrase: a run of words that returns from briefing to briefing.",
    {
        "id": text("Permanent id, of its words."),
        "phrase": text("The phrase as it was first said; an ellipsis stands for what changes."),
        "telling": number("How much it tells beside others: the file has the highest first."),
        "briefings": whole("How many briefings have it.", minimum=1),
        "first": date("First day that it was said on."),
        "last": date("Last day that it was said on."),
        "variants": many(
            "Its wordings, in the order in which they were first said.",
            record(
                "A wording.",
                {
                    "text": text("The words."),
                    "count": whole("How often they were said.", minimum=1),
                    "first": date("First day that they were said on."),
                    "nearest": whole(
                        "The earlier wording that is nearest, counted from 0.", null=True, minimum=0
                    ),
                    "redline": many("How that one became this; empty for the first.", _RUN),
                },
            ),
        ),
        "occurrences": many(
            "Where it was said, oldest first.",
            extend(
                GRADED_PLACE,
                {
                    **_SPEAKER,
                    "variant": whole("The wording, counted from 0.", minimum=0),
                },
            ),
        ),
        "url": text("Its address, relative to the site's root."),
    },
)

_COMMITMENT = {
    "id": text("Permanent id: date of the briefing, passage, offset."),
    "kind": choice(
        "A step announced as the next one, something to be published or set up, or anything else.",
        get_args(CommitmentKind),
    ),
    "briefing": text("Slug of the briefing."),
    "source": source_id(),
    "passage": text("Id of the passage.", null=True),
    "line": whole("Line of the source, counted from 1.", minimum=1),
    "start": whole("Offset of the sentence in the passage's text, in code points.", null=True),
    "end": whole("Offset just after it.", null=True),
    "text": text("The sentence."),
    "cue": text("The words that announce."),
    "class": choice(
        "Something that a reader could look for, or that one will go on, strengthen, strive.",
        get_args(CommitmentClass),
    ),
    "why": many(
        "By what a reader could look for it: an act, a date, a number, a measure by its name.",
        choice("One of these.", get_args(CommitmentReason)),
    ),
    **_SPEAKER,
    "terms": many("Terms that it names.", text("Id of a term.")),
    "indicators": many("Indicators that it names.", text("Id of an indicator.")),
    "topics": many(
        "Topics of the exchange, or of the paragraph where it is in none.", text("Id of a topic.")
    ),
    "later": many(
        "Later statements on the same thing, whatever they say of it.",
        extend(
            NAMED_PLACE,
            {
                "text": text("The sentence."),
                "date": date("Day of the briefing."),
                "shared": many("What both name.", text("Words of the later statement.")),
            },
        ),
    ),
    "url": text("Address of its passage, relative to the site's root."),
    **NAMED,
}
COMMITMENT = record("A sentence that announces something.", _COMMITMENT)


def alignments_data(pairs: Iterable[Pair], texts: NamedTexts) -> list[Data]:
    """The records of `alignments.json`, in the order of the fuller text."""
    return [
        {
            **fields_of(pair, ("id", "group", "kind", "score")),
            "a": texts.graded_place(pair.a),
            "b": texts.graded_place(pair.b),
            "differences": [fields_of(difference, _DIFFERENCE) for difference in pair.differences],
        }
        for pair in pairs
    ]


def formulas_data(formulas: Iterable[Formula], texts: NamedTexts) -> list[Data]:
    """The records of `formulas.json`."""
    return [
        {
            "id": formula.id,
            "title": formula.title,
            "occurrences": [_occurrence(occurrence, texts) for occurrence in formula.occurrences],
            "redlines": [_redline(redline) for redline in formula.redlines],
        }
        for formula in formulas
    ]


def phrases_data(phrases: Iterable[Phrase], texts: NamedTexts) -> list[Data]:
    """The records of `phrases.json`, the most distinctive phrase first."""
    return [
        {
            "id": phrase.id,
            "phrase": phrase.phrase,
            "telling": round(phrase.telling, 2),
            "briefings": phrase.briefings,
            "first": phrase.days[0],
            "last": phrase.days[1],
            "variants": [
                {
                    **fields_of(variant, ("text", "count", "first", "nearest")),
                    "redline": _redline(variant.redline) if variant.redline else [],
                }
                for variant in phrase.variants
            ],
            "occurrences": [
                {**texts.graded_place(use.place), **fields_of(use, (*_SPEAKER, "variant"))}
                for use in phrase.occurrences
            ],
            "url": urls.phrase_url(phrase.id, phrase.has_page),
        }
        for phrase in phrases
    ]


def commitments_data(commitments: Iterable[Commitment], texts: NamedTexts) -> list[Data]:
    """The records of `commitments.json`, oldest first."""
    return [
        {
            **fields_of(commitment, ("id", "kind", "text", "cue", "why", *_SPEAKER)),
            **fields_of(commitment, ("terms", "indicators", "topics")),
            **fields_of(commitment.place, PLACE["properties"]),
            "class": commitment.sort,
            "later": [
                {**texts.place(later.place), **fields_of(later, ("text", "date", "shared"))}
                for later in commitment.later
            ],
            "url": urls.place_url(commitment.place),
            **texts.of(commitment.place),
        }
        for commitment in commitments
    ]


def commitments_csv(records: Iterable[Data]) -> Iterator[str]:
    """The commitments as a table."""
    return csv_lines(records, tuple(_COMMITMENT))


def discrepancies_csv(records: Iterable[Data]) -> Iterator[str]:
    """The ledger of discrepancies as a table."""
    return csv_lines(records, tuple(DISCREPANCY["properties"]), listed=tuple(NAMED))


def _occurrence(occurrence: Occurrence, texts: NamedTexts) -> Data:
    return {
        **texts.place(occurrence.place),
        **fields_of(occurrence, ("text", *_SPEAKER, "item")),
    }


def _redline(redline: Redline) -> list[Data]:
    return [{"kind": run.kind, "text": run.text} for run in redline.runs]
