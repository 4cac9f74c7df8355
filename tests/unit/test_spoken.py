"""Statements as numbers: what is kept of a sentence, and how it is found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefings.languages import ENGLISH
from briefings.model import (
    Briefing,
    Exchange,
    Passage,
    Place,
    Settings,
    Source,
    Speaker,
    TermMention,
    Turn,
    Witness,
)
from briefings.model.relations import Phrase
from briefings.problems import Problems
from briefings.relate.announcements.announced import announced
from briefings.relate.announcements.cues import cues, settle
from briefings.relate.announcements.judging import Cue
from briefings.relate.announcements.later import Followed, followed
from briefings.relate.event import Event
from briefings.relate.ordered import OrderedStatements
from briefings.relate.phrases.families import families
from briefings.relate.phrases.returning import phrases
from briefings.relate.phrases.shingles import Recurring, shingles
from briefings.relate.reading import read_sentences
from briefings.relate.relating import runs_of
from briefings.relate.spoken import Statements, item, pack, read_statements, without_item
from briefings.relate.stems import stems, word_id
from tests.announcing import announces
from tests.relating import Memory

BO = Speaker("official", "bo-fisher", "Bo Fisher", "Bo Fisher")
CHAIR = Speaker("chair", "ada-chair", "Ada Chair", "Ada Chair")
PAPER = Speaker("outlet", "the-paper", "The Paper", "The Paper")


def event(slug: str, turns: Sequence[tuple[Speaker, str]], date: str | None = None) -> Event:
    """Return a briefing with one passage per turn, on line 10 for the first, 20 for the second."""
    source = Source(f"s-{slug}", "x.txt", "x.txt", "0", (), "text")
    witness = Witness(
        source,
        Settings(),
        "transcript",
        turns=tuple(
            Turn(f"t{n}", speaker, (Passage(f"t{n}p1", text, 10 * n, 10 * n),))
            for n, (speaker, text) in enumerate(turns, 1)
        ),
        briefing=slug,
    )
    return Event(
        Briefing(
            slug, slug, False, date, None, None, None, None, None, (witness,), (),
            (Exchange("x1", "t2", (), ("t3",), ("boats",)),),
        )
    )  # fmt: skip


def statements(of: Event) -> Statements:
    return pack(
        read_statements(of, read_sentences(of, of.briefing.primary, Problems()), Problems()), "en"
    )


def named(of: Event, **terms: str) -> Event:
    """Return the event with a mention of a term wherever its words occur."""
    mentions = [
        TermMention(
            id_, words, words,
            Place(of.briefing.slug, "s", passage.id, passage.line, at, at + len(words)),
            "t1", None, True,
        )
        for passage in of.briefing.primary.passages
        for id_, words in terms.items()
        for at in range(len(passage.text))
        if passage.text.startswith(words, at)
    ]  # fmt: skip
    mentions.sort(key=lambda one: (one.place.line, one.place.start or 0))
    return replace(of, terms=tuple(mentions))


LONG = "The fishermen of the northern harbour mended three hundred nets before the first storm."


def test_chair_and_askers_state_nothing_and_what_is_said_twice_counts_once() -> None:
    of = event("a", [(CHAIR, "We begin now with nets."), (PAPER, "How many nets?"), (BO, LONG)])
    passage = of.briefing.primary.turns[2].passages[0]
    again = Turn("t4", BO, (replace(passage, id="t4p1", repeats="t3p1"),))
    witness = replace(of.briefing.primary, turns=(*of.briefing.primary.turns, again))
    of = replace(of, briefing=replace(of.briefing, witnesses=(witness,)))
    kept = statements(of)
    assert len(kept) == 1
    assert (kept.passages[0], kept.starts[0], kept.ends[0]) == (2, 0, len(LONG))
    assert kept.speakers[kept.said_by[0]] == ("bo-fisher", "Bo Fisher")


def test_an_asker_is_known_by_the_exchange_as_well() -> None:
    unknown = Speaker("unknown", None, None, None)
    assert len(statements(event("a", [(BO, LONG), (unknown, LONG)]))) == 1


@pytest.mark.parametrize(
    ("sentence", "recurring"),
    [
        (LONG, True),
        ("Seven fishermen mended northern nets this year.", True),
        ("Six fishermen mended northern nets today.", False),
        ("It is what we have said to you so many times.", False),
        ("Thank you for the question on the nets of the northern harbour today.", False),
    ],
)
def test_a_sentence_can_be_known_again_if_it_is_long_enough(sentence: str, recurring: bool) -> None:
    kept = statements(event("a", [(BO, sentence)]))
    assert [bool(one) for one in kept.recurring] == [recurring]


def test_words_and_terms_of_each_statement_are_its_own() -> None:
    of = named(
        event("a", [(BO, "The boats sail. Boats of the navy sail, boats and ships. All rest.")]),
        fleet="boats", navy="navy",
    )  # fmt: skip
    kept = statements(of)
    assert list(kept.words_of(0)) == [word_id("boat"), word_id("sail")]
    assert list(kept.words_of(2)) == [word_id("all"), word_id("rest")][1:]
    text = "The boats sail. Boats of the navy sail, boats and ships. All rest."
    last = text.rindex("boats")
    assert kept.terms_of(0) == {word_id("fleet"): (4, 9)}
    assert kept.terms_of(1) == {
        word_id("navy"): (text.index("navy"), text.index("navy") + 4),
        word_id("fleet"): (last, last + 5),
    }
    assert kept.terms_of(2) == {}
    assert kept.bag_of(0) == {word_id("boat"), word_id("sail"), word_id("fleet")}


def test_the_number_of_an_item_is_no_word_of_it() -> None:
    kept = statements(event("a", [(BO, f"3) {LONG}"), (CHAIR, ""), (BO, f"Third, {LONG}")]))
    assert kept.skipped[0] == 1
    assert list(kept.recurring_words(0)) == list(kept.words_of(0))[1:]
    assert list(kept.recurring_words(1)) == list(kept.recurring_words(0))
    texts = ("Secondly, yes", "12. No", "2.5 tons", "The first")
    assert [item(text, ENGLISH) for text in texts] == [2, 12, None, None]
    assert without_item("2) Boats.", ENGLISH) == " Boats."


def corpus(*briefings: tuple[str, str | None, Sequence[str]]) -> OrderedStatements:
    """Return briefings by slug and date, with one turn per sentence."""
    return OrderedStatements(
        (slug, date, statements(event(slug, [(BO, text) for text in texts])))
        for slug, date, texts in briefings
    )


def _padded(*texts: str) -> list[str]:
    """Return turns with a question as the second one, which is not among the statements."""
    first, *others = texts
    return [first, "Why?", *others]


def test_statements_are_numbered_in_the_order_of_time() -> None:
    found = corpus(
        ("c", None, _padded("Nobody knows the day.")),
        ("b", "2021-05-04", _padded("One.", "Two.")),
        ("a", "2021-05-04", _padded("Three.")),
        ("z", "2020-01-01", _padded("Four.")),
    )
    assert found.slugs == ["z", "a", "b", "c"]
    assert len(found) == 5
    assert [found.briefing_of(n) for n in range(5)] == [0, 1, 2, 2, 3]
    assert found.number("b", 1) == 3
    assert found.at(3)[1] == 1
    assert [found.first_of(n) for n in range(5)] == [0, 1, 2, 4, 5]


def test_statements_are_quoted_from_their_briefings_each_read_once() -> None:
    of = {
        slug: named(event(slug, [(BO, "We sail. Boats rest.")], "2021-01-01"), fleet="Boats")
        for slug in ("a", "b", "c")
    }
    found = OrderedStatements((slug, "2021-01-01", statements(one)) for slug, one in of.items())
    asked: list[str] = []

    def read(slug: str) -> Event:
        asked.append(slug)
        return of[slug]

    quotes = found.quotes([5, 0, 1], read)
    assert asked == ["a", "c"]
    assert {number: quote.text for number, quote in quotes.items()} == {
        0: "We sail.", 1: "Boats rest.", 5: "Boats rest.",
    }  # fmt: skip
    assert quotes[5].place == Place("c", "s-c", "t1p1", 10, 9, 20)
    assert quotes[5].terms == {word_id("fleet"): "Boats"}


def test_shingles_are_pairs_next_to_each_other_or_one_apart() -> None:
    assert shingles([1, 10, 100, 1000]) == {11, 110, 1100, 101, 1010}
    assert shingles([10, 1]) == shingles([1, 10])
    assert shingles([7]) == set()


def test_what_one_sentence_has_is_not_recurring() -> None:
    counted = Recurring(10)
    counted.count({1, 2, 3})
    counted.count({2, 3, 4})
    counted.count({3})
    assert sorted(counted.of([1, 2, 3, 4, 5])) == [2, 3]


FAR = "Scientists of the southern institute counted nine whales near the cold islands in winter."


def test_a_wording_that_two_briefings_have_is_a_family() -> None:
    changed = LONG.replace("three hundred", "four thousand")
    found = corpus(
        ("b", "2021-01-01", _padded(FAR, changed)),
        ("a", "2020-01-01", _padded(LONG)),
        ("c", "2022-01-01", _padded(LONG, "Whales and nets are seen in the harbour in storms.")),
    )
    assert families(found) == [[0, 2, 3]]


def test_a_wording_of_one_briefing_is_none_however_often() -> None:
    assert families(corpus(("a", "2020-01-01", _padded(LONG, LONG, LONG)))) == []


def test_what_most_briefings_say_comes_first_then_what_was_said_first() -> None:
    other = "Divers found the sunken lighthouse bell below seven metres of dark sand yesterday."
    found = corpus(
        ("a", "2020-01-01", _padded(FAR, LONG, other)),
        ("b", "2021-01-01", _padded(other, LONG, FAR)),
        ("c", "2022-01-01", _padded(other)),
    )
    assert families(found) == [[2, 3, 6], [0, 5], [1, 4]]


def test_a_short_wording_within_a_much_longer_one_is_not_the_same() -> None:
    longer = (
        f"{LONG[:-1]}, and old sailors sang songs while young women carried bread, cheese, "
        "apples and water down from every farm."
    )
    found = corpus(("a", "2020-01-01", _padded(LONG)), ("b", "2021-01-01", _padded(longer)))
    assert families(found) == []


def test_two_sentences_that_share_a_few_words_are_no_family() -> None:
    other = "The fishermen of the northern harbour elected a young widow to their old council."
    found = corpus(("a", "2020-01-01", _padded(LONG)), ("b", "2021-01-01", _padded(other)))
    assert families(found) == []


def test_a_family_is_compared_by_its_first_wording() -> None:
    """The last wording shares little with the first, though much with the one between."""
    words = (
        "anchor barrel canvas dinghy engine ferry galley hatch island jetty keel lantern".split()
    )
    first, between, last = (f"We saw {' '.join(words[n : n + 8])} there." for n in (0, 2, 4))
    rest = [f"Nobody {a} {b} ever saw again here." for a, b in zip(words, words[::-1], strict=True)]
    found = corpus(
        ("a", "2020-01-01", _padded(first)),
        ("b", "2021-01-01", _padded(between)),
        ("c", "2022-01-01", _padded(last)),
        ("d", "2023-01-01", ["Rest.", "Why?", *(f"{one} {FAR}" for one in rest)]),
    )
    assert [0, 1] in families(found)
    assert all(2 not in family for family in families(found))


def test_bodies_known_by_letters_announce_where_they_speak() -> None:
    sentence = "The MPS will publish the list, and the CCDI will open an office."
    assert announces(sentence) is None
    released = announces(sentence, bodies={"CCDI"})
    assert released is not None
    assert (released.kind, released.why) == ("intention", ("act",))
    assert [one.body for one in cues(sentence, None, (), ENGLISH)] == ["MPS", "CCDI"]
    hoped = "He hopes the MPS will open ports, and we will open ports."
    assert cues(hoped, None, (), ENGLISH) == ()
    assert settle((Cue("MPS", None), Cue(None, "plan", "Next")), {"MPS"}) is None
    assert settle((Cue("MPS", None), Cue(None, "plan", "Next")), ()) == Cue(None, "plan", "Next")


def test_an_announcement_has_its_place_topic_and_terms() -> None:
    of = named(
        event("2021-fish", [(CHAIR, "We will begin."), (PAPER, "Will you?"),
                            (BO, "We rest. Next, we will buy nets and boats.")], "2021-05-04"),
        nets="nets", fleet="boats",
    )  # fmt: skip
    sentences = read_sentences(of, of.briefing.primary, Problems())
    (one,) = announced(of, read_statements(of, sentences, Problems()), Problems())
    assert (one.statement, one.id, one.place.line) == (1, "2021-05-04-t3p1-9", 30)
    assert one.text == "Next, we will buy nets and boats."
    assert (one.terms, one.topics) == (("fleet", "nets"), ("boats",))
    (undated,) = announced(
        replace(of, briefing=replace(of.briefing, date="--05-04")),
        read_statements(of, sentences, Problems()),
        Problems(),
    )
    assert undated.id == "2021-fish-t3p1-9"


PLAN = "Next, we will restore the drowned lighthouse near Gullport."


def _followed(*later: tuple[str, str, Sequence[str]]) -> tuple[OrderedStatements, list[Followed]]:
    """Return what follows the plan, which is the first statement of the briefing of 2020."""
    own = event("plan", [(BO, PLAN), (PAPER, "Why?"), (BO, "The drowned lighthouse stands.")])
    read = read_statements(own, read_sentences(own, own.briefing.primary, Problems()), Problems())
    texts = [(slug, date, [*given, *_FILLING]) for slug, date, given in later]
    others = [
        (slug, date, statements(event(slug, [(BO, text) for text in given])))
        for slug, date, given in texts
    ]
    found = OrderedStatements([("plan", "2020-01-01", pack(read, "en")), *others])
    return found, list(followed([("plan", announced(own, read, Problems()))], found, ()))


# Enough sentences that words in seven of them are rare.
_FILLING = ["Rain.", "Why?", *(f"Sheep {letter * 4} graze." for letter in "abcdefghijklmnop" * 4)]


def test_later_statements_are_of_later_briefings_and_oldest_first() -> None:
    found, (one, *_) = _followed(
        ("late", "2023-01-01", ["The lighthouse near Gullport is restored."]),
        ("before", "2019-01-01", ["The lighthouse near Gullport drowned."]),
        ("soon", "2021-01-01", ["Restoring the drowned lighthouse took a year."]),
    )
    assert one.cue.kind == "plan"
    assert [found.slugs[found.briefing_of(number)] for number, _, _ in one.later] == [
        "soon", "late",
    ]  # fmt: skip
    shared = [words for _, _, words in one.later]
    assert word_id(*stems("lighthouse", ENGLISH)) in shared[0] & shared[1]


def test_one_word_in_common_is_not_enough_and_three_are_shown() -> None:
    again = "They restored the drowned lighthouse near Gullport."
    found, (one, *_) = _followed(
        ("a", "2021-01-01", ["A lighthouse."]),
        *((f"b{n}", f"202{n}-02-01", [again]) for n in range(1, 6)),
    )
    assert [found.slugs[found.briefing_of(number)] for number, _, _ in one.later] == [
        "b1", "b2", "b3",
    ]  # fmt: skip


def _phrases(
    *texts: str, published: Sequence[str] = (), before: Sequence[str] = ()
) -> dict[str, Phrase]:
    """Return the set phrases of briefings of one turn each, a year apart, by id."""
    told = [*before, *texts]
    each = {
        f"b{n}": event(f"b{n}", [(BO, f"We rest. {text}")], f"{2000 + n}-01-01")
        for n, text in enumerate(told)
    }
    packed = OrderedStatements(
        (slug, one.briefing.date, statements(one)) for slug, one in each.items()
    )
    found = phrases(packed, lambda slug: runs_of(each[slug], Problems()), Memory(), published)
    return {one.id: one for one in found}


_OPPOSED = [
    "Our office firmly opposes the dues.", "The keepers here firmly opposes any toll.",
    "Nobody else firmly opposes such a fee.",
]  # fmt: skip
_OTHERS = [f"The {word} of {word}s came by {word} boat." for word in "gull seal crab cod".split()]


def test_a_phrase_keeps_the_id_that_it_was_published_under() -> None:
    """This holds for any inflected form, and if too few briefings contain the phrase today."""
    assert "firmly-opposes" in _phrases(*_OPPOSED)
    earlier = ["Sailors firmly opposed a wall."]
    assert "firmly-opposed" in _phrases(*_OPPOSED, before=earlier)
    kept = _phrases(*_OPPOSED, before=earlier, published=["firmly-opposes"])
    assert kept["firmly-opposes"].has_page
    assert "firmly-opposed" not in kept
    rare = [*_OPPOSED[:2], *_OTHERS]
    assert "firmly-opposes" not in _phrases(*rare)
    assert "firmly-opposes" in _phrases(*rare, published=["firmly-opposes"])


def test_what_one_briefing_alone_says_is_no_set_phrase() -> None:
    assert _phrases(" ".join(_OPPOSED)) == {}
    assert _phrases(" ".join(_OPPOSED), *_OTHERS) == {}
    assert _phrases() == {}
    assert _phrases("", "¶", "1 2 3 4 5 6 7 8 9") == {}


def test_variants_are_near_to_the_phrase_and_not_to_one_another() -> None:
    found = _phrases(
        "Boats sail in a timely manner.",
        "Nets dry in a timely manner.",
        "Lamps burn in a timely manner.",
        "Crabs hide in a timely and open manner.",
        "Seals dive in a timely and open manner.",
        "Gulls cry in a timely and open manner.",
        "Cod swim with due care and good faith.",
        "Eels sleep with due care and good faith.",
        "Crews sing with due care and good faith.",
    )
    (timely,) = (one for one in found.values() if "timely" in one.phrase)
    texts = {variant.text for variant in timely.variants}
    assert {"in a timely manner", "in a timely and open manner"} <= texts
    assert not any("faith" in text for text in texts)


def test_the_most_telling_phrases_have_pages() -> None:
    """Ten, and four times the square root of the number of briefings: 18 for four."""
    letters = [first + second for first in "bcdfgh" for second in "aeio"]
    text = " ".join(f"Men q{one}l of x{one}m z{one}n." for one in letters)
    found = _phrases(text, text, text, "Rain fell on hills.")
    assert len(found) == 24
    assert [one.has_page for one in found.values()] == [True] * 18 + [False] * 6
    last = [*found][-1]
    kept = _phrases(text, text, text, "Rain fell on hills.", published=[last])
    assert [one.has_page for one in kept.values()] == [True] * 18 + [False] * 5 + [True]


def test_wordings_of_a_phrase_are_numbered_and_told_against_the_nearest() -> None:
    text = "We rest. We gladly lend old boats. They gladly lend old boats."
    lent = [f"{who} gladly lent old boats." for who in ("Men", "All", "They")]
    found = _phrases(text.removeprefix("We rest. "), "All gladly lend old boats.",
                     "You gladly lend old boats.", *lent)  # fmt: skip
    (phrase,) = found.values()
    assert [(one.text, one.count, one.first, one.nearest) for one in phrase.variants] == [
        ("gladly lend old boats", 4, "2000-01-01", None),
        ("gladly lent old boats", 3, "2003-01-01", 0),
    ]
    assert [(one.date, one.variant) for one in phrase.occurrences] == [
        ("2000-01-01", 0), ("2000-01-01", 0), ("2001-01-01", 0), ("2002-01-01", 0),
        ("2003-01-01", 1), ("2004-01-01", 1), ("2005-01-01", 1),
    ]  # fmt: skip
    assert {one.speaker_name for one in phrase.occurrences} == {"Bo Fisher"}
    first, second = (one.place for one in phrase.occurrences[:2])
    assert (first.passage, first.line, first.source) == ("t1p1", 10, "s-b0")
    for place in (first, second):
        assert text[place.start : place.end] == "gladly lend old boats"
    assert first.start == text.index("gladly")
