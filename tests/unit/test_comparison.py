"""Test pages that compare two texts of one event: differences come first, in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.model import Corpus, Passage
from briefings.model.figures import Discrepancy
from briefings.model.page import SiteInfo
from briefings.model.relations import Difference, DifferenceKind
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.views.differing import by_weight, in_row, is_fact, of_difference, same
from briefings.views.lookup import Lookup
from briefings.views.rows import Piece, _marks

from .test_pages_in_words import page
from .test_views_annotations import FULL, RECORD, TWELVE

URL = "compare/2021-05-04-nets/"
TRANSCRIPT = """\
Press conference on nets, 4 May 2021

Speakers:
Bo Fisher, director of the Harbour Office

Bo Fisher: We mended 1,200 nets in 2020, up 12 percent on the year before. The harbour opened \
14 new berths for small boats along the eastern quay. In total 350 sailors were rescued by the \
boats during the winter storms.

The Paper: How many boats are there?

Bo Fisher: There are 35 boats in the harbour.
"""
ARTICLE = """\
Harbour office mends nets

Daily Net
5 May 2021

Bo Fisher, director of the Harbour Office, said that the office mended 1,300 nets in 2020, up 12 \
percent on the year before. In total 350 sailors were rescued by the boats during the winter \
storms. Nobody spoke of the weather.
"""


@pytest.fixture
def nets(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "editorial" / "sources").mkdir(parents=True)
    (tmp_path / "seeds" / "000_a.txt").write_text(TRANSCRIPT, "utf-8")
    (tmp_path / "seeds" / "001_b.txt").write_text(ARTICLE, "utf-8")
    sources = tmp_path / "editorial" / "sources"
    (sources / "000.yml").write_text("event: nets\nprimary: yes\n", "utf-8")
    (sources / "001.yml").write_text("event: nets\nkind: article\npublisher: Daily Net\n", "utf-8")
    return tmp_path


def _gathered(folder: Path) -> Corpus:
    return gather(folder / "seeds", folder / "editorial", Problems())


def test_a_difference_of_fact_stands_first_with_what_either_text_says(nets: Path) -> None:
    shown = page(URL, _gathered(nets))
    assert shown.h1 is not None
    assert (
        shown.h1.get_text(strip=True)
        == "How the transcript and Daily Net report the briefing of 4 May 2021"
    )
    first = shown.select(".row")[0].get_text(" ", strip=True)
    assert first.startswith("Nets mended: 1,200 or 1,300?")
    assert "The transcript says 1,200" in first
    assert "Daily Net says 1,300" in first


def test_the_lede_counts_what_either_text_has_of_its_own(nets: Path) -> None:
    (lede,) = page(URL, _gathered(nets)).select(".lede")
    words = " ".join(lede.get_text(" ").split())
    assert "Daily Net has" in words
    assert ", and 1 sentence of its own." in words
    assert "they differ in numbers" in words


def test_what_only_one_text_has_stands_under_its_name(nets: Path) -> None:
    only = [
        " ".join(one.get_text(" ").split()) for one in page(URL, _gathered(nets)).select(".only h3")
    ]
    # The berths (13), the question (5) and its answer (7); the weather.
    assert only == [
        "Only in the transcript: 3 sentences, 25 words",
        "Only in Daily Net: 1 sentence, 5 words",
    ]


def test_what_both_have_is_folded(nets: Path) -> None:
    (run,) = page(URL, _gathered(nets)).select(".alike > details")
    assert "In total 350 sailors were rescued" in run.get_text()
    assert not run.has_attr("open")


def test_a_difference_that_editors_dismissed_is_none(nets: Path) -> None:
    (record,) = _gathered(nets).discrepancies
    (nets / "editorial" / "discrepancies.yml").write_text(
        f"{record.id}:\n  status: dismissed\n  reason: A slip.\n"
        "  author: editors\n  date: 2026-11-26\n",
        "utf-8",
    )
    shown = page(URL, _gathered(nets)).get_text(" ")
    assert "1,200 or 1,300?" not in shown
    assert "no fact differs" in shown or "no difference was found" in shown


def test_one_number_that_is_more_exact_is_another_wording() -> None:
    assert not is_fact(Difference("value", "comparator", "about 20", "20"))
    assert is_fact(Difference("value", "other-value", "20", "30"))
    assert not is_fact(Difference("attribution", "speaker-not-named", "Bo Fisher", ""))


def test_a_record_and_a_difference_are_the_same_by_rule_and_figures_or_words() -> None:
    def record(rule: str, text: str, *figures: str) -> Discrepancy:
        return Discrepancy("x", "value", "found", rule, (), figures, text, "")

    about = Difference("value", "comparator", "about 20", "20", ("f1", "f2"))
    other = Difference("value", "other-value", "20", "30", ("f3",))
    assert same(record("other-comparator", "Nets.", "f2"), [other, about]) is about
    assert same(record("other-value", "20 in one, 30 in the other."), [about, other]) is other
    assert same(record("other-value", "5 in one, 6 in the other.", "f9"), [about, other]) is None


def test_differences_of_fact_come_first_then_those_that_weigh_more() -> None:
    """Numbers, then days and tenses, units, who says it, what is left out; names and terms last."""
    kinds: list[DifferenceKind] = [
        "term", "omission", "name", "unit", "attribution", "date", "value",
    ]  # fmt: skip
    rows = by_weight(of_difference(Difference(kind, kind, "a", "b")) for kind in kinds)
    assert [row.about for row in rows] == [
        "value", "date", "unit", "attribution", "omission", "name", "term",
    ]  # fmt: skip
    assert [row.fact for row in rows] == [True] * 5 + [False] * 2
    tense = of_difference(Difference("tense", "other-tense", "is", "was"))
    assert tense.weight == rows[1].weight


def test_a_row_ranks_with_records_by_the_weights_that_records_have() -> None:
    """A difference that no record covers weighs what a record of its type would, but for who says
    it."""
    weights: dict[DifferenceKind, int] = {"value": 90, "tense": 80, "unit": 70, "omission": 30}
    for kind, weight in weights.items():
        assert of_difference(Difference(kind, kind, "a", "b")).weight == weight
    assert of_difference(Difference("attribution", "attribution", "a", "b")).weight == 50


def test_small_differences_of_wording_stand_apart_and_dismissed_records_nowhere() -> None:
    """A record covers the difference that its rule found, so that it is not shown twice."""
    find = Lookup(FULL, SiteInfo("Briefings"))
    value = Difference("value", "other-value", "12", "13", (TWELVE.id,))
    quiet = Difference("name", "speaker-not-named", "Bo Fisher", "")
    record = replace(RECORD, found_by="other-value", figures=(TWELVE.id,), status="found")
    rows, rest = in_row([record], [value, quiet], find)
    assert [(row.a, row.b) for row in rows] == [("12", "13")]
    assert rest == [quiet]
    rows, rest = in_row([replace(record, status="dismissed")], [value, quiet], find)
    assert (rows, rest) == ([], [quiet])
    rows, rest = in_row([], [value, quiet], find)
    assert [(row.weight, row.takeaway) for row in rows] == [(90, "")]


def test_words_that_differ_are_marked_but_who_said_them_is_not() -> None:
    find = Lookup(FULL, SiteInfo("Briefings"))
    passage = Passage("t2p1", "Bo Fisher mended nets. Bo Fisher mends boats.", 6, 6)
    turn: Any = None
    second = Piece(turn, passage, 23, 45, 1)

    def marked(difference: Difference, *, is_first: bool = True) -> list[tuple[str, str]]:
        marks = _marks(second, [difference], is_first, find)
        return [(second.text[mark.start : mark.end], mark.kind) for mark in marks]

    assert marked(Difference("tense", "future-as-result", "mends", "mended")) == [
        ("mends", "differs")
    ]
    assert marked(Difference("term", "wording", "boats", "ships")) == [("boats", "other-words")]
    # Of the other text's words only those count that stand here.
    assert marked(Difference("term", "wording", "ships", "boats"), is_first=False) == [
        ("boats", "other-words")
    ]
    assert marked(Difference("term", "wording", "ships", "boats")) == []
    assert marked(Difference("attribution", "attribution", "Bo Fisher", "")) == []
