"""The glossary of the five sources, as editors wrote it: each term defined, each ground there."""

from __future__ import annotations

import re

import pytest

from briefings.editorial import load
from briefings.model import Editorial, OutletEntry, PersonEntry, TermEntry
from briefings.problems import Problems
from tests.command import FIVE

_POINTER = re.compile(r"\b(\d{3}):([1-9]\d*)\b")
_QUOTED = re.compile(r'\b(\d{3}):(\d+) \("([^"]+)"\)')
_SENTENCE_END = re.compile(r"[.!?]['\")]*(?=\s|$)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
# A law or another public text, by its name.
_TITLE = re.compile(r"《[^》]+》|\b(?:Law|Constitution|Regulations|Code|Pharmacopoeia)\b")
_LONGEST = 300


def _editorial() -> Editorial:
    problems = Problems()
    editorial = load(FIVE / "editorial", problems)
    assert [str(problem) for problem in problems] == []
    return editorial


EDITORIAL = _editorial()
TERMS = {term.id: term for term in EDITORIAL.glossary}
LINES = {
    path.name[:3]: path.read_text("utf-8").split("\n") for path in (FIVE / "seeds").glob("0*.txt")
}


def _grounds(term: TermEntry) -> list[str]:
    texts = (term.basis, term.chinese_basis, term.explanation_basis, term.explanation)
    return [text for text in texts if text]


def test_every_term_is_defined_in_a_sentence_or_two() -> None:
    for term in TERMS.values():
        assert term.definition, term.id
        assert 1 <= len(_SENTENCE_END.findall(term.definition)) <= 2, term.id
        assert len(term.definition) <= _LONGEST, term.id
        assert term.definition.endswith((".", '."')), term.id


def test_every_definition_rests_on_a_passage_a_law_or_a_public_text() -> None:
    for term in TERMS.values():
        basis = term.basis or ""
        assert _POINTER.search(basis) or _TITLE.search(basis), f"{term.id}: {basis}"
        assert "general reference" not in basis, term.id


def test_every_line_that_a_ground_names_is_there() -> None:
    for term in TERMS.values():
        for source, line in _POINTER.findall(" ".join(_grounds(term))):
            lines = LINES[source]
            assert int(line) <= len(lines), f"{term.id}: {source}:{line}"
            assert lines[int(line) - 1].strip(), f"{term.id}: {source}:{line}"


def test_words_quoted_with_their_line_stand_on_it() -> None:
    quoted = [
        (term.id, source, int(line), words)
        for term in TERMS.values()
        for source, line, words in _QUOTED.findall(" ".join(_grounds(term)))
    ]
    assert quoted
    for term_id, source, number, words in quoted:
        assert words in LINES[source][number - 1], term_id


def test_every_chinese_name_is_attested_by_something_that_can_be_looked_up() -> None:
    named: list[TermEntry | PersonEntry | OutletEntry] = [
        *EDITORIAL.glossary,
        *EDITORIAL.people,
        *EDITORIAL.outlets,
    ]
    assert sum(one.chinese is not None for one in named) > 100
    for one in named:
        if one.chinese:
            assert _CHINESE.search(one.chinese), one.id
            assert one.chinese_basis, one.id
            assert "usual" not in one.chinese_basis, one.id
            assert "as the editors know" not in one.chinese_basis, one.id


def test_words_that_mean_two_things_are_two_terms() -> None:
    """Check the terms that were split, by the words that lead to each."""
    parted = {
        "Yangtze River": "yangtze-river",
        "Yangtze River basin": "yangtze-river-basin",
        "Yangtze River Delta": "yangtze-river-delta",
        "Chengdu-Chongqing area": "chengdu-chongqing",
        "died on duty": "killed-on-duty",
        "injured on duty": "injured-on-duty",
        "A-level warrant": "a-level-warrant",
        "B-level warrant": "b-level-warrant",
        "People's Hero": "peoples-hero",
        "violent terrorist incidents": "violent-terrorist-incidents",
        "COVID-19": "covid-19",
        "drunk driving": "drunk-driving",
        "DUI": "driving-under-the-influence",
        "serious traffic accidents": "serious-traffic-accidents",
        "village tyrants": "local-tyrants",
        "sand tyrants": "sand-tyrants",
    }
    owners = {one.text: term.id for term in TERMS.values() for one in term.renderings}
    assert {words: owners[words] for words in parted} == parted


@pytest.mark.parametrize(
    ("term", "kind"),
    [
        ("cults", "organization"), ("clenbuterol", "thing"), ("angong-niuhuang-wan", "thing"),
        ("eight-regulations", "policy"), ("traffic-five-year-plan", "policy"),
        ("falungong", "organization"), ("almighty-god", "organization"),
        ("guangming-daily", "organization"), ("china-org-cn", "organization"),
    ],
)  # fmt: skip
def test_terms_stand_under_what_they_are(term: str, kind: str) -> None:
    assert TERMS[term].kind == kind
