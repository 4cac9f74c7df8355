"""Sentences and phrases that recur, as readers are shown them: titles, ids, wordings, redlines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, permutations

import pytest

from briefings.model import Speaker
from briefings.model.relations import Formula, Phrase
from briefings.problems import Problems
from briefings.relate.event import Event
from briefings.relate.ordered import OrderedStatements
from briefings.relate.phrases.families import families
from briefings.relate.phrases.recurring import formulas
from briefings.relate.phrases.returning import phrases
from briefings.relate.relating import runs_of
from tests.relating import Memory

from .test_spoken import BO, FAR, LONG, corpus, event, statements

TWELVE = "We mend old red nets by day and by dry night today."


class Counting(Memory):
    """A cache that counts what is stored in it."""

    def __init__(self) -> None:
        super().__init__()
        self.stored = 0

    def put(self, key: str, value: object) -> None:
        self.stored += 1
        super().put(key, value)


def _said(*texts: str, speaker: Speaker = BO) -> tuple[dict[str, Event], OrderedStatements]:
    """Return a briefing for each text, a year apart."""
    events = {
        f"b{n}": event(f"b{n}", [(speaker, text)], f"{2000 + n}-01-01")
        for n, text in enumerate(texts)
    }
    return events, OrderedStatements(
        (slug, of.briefing.date, statements(of)) for slug, of in events.items()
    )


def _formulas(
    members: Sequence[Sequence[int]],
    *texts: str,
    cache: Memory | None = None,
    speaker: Speaker = BO,
) -> tuple[Formula, ...]:
    events, ordered = _said(*texts, speaker=speaker)
    quotes = ordered.quotes((number for family in members for number in family), events.__getitem__)
    return formulas(members, ordered, quotes, cache or Memory())


@pytest.mark.parametrize(
    ("text", "title", "id_"),
    [
        (TWELVE, TWELVE, "we-mend-old-red-nets-by-day-and-by-dry-night-today"),
        (f"{TWELVE[:-1]} again.", f"{TWELVE[:-1]} …",
         "we-mend-old-red-nets-by-day-and-by-dry-night-today"),
        ("Second, we mend nets.", "We mend nets.", "we-mend-nets"),
        ("3) we mend nets.", "We mend nets.", "we-mend-nets"),
    ],
)  # fmt: skip
def test_a_recurring_sentence_has_its_first_words_as_title(text: str, title: str, id_: str) -> None:
    (formula,) = _formulas([[0, 1]], "We once mended old nets.", text)
    assert (formula.title, formula.id) == (title, id_)


def test_recurring_sentences_with_the_same_first_words_have_different_ids() -> None:
    found = _formulas([[0, 1], [2, 3], [4]], *["We mend nets."] * 5)
    assert [formula.id for formula in found] == ["we-mend-nets", "we-mend-nets-2", "we-mend-nets-3"]


def test_an_occurrence_says_who_said_it_when_and_as_which_item() -> None:
    (formula,) = _formulas([[0, 2]], "First, we mend nets.", "Rain fell.", "We mend 3 nets.")
    assert [
        (one.place.briefing, one.date, one.speaker, one.speaker_name, one.item)
        for one in formula.occurrences
    ] == [
        ("b0", "2000-01-01", "bo-fisher", "Bo Fisher", 1),
        ("b2", "2002-01-01", "bo-fisher", "Bo Fisher", None),
    ]  # fmt: skip
    (redline,) = formula.redlines
    assert [words.strip(" ,.") for words in redline.words("added")] == ["3"]


def test_redlines_are_stored_with_each_later_briefing_and_only_if_they_changed() -> None:
    cache = Counting()
    texts = ["We mend nets.", "We mend old nets.", "We mend new nets."]
    first = _formulas([[0, 1, 2]], *texts, cache=cache)
    assert cache.stored == 2
    assert _formulas([[0, 1, 2]], *texts, cache=cache) == first
    assert cache.stored == 2
    _formulas([[0, 1, 2]], *texts[:2], "We mend red nets.", cache=cache)
    assert cache.stored == 3


def test_stored_redlines_are_used_again() -> None:
    cache = Counting()
    texts = ["We mend nets.", "We mend old nets."]
    (formula,) = _formulas([[0, 1]], *texts, cache=cache)
    ((key, redlines),) = cache.values.items()
    (wordings,) = redlines
    (other,) = _formulas([[0, 1]], "We sell nets.", "We sell boats.")
    cache.values[key] = {wordings: other.redlines[0]}
    (again,) = _formulas([[0, 1]], *texts, cache=cache)
    assert again.redlines == other.redlines != formula.redlines


# ---- Which sentences are a family ----

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _families(*texts: Sequence[str]) -> list[list[int]]:
    return families(
        corpus(
            *((f"b{n:02}", f"{2000 + n}-01-01", [" ".join(text)]) for n, text in enumerate(texts))
        )
    )


@pytest.mark.parametrize(
    ("first", "second", "family"),
    [
        # Seven of ten words are the same, in order; and six.
        ("a b c d e f g h i j", "a b c d e f g x y z", True),
        ("a b c d e f g h i j", "a b c d e f w x y z", False),
        ("a b c d e f g h i j", "g f e d c b a x y z", False),
        # All words of the shorter one: 14 of 20 in both together; and 14 of 21.
        ("a b c d e f g", "a b c d e f g t u v w x y", True),
        ("a b c d e f g", "a b c d e f g s t u v w x y", False),
    ],
)
def test_two_thirds_of_a_family_are_the_same_in_order(
    first: str, second: str, family: bool
) -> None:
    given = [[letter * 4 for letter in words.split()] for words in (first, second)]
    assert _families(*given) == ([[0, 1]] if family else [])


@pytest.mark.parametrize(
    ("second", "family"),
    [
        # Three pairs of words, next to each other or one apart, are the same: ab, bc and cd.
        ("a b x c d", True),
        # And two of them.
        ("a b x y c d", False),
    ],
)
def test_sentences_are_compared_if_they_share_three_pairs_of_words(
    second: str, family: bool
) -> None:
    given = [
        ["It", "is", "the", *(letter * 4 for letter in words.split())]
        for words in ("a b c d", second)
    ]
    assert _families(*given) == ([[0, 1]] if family else [])


def test_a_sentence_joins_the_family_that_is_most_similar() -> None:
    """The third has seven of ten words of the first, and eight of the second."""
    told = ["a b c d e f g h i j", "c d e f g x y z p q", "a b c d e f g x y z"]
    each = [f"{' '.join(letter * 4 for letter in words.split())}." for words in (*told, told[0])]
    found = corpus(*((f"b{n}", f"{2000 + n}-01-01", [text]) for n, text in enumerate(each)))
    assert families(found) == [[0, 3], [1, 2]]


@pytest.mark.parametrize(("others", "found"), [(7, True), (8, False)])
def test_a_pair_of_words_leads_to_the_eight_newest_families(others: int, found: bool) -> None:
    """A sentence with halves that many share is not distinctive."""

    def half(n: int) -> list[str]:
        return [f"{LETTERS[n] * 2}{letter * 3}" for letter in LETTERS[:5]]

    def sentence(first: int, second: int) -> list[str]:
        return [*half(first), "copper", "timber", *half(second)]

    between = [sentence(0, 2 + n) for n in range(others)]
    between += [sentence(12 + n, 1) for n in range(others)]
    assert bool(_families(sentence(0, 1), *between, sentence(0, 1))) is found


@pytest.mark.parametrize(("others", "found"), [(5, True), (6, False)])
def test_a_sentence_is_compared_with_the_six_families_that_share_most(
    others: int, found: bool
) -> None:
    """The others have all of its words next to each other, though not in its order."""
    thirds = [[f"{LETTERS[n] * 2}{letter * 3}" for letter in LETTERS[:4]] for n in range(3)]
    said = list(chain(*thirds))
    similar = [f"new{word}" if n in (2, 6, 10) else word for n, word in enumerate(said)]
    backwards = [list(chain(*order))[::-1] for order in permutations(thirds)]
    assert bool(_families(similar, *backwards[:others], said)) is found


def test_a_family_in_more_briefings_is_before_one_with_more_sentences() -> None:
    found = corpus(
        ("a", "2020-01-01", [LONG, "Why?", LONG, LONG, FAR]),
        ("b", "2021-01-01", [LONG, "Why?", FAR]),
        ("c", "2022-01-01", [FAR]),
    )
    assert families(found) == [[3, 5, 6], [0, 1, 2, 4]]


# ---- Set phrases and their wordings ----


def _phrases(*texts: str, cache: Memory | None = None, speaker: Speaker = BO) -> tuple[Phrase, ...]:
    events, ordered = _said(*texts, speaker=speaker)
    return phrases(
        ordered, lambda slug: runs_of(events[slug], Problems()), cache or Memory(), ()
    )  # fmt: skip


def test_of_a_phrase_the_forty_most_frequent_wordings_are_shown() -> None:
    """Each of the others counts as the one that is most similar."""
    sides = [f"N{first}{second}" for first in "abcdefg" for second in "klmnopq"][:44]
    told = [f"We urge the {side} side to mend it." for side in sides]
    often = " ".join(told[4:])
    (phrase,) = _phrases(often, f"{often} {' '.join(told[:4])}", often)
    assert len(phrase.variants) == 40
    assert (
        sum(variant.count for variant in phrase.variants) == len(phrase.occurrences) == 3 * 40 + 4
    )
    assert all(0 <= use.variant < 40 for use in phrase.occurrences)
    assert phrase.variants[0].redline is None
    assert all(variant.redline for variant in phrase.variants[1:])


def test_wordings_are_in_the_order_of_time_each_beside_the_nearest_before() -> None:
    said = ["We firmly oppose tolls.", "He firmly opposed a toll.", "She firmly opposes fees.",
            "Firmly opposed to all, we firmly opposed dues."]  # fmt: skip
    (phrase,) = _phrases(*said)
    assert phrase.phrase == "firmly oppose"
    texts = [variant.text for variant in phrase.variants]
    assert texts == ["firmly oppose", "firmly opposed", "firmly opposes"]
    assert [variant.first for variant in phrase.variants] == [
        "2000-01-01", "2001-01-01", "2002-01-01",
    ]  # fmt: skip
    assert [variant.nearest for variant in phrase.variants] == [None, 0, 0]
    assert [variant.count for variant in phrase.variants] == [1, 3, 1]
    for use in phrase.occurrences:
        words = said[int(use.place.briefing[1:])][slice(*use.place.offsets)]
        assert words.lower() == texts[use.variant]


def test_redlines_of_wordings_are_stored_only_if_they_changed() -> None:
    cache = Counting()
    said = ["We firmly oppose tolls.", "He firmly opposed a toll.", "She firmly opposes fees."]
    first = _phrases(*said, cache=cache)
    assert cache.stored == 1
    assert _phrases(*said, cache=cache) == first
    assert cache.stored == 1


def test_stored_redlines_of_wordings_are_used_again() -> None:
    cache = Counting()
    said = ["We firmly oppose tolls.", "He firmly opposed a toll.", "She firmly opposes fees."]
    _phrases(*said, cache=cache)
    ((key, redlines),) = cache.values.items()
    stored = next(iter(redlines.values()))
    cache.values[key] = dict.fromkeys(redlines, stored)
    (phrase,) = _phrases(*said, cache=cache)
    assert [variant.redline for variant in phrase.variants] == [None, stored, stored]


def test_phrases_with_the_same_words_besides_names_have_different_ids() -> None:
    said = [
        f"We warmly urge the {name} side to mend it. We warmly urge {name} to mend it."
        for name in ("Westmark", "Eastmark", "Northmark")
    ]
    ids = [phrase.id for phrase in _phrases(*said)]
    assert len(set(ids)) == len(ids) > 1


def test_a_phrase_is_shown_in_its_own_wording_even_if_a_variant_was_said_before() -> None:
    said = [
        "Crabs hide in a timely and open manner.",
        "Seals dive in a timely and open manner.",
        "Gulls cry in a timely and open manner.",
        "Boats sail in a timely manner.",
        "Nets dry in a timely manner.",
        "Lamps burn in a timely manner.",
        "Eels sleep in a timely manner.",
        "Cod swim in a timely manner.",
        "Crews sing in a timely manner.",
    ]
    (phrase,) = _phrases(*said)
    assert phrase.phrase == "in a timely manner"
    assert phrase.variants[0].text == "in a timely and open manner"


def test_of_wordings_as_near_the_first_is_the_one_that_changed() -> None:
    (phrase,) = _phrases(
        "He firmly opposed a toll.", "She firmly opposes fees.", "We firmly oppose tolls."
    )
    assert [(variant.text, variant.nearest) for variant in phrase.variants] == [
        ("firmly opposed", None), ("firmly opposes", 0), ("firmly oppose", 0),
    ]  # fmt: skip


def test_phrases_of_speakers_without_a_name_have_none() -> None:
    unnamed = Speaker("official", None, None, None)
    said = ["He firmly opposed a toll.", "She firmly opposes fees.", "We firmly oppose tolls."]
    (phrase,) = _phrases(*said, speaker=unnamed)
    assert {(one.speaker, one.speaker_name) for one in phrase.occurrences} == {(None, None)}
