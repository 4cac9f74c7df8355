"""Test the rows of a comparison on two texts of a few sentences, paired by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Passage, Place, Section, Turn
from briefings.model.figures import Discrepancy
from briefings.model.page import SiteInfo
from briefings.model.relations import Difference, Pair, PairKind
from briefings.views.lookup import Lookup
from briefings.views.rows import GapRow, PairRow, Side, first_names, rows

from .sample_corpus import BO, CHAIR, CORPUS, FISH, FISH_ARTICLE, FISH_PRIMARY
from .test_views_annotations import TWELVE

# The transcript and the article: each passage as its sentences.
T1P1 = ("Good morning.", "We begin.")
T2P1 = ("We mended 12 nets.", "We saw 12 seals.", "The sea is cold.")
T2P2 = ("Nobody was hurt.",)
T3P1 = ("Thank you.",)
S1P1 = ("It rained.",)
S1P2 = ("Fisher mended 13 nets.", "He saw seals.", "The gulls cried.")
S2P1 = ("Nobody was hurt.",)
S2P2 = ("All went home.", "It was late.")
SPANS: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}


def _passage(id_: str, line: int, sentences: tuple[str, ...], last: int = 0) -> Passage:
    ends = [len(" ".join(sentences[: n + 1])) for n in range(len(sentences))]
    starts = [end - len(text) for end, text in zip(ends, sentences, strict=True)]
    SPANS[FISH, id_] = tuple(zip(starts, ends, strict=True))
    return Passage(id_, " ".join(sentences), line, last or line)


TRANSCRIPT = replace(
    FISH_PRIMARY,
    turns=(
        Turn("t1", CHAIR, (_passage("t1p1", 3, T1P1),)),
        Turn("t2", BO, (_passage("t2p1", 5, T2P1, 6), _passage("t2p2", 7, T2P2))),
        Turn("t3", CHAIR, (_passage("t3p1", 9, T3P1),)),
    ),
)
ARTICLE = replace(
    FISH_ARTICLE,
    sections=(
        Section("s1", None, None, (_passage("s1p1", 2, S1P1), _passage("s1p2", 3, S1P2))),
        Section("s2", "Home", 4, (_passage("s2p1", 5, S2P1), _passage("s2p2", 6, S2P2))),
    ),
)
BRIEFING = replace(CORPUS.briefings[0], witnesses=(TRANSCRIPT, ARTICLE), exchanges=())
FIND = Lookup(
    replace(
        CORPUS,
        briefings=(BRIEFING, CORPUS.briefings[1]),
        relations=replace(CORPUS.relations, sentences=SPANS),
    ),
    SiteInfo("Briefings"),
)


def _at(passage: str, first: int, last: int | None = None) -> Place:
    """The place of some sentences of a passage, counted from 0."""
    spans = SPANS[FISH, passage]
    source = "010" if passage.startswith("t") else "011"
    return Place(FISH, source, passage, 1, spans[first][0], spans[last or first][1])


def _pair(
    group: str, a: Place, b: Place, kind: PairKind = "paraphrase", *differences: Difference,
    score: float = 0.5,
) -> Pair:  # fmt: skip
    return Pair(group, group, a, b, kind, score, differences)


NETS = _pair("nets", _at("t2p1", 0), _at("s1p2", 0))
SEALS = _pair("seals", _at("t2p1", 1), _at("s1p2", 1))
HURT = _pair("hurt", _at("t2p2", 0), _at("s2p1", 0), "identical")


def _rows(*pairs: Pair, records: tuple[Discrepancy, ...] = ()) -> list[PairRow | GapRow]:
    a = Side(BRIEFING, TRANSCRIPT, pairs, True, FIND)
    b = Side(BRIEFING, ARTICLE, pairs, False, FIND)
    return list(rows(pairs, records, a, b))


def _words(row: PairRow | GapRow) -> Any:
    """A gap as its side and texts, a pair as the texts of both sides."""
    if isinstance(row, GapRow):
        return row.side, [cell.text for part in row.parts for cell in part.passages]
    return [cell.text for cell in row.a], [cell.text for cell in row.b]


def test_all_of_both_texts_stands_in_the_order_of_the_first() -> None:
    assert [_words(row) for row in _rows(NETS, SEALS, HURT)] == [
        # What only the article has at its beginning comes first.
        ("b", ["It rained."]),
        ("a", ["Good morning. We begin."]),
        (["We mended 12 nets."], ["Fisher mended 13 nets."]),
        (["We saw 12 seals."], ["He saw seals."]),
        # It follows what it follows in its own text.
        ("b", ["The gulls cried."]),
        ("a", ["The sea is cold."]),
        (["Nobody was hurt."], ["Nobody was hurt."]),
        ("b", ["All went home. It was late."]),
        ("a", ["Thank you."]),
    ]


def test_a_gap_is_told_by_turn_with_its_sentences_and_words() -> None:
    first, *_, last = _rows(SEALS)
    assert isinstance(first, GapRow)
    assert isinstance(last, GapRow)
    # "It rained." and "Fisher mended 13 nets." in two passages of one section.
    assert [(part.who, len(part.passages)) for part in first.parts] == [("Beginning", 2)]
    assert (first.sentences, first.words, first.names) == (2, 6, ["Beginning"])
    assert [(part.who, [cell.text for cell in part.passages]) for part in last.parts] == [
        ("Bo Fisher", ["The sea is cold.", "Nobody was hurt."]), ("Ada Chair", ["Thank you."]),
    ]  # fmt: skip
    assert (last.sentences, last.words, last.names) == (3, 9, ["Bo Fisher", "Ada Chair"])
    cell = last.parts[0].passages[0]
    assert (cell.url, cell.line) == (f"briefings/{FISH}/#t2p1", "lines 5–6")


def test_a_row_names_who_speaks_and_under_which_heading() -> None:
    row = next(row for row in _rows(HURT) if isinstance(row, PairRow))
    assert (row.id, row.who_a, row.who_b) == ("row-hurt", "Bo Fisher", "Home")
    assert (row.identical, row.quoted, row.changed, row.moved) == (True, False, False, False)


def test_what_the_other_text_has_earlier_is_moved() -> None:
    crossed = (replace(HURT, b=_at("s1p1", 0), kind="quotation"), NETS, SEALS)
    moved = {row.id: row.moved for row in _rows(*crossed) if isinstance(row, PairRow)}
    assert moved == {"row-nets": False, "row-seals": False, "row-hurt": True}


def test_what_stands_between_two_sentences_of_an_earlier_row_is_moved() -> None:
    first, last = (_pair("wide", _at("t2p1", 0), _at(id_, 0)) for id_ in ("s1p1", "s2p2"))
    moved = {row.id: row.moved for row in _rows(first, last, SEALS) if isinstance(row, PairRow)}
    assert moved == {"row-wide": False, "row-seals": True}


def test_sentences_of_one_group_stand_in_one_row_in_the_order_of_the_text() -> None:
    later, earlier = (
        _pair("g", _at("t2p1", 2), _at("s1p2", 2)), _pair("g", _at("t2p1", 0), _at("s1p2", 0)),
    )  # fmt: skip
    (row,) = (row for row in _rows(later, earlier) if isinstance(row, PairRow))
    assert _words(row) == (
        ["We mended 12 nets.", "The sea is cold."], ["Fisher mended 13 nets.", "The gulls cried."],
    )  # fmt: skip
    assert row.sentences == 2
    # The row is called what the better pair is.
    better = replace(earlier, kind="quotation", score=0.9)
    (row,) = (row for row in _rows(later, better) if isinstance(row, PairRow))
    assert row.quoted


def test_a_sentence_that_is_in_two_pairs_stands_once() -> None:
    both = _pair("nets", _at("t2p1", 0, 1), _at("s1p2", 0, 1))
    assert [_words(row) for row in _rows(NETS, both) if isinstance(row, PairRow)] == [
        (["We mended 12 nets.", "We saw 12 seals."], ["Fisher mended 13 nets.", "He saw seals."]),
    ]
    # A sentence of which a pair has only a part is not in it.
    part = replace(both, a=replace(both.a, end=(both.a.end or 0) - 1))
    assert _words(next(row for row in _rows(part) if isinstance(row, PairRow)))[0] == [
        "We mended 12 nets."
    ]


def test_what_is_alike_is_joined_and_what_differs_stands_sentence_by_sentence() -> None:
    whole = _pair("whole", _at("t2p1", 0, 2), _at("s1p2", 0, 2), "identical")
    row = next(row for row in _rows(whole) if isinstance(row, PairRow))
    assert _words(row) == ([" ".join(T2P1)], [" ".join(S1P2)])
    # Said to be alike, but for what stands between the sentences: here the texts differ.
    assert not row.identical
    apart = next(row for row in _rows(replace(whole, kind="quotation")) if isinstance(row, PairRow))
    assert _words(apart) == (list(T2P1), list(S1P2))
    assert apart.quoted


def test_nearly_alike_sentences_show_what_became_of_the_words() -> None:
    near = replace(NETS, kind="near-identical")
    row = next(row for row in _rows(near) if isinstance(row, PairRow))
    assert row.changed
    assert [(run.kind, run.text.strip()) for run in row.b[0].runs if run.kind != "same"] == [
        ("dropped", "We"), ("added", "Fisher"), ("dropped", "12"), ("added", "13"),
    ]  # fmt: skip
    alike = replace(HURT, kind="near-identical")
    row = next(row for row in _rows(alike) if isinstance(row, PairRow))
    assert [run.kind for run in row.b[0].runs] == ["same"]
    assert not row.changed
    two = replace(near, a=_at("t2p1", 0, 1))
    row = next(row for row in _rows(two) if isinstance(row, PairRow))
    assert (row.changed, row.b[0].runs) == (False, ())
    row = next(row for row in _rows(replace(two, kind="paraphrase")) if isinstance(row, PairRow))
    assert not row.b[0].runs


def test_differences_of_words_are_marked_on_either_side_and_small_ones_listed_apart() -> None:
    value = Difference("value", "other-value", "12 nets", "13 nets")
    term = Difference("term", "wording", "nets", "nets")
    unnamed = Difference("name", "speaker-not-named", "Bo Fisher", "")
    row = next(
        row for row in _rows(replace(NETS, differences=(value, term, unnamed, value)))
        if isinstance(row, PairRow)
    )  # fmt: skip
    assert [(row.a[0].text[mark.start : mark.end], mark.kind) for mark in row.a[0].marks] == [
        ("12 nets", "differs"), ("nets", "other-words"),
    ]  # fmt: skip
    assert [row.b[0].text[mark.start : mark.end] for mark in row.b[0].marks] == [
        "13 nets", "nets",
    ]  # fmt: skip
    assert [(difference.a, difference.b) for difference in row.differences] == [
        ("12 nets", "13 nets")
    ]
    assert [difference.a for difference in row.terms] == ["nets"]
    assert row.unnamed
    named = _rows(replace(NETS, differences=(term,)))
    assert not next(row for row in named if isinstance(row, PairRow)).unnamed


def _figures(*places: Place) -> Lookup:
    corpus = replace(
        CORPUS,
        briefings=(BRIEFING, CORPUS.briefings[1]),
        figures=(replace(TWELVE, id="twelve", places=places),),
        relations=replace(CORPUS.relations, sentences=SPANS),
    )
    return Lookup(corpus, SiteInfo("Briefings"))


def test_a_number_is_marked_where_it_stands_in_the_sentence() -> None:
    """Of two twelves of a paragraph, each is marked in its own sentence."""
    about = Difference("value", "other-value", "12", "13", ("twelve", "unknown"))
    seals = replace(SEALS, differences=(about,))
    # "12" of "We saw 12 seals.", and elsewhere the number of the nets, and a place without a span.
    start = " ".join(T2P1).index("12 seals")
    seen = Place(FISH, "010", "t2p1", 5, start, start + 2)
    find = _figures(
        Place(FISH, "010", "t2p1", 5, 10, 12), seen, replace(seen, passage="t2p2"),
        replace(seen, start=None, end=None),
    )  # fmt: skip
    a = Side(BRIEFING, TRANSCRIPT, [seals], True, find)
    b = Side(BRIEFING, ARTICLE, [seals], False, find)
    row = next(row for row in rows([seals], [], a, b) if isinstance(row, PairRow))
    assert [row.a[0].text[mark.start : mark.end] for mark in row.a[0].marks] == ["12"]
    assert (row.a[0].marks[0].start, row.b[0].marks) == (7, [])


def _record(id_: str, *places: Place) -> Discrepancy:
    return Discrepancy(id_, "value", "found", "other-value", places, (), "12 or 13.", "")


@pytest.mark.parametrize(
    ("places", "row_ids"),
    [
        ((_at("t2p1", 0), _at("s1p2", 0)), ["row-nets"]),
        ((_at("t2p1", 1), _at("s1p2", 1)), ["row-seals"]),
        # Of a whole passage, it belongs to its first row only.
        ((replace(_at("t2p1", 0), start=None), replace(_at("s1p2", 0), start=None)), ["row-nets"]),
        ((_at("t2p1", 0), _at("s2p1", 0)), []),  # the other sentence is of another row
        ((_at("t2p1", 0), replace(_at("s1p2", 0), source="012")), []),  # of another text
        ((_at("t2p1", 0),), []),
        ((_at("t2p1", 2), _at("s1p2", 2)), []),  # neither sentence has a counterpart
    ],
)
def test_a_record_belongs_to_the_first_row_with_its_sentences(
    places: tuple[Place, ...], row_ids: list[str]
) -> None:
    shown = [
        row for row in _rows(NETS, SEALS, HURT, records=(_record("r1", *places),))
        if isinstance(row, PairRow)
    ]  # fmt: skip
    assert [row.id for row in shown if row.records] == row_ids
    assert [len(row.differences) for row in shown if row.records] == [1] * len(row_ids)


def test_six_names_are_listed_and_of_more_the_number() -> None:
    assert first_names("abcdef") == list("abcdef")
    assert first_names("abcdefag") == [*"abcdef", "1 more"]
