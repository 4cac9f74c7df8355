"""Test that published relations are valid against their schemas and point at existing words."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from briefings.model import Corpus
from tests.gathered import five
from tests.published_data import published_files

STEMS = ("alignments", "formulas", "commitments", "discrepancies")

Data = dict[str, Any]


@cache
def _files() -> dict[str, str]:
    return published_files(five())


def _rows(stem: str) -> list[Data]:
    rows: list[Data] = json.loads(_files()[f"data/{stem}.json"])[stem]
    return rows


@cache
def _texts() -> dict[tuple[str, str], str]:
    return {
        (witness.source.id, passage.id): passage.text
        for briefing in five().briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    }


def _words(place: Data) -> str:
    return _texts()[place["source"], place["passage"]][place["start"] : place["end"]]


@pytest.mark.parametrize("stem", STEMS)
def test_files_hold_what_their_schemas_say_and_something(stem: str) -> None:
    schema = json.loads(_files()[f"data/schemas/{stem}.schema.json"])
    jsonschema.validate(json.loads(_files()[f"data/{stem}.json"]), schema)
    assert _rows(stem)
    resources = json.loads(_files()["data/datapackage.json"])["resources"]
    assert f"{stem}.json" in {one["path"] for one in resources}


@pytest.mark.parametrize("stem", STEMS)
def test_ids_are_unique(stem: str) -> None:
    ids = [one["id"] for one in _rows(stem)]
    assert len(set(ids)) == len(ids)


def test_places_of_pairs_hold_sentences_of_one_event() -> None:
    for pair in _rows("alignments"):
        assert pair["a"]["briefing"] == pair["b"]["briefing"]
        for side in ("a", "b"):
            words = _words(pair[side])
            assert words == words.strip() != ""
        for one in pair["differences"]:
            assert one["a"] or one["b"]
            assert one["a"] != one["b"]


def test_pairs_of_one_kind_are_what_it_says() -> None:
    for pair in _rows("alignments"):
        if pair["kind"] == "identical":
            quotes = str.maketrans("“”’‘", "\"\"''")
            same = [_words(pair[side]).translate(quotes).casefold() for side in ("a", "b")]
            assert same[0] == same[1]


def test_redlines_lead_from_one_wording_to_the_next() -> None:
    for formula in _rows("formulas"):
        texts = [one["text"] for one in formula["occurrences"]]
        assert len(formula["redlines"]) == len(texts) - 1
        for text, runs in zip(texts[1:], formula["redlines"], strict=True):
            kept = "".join(one["text"] for one in runs if one["kind"] != "dropped")
            assert kept.split() == text.split()
        for one in formula["occurrences"]:
            assert _words(one) == one["text"]


def test_commitments_are_quoted_with_their_cue_and_only_later_statements_follow() -> None:
    for one in _rows("commitments"):
        assert _words(one) == one["text"]
        assert one["cue"] in one["text"]
        for later in one["later"]:
            assert later["date"] > one["date"]
            assert _words(later) == later["text"]
            assert later["shared"]


@pytest.mark.parametrize("stem", ["commitments", "discrepancies"])
def test_tables_have_a_row_for_each_record(stem: str) -> None:
    rows = list(csv.DictReader(io.StringIO(_files()[f"data/{stem}.csv"])))
    records = _rows(stem)
    assert [row["id"] for row in rows] == [one["id"] for one in records]
    assert set(rows[0]) == set(records[0])
    assert [row["text"].lstrip("'") for row in rows] == [one["text"] for one in records]


def test_empty_corpora_have_empty_lists() -> None:
    files = published_files(Corpus((), (), (), (), ()))
    for stem in STEMS:
        assert json.loads(files[f"data/{stem}.json"])[stem] == []


# ---- Which text a row stands on, and how good it is ----

TRANSCRIPT_2022 = ("Transcript, Publicity Department, 25 July 2022", None, "official-translation")
NEWSPAPER = ("Guangming Daily, 26 July 2022", "Guangming Daily", "rewritten")
AGENCY = ("China News Service, 10 January 2023", "China News Service", "machine-translated")
TRANSCRIPT_2023 = ("Transcript, SCIO, 24 October 2023", None, "official-translation")
FIRST_PAGE = ("China.org.cn, 5 November 2023", "China.org.cn", "official-translation")
TEXTS = {
    "000": (*TRANSCRIPT_2022, True),
    "001": (*FIRST_PAGE, False),
    "002": (*TRANSCRIPT_2023, True),
    "003": (*NEWSPAPER, False),
    "004": (*AGENCY, True),
}
NAMES = ("text_name", "publisher", "quality", "primary")


def _places_in(value: object) -> list[Data]:
    """Every place in a record, however deep."""
    found: list[Data] = []
    if isinstance(value, dict):
        found = [value] if {"briefing", "source", "line"} <= value.keys() else []
        value = list(value.values())
    if isinstance(value, list):
        found += [place for one in value for place in _places_in(one)]
    return found


@pytest.mark.parametrize("stem", ["commitments", "formulas", "observations", "figures"])
def test_a_row_says_which_text_it_stands_on(stem: str) -> None:
    places = [one for one in _places_in(_rows(stem)) if one.keys() >= {"text_name"}]
    assert places
    for one in places:
        assert tuple(one[name] for name in NAMES) == TEXTS[one["source"]]
    # The only places without a name are those that repeat a figure's words.
    repeated = [place for one in _rows(stem) for place in one.get("also", [])]
    assert len(places) + len(repeated) == len(_places_in(_rows(stem)))


def test_where_places_are_many_they_carry_the_grade_of_their_text_alone() -> None:
    uses = [use for phrase in _rows("phrases") for use in phrase["occurrences"]]
    mentions = [mention for term in _rows("terms") for mention in term["mentions"]]
    sides = [one[side] for one in _rows("alignments") for side in ("a", "b")]
    assert all((uses, mentions, sides))
    for one in (*uses, *mentions, *sides):
        assert (one["quality"], one["primary"]) == TEXTS[one["source"]][2:]
        assert "text_name" not in one


def test_words_that_explain_a_term_say_whose_they_are() -> None:
    quoted = [
        one["place"]
        for term in _rows("terms")
        for one in (*term["quotations"], *term["definitions"])
        if one["place"]
    ]
    assert quoted
    for one in quoted:
        assert tuple(one[name] for name in NAMES) == TEXTS[one["source"]]


def test_the_texts_of_a_difference_stand_in_the_order_of_its_passages() -> None:
    (thefts,) = (one for one in _rows("discrepancies") if one["found_by"] == "other-value")
    assert [one["source"] for one in thefts["passages"]] == ["000", "003"]
    for name, values in zip(NAMES, zip(TEXTS["000"], TEXTS["003"], strict=True), strict=True):
        assert thefts[name] == list(values)
        assert [one[name] for one in thefts["passages"]] == list(values)
    table = csv.DictReader(io.StringIO(_files()["data/discrepancies.csv"], newline=""))
    (row,) = (one for one in table if one["id"] == thefts["id"])
    assert row["text_name"] == (
        "Transcript, Publicity Department, 25 July 2022; Guangming Daily, 26 July 2022"
    )
    assert row["quality"] == "official-translation; rewritten"
    assert row["primary"] == "True; False"


def test_a_list_of_all_texts_says_what_is_meant_by_the_id_of_a_source() -> None:
    rows = _rows("sources")
    assert {one["id"]: tuple(one[name] for name in NAMES) for one in rows} == TEXTS
    newspaper = next(one for one in rows if one["id"] == "003")
    assert (newspaper["date"], newspaper["published"]) == ("2022-07-25", "2022-07-26")
    assert newspaper["url"] == "sources/003/"
    assert "once morest" in newspaper["quality_basis"]
    # Each briefing's primary text comes before the others.
    assert [one["primary"] for one in rows] == [True, False, True, True, False]
    table = list(csv.DictReader(io.StringIO(_files()["data/sources.csv"], newline="")))
    assert [one["id"] for one in table] == [one["id"] for one in rows]


@pytest.mark.parametrize("stem", ["figures", "observations", "commitments"])
def test_new_columns_follow_those_that_were_there(stem: str) -> None:
    columns = _files()[f"data/{stem}.csv"].split("\r\n", 1)[0].split(",")
    last = columns.index("url")
    assert [one for one in columns[last + 1 :] if one != "quality"] == [
        "text_name", "publisher", "primary",
    ]  # fmt: skip
    assert "quality" in columns
