"""The published notes, resolved as a program would that knows Web Annotation and no more."""

from __future__ import annotations

from typing import Any

from tests.conftest import Built


def _notes(built: Built) -> list[dict[str, Any]]:
    notes: list[dict[str, Any]] = built.data("notes.jsonld")["first"]["items"]
    assert notes
    return notes


def _targets(note: dict[str, Any]) -> list[dict[str, Any]]:
    return note["target"] if isinstance(note["target"], list) else [note["target"]]


def test_selectors_find_the_words_in_the_passage_that_the_source_names(built: Built) -> None:
    passages = {
        f"briefings/{briefing['slug']}/#{passage['id']}": passage["text"]
        for briefing in built.briefings
        for witness in briefing["witnesses"]
        for part in witness.get("turns", []) + witness.get("sections", [])
        for passage in part["passages"]
    }
    for note in _notes(built):
        for target in _targets(note):
            text = passages[target["source"]]
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == (
                "TextQuoteSelector", "TextPositionSelector"
            )  # fmt: skip
            assert text[position["start"] : position["end"]] == quote["exact"] != ""
            found = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text.count(found) == 1
            assert text.index(found) + len(quote["prefix"]) == position["start"]


def test_states_find_the_words_in_the_plain_text_that_is_published(built: Built) -> None:
    for note in _notes(built):
        for target in _targets(note):
            state, quote = target["state"], target["selector"][0]
            assert state["type"] == "TimeState"
            text = (built.folder / state["cached"]).read_text("utf-8")
            position = state["refinedBy"]
            assert position["type"] == "TextPositionSelector"
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_a_note_says_why_it_stands_there(built: Built) -> None:
    by_kind: dict[str, set[str]] = {}
    for note in _notes(built):
        (kind,) = (one["value"] for one in note["body"] if one["purpose"] == "tagging")
        by_kind.setdefault(kind, set()).add(note["motivation"])
    assert by_kind == {
        "context": {"commenting"},
        "translation": {"describing"},
        "discrepancy": {"questioning"},
        "correction": {"questioning"},
        "cross-reference": {"linking"},
    }
