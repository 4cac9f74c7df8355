"""The published files of the five sources: valid, complete, true to the sources."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.command import FIVE
from tests.conftest import Built
from tests.site.reading import fold, source_lines, visible

SEEDS = sorted((FIVE / "seeds").glob("*.txt"))


def _passages(briefing: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every passage of a briefing with the id of its source."""
    return [
        (witness["source"], passage)
        for witness in briefing["witnesses"]
        for part in witness.get("turns", []) + witness.get("sections", [])
        for passage in part["passages"]
    ]


def test_three_briefings_come_of_five_sources(built: Built) -> None:
    briefings = built.data("briefings.json")["briefings"]
    assert {one["date"]: one["sources"] for one in briefings} == {
        "2022-07-25": ["000", "003"],
        "2023-01-10": ["004"],
        "2023-10-24": ["002", "001"],
    }


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_line_has_exactly_one_role(built: Built, path: Path) -> None:
    source = built.data(f"sources/{path.name[:3]}.json")
    assert source["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source["file"] == path.name
    lines = source_lines(path)
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    assert [line["n"] for line in source["lines"]] == filled
    for line in source["lines"]:
        assert ("passage" in line) == (line["role"] == "passage"), line
        assert ("rule" in line) == (line["role"] == "boilerplate"), line
        for part in line.get("parts", []):
            assert 0 <= part["start"] < part["end"] <= len(lines[line["n"] - 1]), line


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_text_of_a_passage_is_the_text_of_its_lines(built: Built, path: Path) -> None:
    """Nothing is lost, added or altered between a source's lines and a passage."""
    id_ = path.name[:3]
    lines = source_lines(path)
    roles = {line["n"]: line for line in built.data(f"sources/{id_}.json")["lines"]}
    checked = 0
    for briefing in built.briefings:
        for source, passage in _passages(briefing):
            if source != id_:
                continue
            first, last = passage.get("lines", [passage["line"], passage["line"]])
            assert first == passage["line"]
            pieces = []
            for number in range(first, last + 1):
                parts = roles.get(number, {}).get("parts")
                if parts is None:
                    pieces.append(lines[number - 1])
                else:
                    pieces += [
                        lines[number - 1][part["start"] : part["end"]]
                        for part in parts
                        if part.get("passage") == passage["id"]
                    ]
            assert visible(" ".join(pieces)) == passage["text"]
            assert fold(passage["text"]) == passage["text"]
            checked += 1
    assert checked


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_passages_and_lines_point_at_each_other(built: Built, path: Path) -> None:
    id_ = path.name[:3]
    by_line = {
        line["n"]: {line["passage"]} | {part.get("passage") for part in line.get("parts", [])}
        for line in built.data(f"sources/{id_}.json")["lines"]
        if "passage" in line
    }
    found: dict[int, set[str]] = {}
    for briefing in built.briefings:
        for source, passage in _passages(briefing):
            if source == id_:
                first, last = passage.get("lines", [passage["line"], passage["line"]])
                for number in range(first, last + 1):
                    if source_lines(path)[number - 1].strip():
                        found.setdefault(number, set()).add(passage["id"])
    assert {line: ids - {None} for line, ids in by_line.items()} == found


def test_ids_are_unique_and_prefixed_where_the_witness_is_not_the_primary_one(
    built: Built,
) -> None:
    for briefing in built.briefings:
        ids = [passage["id"] for _, passage in _passages(briefing)]
        assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
        for source, passage in _passages(briefing):
            assert passage["id"].startswith(f"{source}-") == (source != briefing["primary"])


def test_exchanges_are_made_of_turns_in_order(built: Built) -> None:
    for briefing in built.briefings:
        turns = [one["id"] for one in briefing["witnesses"][0].get("turns", [])]
        kinds = {
            one["id"]: one["speaker"]["kind"] for one in briefing["witnesses"][0].get("turns", [])
        }
        used: list[str] = []
        for exchange in briefing["exchanges"]:
            members = [exchange["question"], *exchange["handovers"], *exchange["answers"]]
            assert set(exchange["handovers"]).isdisjoint(exchange["answers"])
            assert kinds[exchange["question"]] in {"outlet", "unknown"}
            used += sorted(members, key=turns.index)
        assert used == sorted(used, key=turns.index)
        assert len(used) == len(set(used))


def test_every_place_leads_to_a_passage_of_that_line(built: Built) -> None:
    passages = {
        (briefing["slug"], source, passage["id"]): passage
        for briefing in built.briefings
        for source, passage in _passages(briefing)
    }
    places = []
    for person in built.data("people.json")["people"]:
        places += person["roles"] + person["turns"] + person["mentions"] + person["quoted"]
    for outlet in built.data("outlets.json")["outlets"]:
        places += outlet["questions"]
    assert places
    for place in places:
        if place["passage"] is None:
            assert "start" not in place
            continue
        passage = passages[place["briefing"], place["source"], place["passage"]]
        first, last = passage.get("lines", [passage["line"], passage["line"]])
        assert first <= place["line"] <= last
        if "start" in place:
            assert 0 <= place["start"] < place["end"] <= len(passage["text"])


def test_a_mention_is_a_name(built: Built) -> None:
    texts = {
        (briefing["slug"], passage["id"]): passage["text"]
        for briefing in built.briefings
        for _, passage in _passages(briefing)
    }
    for person in built.data("people.json")["people"]:
        words = {word for name in [person["name"], *person["other_names"]] for word in name.split()}
        for place in person["mentions"]:
            text = texts[place["briefing"], place["passage"]][place["start"] : place["end"]]
            assert set(text.split()) & words, (person["name"], text)
