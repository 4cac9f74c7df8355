"""Matching current figures, announcements, formulas and notes to those published before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings import registry
from briefings.model import (
    Annotations,
    Former,
    Note,
    NoteEntry,
    NotePlace,
    Place,
    PublishedPassage,
    PublishedSource,
    PublishedStatement,
    Quotation,
    Registry,
    StatementKind,
    Where,
    Words,
)
from briefings.registry.statements import Proposal, keep_ids

from .test_registry import BOATS, HARBOURS, LIGHTS, THANKS, figure, publish, read, witness

SAID = "We will build three harbours before the end of the year."


def kept(
    before: Words, now: Words, kind: StatementKind = "commitment", rules: tuple[str, str] = ("", "")
) -> bool:
    """Return whether a statement based on `now` keeps the id published for `before`."""
    known = Registry(statements=(PublishedStatement(kind, "c1", rules[0], (before,)),))
    (id_,) = keep_ids(kind, [Proposal("c9", rules[1], (now,))], known)
    return id_ == "c1"


@pytest.mark.parametrize(
    ("now", "same"),
    [
        (SAID, True),
        (SAID.replace("before the end of", "within"), True),
        (SAID.replace("harbours", "docks"), True),
        ("We will build three ships of oak.", False),
        # A changed number is a different one, however similar the sentence.
        (SAID.replace("three", "3"), False),
    ],
)
def test_a_sentence_that_changed_within_its_passage(now: str, same: bool) -> None:
    assert kept(Words("000", "t1p1", SAID), Words("000", "t1p1", now)) is same


def test_of_two_equal_numbers_in_a_passage_each_keeps_its_own_id() -> None:
    """Here the second published number comes first; the context identifies it."""
    known = Registry(
        statements=(
            PublishedStatement("figure", "f1", "", (Words("000", "t1p1", "3", "we built ", " p"),)),
            PublishedStatement("figure", "f2", "", (Words("000", "t1p1", "3", "we sold ", " n"),)),
        )
    )
    now = [
        Proposal("f1", "", (Words("000", "t1p1", "3", "and we sold ", " nets"),)),
        Proposal("f2", "", (Words("000", "t1p1", "3", "then we built ", " piers"),)),
    ]
    assert keep_ids("figure", now, known) == ("f2", "f1")


def test_words_that_moved_to_another_passage_keep_their_id_where_the_surroundings_agree() -> None:
    there = Words("000", "t1p1", "3", "we built ", " piers")
    assert kept(there, Words("000", "t4p2", "3", "we built ", " piers"), "figure")
    assert kept(there, Words("000", "t4p2", "3", "that we built ", " piers"), "figure")
    assert not kept(there, Words("000", "t4p2", "3", "built ", ""), "figure")
    assert not kept(there, Words("001", "t4p2", "3", "we built ", " piers"), "figure")
    assert not kept(there, Words("000", "t4p2", "3", "we built ", " piers"), "figure", ("a", "b"))


@pytest.mark.parametrize(("shared", "same"), [(4, True), (2, True), (1, False), (0, False)])
def test_a_formula_is_the_same_while_half_of_its_sentences_are_in_it(
    shared: int, same: bool
) -> None:
    before = tuple(Words(f"00{n}", "t1p1", f"Sentence {n}.") for n in range(4))
    now = (*before[:shared], *(Words(f"10{n}", "t1p1", f"New {n}.") for n in range(3)))
    known = Registry(statements=(PublishedStatement("formula", "f1", "", before),))
    assert keep_ids("formula", [Proposal("f9", "", now)], known) == (("f1",) if same else ("f9",))


def test_an_id_that_was_published_is_never_given_to_something_else() -> None:
    known = Registry(
        statements=(PublishedStatement("figure", "f1", "", (Words("000", "t9p9", "gone"),)),)
    )
    proposals = [Proposal("f1", "", (Words("000", "t1p1", text),)) for text in ("a", "b")]
    assert keep_ids("figure", proposals, known) == ("f1a", "f1b")
    assert keep_ids("figure", proposals[:1], Registry()) == ("f1",)
    # Ids of another kind are unrelated.
    assert keep_ids("formula", proposals[:1], known) == ("f1",)


def test_a_paragraph_that_was_joined_still_leads_there_after_the_next_change() -> None:
    first = publish(witness([HARBOURS, LIGHTS], [BOATS], [THANKS]))
    joined = f"{HARBOURS} {LIGHTS}"
    second = publish(witness([joined], [BOATS], [THANKS]), before=first)
    lost = {one.id: one.now for one in second.sources["000"].passages if one.lost}
    assert len(lost) == 1
    ((gone, home),) = lost.items()
    third = registry.identify(
        witness([joined], [BOATS + " More."], [THANKS]), second.sources["000"]
    )
    assert third.moved == {gone: home}
    # If that one has gone too, nothing is known about it.
    fourth = registry.identify(witness([BOATS], [THANKS]), second.sources["000"])
    assert gone not in fourth.moved


def test_what_is_gone_is_listed_with_its_words_where_readers_look_for_it() -> None:
    before = publish(witness([HARBOURS, LIGHTS], [THANKS]))
    page = before.sources["000"].pages[0].briefing
    words = (Words("000", "t1p1", "twelve"),)
    known = Registry(
        before.sources,
        (
            PublishedStatement("note", "n1", "", words),
            PublishedStatement("figure", "f1", "", words),
            PublishedStatement("formula", "g1", "", words),
            PublishedStatement("discrepancy", "d1", "rule", (Words("000", "t1p2", "coast"),)),
            PublishedStatement("commitment", "c1", "", words),
        ),
    )
    corpus, _, moved = read(witness([HARBOURS], [THANKS]), before=known)
    home = f"briefings/{page}/"
    assert set(registry.former(corpus, known, moved)) == {
        Former(home, "t1p2", None, LIGHTS),
        Former(home, "note-n1", f"{home}#t1p1", "twelve"),
        Former("figures/", "f1", f"{home}#t1p1", "twelve"),
        Former("formulas/", "g1", f"{home}#t1p1", "twelve"),
        Former("discrepancies/", "d1", None, "coast"),
    }


def test_a_note_that_leaves_one_of_its_places_leads_to_the_words_there() -> None:
    published = publish(witness([HARBOURS, LIGHTS], [THANKS]))
    page = published.sources["000"].pages[0].briefing
    known = Registry(
        published.sources,
        (
            PublishedStatement("note", "n1", "", (Words("000", "t1p1", "twelve"),)),
            PublishedStatement("note", "n1_2", "", (Words("000", "t1p2", "coast"),)),
        ),
    )
    corpus, _, moved = read(witness([HARBOURS, LIGHTS], [THANKS]), before=known)
    here = Where("notes/n.yml", 1, 1)
    entry = NoteEntry("n1", page, (Quotation("000-t1p1", "twelve", here, here),), "context",
                      "", "", "editors", "2026-01-01", here)  # fmt: skip
    note = Note(entry, (NotePlace(1, Place(page, "000", "t1p1", 1, 0, 6)),), "Editors", (), ())
    corpus = replace(corpus, annotations=Annotations(notes=(note,)))
    home = f"briefings/{page}/"
    assert registry.former(corpus, known, moved) == (
        Former(home, "note-n1_2", f"{home}#t1p2", "coast"),
    )


def test_how_two_records_differ_is_counted() -> None:
    def passage(id_: str, text: str, lost: bool = False) -> PublishedPassage:
        return PublishedPassage(id_, "t1", text, lost=lost)

    before = Registry(
        {"000": PublishedSource("000", passages=(
            passage("t1p1", "a"), passage("t1p2", "b"), passage("t1p3", "c"),
            passage("t1p4", "d", lost=True),
        ))},
        pages={"a/": "A"},
    )  # fmt: skip
    after = Registry(
        {"000": PublishedSource("000", passages=(
            passage("t1p1", "a"), passage("t1p2", "B"), passage("t1p3", "c", lost=True),
            passage("t1p5", "e"),
        ))},
        pages={"a/": "A", "b/": "B"},
    )  # fmt: skip
    found = registry.changes(before, after)
    assert (found.passages, found.new, found.reworded, found.gone, found.pages) == (3, 1, 1, 1, 1)


def test_forty_letters_on_either_side_are_recorded_with_words() -> None:
    text = f"{'a' * 50} 600 million {'b' * 50}"
    one = witness([text])
    corpus, known, moved = read(one)
    found = figure("f1", "t1p1", text, "600 million")
    record = registry.record(replace(corpus, figures=(found,)), known, moved, {})
    (statement,) = record.statements
    (words,) = statement.words
    assert (words.quote, words.before, words.after) == (
        "600 million", "a" * 39 + " ", " " + "b" * 39,
    )  # fmt: skip


def test_a_label_under_which_nothing_is_said_keeps_its_id_between_its_neighbours() -> None:
    turns = [[HARBOURS], [], [BOATS], [], [THANKS], []]
    before = publish(witness(*turns)).sources["000"]
    same = registry.identify(witness(*turns), before).witness
    assert [part.id for part in same.parts] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    # A turn before all of them shifts none of them.
    more = registry.identify(witness([LIGHTS], *turns), before).witness
    assert [part.id for part in more.parts] == ["t0a", "t1", "t2", "t3", "t4", "t5", "t6"]


def test_a_published_formula_goes_to_one_of_today_and_each_gets_its_own() -> None:
    def sentences(*names: str) -> tuple[Words, ...]:
        return tuple(Words(f"00{name}", "t1p1", f"Sentence {name}.") for name in names)

    known = Registry(
        statements=(
            PublishedStatement("formula", "f1", "", sentences("1", "2", "3")),
            PublishedStatement("formula", "f2", "", sentences("4", "5", "6")),
        )
    )
    now = [
        Proposal("f1", "", sentences("4", "5", "9")),
        Proposal("f2", "", sentences("1", "2", "8")),
        Proposal("f3", "", sentences("1", "2", "7")),
    ]
    assert keep_ids("formula", now, known) == ("f2", "f1", "f3")


def test_what_stood_under_an_id_before_is_kept_the_oldest_first() -> None:
    texts = [BOATS, BOATS.replace("some", "more"), BOATS.replace("some", "much")]
    first = publish(witness([texts[0]], [THANKS]))
    second = publish(witness([texts[1]], [THANKS]), before=first)
    corpus, known, _ = read(witness([texts[2]], [THANKS]), before=second)
    slug = corpus.briefings[0].slug
    assert registry.earlier(corpus, known) == {(slug, "t1p1"): (texts[0], texts[1])}
    # A text that is unchanged, or has reverted, has no earlier wording.
    corpus, known, _ = read(witness([texts[1]], [THANKS]), before=second)
    assert registry.earlier(corpus, known) == {(slug, "t1p1"): (texts[0],)}
    corpus, known, _ = read(witness([texts[0]], [THANKS]), before=first)
    assert registry.earlier(corpus, known) == {}
