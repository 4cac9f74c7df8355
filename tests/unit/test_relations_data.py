"""The published relations: as their schemas say, pointing at words that stand there."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from briefings.model import Corpus
from briefings.publish import data
from tests.gathered import five

STEMS = ("alignments", "formulas", "commitments", "discrepancies")

Data = dict[str, Any]


@cache
def _files() -> dict[str, str]:
    return data.files(five())


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
    files = data.files(Corpus((), (), (), (), ()))
    for stem in STEMS:
        assert json.loads(files[f"data/{stem}.json"])[stem] == []
