"""The published data against the contract and against its own schemas."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import jsonschema
import pytest

from briefings.model import Corpus
from briefings.publish import data
from tests.published_data import published_files

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED


def _files(corpus: Corpus = CORPUS) -> dict[str, str]:
    return published_files(corpus)


def _load(path: str) -> Any:
    return json.loads(_files()[f"data/{path}"])


def _resources() -> dict[str, dict[str, Any]]:
    return {one["path"]: one for one in _load("datapackage.json")["resources"]}


@pytest.mark.parametrize("corpus", [CORPUS, EMPTY], ids=["sample", "empty"])
def test_every_file_is_valid_against_its_schema(corpus: Corpus) -> None:
    files = _files(corpus)
    package = json.loads(files["data/datapackage.json"])
    checked = set()
    for resource in package["resources"]:
        if "jsonSchema" in resource:
            schema = json.loads(files[f"data/{resource['jsonSchema']}"])
            jsonschema.Draft202012Validator.check_schema(schema)
            path = f"data/{resource['path']}"
            jsonschema.validate(json.loads(files[path]), schema)
            checked.add(path)
    records = {
        path
        for path in files
        if path.endswith(".json") and "schema" not in path and "datapackage" not in path
    }
    assert checked == records


def test_a_field_that_is_not_described_breaks_the_schema() -> None:
    schema = _load("schemas/briefing.schema.json")
    briefing = _load(f"briefings/{FISH}.json")
    briefing["witnesses"][0]["mood"] = "good"
    with pytest.raises(jsonschema.ValidationError, match="mood"):
        jsonschema.validate(briefing, schema)


def test_the_data_package_lists_every_file_with_field_types_and_its_sum() -> None:
    files = _files()
    resources = _resources()
    unlisted = {"datapackage.json"} | {
        path.removeprefix("data/") for path in files if path.startswith("data/schemas/")
    }
    assert set(resources) == {path.removeprefix("data/") for path in files} - unlisted
    for path, resource in resources.items():
        stored = files[f"data/{path}"].encode()
        assert resource["hash"] == "sha256:" + hashlib.sha256(stored).hexdigest()
        if path.endswith(".json"):
            assert all(
                field["name"] and field["type"] and field["description"]
                for field in resource["schema"]["fields"]
            )
    names = [one["name"] for one in resources.values()]
    assert len(set(names)) == len(names)
    fields = {one["name"]: one for one in resources["briefings.json"]["schema"]["fields"]}
    assert fields["slug"]["type"] == "string"
    assert fields["slug"]["constraints"] == {"required": True}
    assert "constraints" not in fields["date"]


def test_a_list_stands_under_the_name_of_its_file_and_is_the_only_one() -> None:
    for stem in ("briefings", "people", "outlets", "topics"):
        listed = _load(f"{stem}.json")
        assert set(listed) == {"schema_version", stem}
        assert isinstance(listed[stem], list)


def test_the_index_of_briefings() -> None:
    fish, undated = _load("briefings.json")["briefings"]
    assert fish == {
        "slug": FISH,
        "url": f"briefings/{FISH}/",
        "title": "Ministry holds a press conference on fish",
        "short_title": "Ministry holds a press conference on fish",
        "date": "2021-05-04",
        "host": "Ministry of Fish",
        "series": {"name": "Sea & shore", "number": 2},
        "sources": ["010", "011"],
        "counts": {
            "witnesses": 2,
            "participants": 3,
            "turns": 8,
            "exchanges": 2,
            "passages": 10,
            "words": fish["counts"]["words"],
        },
    }
    assert undated["date"] == "--01-10"
    assert undated["series"] is None
    # "The harbour was opened, Bo Fisher said."
    assert undated["counts"]["words"] == 7
    assert undated["slug"] == UNDATED


def test_a_transcript_has_turns_and_an_article_sections() -> None:
    briefing = _load(f"briefings/{FISH}.json")
    assert briefing["primary"] == "010"
    transcript, article = briefing["witnesses"]
    assert "sections" not in transcript
    assert "turns" not in article
    assert transcript["credits"] == {
        "translators": ["Dee Words"],
        "notice": "The original prevails.",
    }
    assert transcript["turns"][4] == {
        "id": "t5",
        "speaker": {"kind": "official", "id": "cy-net", "name": "Cy Net", "label": "CY NETT"},
        "passages": [
            {"id": "t5p1", "text": "There are 3 nets.", "line": 13},
            {"id": "t5p2", "text": "We mend them.", "line": 14},
        ],
    }
    assert transcript["turns"][5]["speaker"] == {
        "kind": "unknown",
        "id": None,
        "name": None,
        "label": None,
    }
    assert article["sections"][0]["heading"] is None
    assert article["sections"][1]["heading"] == "Counting"
    assert article["sections"][1]["topics"] == ["nets"]


def test_a_repeated_passage_points_to_the_earlier_one() -> None:
    place = {"briefing": FISH, "source": "011", "passage": "011-s2p1", "line": 5}
    article = _load(f"briefings/{FISH}.json")["witnesses"][1]
    assert article["sections"][1]["passages"][1]["repeats"] == place
    line = _load("sources/011.json")["lines"][5]
    assert line == {"n": 6, "role": "passage", "passage": "011-s2p2", "repeats": place}


def test_exchanges_name_turns() -> None:
    first, second = _load(f"briefings/{FISH}.json")["exchanges"]
    assert (first["question"], first["handovers"], first["answers"]) == ("t3", ["t4"], ["t5"])
    assert first["topics"] == ["nets"]
    assert (second["question"], second["handovers"], second["answers"]) == ("t6", [], ["t7"])


def test_participants_are_wordings_on_lists_with_the_chair() -> None:
    participants = _load(f"briefings/{FISH}.json")["participants"]
    assert [(one["id"], one["source"], one["line"], one["chair"]) for one in participants] == [
        ("ada-chair", "010", 2, True),
        ("bo-fisher", "010", 3, False),
        ("cy-net", "010", 12, False),
    ]
    assert participants[1]["role"] == "head of the Fish Bureau"
    assert participants[1]["organization"] == "Fish Bureau"


def test_every_line_has_one_role_and_parts_where_it_holds_several_things() -> None:
    source = _load("sources/010.json")
    assert (source["id"], source["file"], source["kind"]) == ("010", "010_x.txt", "transcript")
    assert source["briefing"] == FISH
    lines = {line["n"]: line for line in source["lines"]}
    assert lines[1] == {"n": 1, "role": "title"}
    assert lines[15] == {"n": 15, "role": "boilerplate", "rule": "page-break"}
    assert lines[20]["parts"] == [
        {"role": "passage", "passage": "t8p1", "start": 0, "end": 10},
        {"role": "notice", "start": 11, "end": 22},
    ]


def test_people_and_outlets_point_by_places() -> None:
    people = {one["id"]: one for one in _load("people.json")["people"]}
    fisher = people["bo-fisher"]
    assert fisher["other_names"] == ["B. Fisher"]
    assert fisher["roles"][0] == {
        "briefing": FISH,
        "source": "010",
        "passage": None,
        "line": 3,
        "role": "head of the Fish Bureau",
        "organization": "Fish Bureau",
        "date": "2021-05-04",
    }
    assert fisher["turns"][0] == {
        "briefing": FISH,
        "source": "010",
        "passage": "t2p1",
        "line": 6,
        "turn": "t2",
    }
    assert fisher["mentions"] == [
        {
            "briefing": FISH,
            "source": "010",
            "passage": "t1p1",
            "line": 3,
            "start": 14,
            "end": 24,
        }
    ]
    assert [one["mode"] for one in fisher["quoted"]] == ["reported", "reported"]
    (paper,) = _load("outlets.json")["outlets"]
    assert [one["turn"] for one in paper["questions"]] == ["t3"]


def _sorted_keys(pairs: list[tuple[str, Any]]) -> None:
    keys = [key for key, _ in pairs]
    assert keys == sorted(keys)


def test_json_is_utf_8_with_sorted_keys_and_a_newline_at_the_end() -> None:
    for path, text in _files().items():
        if path.endswith(".json"):
            assert text.endswith("}\n")
            json.loads(text, object_pairs_hook=_sorted_keys)
    assert "“There are 3 nets,”" in _files()[f"data/briefings/{FISH}.json"]


def test_the_plain_text_reads_turn_by_turn() -> None:
    text = _files()[f"data/briefings/{FISH}.txt"]
    assert text.startswith("Ministry holds a press conference on fish\n\nDate: 2021-05-04\n")
    assert "\n\nThe Paper:\n\nGood morning. How many nets are there" in text
    assert "\n\nSpeaker not given in the source:\n\nWhat about boats?\n" in text
    assert text.endswith("\n\nThe original prevails.\n")
    assert "Nets and fish" not in text


def test_the_data_page_gets_a_table_for_each_kind_of_file() -> None:
    tables = {one["path"]: one for one in data.field_tables()}
    assert set(tables) == {
        "data/briefings.json",
        "data/citations.json",
        "data/citations.bib",
        "data/citations.ris",
        "data/sources.json",
        "data/people.json",
        "data/popolo.json",
        "data/outlets.json",
        "data/topics.json",
        "data/terms.json",
        "data/figures.json",
        "data/indicators.json",
        "data/observations.json",
        "data/discrepancies.json",
        "data/alignments.json",
        "data/formulas.json",
        "data/commitments.json",
        "data/phrases.json",
        "data/notes.jsonld",
        "data/terms.jsonld",
        "data/report.json",
        "data/accuracy.json",
        "data/briefings/<slug>.json",
        "data/sources/<id>.json",
    }
    assert tables["data/figures.json"]["also"] == ["data/figures.csv"]
    for table in tables.values():
        assert table["description"]
        assert bool(table["fields"]) == bool(table["schema"])
        assert table["schema"] is None or table["schema"] in _files()


def test_lines_and_numbers_of_series_begin_at_one() -> None:
    for path, field, value in (
        ("schemas/briefings.schema.json", "series", {"name": "Sea", "number": 0}),
        ("schemas/briefings.schema.json", "series", {"name": "Sea", "number": 1}),
    ):
        schema = _load(path)
        listed = _load("briefings.json")
        listed["briefings"][0][field] = value
        if value["number"]:
            jsonschema.validate(listed, schema)
        else:
            with pytest.raises(jsonschema.ValidationError, match="minimum"):
                jsonschema.validate(listed, schema)
    schema = _load("schemas/briefing.schema.json")
    briefing = _load(f"briefings/{FISH}.json")
    briefing["witnesses"][0]["turns"][0]["passages"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError, match="minimum"):
        jsonschema.validate(briefing, schema)


def test_lists_say_what_tells_their_records_apart_and_where_they_lead() -> None:
    resources = _resources()
    assert resources["briefings.json"]["schema"]["primaryKey"] == ["slug"]
    for path in ("figures.json", "figures.csv", "commitments.csv"):
        schema = resources[path]["schema"]
        assert schema["primaryKey"] == ["id"]
        assert schema["foreignKeys"] == [
            {
                "fields": ["briefing"],
                "reference": {"resource": "table-briefings", "fields": ["id"]},
            },
            {"fields": ["source"], "reference": {"resource": "sources-csv", "fields": ["id"]}},
        ]
