"""Indicators as data: `indicators.json`, and their observations as the table `observations.csv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from briefings import urls
from briefings.model import Corpus
from briefings.model.figures import (
    Comparator,
    Differing,
    Direction,
    Figure,
    Indicator,
    IndicatorKind,
    Observation,
    ObservationKind,
)

from .figures import FIGURE_ID
from .named_texts import NAMED, NamedTexts
from .records import Data, fields_of
from .shapes import choice, date, flag, many, number, record, source_id, text, whole
from .tables import csv_lines

_OBSERVATION = {
    "kind": choice(
        "A stock of a day, a rate or a flow over a period, a change, or how long it lasted.",
        get_args(ObservationKind),
    ),
    "start": text("First day that it is about (ISO); empty where it is not told, and of a stock."),
    "end": text("Last day that it is about (ISO); of a stock its day; empty where not told."),
    "running": flag("Whether it counts from `start` up to the day of the briefing."),
    "base": text("What a change is measured against; empty where it is not told."),
    "scope": text("What narrower thing is counted; empty where the text names none."),
}
_SERIES = {
    "name": text("What they have in common; `series` of its observations."),
    "comparable": flag("Whether its observations may be compared."),
    "why": text("Why so, in a sentence."),
    "by": choice("Who decided it.", ("rule", "editor")),
    "figures": many("Its observations, oldest first.", FIGURE_ID),
}
_VARIANT = {
    "figure": FIGURE_ID,
    "value": number("The figure's value."),
    "period": text("The figure's period."),
    "differs": many(
        "In what it departs; nothing where it agrees.",
        choice("What differs.", get_args(Differing)),
    ),
}
INDICATOR = record(
    "A thing measured again and again.",
    {
        "id": text("Permanent id."),
        "title": text("What is measured."),
        "wordings": many("How the texts word it.", text("Words of a figure's subject.")),
        "unit": text("Unit of its figures."),
        "kind": choice(
            "A level on a day, a rate or a flow over a period, a change, or how long something "
            "lasted.",
            get_args(IndicatorKind),
        ),
        "comparable": flag(
            "Whether there are two observations or more, all of which may be compared over time."
        ),
        "why": text("Why they may be compared or may not, in a sentence."),
        "topics": many("Topics that editors put it under.", text("Id of a topic.")),
        "series": many(
            "Its observations, parted into what belongs together.", record("A series.", _SERIES)
        ),
        "note": text("What it measures and what to heed in comparing."),
        "confusions": many("What must not be taken for it.", text("A sentence.")),
        "observations": many(
            "What is stated of it, oldest first: one value for each event and period.",
            record(
                "An observation, as the preferred text of its event states it.",
                {
                    "figure": FIGURE_ID,
                    "value": number("The figure's value."),
                    "period": text("The figure's period."),
                    "series": text("Name of its series."),
                    "by": choice("Who matched it.", ("rule", "editor")),
                    **_OBSERVATION,
                    "variants": many(
                        "What other passages and texts of the same event give for it.",
                        record("A variant.", _VARIANT),
                    ),
                },
            ),
        ),
    },
)

_OBSERVED = {
    "indicator": text("Id of the indicator in `indicators.json`."),
    "observation": text("Id of the figure that stands for the observation."),
    "figure": text("Id of the figure of this row: the same, or that of a variant."),
    "variant": flag("Whether it is what another passage or text gives for the observation."),
    "differs": many(
        "In what a variant departs from the observation.",
        choice("What differs.", get_args(Differing)),
    ),
    "quote": text("The words that state it."),
    "value": number("The number, normalised."),
    "high": number("The upper end, where a range is stated.", null=True),
    "unit": text("%, a currency code, a measure, people, cases, vehicles, else count."),
    "comparator": choice("= exactly, > more than, < less than, ~ about.", get_args(Comparator)),
    "direction": choice("Whether it is of a rise or a fall; else empty.", get_args(Direction)),
    "period": text("When, as stated."),
    **_OBSERVATION,
    "series": text("Name of its series; empty for a variant."),
    "comparable": flag("Whether the series may be compared; false for a variant."),
    "speaker_name": text("Name of who states it, as far as the text tells.", null=True),
    "reported": choice("The speaker's own words or a report of them.", ("direct", "reported")),
    "date": date("Day of the briefing."),
    "briefing": text("Slug of the briefing."),
    "source": source_id(),
    "passage": text("Id of the passage.", null=True),
    "line": whole("Line of the source, counted from 1.", minimum=1),
    "url": text("Address of its passage, relative to the site's root."),
    **NAMED,
}
OBSERVATION = record("A figure as an observation of an indicator, or as a variant.", _OBSERVED)
OBSERVATION_COLUMNS = tuple(_OBSERVED)
_STATED = ("quote", "value", "high", "unit", "comparator", "direction", "period")


def indicators_data(indicators: Iterable[Indicator]) -> list[Data]:
    """The records of `indicators.json`, in the editors' order."""
    return [
        {
            **fields_of(indicator, INDICATOR["properties"].keys() - {"series", "observations"}),
            "series": [fields_of(series, _SERIES) for series in indicator.series],
            "observations": [
                {
                    **fields_of(observation, ("figure", "value", "period", "series", "by")),
                    **fields_of(observation, _OBSERVATION),
                    "variants": [fields_of(variant, _VARIANT) for variant in observation.variants],
                }
                for observation in indicator.observations
            ],
        }
        for indicator in indicators
    ]


def observations_data(corpus: Corpus, texts: NamedTexts) -> Iterator[Data]:
    """The rows of `observations.csv`: each observation, followed by its variants."""
    wanted = {id_ for indicator in corpus.indicators for id_ in indicator.figures}
    figures = {figure.id: figure for figure in corpus.figures if figure.id in wanted}
    for indicator in corpus.indicators:
        yield from _rows(indicator, figures, texts)


def indicator_tables(
    indicators: Iterable[Indicator], figures: Mapping[str, Figure], texts: NamedTexts
) -> Iterator[tuple[str, str]]:
    """The observations of each indicator: the path of a file beside its page, and its text."""
    for indicator in indicators:
        table = "".join(observations_csv(_rows(indicator, figures, texts)))
        yield urls.indicator_file(indicator.id, "numbers.csv"), table


def _rows(indicator: Indicator, figures: Mapping[str, Figure], texts: NamedTexts) -> Iterator[Data]:
    comparable = {id_ for series in indicator.series if series.comparable for id_ in series.figures}
    for observation in indicator.observations:
        stands = {"series": observation.series, "comparable": observation.figure in comparable}
        stated = figures[observation.figure]
        yield _row(indicator, observation, stated, [], {**stands, **texts.of(stated.place)})
        for variant in observation.variants:
            other = figures[variant.figure]
            yield _row(
                indicator, observation, other, list(variant.differs),
                {"series": "", "comparable": False, **texts.of(other.place)},
            )  # fmt: skip


def observations_csv(records: Iterable[Data]) -> Iterator[str]:
    """The observations as a table."""
    return csv_lines(records, OBSERVATION_COLUMNS, literal=("quote",))


def _row(
    indicator: Indicator, observation: Observation, figure: Figure, differs: list[str], placed: Data
) -> Data:
    return {
        "indicator": indicator.id,
        "observation": observation.figure,
        "figure": figure.id,
        "variant": figure.id != observation.figure,
        "differs": differs,
        **fields_of(figure.stated, _STATED),
        **fields_of(observation, _OBSERVATION),
        **placed,
        **fields_of(figure, ("speaker_name", "reported", "date")),
        **fields_of(figure.place, ("briefing", "source", "passage", "line")),
        "url": urls.place_url(figure.place),
    }
