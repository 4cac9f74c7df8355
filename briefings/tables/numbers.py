"""Tables of numerical statements: figures, indicators, observations."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import urls
from briefings.publish.figures import FIGURE, figure_data
from briefings.publish.indicators import INDICATOR, OBSERVATION, indicators_data

from .columns import (
    ABOUT,
    PASSAGE,
    SPEAKS,
    STANDS,
    TO_PASSAGE,
    TO_SPEAKER,
    TO_TEXT,
    TO_TURN,
    URL,
    around,
    speaker_at,
)
from .fields import Field, Table, refer, taken, taken_as, text, texts, whole
from .reading import BriefingRows, Cells, CorpusRows, passage_or_line, place_key

_MEASURED = {
    name: ("figure", name) for name in ("value", "unit", "direction", "subject", "period")
} | {"quote": ("figure", "found")}


def _stated(name: str, found_null: bool | None = None, unit: str = "") -> Field:
    return taken(FIGURE, name, "rule", null=found_null, unit=unit, measured=_MEASURED.get(name))


def _figures(rows: BriefingRows) -> Iterator[Cells]:
    for figure in rows.corpus.figures(rows.slug):
        record = figure_data(figure, rows.corpus.observing, rows.corpus.texts)
        yield {
            "id": record["id"],
            **around(figure.place, rows),
            **speaker_at(figure.place, record["speaker"], record["speaker_name"], rows),
            "reported": record["reported"],
            **{name: record[name] for name in _STATED},
            "kind": record["role"],
            "sentence": figure.sentence,
            "indicators": record["indicators"],
            "also": [passage_or_line(place) for place in record["also"]],
            "url": record["url"],
        }


_STATED = (
    "quote", "value", "high", "unit", "comparator", "direction", "subject", "period",
    "period_start", "period_end", "vague", "confidence", "doubts",
)  # fmt: skip
FIGURES = Table(
    "figures",
    "Figures",
    "A quantitative statement: a number with what it counts, when, and who states it.",
    (
        taken(FIGURE, "id", "build"),
        *STANDS,
        *ABOUT,
        *PASSAGE,
        *SPEAKS,
        taken(FIGURE, "reported", "rule"),
        taken(FIGURE, "quote", "printed", measured=("figure", "found")),
        _stated("value"),
        _stated("high"),
        _stated("unit", True),
        _stated("comparator"),
        _stated("direction", True),
        taken(FIGURE, "role", "rule", "kind"),
        _stated("subject", True),
        _stated("period", True),
        taken(FIGURE, "period_start", "rule", null=True, kind="day"),
        taken(FIGURE, "period_end", "rule", null=True, kind="day"),
        *taken_as(FIGURE, "rule", "vague", "confidence", "doubts"),
        text("sentence", "The sentence around the quote.", "printed", null=True),
        taken(FIGURE, "indicators", "rule"),
        texts("also", "Passages that repeat it word for word: ids.", "rule"),
        URL,
    ),
    refers=(*TO_TEXT, *TO_TURN, *TO_PASSAGE, *TO_SPEAKER),
    indexed=("briefing", "passage", "unit", "person"),
    weaknesses=(
        "A number of one event stands in each of its texts: count those with `primary_text`.",
        "`subject` is words of the sentence, not a concept; `indicators` has what was matched.",
    ),
    of_briefing=_figures,
)


def _indicators(rows: CorpusRows) -> Iterator[Cells]:
    for record in indicators_data(rows.corpus.indicators):
        yield {
            **{name: record[name] for name in _OF_INDICATOR},
            "observations": len(record["observations"]),
            "url": urls.indicator_url(record["id"]),
        }


_OF_INDICATOR = (
    "id", "title", "unit", "kind", "wordings", "comparable", "why", "topics", "note", "confusions",
)  # fmt: skip
INDICATORS = Table(
    "indicators",
    "Indicators",
    "A thing measured again and again.",
    (
        *taken_as(INDICATOR, "editors", "id", "title"),
        taken(INDICATOR, "unit", "editors", null=True),
        *taken_as(INDICATOR, "editors", "kind", "wordings"),
        taken(INDICATOR, "comparable", "rule"),
        taken(INDICATOR, "why", "rule", null=True),
        taken(INDICATOR, "topics", "editors"),
        taken(INDICATOR, "note", "editors", null=True),
        taken(INDICATOR, "confusions", "editors"),
        whole("observations", "What is stated of it: one value for each event and period.", "rule",
              unit="observations"),
        URL,
    ),
    of_corpus=_indicators,
)  # fmt: skip


def _observations(rows: BriefingRows) -> Iterator[Cells]:
    stated = {figure.id: figure for figure in rows.corpus.figures(rows.slug)}
    for record in rows.corpus.observations.get(rows.slug, ()):
        figure = stated[record["figure"]]
        place = figure.place
        yield {
            **{name: record[name] for name in _OBSERVED},
            "first_day": record["start"],
            "last_day": record["end"],
            **rows.stands(place.source),
            **rows.about(place.source, place.passage),
            "passage": place_key(place),
            "line": place.line,
            **speaker_at(place, figure.speaker, record["speaker_name"], rows),
        }


_OBSERVED = (
    "indicator", "observation", "figure", "variant", "differs", "quote", "value", "high", "unit",
    "comparator", "direction", "period", "kind", "running", "base", "scope", "series",
    "comparable", "reported", "url",
)  # fmt: skip
OBSERVATIONS = Table(
    "observations",
    "Observations",
    "A figure as an observation of an indicator, or as what another passage or text of the event "
    "gives for one.",
    (
        *taken_as(OBSERVATION, "rule", "indicator", "observation", "figure", "variant", "differs"),
        *STANDS,
        *ABOUT,
        *PASSAGE[:2],
        *SPEAKS,
        taken(OBSERVATION, "reported", "rule"),
        taken(OBSERVATION, "quote", "printed", measured=("figure", "found")),
        taken(OBSERVATION, "value", "rule", measured=("figure", "value")),
        taken(OBSERVATION, "high", "rule"),
        taken(OBSERVATION, "unit", "rule", null=True, measured=("figure", "unit")),
        taken(OBSERVATION, "comparator", "rule"),
        taken(OBSERVATION, "direction", "rule", null=True, measured=("figure", "direction")),
        taken(OBSERVATION, "period", "rule", null=True, measured=("figure", "period")),
        taken(OBSERVATION, "kind", "rule"),
        taken(OBSERVATION, "start", "rule", "first_day", null=True, kind="day"),
        taken(OBSERVATION, "end", "rule", "last_day", null=True, kind="day"),
        taken(OBSERVATION, "running", "rule"),
        taken(OBSERVATION, "base", "rule", null=True),
        taken(OBSERVATION, "scope", "rule", null=True),
        taken(OBSERVATION, "series", "rule", null=True),
        taken(OBSERVATION, "comparable", "rule"),
        URL,
    ),
    key=("indicator", "observation", "figure"),
    refers=(
        refer("indicators", "indicator"), refer("figures", "observation"),
        refer("figures", "figure"), *TO_TEXT, *TO_TURN, *TO_PASSAGE, *TO_SPEAKER,
    ),
    indexed=("figure", "briefing"),
    weaknesses=(
        "Only observations of one `series` that is `comparable` may be set side by side.",
        "A variant is no further observation: count rows where `variant` is false.",
    ),
    of_briefing=_observations,
)  # fmt: skip
