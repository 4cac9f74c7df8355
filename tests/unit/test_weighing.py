"""Test which marks are essential, that is, shown to readers who have not chosen all marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.model import Passage, Rendering, Term, TermEntry, TermKind, Where
from briefings.model.page import Mark
from briefings.views.weighing import needs_explaining, weighed

HERE = Where("editorial/glossary.yml", 1, 1)


def _term(id_: str, kind: TermKind, definition: str | None = "What it is.") -> Term:
    return Term(
        entry=TermEntry(
            id=id_, term=id_, kind=kind, where=HERE, renderings=(Rendering(id_, HERE),),
            definition=definition,
        ),
        explanations=(), mentions=(), usages=(), briefings=(), speakers=(), related=(), gone=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "words", "needed"),
    [
        ("slogan", "six fronts", True),
        ("policy", "household registration", True),
        ("operation", "clean net", True),
        ("measure", "cluster battles", True),
        ("organization", "Ministry of Fish", False),
        ("organization", "MOF", True),
        ("organization", "A", False),
        ("organization", "Bureau of the MOF", False),
        ("place", "Yellow River", False),
        ("offence", "theft", False),
        ("offence", "“naked chat” blackmail", True),
        ("event", '"Feb. 25" case', True),
        ("statistic", "major accidents", False),
    ],
)
def test_terms_that_officials_coined_need_explaining_and_plain_names_do_not(
    kind: TermKind, words: str, needed: bool
) -> None:
    assert needs_explaining(_term("x", kind), words) is needed


def test_a_term_without_a_definition_cannot_be_explained() -> None:
    assert not needs_explaining(_term("x", "slogan", None), "six fronts")


@pytest.mark.parametrize("ruled", [True, False])
def test_an_editor_has_the_last_word(ruled: bool) -> None:
    for term in (_term("x", "slogan"), _term("x", "place"), _term("x", "slogan", None)):
        entry = replace(term.entry, explain=ruled)
        assert needs_explaining(replace(term, entry=entry), "six fronts") is ruled


def _passage(id_: str, text: str) -> Passage:
    return Passage(id=id_, text=text, line=1, last_line=1)


def _mark(text: str, words: str, kind: str, url: str) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), kind, url)


FIRST = "The MOF fights theft by clean nets."
SECOND = "Clean nets and the clean nets campaign: 12 nets, of the MOF."
TERMS = {
    "nets": _term("nets", "operation"),
    "campaign": _term("campaign", "operation"),
    "mof": _term("mof", "organization"),
    "theft": _term("theft", "offence"),
}


def _essential(marks: dict[str, list[Mark]], followed: frozenset[str] = frozenset()) -> set[str]:
    passages = {"t1p1": _passage("t1p1", FIRST), "t2p1": _passage("t2p1", SECOND)}
    found = weighed(marks, passages, TERMS, followed.__contains__)
    assert {id_: len(several) for id_, several in found.items()} == {
        id_: len(several) for id_, several in marks.items()
    }
    return {
        f"{id_} {passages[id_].text[mark.start : mark.end]}"
        for id_, several in found.items()
        for mark in several
        if mark.essential
    }


def test_a_term_is_essential_where_the_briefing_first_uses_it_in_words_that_need_explaining() -> (
    None
):
    marks = {
        "t2p1": [
            _mark(SECOND, "Clean nets", "term", "terms/nets/"),
            _mark(SECOND, "MOF", "term", "terms/mof/"),
        ],
        "t1p1": [
            _mark(FIRST, "theft", "term", "terms/theft/"),
            _mark(FIRST, "clean nets", "term", "terms/nets/"),
            _mark(FIRST, "The MOF", "term", "terms/mof/"),
        ],
    }
    assert _essential(marks) == {"t1p1 clean nets", "t2p1 MOF"}


def test_a_first_use_under_a_longer_mark_is_not_seen_and_does_not_count() -> None:
    longer = _mark(SECOND, "clean nets campaign", "term", "terms/campaign/")
    within = Mark(longer.start, longer.start + 10, "term", "terms/nets/")
    marks = {"t2p1": [within, longer]}
    assert _essential(marks) == {"t2p1 clean nets campaign"}


def test_figures_that_are_followed_and_notes_of_weight_are_essential() -> None:
    number = _mark(SECOND, "12", "figure", "figures/#f1")
    note = Mark(0, 10, "note", "#note-x", number=1, essential=True)
    more = Mark(0, 5, "note", "#note-y", number=2)
    person = _mark(FIRST, "The", "person", "speakers/x/")
    marks = {"t1p1": [person], "t2p1": [number, note, more]}
    assert _essential(marks) == {"t2p1 Clean nets"}
    assert _essential(marks, frozenset(("f1",))) == {"t2p1 Clean nets", "t2p1 12"}
