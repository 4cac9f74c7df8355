"""Compare which sentences the program takes for announcements with a reader's judgment."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.languages import ENGLISH
from briefings.relate.announcements.actors import own_names
from briefings.relate.announcements.cues import cues
from briefings.relate.announcements.words import Table, plain_forms, words_in
from tests.announcing import announces
from tests.command import ROOT

_CASE: dict[str, Any] = YAML(typ="safe").load(
    (ROOT / "tests" / "cases" / "announcements" / "sentences.yml").read_text()
)


@pytest.mark.parametrize("case", _CASE["announcement"], ids=lambda one: one["text"][:40])
def test_announcements_and_what_they_say(case: dict[str, Any]) -> None:
    found = announces(case["text"], "2022-03-01", _CASE["bodies"], _CASE["own"])
    assert found is not None
    assert (found.sort, list(found.why)) == ("announcement", case["why"])
    assert found.kind == case.get("kind", found.kind)
    assert found.words == case.get("words", found.words)


@pytest.mark.parametrize("sentence", _CASE["resolve"])
def test_general_resolve_is_no_announcement(sentence: str) -> None:
    found = announces(sentence, "2022-03-01", _CASE["bodies"], _CASE["own"])
    assert found is not None
    assert (found.sort, found.why) == ("resolve", ())


@pytest.mark.parametrize("sentence", _CASE["none"])
def test_neither(sentence: str) -> None:
    assert announces(sentence, "2022-03-01", _CASE["bodies"], _CASE["own"]) is None


def test_names_of_other_sides_announce_nothing() -> None:
    sentence = "Norland will host the meeting on Monday."
    assert announces(sentence) is None
    assert announces(sentence, own={"Norland"}) is not None


def test_the_own_side_is_what_hopes_and_opposes_most_often() -> None:
    said = ["Norland opposes this.", "Norland hopes so.", "Norland supports it."]
    assert own_names([*said, "Eastmark hopes so."], ENGLISH) == {"Norland"}
    assert (
        own_names([*said, *(one.replace("Norland", "Eastmark") for one in said)], ENGLISH)
        == frozenset()
    )
    assert own_names(["We hope so.", "They hope so.", "It is so."] * 3, ENGLISH) == frozenset()


# A name that is only quoted, so that no name is the only one of a text.
QUOTED = "We know that Eastmark hopes so."


@pytest.mark.parametrize(
    ("said", "own"),
    [
        (["Norland hopes so."] * 3 + [QUOTED], "Norland"),
        (["Norland hopes so."] * 2 + [QUOTED], None),
        (["Norland hopes so."] * 4 + ["Eastmark hopes so."] * 2, "Norland"),
        (["Norland hopes so."] * 5 + ["Eastmark hopes so."] * 3, None),
        # In a short text, the only name.
        (["Norland hopes so."], "Norland"),
        (["Norland hopes so.", QUOTED], None),
        (["Norland will go."], None),
        ([], None),
        # Sentences without a name do not count, and the start of a clause does.
        (["We know."] + ["Norland hopes so."] * 3 + [QUOTED], "Norland"),
        (["Today, Norland hopes so."] * 3 + [QUOTED], "Norland"),
        (["Old Norland hopes so."] * 3 + [QUOTED], "Old Norland"),
        (["New Old Norland hopes so."] * 3, None),
        (["The Norland side hopes so."] * 3 + [QUOTED], "Norland"),
        (["Norland hopes so, Norland"] * 3 + [QUOTED], "Norland"),
        (["We say that Norland hopes so."] * 3 + [QUOTED], None),
        (["It rains and Norland hopes so."] * 3 + [QUOTED], None),
        (["The Norlandish side hopes so."] * 3, None),
        (["Japan hopes so."] * 3 + [QUOTED], "Japan"),
        (["The hopes rise.", "Norland hopes so."], "Norland"),
        (["Monday hopes so.", "Norland hopes so."], "Norland"),
        (["Premier hopes so.", "Norland hopes so."], "Norland"),
    ],
)
def test_the_name_of_the_own_side(said: list[str], own: str | None) -> None:
    assert own_names(said, ENGLISH) == ({own} if own else set())


@pytest.mark.parametrize(
    ("officials", "own", "ours"),
    [
        ("U.S.", "United States", True),
        ("American", "United States", True),
        ("British", "United Kingdom", True),
        ("UAE", "United Arab Emirates", True),
        ("UAE", "United Kingdom", False),
        ("American", "United Kingdom", False),
        ("Norlandish", "Norland", True),
        ("Eastmarkish", "Norland", False),
        ("Nortonish", "Norland", False),
        ("German", "Germany", True),
        ("Other", "Norland", True),
        ("McIan", "Norland", True),
    ],
)
def test_officials_of_which_country(officials: str, own: str, ours: bool) -> None:
    """What is said to be done by officials of another country is not announced."""
    sentence = f"{officials} officials will visit the cape next month."
    assert (announces(sentence, own={own}) is not None) is ours


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("New Norland took the chair and will host its summit.", True),
        ("New Eastmark took the chair and will host its summit.", False),
        ("The New Norland side will host the summit.", True),
        ("In New Norland the summit will be opened by Greek officials on Monday.", True),
    ],
)
def test_names_of_two_words(sentence: str, own: bool) -> None:
    assert (announces(sentence, own={"New Norland"}) is not None) is own


@pytest.mark.parametrize(
    ("name", "known"), [("AB", True), ("ABCDEFG", True), ("ABCDEFGH", False), ("A", False)]
)
def test_acronyms_of_bodies(name: str, known: bool) -> None:
    sentence = f"The {name} will publish the list."
    assert (announces(sentence, bodies={name}) is not None) is known
    assert announces(sentence, bodies={"XY"}) is None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("We’ll open 3 ports, Mr. Li said.",
         "we|'ll|open|3|ports|,|mr|li|said"),
        ("Let's go: it’s ours.", "let|'s|go|:|it|'s|ours"),
        ("From 10:30, $69,000.5 or 40% for 5th-rate co-hosts.",
         "from|10:30|,|$69,000.5|or|40%|for|5th|rate|co-hosts"),
        ("A 100-day drive — by U.S. ships -- of 1990s nets - all",
         "a|100-day|drive|—|by|u.s|ships|--|of|1990|s|nets|-|all"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_of_a_sentence(sentence: str, words: str) -> None:
    found = words_in(sentence, ENGLISH)
    assert "|".join(word.low for word in found) == words
    for word in found:
        assert sentence[word.start : word.end] == word.text


@pytest.mark.parametrize(
    ("phrases", "sentence", "found"),
    [
        # The longest phrase counts, and phrases do not overlap.
        (("take part", "take part in"), "They take part in it.", [(1, 4)]),
        (("take", "take it"), "They take it, take.", [(1, 3), (4, 5)]),
        (("take the? part",), "Take part, take the part.", [(0, 2), (3, 6)]),
        (("take ANY part",), "Take a part, take 3 part.", [(0, 3)]),
        (("NAME speaks",), "Norland speaks, it speaks.", [(0, 2)]),
        (("on NUMBER",), "On 40 on May.", [(0, 2)]),
        (("by YEAR",), "By 2030, by 1999, by 20301.", [(0, 2)]),
        (("DAY MONTH",), "0 May, 1 May, 31 May, 32 May, 5 may.", [(3, 5), (6, 8)]),
        (("the DAYTH",), "The 5th, the 21st, the 5, the 100th.", [(0, 2), (3, 5)]),
        (("at CLOCK",), "At 14:30, at 9:05, at 14.30, at 14:305.", [(0, 2), (3, 5)]),
        (("next? WEEKDAY",), "Next Monday, Friday, monday.", [(0, 2), (3, 4)]),
        (("it COMMA",), "It, it (it.", [(0, 2)]),
        (("in UNIT",), "In weeks, in boats.", [(0, 2)]),
        (("UNIT",), "Weeks of boats.", [(0, 1)]),
    ],
)
def test_phrases_are_found_in_sentences(
    phrases: tuple[str, ...], sentence: str, found: list[tuple[int, int]]
) -> None:
    table = Table(phrases, ENGLISH)
    words = words_in(sentence, ENGLISH)
    assert list(table.find(words)) == found
    assert [at for at in range(len(words) + 1) if table.length(words, at)][:1] == [
        start for start, _ in found[:1]
    ]
    # Only what begins before the end counts.
    assert list(table.find(words, 0, found[-1][0])) == found[:-1]
    assert list(table.find(words, found[0][1])) == found[1:]


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("held", "hold"),
        ("opened", "open opene"),
        ("opening", "open opene"),
        ("stopped", "stopp stoppe stop"),
        ("tried", "tri trie try"),
        ("being", "be"),
        ("using", "us use"),
        ("red", ""),
        ("boats", ""),
    ],
)
def test_base_forms(word: str, bases: str) -> None:
    assert plain_forms(word, ENGLISH) >= set(bases.split())
    assert bool(plain_forms(word, ENGLISH)) is bool(bases)
    assert "" not in plain_forms(word, ENGLISH)


def test_long_sentences_without_an_end_are_read_in_reasonable_time() -> None:
    """Nested repetitions that a pattern could try in every combination."""
    for piece in (
        "will be ", "the new ", "President Ann ", "A ", "will ", "to launch a ", "“", "and that ",
        "Mr. A ", "ships of A, B and C, ", "ship (A) A ", "more than 9 ", "the A (AB), ",
    ):  # fmt: skip
        cues(f"We {piece * 3000}", None, (), ENGLISH)
        cues(f"We {piece * 300} will go", None, (), ENGLISH)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(cues(f"We will {text}", "2022-03-01", {"Norland"}, ENGLISH), tuple)
