"""Figures and discrepancies as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import get_args

from briefings import urls
from briefings.grouping import by_key
from briefings.model import Quality
from briefings.model.figures import (
    Comparator,
    Confidence,
    Direction,
    Discrepancy,
    DiscrepancyClass,
    DiscrepancyStatus,
    DiscrepancyType,
    Figure,
    FigureRole,
    Indicator,
    Reason,
    Ruling,
)

from .named_texts import NAMED, NAMED_PLACE, NamedTexts
from .records import Data, fields_of, place_data
from .schemas import PLACE
from .shapes import choice, flag, many, number, record, source_id, text, whole
from .tables import csv_lines

FIGURE_ID = text("Id of the figure in `figures.json`.")
_FIGURE = {
    "id": text("Permanent id: date of the briefing, passage, number in the passage."),
    "briefing": text("Slug of the briefing."),
    "source": source_id(),
    "passage": text("Id of the passage.", null=True),
    "line": whole("Line of the source, counted from 1.", minimum=1),
    "start": whole("Offset of the quote in the passage's text, in code points.", null=True),
    "end": whole("Offset just after the quote.", null=True),
    "quote": text("The words that state it: number, magnitude and unit."),
    "value": number("The number, normalised; a percentage stays as it is."),
    "high": number("The upper end, where a range is stated; `value` is the lower.", null=True),
    "unit": text("%, a currency code, a measure, people, cases, vehicles, else count."),
    "comparator": choice("= exactly, > more than, < less than, ~ about.", get_args(Comparator)),
    "direction": choice("Whether it is of a rise or a fall; else empty.", get_args(Direction)),
    "role": choice(
        "What it is: an amount, the size of a change, an end of one, or how long it lasted.",
        get_args(FigureRole),
    ),
    "subject": text("What is counted, in words of the sentence."),
    "period": text("When, as stated, with the year filled in; empty where nothing is said."),
    "period_start": text("First day of the period (ISO), where it follows; else empty."),
    "period_end": text("Last day of the period (ISO), where it follows; else empty."),
    "speaker": text("Id of who states it; null where nobody is named.", null=True),
    "speaker_name": text(
        "Name of who states it, as far as the text tells; in a report also of a body.", null=True
    ),
    "reported": choice("The speaker's own words or a report of them.", ("direct", "reported")),
    "quality": choice("Editors' grade of the text that states it.", get_args(Quality), null=True),
    "vague": flag(
        "Whether the words are no exact number: of 'dozens' `value` is the least that they allow "
        "(24), of 'doubled' the factor as said (2)."
    ),
    "confidence": choice(
        "How sure the reading is: high without a doubt, low with two or without a subject.",
        get_args(Confidence),
    ),
    "doubts": many("What speaks against the reading.", choice("A reason.", get_args(Reason))),
    "indicators": many("Indicators that it observes.", text("Id of an indicator.")),
    "also": many("Places that repeat it word for word.", PLACE),
    "url": text("Address of its passage, relative to the site's root."),
    **{name: field for name, field in NAMED.items() if name != "quality"},
}
FIGURE = record("A quantitative statement.", _FIGURE)
COLUMNS = tuple(_FIGURE)
_STATED = (
    "quote", "value", "high", "unit", "comparator", "direction", "role", "subject", "period",
    "period_start", "period_end", "vague", "confidence",
)  # fmt: skip
_OWN = ("id", "type", "status", "found_by", "figures", "text", "basis", "weight")

DISCREPANCY = record(
    "Passages that should agree and do not, or whose numbers are worth holding together.",
    {
        "id": text("Permanent id: the rule and the figures."),
        "type": choice("What differs.", get_args(DiscrepancyType)),
        "status": choice("What editors said of it.", get_args(DiscrepancyStatus)),
        "found_by": text("The rule that found it, or `editors`."),
        "passages": many("The passages it is about.", NAMED_PLACE),
        "figures": many("The figures it is about.", FIGURE_ID),
        "text": text("The neutral sentence that is shown."),
        "basis": text("What it rests on, with its arithmetic."),
        "class": choice(
            "Whether the texts differ in a fact, or in the wording of one translation or another.",
            get_args(DiscrepancyClass),
        ),
        "weight": number("0 to 100: the heavier, the more it matters to a reader."),
        "title": text("A heading in plain words, or empty."),
        "takeaway": text("What a reader should take from it, in the editors' words, or empty."),
        "reason": text("Why editors dismissed it, or empty."),
        "author": text("The editor who ruled on it, or empty."),
        "date": text("The day of the ruling, or empty."),
        **{
            name: many(f"Of each of the passages, in their order: {field['description']}", field)
            for name, field in NAMED.items()
        },
    },
)


def figures_data(
    figures: Iterable[Figure], indicators: Iterable[Indicator], texts: NamedTexts
) -> Iterator[Data]:
    """The records of `figures.json`, in the order of the texts."""
    observing = indicators_by_figure(indicators)
    return (figure_data(figure, observing, texts) for figure in figures)


def indicators_by_figure(indicators: Iterable[Indicator]) -> dict[str, list[str]]:
    """The ids of the indicators that each figure observes, by its id."""
    return by_key((id_, indicator.id) for indicator in indicators for id_ in indicator.figures)


def figure_data(figure: Figure, observing: Mapping[str, list[str]], texts: NamedTexts) -> Data:
    """One record of `figures.json`."""
    return {**_figure(figure, observing.get(figure.id, [])), **texts.of(figure.place)}


def figures_csv(records: Iterable[Data]) -> Iterator[str]:
    """The figures as a table; quotes are not protected from spreadsheets: they begin with a
    number."""
    return csv_lines(records, COLUMNS, literal=("quote",))


def discrepancies_data(discrepancies: Iterable[Discrepancy], texts: NamedTexts) -> list[Data]:
    """The records of `discrepancies.json`."""
    return [
        {
            **fields_of(discrepancy, _OWN),
            "passages": [texts.place(place) for place in discrepancy.passages],
            "class": discrepancy.group,
            **asdict(discrepancy.ruling or Ruling()),
            **{name: [texts.of(place)[name] for place in discrepancy.passages] for name in NAMED},
        }
        for discrepancy in discrepancies
    ]


def _figure(figure: Figure, indicators: list[str]) -> Data:
    return {
        **fields_of(figure, ("id", "speaker", "speaker_name", "reported", "quality")),
        **fields_of(figure.place, PLACE["properties"]),
        **fields_of(figure.stated, _STATED),
        "doubts": list(figure.stated.reasons),
        "indicators": indicators,
        "also": [place_data(other) for other in figure.places[1:]],
        "url": urls.place_url(figure.place),
    }
