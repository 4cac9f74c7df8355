"""The quotations that readers are offered to try: whole, altered, and joined from two places."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from briefings.model import Briefing, Passage, Section, Speaker, Turn
from briefings.model.page import SiteInfo
from briefings.views.check import check_page
from briefings.views.lookup import Lookup
from tests.gathered import five

from .sample_corpus import BO, CHAIR, CORPUS, EMPTY, FISH_ARTICLE, FISH_PRIMARY, PAPER


def test_examples_are_words_of_officials_whole_altered_and_joined() -> None:
    page = check_page(Lookup(five(), SiteInfo("Briefings")))
    whole, altered, joined = (
        parse_qs(urlsplit(example.url).query)["q"][0] for example in page.context["examples"]
    )
    assert whole == (
        "So far, 23 out of the 26 measures have been put in place, and the remaining three are "
        "steadily progressing."
    )
    assert altered == whole.replace("23", "26", 1)
    assert joined.startswith("I would like to express my gratitude for … ")
    assert joined.endswith("policies and measures that prioritize the grassroots level.")


ONE = "The harbour office, which began its work in spring, mends nets and boats on every quay."
TWO = "Every boat that leaves the harbour carries a lamp, a horn and two nets for the crew."
THREE = "Nobody on the northern quays has seen a storm as strong as that one in all these years."
NUMBERED = "In that year the office mended 1,200 nets, and more."


def _passages(name: str, texts: tuple[str, ...]) -> tuple[Passage, ...]:
    return tuple(Passage(f"{name}p{n}", text, n, n) for n, text in enumerate(texts, 1))


def _spoken(*texts: str, speaker: Speaker = BO, day: int = 1) -> Briefing:
    """A briefing at which one speaker says some paragraphs."""
    turns = (Turn("t1", speaker, _passages("t1", texts), 1),)
    witness = replace(FISH_PRIMARY, turns=turns, lines=())
    date = f"2021-05-{day:02}"
    return replace(
        CORPUS.briefings[0], slug=f"{date}-x", date=date, witnesses=(witness,), participants=(),
        exchanges=(), section_topics=(), passage_topics=(),
    )  # fmt: skip


def _offered(*briefings: Briefing) -> list[str]:
    page = check_page(Lookup(replace(EMPTY, briefings=briefings), SiteInfo("Briefings")))
    return [parse_qs(urlsplit(example.url).query)["q"][0] for example in page.context["examples"]]


def test_a_sentence_with_a_number_is_altered_and_the_first_and_last_others_are_joined() -> None:
    assert _offered(_spoken(ONE, NUMBERED, TWO, THREE)) == [
        NUMBERED,
        "In that year the office mended 1,209 nets, and more.",
        "The harbour office, which began its work in … strong as that one in all these years.",
    ]
    # Only others of sixteen words or more can be joined from eight of each.
    assert _offered(_spoken(ONE, NUMBERED)) == []
    short = "The harbour office has mended all the nets and all the boats by now."
    assert _offered(_spoken(ONE, NUMBERED, short)) == []
    sixteen = f"{short[:-1]} with ease."
    assert _offered(_spoken(ONE, NUMBERED, sixteen))[2].endswith("all the boats by now with ease.")
    # What stands before the dots does not end in a comma.
    comma = "The office mended nets and boats with care, and then it lit all the lamps again."
    assert "with care … " in _offered(_spoken(comma, NUMBERED, TWO))[2]


@pytest.mark.parametrize(
    ("sentence", "is_offered"),
    [
        ("We mended 12 nets in spring, or so they say.", True),
        ("We mended 12 nets in spring, so they say.", False),  # nine words
        (f"We mended 12{' nets' * 27}.", True), (f"We mended 12{' nets' * 28}.", False),
        ("we mended 12 nets in spring, or so they say.", False),
        ("Did they mend 12 nets in spring, or so they say?", False),
        ("We mended 12 nets “in spring”, or so they say.", False),
        ("We mended 12 nets (in spring), or so they say.", False),
        ("We mended 12 nets in Malmö, or so they say.", False),
        ("We mended 12% of nets in spring, or so they say.", True),
        ("We mended 2.5 nets in spring, or so they say.", True),
        # A year, a part of a name, and the end of a sentence.
        ("We mended nets in 2012 and later, or so they say.", False),
        ("We mended nets of type K12 then, or so they say.", False),
        ("We mended nets in spring, or so they say, of 12.", False),
    ],
)  # fmt: skip
def test_a_sentence_to_try_is_plain_and_neither_short_nor_long(
    sentence: str, is_offered: bool
) -> None:
    assert bool(_offered(_spoken(sentence, ONE, TWO))) is is_offered


def test_of_a_paragraph_one_sentence_is_taken_and_of_an_article_any() -> None:
    # The first sentence that will do hides the one with the number.
    assert _offered(_spoken(f"{ONE} {NUMBERED}", TWO, THREE)) == []
    assert _offered(_spoken(f"So be it. {NUMBERED} {ONE}", TWO, THREE))[0] == NUMBERED
    spoken = _spoken()
    section = Section("s1", None, None, _passages("s1", (NUMBERED, ONE, TWO)))
    article = replace(FISH_ARTICLE, sections=(section,), lines=())
    assert _offered(replace(spoken, witnesses=(article,)))[0] == NUMBERED


@pytest.mark.parametrize("speaker", [CHAIR, PAPER])
def test_only_officials_are_quoted(speaker: Speaker) -> None:
    assert _offered(_spoken(NUMBERED, ONE, TWO, speaker=speaker)) == []


def test_officials_are_quoted_after_others_have_spoken() -> None:
    spoken = _spoken(NUMBERED, ONE, TWO)
    (witness,) = spoken.witnesses
    greeting = Turn("t0", CHAIR, _passages("t0", (THREE,)), 1)
    later = replace(witness, turns=(greeting, *witness.turns))
    assert _offered(replace(spoken, witnesses=(later,)))[0] == NUMBERED


def test_the_newest_of_three_briefings_that_has_such_sentences_is_quoted() -> None:
    other = NUMBERED.replace("that", "this")
    old, older = _spoken(NUMBERED, ONE, TWO, day=2), _spoken(other, ONE, TWO, day=1)
    bare = [_spoken("So be it.", day=day) for day in (3, 4, 5)]
    assert _offered(older, old)[0] == NUMBERED
    assert _offered(older, old, *bare[:2])[0] == NUMBERED
    assert _offered(older, old, *bare) == []
