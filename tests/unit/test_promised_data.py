"""What the published data promise of each field: may it be null, and what may stand there."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.publish import schemas
from briefings.publish.accuracy import MEASURE
from briefings.publish.annotations import TERM
from briefings.publish.citations import CITATION
from briefings.publish.figures import DISCREPANCY, FIGURE
from briefings.publish.indicators import INDICATOR, OBSERVATION
from briefings.publish.relations import COMMITMENT, FORMULA, PAIR, PHRASE
from briefings.publish.report import REPORT, REPORT_SOURCE
from briefings.publish.source_list import LISTED_SOURCE

# Of each record the fields that may be null because nothing is known.
NULL: list[tuple[dict[str, Any], str]] = [
    (schemas.PLACE, "passage"),
    (schemas.BRIEFING_ENTRY, "date host series"),
    (schemas.BRIEFING, "date time place host series"),
    (schemas.WITNESS, "quality title subtitle byline lead publisher published"),
    (schemas.CREDITS, "notice"),
    (schemas.SECTION, "heading"),
    (schemas.SPEAKER, "id name label"),
    (schemas.TURN, ""),
    (schemas.PASSAGE, ""),
    (schemas.PARTICIPANT, "role organization"),
    (schemas.EXCHANGE, "subject"),
    (schemas.JOINED, "day hour place host title number"),
    (schemas.LINE, ""),
    (schemas.EDITION, "replaced published url"),
    (schemas.SOURCE, ""),
    (schemas.ROLE_WORDING, "passage organization date"),
    (schemas.PERSON, "family_name chinese chinese_basis"),
    (schemas.OUTLET, "chinese chinese_basis"),
    (schemas.TOPIC, ""),
    (schemas.COUNTS, ""),
    (FIGURE, "passage start end high speaker speaker_name quality publisher"),
    (DISCREPANCY, ""),
    (INDICATOR, ""),
    (OBSERVATION, "high speaker_name date passage publisher quality"),
    (PAIR, ""),
    (FORMULA, ""),
    (PHRASE, "first last"),
    (COMMITMENT, "passage start end date speaker speaker_name publisher quality"),
    (TERM, "definition_basis explanation explanation_basis chinese chinese_basis"),
    (
        LISTED_SOURCE,
        "date publisher quality quality_basis title byline published original archived",
    ),
    (REPORT_SOURCE, "checked"),
    (REPORT, ""),
    (MEASURE, "precision recall"),
    (CITATION, ""),
]


def fields_with_null(shape: dict[str, Any]) -> set[str]:
    return {
        name
        for name, field in shape["properties"].items()
        if isinstance(field["type"], list) and "null" in field["type"]
    }


@pytest.mark.parametrize(("shape", "names"), NULL, ids=[str(n) for n in range(len(NULL))])
def test_only_what_may_be_unknown_may_be_null(shape: dict[str, Any], names: str) -> None:
    assert fields_with_null(shape) == set(names.split())


def test_what_is_inside_of_records_may_be_null_only_where_it_is_unknown() -> None:
    subject = schemas.EXCHANGE["properties"]["subject"]
    assert fields_with_null(subject) == set()
    assert fields_with_null(schemas.BRIEFING["properties"]["series"]) == {"name", "number"}
    variant = PHRASE["properties"]["variants"]["items"]
    assert fields_with_null(variant) == {"first", "nearest"}
    use = PHRASE["properties"]["occurrences"]["items"]
    assert fields_with_null(use) == {"passage", "quality", "date", "speaker", "speaker_name"}
    said = FORMULA["properties"]["occurrences"]["items"]
    assert fields_with_null(said) == {
        "passage", "publisher", "quality", "date", "speaker", "speaker_name", "item",
    }  # fmt: skip
    doubt = REPORT_SOURCE["properties"]["doubts"]["items"]
    assert fields_with_null(doubt) == {"line", "passage", "settled"}
    definition = TERM["properties"]["definitions"]["items"]
    assert fields_with_null(definition) == {"place", "basis"}


@pytest.mark.parametrize(
    ("shape", "field", "least"),
    [
        # Lines and numbers of items are counted from 1, offsets and amounts from 0.
        (schemas.PLACE, "line", 1), (schemas.PLACE, "start", 0), (schemas.LINE, "n", 1),
        (schemas.PARTICIPANT, "line", 1), (schemas.COUNTS, "turns", 0), (FIGURE, "line", 1),
        (FIGURE, "start", 0), (OBSERVATION, "line", 1), (COMMITMENT, "line", 1),
        (PHRASE, "briefings", 1), (TERM, "later_without", 0), (REPORT_SOURCE, "lines", 0),
        (REPORT_SOURCE["properties"]["doubts"]["items"], "line", 1),
        (PHRASE["properties"]["variants"]["items"], "count", 1),
        (PHRASE["properties"]["variants"]["items"], "nearest", 0),
        (PHRASE["properties"]["occurrences"]["items"], "variant", 0),
        (FORMULA["properties"]["occurrences"]["items"], "item", 1),
    ],
)  # fmt: skip
def test_numbers_begin_where_they_are_counted_from(
    shape: dict[str, Any], field: str, least: int
) -> None:
    assert shape["properties"][field]["minimum"] == least


@pytest.mark.parametrize(
    ("shape", "names"),
    [
        (schemas.PLACE, "start end"), (schemas.PASSAGE, "lines repeats"),
        (schemas.WITNESS, "turns sections"), (schemas.LINE_PART, "passage rule"),
        (schemas.LINE, "passage rule repeats parts"), (schemas.BRIEFING, ""), (FIGURE, ""),
        (schemas.ROLE_WORDING, "start end"),
    ],
)  # fmt: skip
def test_only_some_fields_may_be_left_out(shape: dict[str, Any], names: str) -> None:
    assert set(shape["properties"]) - set(shape["required"]) == set(names.split())
    assert shape["additionalProperties"] is False
