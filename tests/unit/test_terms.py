"""Test terms in the text: golden cases by rule, and properties of every text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.editorial import load
from briefings.extract.terms import Matcher, terms_of
from briefings.model import (
    Passage,
    Rendering,
    Section,
    Settings,
    Source,
    Speaker,
    TermEntry,
    Turn,
    Where,
    Witness,
)
from briefings.problems import Problems

CASES = sorted(Path(__file__).parents[1].glob("cases/terms/*.yml"))
HERE = Where("glossary.yml", 1, 1)


def _case(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    return case


def _matcher(glossary: object, folder: Path) -> Matcher:
    folder.mkdir(exist_ok=True)
    with (folder / "glossary.yml").open("w", encoding="utf-8") as file:
        YAML().dump(glossary, file)
    problems = Problems()
    editorial = load(folder, problems)
    assert [str(problem) for problem in problems] == []
    return Matcher(editorial.glossary)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, tmp_path: Path) -> None:
    case = _case(path)
    matcher = _matcher(case["glossary"], tmp_path)
    for text in case["texts"]:
        words, source = text["text"], text.get("source", "000")
        named = any(" -> " in found for found in text["found"])
        found = [
            words[match.start : match.end] + (f" -> {match.term}" if named else "")
            for match in matcher.find(words, source)
        ]
        assert found == text["found"], words


def _entry(id_: str, *wordings: str) -> TermEntry:
    renderings = tuple(Rendering(wording, HERE) for wording in wordings)
    return TermEntry(id_, wordings[0], "policy", HERE, renderings)


def test_an_empty_glossary_finds_nothing() -> None:
    assert Matcher([]).find("Some text.", "000") == ()


def test_mentions_tell_where_who_and_whether_first() -> None:
    net, seine = _entry("net", "net", "fishing net"), _entry("seine", "seine")
    source = Source("000", "000.txt", "seeds/000.txt", "", ("", ""), "text")
    turns = (
        Turn(
            "t1",
            Speaker("official", "ann", "Ann", "Ann"),
            (
                Passage("t1p1", "A net and a seine.", 2, 2),
                Passage("t1p2", "Fishing nets again.", 4, 4),
            ),
        ),
        Turn("t2", Speaker("unknown", None, None, None), (Passage("t2p1", "No net.", 6, 6),)),
    )
    talk = Witness(source, Settings(), "transcript", turns=turns, briefing="2021-fish")
    section = Section("s1", None, None, (Passage("001-s1p1", "Nets.", 3, 3),))
    report = Witness(
        Source("001", "001.txt", "seeds/001.txt", "", ("",), "text"), Settings(), "article",
        sections=(section,), briefing="2021-fish",
    )  # fmt: skip
    found = [
        (
            one.term, one.wording, one.text, one.place.source, one.place.passage, one.place.line,
            one.place.start, one.place.end, one.part, one.speaker, one.first,
        )
        for one in terms_of((talk, report), Matcher((net, seine)))
    ]  # fmt: skip
    assert found == [
        ("net", "net", "net", "000", "t1p1", 2, 2, 5, "t1", "ann", True),
        ("seine", "seine", "seine", "000", "t1p1", 2, 12, 17, "t1", "ann", True),
        ("net", "fishing net", "Fishing nets", "000", "t1p2", 4, 0, 12, "t1", "ann", False),
        ("net", "net", "net", "000", "t2p1", 6, 3, 6, "t2", None, True),
        ("net", "net", "Nets", "001", "001-s1p1", 3, 0, 4, "s1", None, True),
    ]


_WORDS = st.lists(
    st.sampled_from(
        ["net", "Net", "nets", "fishing", "seine", '"', "“", "’s", "-", " ", "\u00a0", ".", "NETS"]
    ),
    max_size=30,
).map("".join)


@given(_WORDS | st.text(max_size=40))
def test_matches_are_in_order_apart_and_whole_words(text: str) -> None:
    matcher = Matcher([_entry("net", "net", "fishing net"), _entry("seine", "seine net", "NETS")])
    end = 0
    for match in matcher.find(text, "000"):
        assert end <= match.start < match.end <= len(text)
        assert not text[match.start - 1 : match.start].isalnum()
        assert not text[match.end : match.end + 1].isalnum()
        assert "net" in text[match.start : match.end].lower()
        end = match.end
