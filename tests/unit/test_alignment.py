"""Pairs of sentences against those that a reader paired by eye."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.languages import ENGLISH
from briefings.model import Corpus
from briefings.model.relations import Pair
from briefings.relate.sentences import courteous, split
from tests.command import FIVE, ROOT
from tests.gathered import gathered
from tests.relating import related_corpus

CASES = ROOT / "tests" / "cases" / "alignment"

Link = tuple[str, str]


@cache
def _expected(case: str) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((CASES / case / "expected.yml").read_text())
    return loaded


@cache
def _found(case: str) -> tuple[Corpus, dict[Link, Pair]]:
    """The corpus of a case and its pairs by `source:line.sentence`, the smaller first."""
    own = CASES / case / "seeds"
    base = own.parent if own.is_dir() else FIVE
    corpus, _ = gathered(base / "seeds", base / "editorial")
    numbered: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for passage in witness.passages:
                numbered[briefing.slug, passage.id] = [
                    (start, end, f"{witness.source.id}:{passage.line}.{n}")
                    for n, (start, end) in enumerate(split(passage.text, ENGLISH), 1)
                ]
    links: dict[Link, Pair] = {}
    relations, _ = related_corpus(corpus)
    for pair in relations.pairs:
        sides = [
            [
                name
                for start, end, name in numbered[place.briefing, place.passage or ""]
                if (place.start or 0) <= start and end <= (place.end or 0)
            ]
            for place in (pair.a, pair.b)
        ]
        for a, b in zip(*sides, strict=True):
            links[_link(a, b)] = pair
    return corpus, links


def _link(a: str, b: str) -> Link:
    return (a, b) if a < b else (b, a)


def _links(expected: dict[str, Any], key: str) -> dict[Link, str | None]:
    return {
        _link(entry["report"], told): entry.get("kind")
        for entry in expected.get(key) or ()
        for told in entry["transcript"]
    }


@pytest.mark.parametrize(
    ("case", "precision", "recall"),
    [("guangming", 0.95, 0.85), ("clinics", 0.90, 0.85), ("harbour", 0.95, 0.95)],
)
def test_pairs_are_those_that_a_reader_finds(case: str, precision: float, recall: float) -> None:
    expected = _expected(case)
    sources = {expected["transcript"], expected["report"]}
    found = {link for link in _found(case)[1] if {one.partition(":")[0] for one in link} == sources}
    wanted = set(_links(expected, "pairs"))
    counted = found - set(_links(expected, "arguable"))
    right = counted & wanted
    assert len(right) >= precision * len(counted), sorted(counted - wanted)
    assert len(right) >= recall * len(wanted), sorted(wanted - found)


@pytest.mark.parametrize("case", ["guangming", "clinics", "harbour"])
def test_what_has_no_partner_stays_alone(case: str) -> None:
    expected = _expected(case)
    links = _found(case)[1]
    paired = {one for link in links for one in link}
    assert not paired & set(expected["alone"])
    assert not set(links) & set(_links(expected, "not_pairs"))
    lines = {f"{expected['transcript']}:{line}" for line in expected.get("lines_alone", ())}
    assert not {one for one in paired if one.partition(".")[0] in lines}


@pytest.mark.parametrize("case", ["guangming", "clinics"])
def test_direct_speech_is_quotation_and_nothing_else_is(case: str) -> None:
    wanted = _links(_expected(case), "pairs")
    links = _found(case)[1]
    for link in set(wanted) & set(links):
        assert (links[link].kind == "quotation") == (wanted[link] == "quotation"), link


def test_a_text_repeats_itself_where_it_says_so_and_not_by_coincidence() -> None:
    expected = _expected("repetitions")
    links = _found("repetitions")[1]
    for entry in expected["pairs"]:
        assert links[_link(entry["a"], entry["b"])].kind == entry["kind"]
    for entry in expected["not_pairs"]:
        assert _link(entry["a"], entry["b"]) not in links


def test_passages_that_are_the_same_word_for_word_are_one_pair() -> None:
    expected = _expected("repetitions")["word_for_word"]
    links = _found("repetitions")[1]
    found = {
        (pair.b.line, pair.a.line): pair.kind
        for pair in links.values()
        if {pair.a.source, pair.b.source} == {expected["a"], expected["b"]}
    }
    assert found == dict.fromkeys(expected["lines"].items(), "identical")


def test_pairs_stay_within_an_event_and_within_their_passages() -> None:
    corpus, links = _found("guangming")
    texts = {
        (briefing.slug, passage.id): passage.text
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    }
    assert len({pair.id for pair in links.values()}) > 70
    for pair in links.values():
        assert pair.a.briefing == pair.b.briefing
        assert 0 < pair.score <= 1
        for place in (pair.a, pair.b):
            text = texts[place.briefing, place.passage or ""]
            assert place.start is not None
            assert place.end is not None
            assert text[place.start : place.end].strip() == text[place.start : place.end] != ""


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came on Sept. 3. She left.", ["He came on Sept. 3.", "She left."]),
        ("Mr. Abebe and J. K. Rolf spoke. It rained.",
         ["Mr. Abebe and J. K. Rolf spoke.", "It rained."]),
        ("Is that so? Yes, it is!", ["Is that so?", "Yes, it is!"]),
        ("At 10 a.m. July 25 it began. It ended at 3 p.m. We left.",
         ["At 10 a.m. July 25 it began.", "It ended at 3 p.m.", "We left."]),
        ("“We mended it.” The master said, “Now it holds.”",
         ["“We mended it.”", "The master said, “Now it holds.”"]),
        ("It rose by 3.5 percent to 1,200.5 tons. U.S. Steel sold most of it.",
         ["It rose by 3.5 percent to 1,200.5 tons.", "U.S. Steel sold most of it."]),
        ("They paid for the nets. Silver coins only. Nothing else was said of it.",
         ["They paid for the nets.", "Silver coins only.", "Nothing else was said of it."]),
        ("Go ahead. Last one. Absolutely. (Laughter.) Where did we stop? —",
         ["Go ahead.", "Last one.", "Absolutely.", "(Laughter.)", "Where did we stop? —"]),
        ("“It paid for the nets.” Ms. Abebe said. She left.",
         ["“It paid for the nets.” Ms. Abebe said.", "She left."]),
        ("It paid for the nets. Ms. Abebe said. She left.",
         ["It paid for the nets.", "Ms. Abebe said.", "She left."]),
        ("1. We mended the nets. In all, 30. We sold them.",
         ["1. We mended the nets.", "In all, 30.", "We sold them."]),
        ("We did it. Thank you.", ["We did it.", "Thank you."]),
        ("No full stop at the end", ["No full stop at the end"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, ENGLISH)] == sentences


def test_courtesies_are_known_from_statements() -> None:
    assert courteous("Thank you for your question.", ENGLISH)
    assert courteous("I'd like to invite Ms. Haddad to answer.", ENGLISH)
    assert courteous("The floor is now open for questions.", ENGLISH)
    assert not courteous("I would like to take this opportunity to warn of thin ice.", ENGLISH)
    assert not courteous("We welcome 400 new engineers this year.", ENGLISH)
    assert not courteous("The good morning catch was sold at noon.", ENGLISH)
