"""How alike two sentences are, and which pairs follow."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

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


def test_few_words_in_common_with_few_words_make_no_pair_and_no_error() -> None:
    left, right = sentences(A, B, "Rusty boats."), sentences("Old boats.", A, source="b")
    assert match(left, right).keys() == {(0, 1)}
    left, right = sentences(C, B, "Rusty boats."), sentences("Old boats.", C, source="b")
    assert match(left, right).keys() == {(0, 1)}


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
        ("We hired 185 divers.", "and 158 were hired", True),
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


def test_weights_follow_from_how_many_sentences_have_a_word() -> None:
    given = [_made(n, ["canvas", word]) for n, word in enumerate(("timber", "copper", "gravel"))]
    weights = Weights(given)
    # log(1 + number / (1 + count)), for one sentence of three and for three of three.
    assert weights.of(["copper"]) == pytest.approx(math.log(2.5))
    assert weights.of(["canvas"]) == pytest.approx(math.log(1.75))
    assert weights.of(["copper", "gravel"]) == pytest.approx(2 * math.log(2.5))
    assert weights.size(given[0]) == pytest.approx(math.log(2.5) + math.log(1.75))
    assert weights.of([]) == 0


def test_a_figure_weighs_like_two_words_and_a_term_or_a_name_less_than_one() -> None:
    given = [_made(0, ["copper", "#240", "§nets", "@bo"]), _made(1, ["gravel"])]
    weights = Weights(given)
    word = weights.of(["copper"])
    assert weights.of(["#240"]) == pytest.approx(2 * word)
    assert word / 2 < weights.of(["§nets"]) < word
    assert word / 2 < weights.of(["@bo"]) <= 2 * word
    # Of two words as rare, the first in the alphabet is first.
    assert weights.rarest(["gravel", "copper", "#240"], 2) == ["#240", "copper"]


def _made(n: int, words: Iterable[str], text: str = "", source: str = "a", part: str = "t1",
          courteous: bool = False) -> Sentence:  # fmt: skip
    """A sentence with these distinctive words, whose letters are those of `text`."""
    return Sentence(
        f"{source}{n}", Place("x", source, f"p{n}", n, 0, 9), text, n, (), frozenset(words),
        courteous, part,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "letters", "like"),
    [
        # Half of the words of both, and none of the letters: 0.45 / 2 + 0.35 / 2.
        ("ab", "ac", "", 0.4),
        # And all letters: 0.2 times the root of the half.
        ("ab", "ac", "same", 0.4 + 0.2 * 0.5**0.5),
        # All words of the shorter one, which are two in three of both together.
        ("a", "ab", "", 0.45 + 0.35 * 2 / 3),
        ("a", "b", "same", 0),
    ],
)
def test_likeness_is_of_words_shared_with_the_shorter_with_both_and_of_letters(
    left: str, right: str, letters: str, like: float
) -> None:
    """Each letter stands for ten words that two sentences have."""
    words = {letter: [f"{letter}{n}" for n in range(10)] for letter in "abc"}
    one = _made(0, [word for letter in left for word in words[letter]], letters or "qq")
    other = _made(1, [word for letter in right for word in words[letter]], letters or "zz")
    # What only one of the two has is as rare as what both have.
    rest = [words[letter] for letter in set(left) ^ set(right)]
    weights = Weights([one, other, *(_made(2 + n, more) for n, more in enumerate(rest))])
    assert likeness(one, other, weights) == pytest.approx(like, abs=0.001)


@pytest.mark.parametrize(
    ("words", "same_text", "like"), [(1, False, False), (2, False, False), (3, False, True),
                                     (2, True, True)],
)  # fmt: skip
def test_few_words_are_recognized_in_the_same_text_only(
    words: int, same_text: bool, like: bool
) -> None:
    shared = [f"w{n}" for n in range(words)]
    one, other = _made(0, shared, "Old boats."), _made(1, [*shared, "x", "y"], "Few old boats.")
    if same_text:
        other = replace(other, text="OLD boats.")
    assert bool(likeness(one, other, Weights([one, other]))) is like


COUNT = 12
SIZE = 20


def _grid(
    links: Mapping[tuple[int, int], int], courteous: Collection[str] = ()
) -> list[list[Sentence]]:
    """Two texts of twelve sentences of twenty words; `links` says how many words two of them share.

    Of twenty words, 18 are a likeness of 0.71; 16: 0.62; 14: 0.53; 12: 0.45; 10: 0.37; 8: 0.29;
    6: 0.21; 4: 0.14; 2: 0.07.
    """
    words: dict[str, list[str]] = {f"{side}{n}": [] for side in "ab" for n in range(COUNT)}
    for (i, j), shared in links.items():
        both = [f"{i}-{j}-{n}" for n in range(shared)]
        words[f"a{i}"] += both
        words[f"b{j}"] += both
    return [
        [
            _made(
                n,
                [*words[f"{side}{n}"],
                 *(f"{side}-{n}-{k}" for k in range(SIZE - len(words[f"{side}{n}"])))],
                source=side, courteous=f"{side}{n}" in courteous,
            )
            for n in range(COUNT)
        ]
        for side in "ab"
    ]  # fmt: skip


SURE = {(0, 0): 18}
TWO = {(0, 0): 18, (2, 2): 18}


@pytest.mark.parametrize(
    ("links", "linked"),
    [
        # Alone, only very similar sentences are a pair.
        ({(0, 0): 16}, True),
        ({(0, 0): 14}, False),
        # Less is enough where the neighbours are alike too, in whatever order.
        ({(0, 0): 12, (1, 1): 12}, True),
        ({(0, 1): 12, (1, 0): 12}, True),
        ({(0, 0): 12, (3, 3): 12}, True),
        ({(0, 3): 12, (3, 0): 12}, True),
        ({(0, 0): 12, (4, 4): 12}, False),
        ({(0, 0): 12, (1, 4): 12}, False),
        ({(0, 0): 12, (4, 1): 12}, False),
        ({(0, 0): 12, (3, 3): 10}, False),
        ({(0, 0): 10, (1, 1): 10}, False),
        # What is like two sentences that follow each other has no company by that.
        ({(0, 0): 10, (0, 1): 10}, False),
        ({(0, 0): 10, (1, 0): 10}, False),
    ],
)
def test_what_is_alike_enough_to_be_a_pair(links: dict[tuple[int, int], int], linked: bool) -> None:
    assert set(match(*_grid(links))) == (set(links) if linked else set())


@pytest.mark.parametrize(
    ("near", "kept"),
    [((4, 4), True), ((5, 4), False), ((4, 5), False), ((5, 5), False), ((1, 4), True)],
)
def test_a_pair_of_moderate_likeness_needs_another_one_nearby(
    near: tuple[int, int], kept: bool
) -> None:
    assert set(match(*_grid({**SURE, near: 14}))) == ({(0, 0), near} if kept else {(0, 0)})
    assert set(match(*_grid({near: 14, (0, 0): 14}))) == ({(0, 0), near} if kept else set())


@pytest.mark.parametrize(
    ("sure", "at", "shared", "linked"),
    [
        # Beside a pair, a fifth of the words.
        (SURE, (1, 1), 6, True),
        (SURE, (1, 1), 4, False),
        # Up to three sentences away on either side.
        (SURE, (3, 1), 6, True),
        (SURE, (4, 1), 6, False),
        (SURE, (3, 3), 6, True),
        (SURE, (3, 4), 6, False),
        ({(5, 5): 18}, (2, 4), 6, True),
        ({(5, 5): 18}, (1, 4), 6, False),
        ({(5, 5): 18}, (2, 2), 6, True),
        ({(5, 5): 18}, (2, 1), 6, False),
        ({(2, 2): 18}, (0, 1), 6, True),
        ({(5, 5): 18}, (6, 4), 6, False),
        ({(5, 5): 18}, (4, 6), 6, False),
        # One sentence retold in two.
        ({(0, 0): 14}, (0, 1), 6, True),
        ({(5, 5): 14}, (5, 4), 6, True),
        # In a free position between two, less.
        (TWO, (1, 1), 4, True),
        (TWO, (1, 1), 2, False),
        ({(8, 5): 18, (10, 7): 18}, (9, 6), 4, True),
        ({(0, 0): 18, (6, 2): 18}, (3, 1), 4, True),
        ({(0, 0): 18, (7, 2): 18}, (3, 1), 4, False),
        ({(0, 0): 18, (7, 2): 18}, (3, 1), 6, True),
        ({**TWO, (1, 8): 16}, (1, 1), 4, False),
        ({(2, 0): 18, (0, 2): 18}, (1, 1), 4, False),
    ],
)
def test_sentences_beside_a_pair_and_between_two(
    sure: dict[tuple[int, int], int], at: tuple[int, int], shared: int, linked: bool
) -> None:
    found = set(match(*_grid({**sure, at: shared})))
    assert found == ({*sure, at} if linked else set(sure))


def test_beside_a_pair_the_most_similar_sentence_is_taken_first() -> None:
    for first, second, taken in ((10, 12, 2), (12, 10, 1), (10, 10, 1)):
        left, right = _grid({**SURE, (1, 1): 12})
        # The same words of one sentence: what is taken leaves nothing of them for the other.
        shared = sorted(left[1].words & right[1].words)
        for n, size in ((1, first), (2, second)):
            words = [*shared[:size], *(f"own-{n}-{k}" for k in range(SIZE - size))]
            left[n] = replace(left[n], words=frozenset(words))
        assert set(match(left, right)) == {(0, 0), (taken, 1)}
    # Each pair is followed by what stands beside it.
    chain = {**SURE, (3, 3): 6, (6, 6): 6, (9, 9): 6}
    assert set(match(*_grid(chain))) == set(chain)


@pytest.mark.parametrize("courteous", ["a1", "b1"])
def test_courtesies_are_neither_beside_nor_between(courteous: str) -> None:
    assert set(match(*_grid({**TWO, (1, 1): 16}, [courteous]))) == set(TWO)


@pytest.mark.parametrize(
    ("shared", "at", "linked"), [(14, 4, False), (16, 4, True), (14, 11, False), (16, 11, True)]
)
def test_beside_its_best_counterpart_a_sentence_is_paired_with_very_similar_ones_only(
    shared: int, at: int, linked: bool
) -> None:
    """The first is the same in both texts; what shares its words is too far away to follow it."""
    left, right = _grid({(0, 0): SIZE})
    words = [*sorted(left[0].words)[:shared], *(f"own{n}" for n in range(SIZE - shared))]
    right[at] = replace(right[at], words=frozenset(words))
    assert set(match(left, right)) == {(0, 0), *[(0, at)] * linked}


@pytest.mark.parametrize(("first", "second", "taken"), [(6, 7, 2), (7, 6, 1), (6, 6, 1)])
def test_of_sentences_beside_a_pair_the_most_similar_and_then_the_first_is_taken(
    first: int, second: int, taken: int
) -> None:
    """Both have words of the same sentence, of which the one taken leaves nothing to the other."""
    left, right = _grid({**SURE, (1, 1): 8})
    shared = sorted(left[1].words & right[1].words)
    for n, size in ((1, first), (2, second)):
        words = [*shared[:size], *(f"own-{n}-{k}" for k in range(SIZE - size))]
        left[n] = replace(left[n], words=frozenset(words))
    assert set(match(left, right)) == {(0, 0), (taken, 1)}


@pytest.mark.parametrize("step", [-1, 1])
def test_a_sentence_beside_a_pair_may_say_again_what_the_pair_says(step: int) -> None:
    left, right = _grid({(5, 5): 14})
    again = [*sorted(left[5].words & right[5].words)[:7], *(f"own{n}" for n in range(SIZE - 7))]
    right[5 + step] = replace(right[5 + step], words=frozenset(again))
    assert set(match(left, right)) == {(5, 5), (5, 5 + step)}


def test_words_of_a_pair_that_was_given_up_are_free_again() -> None:
    """The second sentence is like one far away, and covers what the first leaves over of its
    counterpart."""
    left, right = _grid({(0, 0): 12, (2, 1): 18})
    left_over = sorted(right[0].words - left[0].words)
    words = [*left_over, *(f"far{n}" for n in range(6))]
    left[1] = replace(left[1], words=frozenset([*words, *(f"own{n}" for n in range(6))]))
    right[9] = replace(right[9], words=frozenset([*words, *(f"other{n}" for n in range(6))]))
    assert set(match(left, right)) == {(0, 0), (1, 0), (2, 1)}


def test_a_pair_keeps_its_likeness() -> None:
    left, right = _grid({**SURE, (1, 1): 6})
    found = match(left, right)
    assert found[0, 0] == likeness(left[0], right[0], Weights([*left, *right]))
    assert 0.2 < found[1, 1] < 0.25


def _further(
    at: int, shared: int, first: int = 0, size: int = SIZE, letters: str = "", figure: str = "",
    **changed: Any,
) -> bool:  # fmt: skip
    """Whether a sentence of the left text is linked with the first of the right one as well.

    It shares so many words with it, and the figure, of eight that the first counterpart in the left
    text leaves over.
    """
    left, right = _grid({(first, 0): 12, (first + 2, 1): 18})
    left_over = sorted(right[0].words - left[first].words)
    more = [figure] if figure else []
    words = [*left_over[:shared], *more, *(f"own{n}" for n in range(size - shared))]
    left[at] = replace(left[at], words=frozenset(words), text=letters, **changed)
    right[0] = replace(right[0], text=letters, words=right[0].words | set(more))
    return (at, 0) in match(left, right)


@pytest.mark.parametrize(
    ("at", "shared", "changed", "linked"),
    [
        (1, 8, {}, True),
        (3, 8, {}, True),
        (4, 8, {}, False),
        # In the other direction.
        (4, 8, {"first": 5}, True),
        (2, 8, {"first": 5}, True),
        (1, 8, {"first": 5}, False),
        (0, 8, {"first": 2}, True),
        # Too few words that the first counterpart leaves over, or too many of its own.
        (1, 5, {"letters": "same letters"}, False),
        (1, 6, {"size": 60}, False),
        (1, 8, {"courteous": True}, False),
        # An answer may be retold with its question, if three words say so.
        (1, 8, {"part": "t2"}, True),
        (1, 3, {"part": "t2", "size": 6, "letters": "same letters"}, True),
        (1, 2, {"part": "t2", "size": 6, "letters": "same letters"}, False),
        # One word in common is too little, but one figure is enough.
        (1, 1, {"size": 3, "letters": "same letters"}, False),
        (1, 0, {"size": 3, "letters": "same letters", "figure": "#240"}, True),
    ],
)
def test_a_second_counterpart_covers_what_the_first_leaves_over(
    at: int, shared: int, changed: dict[str, Any], linked: bool
) -> None:
    assert _further(at, shared, **changed) is linked


@pytest.mark.parametrize(
    ("at", "shared", "part", "linked"),
    [
        (1, 8, "t1", True), (3, 8, "t1", True), (4, 8, "t1", False), (1, 3, "t1", False),
        (1, 8, "t2", True), (1, 2, "t2", False),
    ],
)  # fmt: skip
def test_a_sentence_paired_with_one_far_away_may_cover_what_is_left_over_as_well(
    at: int, shared: int, part: str, linked: bool
) -> None:
    left, right = _grid({(0, 0): 16, (8, at): 18})
    left_over = [f"more{n}" for n in range(8)]
    left[0] = replace(left[0], words=left[0].words | set(left_over))
    right[at] = replace(right[at], words=right[at].words | set(left_over[:shared]), part=part)
    assert set(match(left, right)) == {(0, 0), (8, at), *[(0, at)] * linked}


def test_one_word_more_is_enough_for_a_sentence_of_two_that_the_counterpart_has() -> None:
    for words, linked in ((2, True), (3, False)):
        left, right = _grid({(0, 0): 12, (2, 1): 18})
        own = [sorted(left[0].words & right[0].words)[0], "new", "other"][:words]
        left[1] = replace(left[1], words=frozenset(own))
        right[0] = replace(right[0], words=frozenset([*right[0].words, "new"]))
        assert ((1, 0) in match(left, right)) is linked


def test_a_sentence_retold_in_another_section_is_beside_its_pair_too() -> None:
    left, right = _grid({(5, 5): 14, (5, 4): 6})
    right[4] = replace(right[4], part="s2")
    assert set(match(left, right)) == {(5, 5), (5, 4)}


def test_of_many_similar_sentences_the_best_is_found_and_rivals_are_no_pairs() -> None:
    left, right = _grid({})
    words = [f"w{n}" for n in range(SIZE)]
    right[0] = replace(right[0], words=frozenset(words))
    long = [_made(n, [*words[:14], *(f"long-{n}-{k}" for k in range(80))]) for n in range(14)]
    best = _made(14, words[:16])
    assert set(match([*long, best], right)) == {(14, 0)}
    # A second sentence is as alike as moderate pairs are, but much less than the best.
    right[11] = replace(right[11], words=frozenset([*words[:14], *(f"r{n}" for n in range(6))]))
    assert set(match([_made(0, words), *left[1:]], right)) == {(0, 0)}
