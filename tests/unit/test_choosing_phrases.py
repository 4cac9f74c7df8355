"""Which runs of words are set phrases: how often, how closely and how completely they return."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from briefings.engine.keys import number_of
from briefings.languages import ENGLISH
from briefings.relate.phrases.makeup import (
    begins_with_verb,
    is_bound,
    joins_clauses,
    joins_phrases,
    own_words,
    small_words,
)
from briefings.relate.phrases.runs import Runs, key_of_run, ranges, without_names
from briefings.relate.phrases.shingles import Recurring, shingles
from briefings.relate.phrases.telling import choose
from briefings.relate.phrases.tokens import (
    BREAK,
    PREPOSITION,
    SLOT,
    SMALL,
    WORD,
    pieces,
    tokens,
)
from briefings.relate.phrases.variants import RunUse, SetPhrase, with_variants

# Of all words of the corpus, so that a word in one in a hundred thousand is rare.
TOTAL = 200_000
SMALL_WORDS = small_words(ENGLISH)


@dataclass(frozen=True)
class Said:
    """A wording, how often it is said in each of the first briefings, and after how many of these
    uses it goes on; `closely` is the association of its words, from 0 to 1."""

    wording: str
    uses: Sequence[int]
    goes_on: int = 0
    closely: float = 1.0


def _runs(briefings: int, said: Sequence[Said]) -> dict[str, Runs]:
    words: dict[str, int] = {}
    for one in said:
        keys = key_of_run(one.wording, ENGLISH).split()
        together = math.log(sum(one.uses) / TOTAL)
        # The association is (together - apart) / (-together * (number of words - 1)); function
        # words are one in a hundred.
        small = [key for key in keys if key in SMALL_WORDS]
        apart = together * (1 + one.closely * (len(keys) - 1)) - len(small) * math.log(0.01)
        own = max(1, round(TOTAL * math.exp(apart / (len(keys) - len(small)))))
        words |= {key: TOTAL // 100 if key in small else own for key in keys}
    words["filling"] = TOTAL - sum(words.values())
    runs: dict[str, Runs] = {}
    for n in range(briefings):
        given = sorted(
            ((number_of(key_of_run(one.wording, ENGLISH)), one) for one in said
             if n < len(one.uses)),
            key=lambda pair: pair[0],
        )  # fmt: skip
        texts: list[str] = []
        statements: list[int] = []
        goes_on: list[bool] = []
        firsts = [0]
        for _, one in given:
            before = sum(one.uses[:n])
            for use in range(one.uses[n]):
                statements.append(len(texts))
                texts.append(one.wording)
                goes_on.append(before + use < one.goes_on)
            firsts.append(len(statements))
        runs[f"b{n:02}"] = Runs(
            "s", "en", tuple(texts), tuple(("p", 1, 0) for _ in texts), words if not n else {},
            array("Q", [number for number, _ in given]), array("I", firsts),
            array("I", statements), array("I", [0] * len(statements)),
            array("I", [len(texts[at]) for at in statements]), array("B", goes_on),
        )  # fmt: skip
    return runs


def _chosen(briefings: int, *said: Said, published: Sequence[str] = ()) -> list[str]:
    runs = _runs(briefings, said)
    found = choose(list(runs), runs.__getitem__, published)
    return [one.occurrences[0].wording for one in found]


OFTEN = (1, 1, 1, 1, 1)


def test_what_returns_in_enough_briefings_closely_and_completely() -> None:
    """Of sixteen briefings, a phrase must be in three."""
    chosen = [
        Said("gulls of copper", (1, 1, 1)),
        # Of loosely associated words, and of those that continue in most of their uses, not.
        Said("seals of marble", OFTEN, closely=0.40),
        Said("crabs of timber", OFTEN, goes_on=3),
        Said("firmly oppose", OFTEN, goes_on=4),
        # One specific word in a frame, or in a long run that is often used as a whole.
        Said("at an early date", (1, 1, 1)),
        Said("urge the Westmark side", (1, 1, 1)),
        Said("stand ready to help", (1, 1, 1, 1), closely=0.55),
        Said("keep otters of sides", (1, 1, 1, 1), closely=0.55),
        # With another word it is said as often again, so that it is no part of a longer run.
        Said("masts of canvas", (2, 2, 1)),
    ]
    not_chosen = [
        Said("gulls of gravel", (1, 1)),
        Said("seals of velvet", OFTEN, closely=0.32),
        Said("crabs of cotton", OFTEN, goes_on=4),
        Said("kindly greet", OFTEN, goes_on=5),
        Said("slowly mend anchors", OFTEN, goes_on=4),
        Said("take lobsters of terms", (1, 1, 1, 1), closely=0.45),
        Said("make squids of parts", (1, 1, 1), closely=0.9),
        Said("eels of places", (1, 1, 1, 1), closely=0.9),
        Said("keep people of turns", (1, 1, 1, 1), closely=0.9),
        Said("copper kettle", OFTEN),
        Said("decks, and climb", OFTEN),
    ]
    found = _chosen(16, *chosen, *not_chosen)
    assert set(found) == {one.wording for one in chosen}


@pytest.mark.parametrize(
    ("briefings", "found"),
    [
        (15, "two loose, two close, three loose, three close, four loose, five loose"),
        (16, "three loose, three close, four loose, five loose"),
        (31, "three loose, three close, four loose, five loose"),
        # Of closely associated words, two briefings fewer are enough, but three at least.
        (32, "three close, four loose, five loose"),
        (64, "three close, five loose"),
    ],
)
def test_more_briefings_ask_for_more_uses(briefings: int, found: str) -> None:
    said = {
        "two loose": Said("gulls of copper wire", (1, 1), closely=0.5),
        "two close": Said("seals of marble floor", (1, 1), closely=0.7),
        "three loose": Said("crabs of timber chest", (1, 1, 1), closely=0.5),
        "three close": Said("nets of silver twine", (1, 1, 1), closely=0.7),
        "four loose": Said("ropes of silken yarn", (1, 1, 1, 1), closely=0.5),
        "five loose": Said("lamps of whale tallow", (1, 1, 1, 1, 1), closely=0.5),
    }
    chosen = set(_chosen(briefings, *said.values()))
    assert {name for name, one in said.items() if one.wording in chosen} == set(found.split(", "))


def test_in_two_briefings_three_specific_words_that_are_bound() -> None:
    said = [
        Said("gulls of copper wire", (1, 1)),
        Said("seals of marble", (1, 1)),
        Said("firmly oppose velvet ropes", (1, 1)),
        Said("crabs of timber cases", (9,)),
    ]
    assert _chosen(4, *said) == ["gulls of copper wire"]
    assert _chosen(1, *said) == []


@pytest.mark.parametrize(("longer", "kept"), [((1, 1, 1), False), ((1, 1), True)])
def test_what_mostly_stands_within_a_longer_run_is_none(
    longer: tuple[int, ...], kept: bool
) -> None:
    said = Said("gulls of copper", (1, 1, 1, 1, 1)), Said("gulls of copper wire pots", longer)
    assert ("gulls of copper" in _chosen(8, *said)) is kept


def test_published_phrases_stay_and_what_more_briefings_say_comes_first() -> None:
    said = [
        Said("gulls of copper", (1, 1, 1, 1, 1, 1)),
        Said("seals of marble", (1, 1, 1)),
        Said("crabs of timber chests", (1, 1, 1)),
        Said("nets of twine", (1, 1), closely=0.2),
        Said("rope of silk", (1,)),
    ]
    assert _chosen(16, *said) == ["gulls of copper", "crabs of timber chests", "seals of marble"]
    published = ("net-of-twines", "rope-of-silk")
    assert _chosen(16, *said, published=published) == [
        "nets of twine", "gulls of copper", "crabs of timber chests", "seals of marble",
    ]  # fmt: skip


def test_there_is_a_limit_to_phrases() -> None:
    """Forty, and twenty for each doubling of the briefings' square root: 80 for four briefings."""
    letters = [a + b for a in "bcdfghklmn" for b in "aeiouyrlw"]
    said = [Said(f"q{one} of x{one} z{one}", (1, 1, 1)) for one in letters]
    assert len(letters) == 90
    assert len(_chosen(4, *said)) == 80


@pytest.mark.parametrize(
    ("wording", "own", "bound", "verb", "clauses", "phrases"),
    [
        ("gulls of copper", 2, True, False, False, False),
        ("mended nets", 2, False, True, False, False),
        ("at an early date", 1, True, False, False, False),
        ("wash decks, and climb", 3, True, False, True, False),
        ("wash decks, masts, and climb", 4, True, False, False, False),
        ("wash decks,  and climb", 3, True, False, False, False),
        ("decks and of masts", 2, True, False, False, True),
        ("urge Westmark", 1, True, False, False, False),
    ],
)
def test_the_makeup_of_a_run(
    wording: str, own: int, bound: bool, verb: bool, clauses: bool, phrases: bool
) -> None:
    keys = key_of_run(wording, ENGLISH).split()
    assert own_words(keys, ENGLISH) == own
    assert is_bound(keys, ENGLISH) is bound
    assert begins_with_verb(wording, ENGLISH) is verb
    assert joins_clauses(wording, ENGLISH) is clauses
    assert joins_phrases(keys, ENGLISH) is phrases
    assert is_bound(["of", "copper"], ENGLISH) is False


def _kinds(text: str, names: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    return [(token.kind, token.key) for token in tokens(pieces(text, ENGLISH), ENGLISH, names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mend 12 nets", [(WORD, "mend"), (BREAK, "."), (WORD, "net")]),
        ("it’s of nets", [(SMALL, "it"), (PREPOSITION, "of"), (WORD, "net")]),
        ("x nets; (nets)",
         [(SMALL, "x"), (WORD, "net"), (BREAK, "."), (BREAK, "."), (WORD, "net"), (BREAK, ".")]),
        # Names in a row are one slot; a capital at the start is no name, two capitals are.
        ("we mend Old Westmark", [(SMALL, "we"), (WORD, "mend"), (SLOT, "@")]),
        ("Westmark nets", [(WORD, "westmark"), (WORD, "net")]),
        ("US nets", [(SLOT, "@"), (WORD, "net")]),
        ("McKay nets", [(SLOT, "@"), (WORD, "net")]),
        ("we and I, A", [(SMALL, "we"), (SMALL, "and"), (SMALL, "i"), (SLOT, "@")]),
        ("mend Westmark and Eastmark",
         [(WORD, "mend"), (SLOT, "@"), (SMALL, "and"), (SLOT, "@")]),
    ],
)  # fmt: skip
def test_tokens_of_a_sentence(text: str, expected: list[tuple[int, str]]) -> None:
    assert _kinds(text) == expected


def test_names_at_the_start_and_where_tokens_stand() -> None:
    assert _kinds("Westmark nets", frozenset({"westmark"})) == [(SLOT, "@"), (WORD, "net")]
    found = tokens(pieces("We saw Old Westmark’s nets.", ENGLISH), ENGLISH)
    assert [(token.start, token.end) for token in found] == [
        (0, 2), (3, 6), (7, 19), (22, 26), (26, 27),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("Urge the Westmark side", "urge the … side"),
        ("urge Westmark and Eastmark", "urge … and …"),
        ("Mend nets", "mend nets"),
        ("", ""),
    ],
)
def test_names_are_left_out_of_phrases(wording: str, shown: str) -> None:
    assert without_names(wording, ENGLISH) == shown


def _ranges(text: str) -> list[str]:
    found = tokens(pieces(text, ENGLISH), ENGLISH)
    return [text[found[a].start : found[b - 1].end] for a, b, _ in ranges(found, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gulls of copper", ["gulls of copper"]),
        ("gulls copper", []),
        ("gulls copper wire", ["gulls copper wire"]),
        ("firmly oppose", ["firmly oppose"]),
        ("oppose firmly", []),
        ("mend the Westmark nets", ["mend the Westmark nets"]),
        ("the gulls of", []),
        ("of gulls copper", []),
        ("year of gulls copper", []),
        ("gulls of saw", []),
        ("gulls saw copper", []),
        ("urge Westmark of Eastmark of Northmark mend", []),
        ("urge Westmark of Eastmark mend", ["urge Westmark of Eastmark mend"]),
        ("at an early date", ["at an early date"]),
    ],
)
def test_runs_of_a_sentence(text: str, expected: list[str]) -> None:
    assert _ranges(text) == expected


def _phrase(key: str, *uses: tuple[int, int, int, int], least: int = 1) -> SetPhrase:
    return SetPhrase(key, ENGLISH, 1.0, [RunUse(*use, key) for use in uses], None, least)


def _gathered(
    *given: SetPhrase, most: int = 9
) -> list[tuple[str, list[tuple[int, int, int, int]]]]:
    return [
        (one.key, [(use.briefing, use.statement, use.start, use.end) for use in one.occurrences])
        for one in with_variants(given, most)
    ]


def test_similar_runs_are_variants_of_the_more_significant() -> None:
    first = _phrase("mend old net firm", (0, 0, 0, 9))
    # Three words of four are the same, on both sides: 6 in 8.
    near = _phrase("mend old net slow", (1, 0, 0, 9))
    # Two of three: 4 in 6.
    far = _phrase("mend sail now", (2, 0, 0, 9))
    farther = _phrase("mend rope now", (3, 0, 0, 9))
    assert _gathered(first, near) == [("mend old net firm", [(0, 0, 0, 9), (1, 0, 0, 9)])]
    assert [key for key, _ in _gathered(first, far, farther)] == [
        "mend old net firm", "mend sail now", "mend rope now",
    ]  # fmt: skip
    # The most similar one, or of two as similar, the first.
    other = _phrase("mend old net slow ly", (4, 0, 0, 9))
    both = _gathered(
        _phrase("mend old net", (0, 0, 0, 9)), _phrase("pay old debt slow ly", (5, 0, 0, 9)), other
    )
    assert both[0] == ("mend old net", [(0, 0, 0, 9), (4, 0, 0, 9)])
    # Small words alone make no likeness.
    small = _phrase("of the rope and of", (0, 0, 0, 9)), _phrase("of the lamp and of", (1, 0, 0, 9))
    assert len(_gathered(*small)) == 2


def test_words_within_another_phrase_are_not_counted_twice() -> None:
    long = _phrase("pay old debt", (0, 0, 0, 12), (1, 0, 0, 12))
    within = _phrase("rope lamp", (0, 0, 4, 9), (2, 0, 0, 9))
    beside = _phrase("sand bank", (0, 0, 12, 20), (0, 1, 0, 9))
    assert _gathered(long, within, beside) == [
        ("pay old debt", [(0, 0, 0, 12), (1, 0, 0, 12)]),
        ("rope lamp", [(2, 0, 0, 9)]),
        ("sand bank", [(0, 0, 12, 20), (0, 1, 0, 9)]),
    ]
    # Too few briefings are left, or there are phrases enough.
    few = _phrase("rope lamp", (0, 0, 4, 9), (2, 0, 0, 9), least=2)
    assert [key for key, _ in _gathered(long, few, beside)] == ["pay old debt", "sand bank"]
    assert [key for key, _ in _gathered(long, within, beside, most=2)] == [
        "pay old debt",
        "rope lamp",
    ]
    one = _phrase("rope lamp", (2, 0, 0, 9), (3, 0, 0, 9), least=2)
    assert [key for key, _ in _gathered(long, one)] == ["pay old debt", "rope lamp"]
    assert _gathered(_phrase("rope lamp")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], set()), ([1], set()), ([1, 10], {11}), ([1, 10, 100], {11, 110, 101})],
)
def test_shingles(words: list[int], expected: set[int]) -> None:
    assert shingles(words) == expected


def test_shingles_of_two_sentences_recur() -> None:
    recurring = Recurring(10)
    for sentence in ({1, 2}, {2, 3}, {2, 4}, {4, 5}):
        recurring.count(sentence)
    assert sorted(recurring.of([1, 2, 3, 4, 5, 6])) == [2, 4]
    # Four slots for each that is expected, so that two of 65,536 do not meet.
    large = Recurring(1 << 15)
    large.count({1})
    large.count({1 + (1 << 16)})
    assert large.of([1]) == []
    small = Recurring(1 << 14)
    small.count({1})
    small.count({1 + (1 << 16)})
    assert small.of([1]) == [1]
