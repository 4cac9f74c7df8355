"""The flat tables: one description, and the rows that a reader of the texts expects."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.tables.catalogue import TABLES
from briefings.tables.fields import LISTS, Field, Row, Table, text
from briefings.tables.reading import CorpusRows
from tests.command import ROOT

from .flat import rows_of, rows_of_five, table
from .sample_corpus import CORPUS, EMPTY, FISH

NAMED = (
    "briefings texts turns passages sentences exchanges people roles outlets figures observations "
    "indicators terms wordings mentions notes alignments discrepancies phrases commitments sources "
    "lines topics"
).split()
CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe").load(
    ROOT / "tests" / "cases" / "tables" / "five.yml"
)
# Rows that say who said what when, and how good the text is.
_SAID = "turns passages sentences exchanges figures observations mentions commitments".split()


# The fields that may be null, table by table: what a text need not tell, and where a row stands.
_STANDS = "date day publisher quality "
_SPEAKS = "speaker_kind speaker person outlet role organization "
_ABOUT = "turn exchange "
_PASSAGE = "passage start end "
_SIDES = " ".join(
    f"{side}_{name}"
    for side in ("a", "b")
    for name in ("publisher", "quality", "passage", "start", "end", "text")
)
NULL = {
    "briefings": "date day time place host series series_number",
    "texts": _STANDS + "quality_basis title subtitle byline published notice",
    "sources": "original archived retrieved rights",
    "lines": "part start end rule passage",
    "people": "family_name chinese chinese_basis",
    "roles": _STANDS + "organization",
    "outlets": "chinese chinese_basis",
    "topics": "",
    "turns": _STANDS + _SPEAKS + "exchange does label line text",
    "passages": _STANDS + _SPEAKS + _ABOUT + "section does heading repeats",
    "sentences": _STANDS + _SPEAKS + _ABOUT + "section does",
    "exchanges": _STANDS + _SPEAKS + "subject text",
    "figures": _STANDS + _SPEAKS + _ABOUT + _PASSAGE
    + "high unit direction subject period period_start period_end sentence",
    "indicators": "unit why note",
    "observations": _STANDS + _SPEAKS + _ABOUT
    + "passage high unit direction period first_day last_day base scope series",
    "terms": "chinese chinese_basis definition definition_basis explanation explanation_basis",
    "wordings": "",
    "phrases": "first last",
    "mentions": _STANDS + _SPEAKS + _ABOUT + _PASSAGE + "term wording names phrase text",
    "notes": _STANDS + _ABOUT + _PASSAGE + "quote basis author written",
    "alignments": "date day " + _SIDES,
    "discrepancies": "title basis takeaway reason author ruled",
    "commitments": _STANDS + _SPEAKS + _ABOUT + _PASSAGE,
}  # fmt: skip


@pytest.fixture(scope="module", params=["five", "sample", "empty"])
def held(request: pytest.FixtureRequest) -> dict[str, list[Row]]:
    if request.param == "five":
        return rows_of_five()
    return rows_of(CORPUS if request.param == "sample" else EMPTY)


def test_the_tables_are_those_that_are_promised() -> None:
    assert sorted(one.name for one in TABLES) == sorted(NAMED)


@pytest.mark.parametrize(("name", "fields"), NULL.items())
def test_only_what_may_be_unknown_may_be_null(name: str, fields: str) -> None:
    assert {field.name for field in table(name).fields if field.null} == set(fields.split())


def test_each_table_has_a_row_that_a_reader_checked() -> None:
    assert sorted(CASES) == sorted(NAMED)


@pytest.mark.parametrize(
    ("name", "case"), [(name, case) for name, cases in CASES.items() for case in cases]
)
def test_a_row_is_as_a_reader_of_the_sources_finds_it(name: str, case: dict[str, Any]) -> None:
    rows = rows_of_five()[name]
    found = [row for row in rows if all(row[key] == value for key, value in case["row"].items())]
    assert len(found) == 1, f"{len(found)} rows of {name} are {case['row']}"
    differ = {
        key: found[0][key]
        for key, value in case["holds"].items()
        if not _agrees(value, found[0][key])
    }
    assert differ == {}, case["why"]


def _agrees(expected: Any, value: Any) -> bool:
    if isinstance(expected, str) and "…" in expected and isinstance(value, str):
        pattern = ".*".join(re.escape(part.strip()) for part in expected.split("…"))
        return re.fullmatch(pattern, value, re.DOTALL) is not None
    return bool(expected == value)


def test_every_value_is_of_the_type_and_the_list_that_its_field_says(
    held: dict[str, list[Row]],
) -> None:
    wrong = [
        (one.name, field.name, row[field.name])
        for one in TABLES
        for row in held[one.name]
        for field in one.fields
        if not _fits(field, row[field.name])
    ]
    assert wrong == []


def _fits(field: Field, value: Any) -> bool:
    if value is None:
        return field.null
    listed = value if isinstance(value, list) else [value]
    if field.values and not set(listed) <= set(field.values):
        return False
    if field.kind == "boolean":
        return isinstance(value, bool)
    if field.kind in ("integer", "integers"):
        return all(
            type(one) is int and (field.minimum is None or one >= field.minimum) for one in listed
        )
    if field.kind == "number":
        return isinstance(value, float)
    if field.kind == "day":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    if field.kind == "date":
        return re.fullmatch(field.pattern, value) is not None
    return all(isinstance(one, str) for one in listed) and isinstance(value, list) == (
        field.kind in LISTS
    )


def test_keys_tell_rows_apart_and_lead_to_rows(held: dict[str, list[Row]]) -> None:
    keys = {
        one.name: [tuple(row[name] for name in one.key) for row in held[one.name]] for one in TABLES
    }
    assert [name for name, found in keys.items() if len(set(found)) < len(found)] == []
    lost = [
        (one.name, refers.field, row[refers.field])
        for one in TABLES
        for refers in one.refers
        for row in held[one.name]
        if row[refers.field] is not None and (row[refers.field],) not in keys[refers.table]
    ]
    assert lost == []


def test_no_id_is_taken_for_a_number(held: dict[str, list[Row]]) -> None:
    """A program that reads a CSV file makes 0 of 000, and 100 of 1e2."""
    ids = {
        (one.name, name)
        for one in TABLES
        for name in (*one.key, *(refers.field for refers in one.refers))
    }
    number = re.compile(r"[-+.\d_]*(?:e[-+]?\d+)?", re.IGNORECASE)
    numbers = [
        (table_, name, row[name])
        for table_, name in ids
        for row in held[table_]
        if row[name] is not None and number.fullmatch(str(row[name]))
    ]
    assert numbers == []


@pytest.mark.parametrize("name", _SAID)
def test_who_said_what_when_stands_in_the_row(name: str) -> None:
    wanted = {"date", "day", "speaker", "role", "topics", "publisher", "quality", "primary_text"}
    assert wanted <= set(table(name).names)


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_a_description_is_whole(one: Table) -> None:
    assert one.row.endswith(".")
    assert len(set(one.names)) == len(one.names)
    assert set(one.key) | set(one.unique) | set(one.indexed) <= set(one.names)
    assert {refers.field for refers in one.refers} <= set(one.names)
    assert (one.of_briefing is None) != (one.of_corpus is None)
    for field in one.fields:
        assert field.description.endswith("."), (one.name, field.name, field.description)
        assert not (field.null and (field.kind in LISTS or field.name in one.key)), field.name


def test_a_briefing_without_a_date_has_one_in_part_and_no_day() -> None:
    rows = rows_of(CORPUS)
    [harbour] = [row for row in rows["briefings"] if row["id"] != FISH]
    assert (harbour["date"], harbour["day"]) == ("--01-10", None)
    undated = replace(CORPUS, briefings=(replace(CORPUS.briefings[1], date=None),))
    [row] = rows_of(undated)["briefings"]
    assert (row["date"], row["day"]) == (None, None)


def test_a_row_that_lacks_what_is_described_is_refused() -> None:
    fish = Table("fish", "Fish", "A fish.", (text("id", "Its name."),), of_corpus=lambda _: made)
    made: list[dict[str, Any]] = [{"id": "cod", "size": 3}]
    with pytest.raises(ValueError, match=r"fish: .*size"):
        list(fish.rows_of(_nothing()))
    made = [{"id": ""}]
    with pytest.raises(ValueError, match=r"fish\.id has no value"):
        list(fish.rows_of(_nothing()))


def _nothing() -> CorpusRows:
    return CorpusRows(EMPTY)


def test_turns_count_the_words_of_their_passages() -> None:
    rows = rows_of(CORPUS)
    [turn] = [row for row in rows["turns"] if row["id"] == "010-t5"]
    # "There are 3 nets." and "We mend them."
    assert (turn["passages"], turn["words"]) == (2, 7)
    assert turn["text"] == "There are 3 nets.\nWe mend them."


def test_a_line_that_holds_several_things_has_a_row_for_each() -> None:
    rows = [row for row in rows_of(CORPUS)["lines"] if row["n"] == 20]
    assert [(row["id"], row["part"], row["role"], row["text"]) for row in rows] == [
        ("source-010-L20.1", 1, "passage", "Thank you."),
        ("source-010-L20.2", 2, "notice", "Note: nets."),
    ]


def test_sentences_are_the_passage_again() -> None:
    texts = {row["id"]: row["text"] for row in rows_of_five()["passages"]}
    for row in rows_of_five()["sentences"]:
        words = texts[row["passage"]]
        assert isinstance(words, str)
        assert isinstance(row["start"], int)
        assert isinstance(row["end"], int)
        assert words[row["start"] : row["end"]] == row["text"]


def test_a_passage_is_counted_through_the_corpus() -> None:
    positions = [row["position"] for row in rows_of_five()["passages"]]
    assert positions == list(range(1, len(positions) + 1))
