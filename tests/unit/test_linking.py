"""How alike two sentences are, and which pairs follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.languages import ENGLISH
from briefings.model import Place
from briefings.relate.align.linking import likeness, match
from briefings.relate.align.weights import Weights
from briefings.relate.reading import Sentence
from briefings.relate.sentences import courteous
from briefings.relate.stems import numbers, stems


def _words(text: str) -> frozenset[str]:
    return frozenset((*stems(text, ENGLISH), *(f"#{one}" for one in numbers(text, ENGLISH))))


def sentences(*texts: str, source: str = "a") -> list[Sentence]:
    """A text, each sentence a passage of one part."""
    return [
        Sentence(
            f"{source}{n}", Place("x", source, f"p{n}", n, 0, len(text)), text, n,
            tuple(stems(text, ENGLISH)), _words(text), courteous(text, ENGLISH), "t1",
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip


A = "The bureau sank 240 rusty boats near the old lighthouse in autumn."
B = "Fishermen sold smoked herring at every market along the northern coast."
C = "Three surgeons of the island hospital examined all children for fever."
FILLING = ("Rain fell on the hills.", "Roads were closed for weeks.", "Schools taught music.")


def _like(a: str, b: str) -> float:
    (one,), (other,) = sentences(a), sentences(b, source="b")
    return likeness(one, other, Weights([one, other, *sentences(*FILLING, source="c")]))


def test_likeness_runs_from_nothing_to_one() -> None:
    assert _like(A, B) == 0.0
    assert _like(A, A) == pytest.approx(1.0)
    assert 0.3 < _like(A, "Near the lighthouse 240 boats of the bureau were sunk.") < 1.0


def test_a_shared_figure_tells_more_than_a_shared_word() -> None:
    with_figure = _like("They counted 240 of gulls.", "Some 240 of seals were seen.")
    with_word = _like("They counted flocks of gulls.", "Some flocks of seals were seen.")
    assert with_figure > with_word > 0


@pytest.mark.parametrize(
    ("short", "long", "alike"),
    [
        ("Rusty boats.", A, False),
        ("Rusty boats.", "Rusty boats.", True),
        ("Rusty old boats.", A, True),
    ],
)
def test_two_words_are_like_the_same_words_only(short: str, long: str, alike: bool) -> None:
    assert bool(_like(short, long)) == alike


def test_the_rarest_words_come_first() -> None:
    given = sentences("canvas timber", "canvas timber copper", "canvas copper gravel")
    weights = Weights(given)
    canvas, timber, copper, gravel = stems("canvas timber copper gravel", ENGLISH)
    assert weights.rarest([canvas, timber, copper, gravel], 3) == [gravel, copper, timber]
    assert weights.of([gravel]) > weights.of([timber]) > weights.of([canvas]) > 0


def test_sentences_find_each_other_in_any_order() -> None:
    left = sentences(A, B, C)
    right = sentences(C, A, "Rain fell on the hills.", B, source="b")
    assert sorted(match(left, right)) == [(0, 1), (1, 3), (2, 0)]


def test_courtesies_are_paired_with_nothing() -> None:
    thanks = "Thank you for your question on the boats."
    assert match(sentences(thanks, A), sentences(thanks, A, source="b")).keys() == {(1, 1)}


@pytest.mark.parametrize(
    ("short", "joined", "paired"),
    [
        # Both of its words stand in the sentence with which its neighbour is paired.
        ("Herring was smoked.", "and herring was smoked", True),
        ("Herring was smoked.", "and herring was sold", False),
        # A number with its digits in another order.
        ("We hired 1,850 divers.", "and 1,580 were hired", True),
        ("We hired 1,850 divers.", "and 1,630 were hired", False),
        ("We hired 18 divers.", "and 81 were hired", False),
    ],
)
def test_what_a_short_sentence_beside_a_pair_needs(short: str, joined: str, paired: bool) -> None:
    left = sentences(A, short, B, C)
    right = sentences(f"{A[:-1]}, {joined}.", B, C, source="b")
    assert ((1, 0) in match(left, right)) == paired


def test_an_answer_is_paired_with_what_tells_it_together_with_the_question() -> None:
    question = "What about the village of Fell with its noise?"
    answer = "We build four kilometres of barriers there."
    left = sentences(A, question, answer, C)
    left[2] = replace(left[2], part="t2")
    told = "In the village of Fell with its noise four kilometres of barriers were built."
    right = sentences(A, told, C, source="b")
    assert {(1, 1), (2, 1)} <= match(left, right).keys()
    fewer = sentences(A, question, "We build barriers of wood there.", C)
    fewer[2] = replace(fewer[2], part="t2")
    assert (2, 1) not in match(fewer, right)


def test_a_sentence_retold_in_two_is_paired_with_both() -> None:
    whole = sentences(f"{A[:-1]}, and fishermen sold smoked herring at every northern market.", C)
    parts = sentences(A, "Fishermen sold smoked herring at every northern market.", C, source="b")
    assert sorted(match(whole, parts)) == [(0, 0), (0, 1), (1, 2)]
