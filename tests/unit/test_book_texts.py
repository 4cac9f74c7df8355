"""What a book has of a briefing's texts: groups, marked words, notes, terms and its date."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Briefing, Change, Corpus, NotePlace, Passage, Place
from briefings.model.book import Book, BookExchange, BookPassage
from briefings.model.page import SiteInfo
from briefings.views.book import book_of
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH, FISH_ARTICLE, FISH_PRIMARY, UNDATED
from .test_views_annotations import BOTH, FULL, NETS, NOTE

FISHING, HARBOUR_OPENED = CORPUS.briefings


def _book(corpus: Corpus = FULL, briefing: Briefing | None = None, url: str = "") -> Book:
    if briefing:
        corpus = replace(corpus, briefings=(briefing, HARBOUR_OPENED))
    return book_of(FISH, Lookup(corpus, SiteInfo("Briefings", url=url)))


def _groups(book: Book, n: int = 0) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (group.id, group.title, [block.id for block in group.blocks])
        for group in book.texts[n].groups
    ]


def test_a_transcript_has_an_opening_and_questions_and_other_texts_are_whole() -> None:
    third = replace(
        FISH_PRIMARY, source=replace(FISH_PRIMARY.source, id="013"),
        turns=(replace(FISH_PRIMARY.turns[0], id="013-t1"),),
    )  # fmt: skip
    book = _book(briefing=replace(FISHING, witnesses=(FISH_PRIMARY, FISH_ARTICLE, third)))
    assert _groups(book) == [
        ("opening", "Opening", ["t1", "t2"]),
        ("questions", "Questions and answers", ["x1", "x2", "t8"]),
    ]
    assert _groups(book, 1) == [(None, None, ["011-s1", "011-s2"])]
    assert _groups(book, 2) == [(None, None, ["013-t1"])]
    mute = _book(briefing=replace(FISHING, exchanges=()))
    assert _groups(mute) == [(None, None, [f"t{n}" for n in range(1, 9)])]
    asked = replace(FISH_PRIMARY, turns=FISH_PRIMARY.turns[2:])
    at_once = _book(CORPUS, replace(FISHING, witnesses=(asked,)))
    assert [group[0] for group in _groups(at_once)] == ["questions"]


def test_turns_of_an_exchange_say_what_they_do_and_statements_are_listed() -> None:
    turns = tuple(
        replace(turn, passages=(Passage(f"{turn.id}p1", "word " * words, 6, 6),))
        if (words := {"t1": 59, "t2": 60}.get(turn.id)) else turn
        for turn in FISH_PRIMARY.turns
    )  # fmt: skip
    witnesses = (replace(FISH_PRIMARY, turns=turns), FISH_ARTICLE)
    opening, questions = _book(CORPUS, replace(FISHING, witnesses=witnesses)).texts[0].groups
    blocks: Any = opening.blocks
    assert [(turn.part, turn.entry) for turn in blocks] == [(None, None), (None, "Bo Fisher")]
    last: Any
    first, second, last = questions.blocks
    assert isinstance(first, BookExchange)
    assert isinstance(second, BookExchange)
    assert (first.number, first.entry) == (1, "How many nets are there, and who counts them?")
    assert [turn.part for turn in first.turns] == ["question", "handover", "answer"]
    assert second.turns[0].speaker.name == "asker not given in the source"
    assert (last.part, last.role) == (None, "spokesperson of the ministry")


def _passages(book: Book) -> dict[str, BookPassage]:
    """All passages of a book by id."""
    passages: list[Any] = []
    for text in book.texts:
        for group in text.groups:
            for block in group.blocks:
                for part in getattr(block, "turns", [block]):
                    passages += part.passages
    return {passage.id: passage for passage in passages}


def _runs(book: Book, passage: str) -> list[tuple[str, str, str]]:
    return [(run.kind, run.text, run.term) for run in _passages(book)[passage].runs]


def test_terms_figures_and_notes_are_marked_and_people_are_not() -> None:
    book = _book()
    assert _runs(book, "t1p1") == [
        ("text", "Good morning. ", ""), ("text", "Mr. Fisher", ""), ("text", " has the floor.", ""),
    ]  # fmt: skip
    assert _runs(book, "t2p1") == [
        ("text", "We counted ", ""), ("figure", "12", ""), ("text", " fish", ""),
        ("note", "", ""), ("text", ".", ""),
    ]  # fmt: skip
    assert _passages(book)["t2p1"].runs[1].value == "12"
    # A term leads to its entry where it is first met.
    assert ("term", "nets", "nets") in _runs(book, "t3p1")
    assert [kind for kind, _, _ in _runs(book, "t5p1") if kind == "term"] == []


def test_a_term_is_marked_once_in_each_text_and_only_where_it_needs_explaining() -> None:
    mentions = [replace(mention, first=True) for mention in NETS.mentions]
    in_all = replace(NETS, mentions=tuple(mentions))
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=(in_all,)))
    book = _book(corpus)
    # Of the whole briefing only the first mention explains; in the article it is known.
    assert [term.id for term in book.terms] == ["term-nets"]
    marked = [
        id_ for id_, passage in _passages(book).items() if any(run.term for run in passage.runs)
    ]
    assert marked == ["t3p1"]
    plain = replace(in_all, entry=replace(NETS.entry, explain=False))
    book = _book(replace(FULL, annotations=replace(FULL.annotations, terms=(plain,))))
    # It is in the list of terms, but not marked.
    assert [term.title for term in book.terms] == ["nets"]
    assert not any(run.term for passage in _passages(book).values() for run in passage.runs)


def _defined(id_: str, title: str, definition: str | None, **changes: Any) -> Any:
    entry = replace(NETS.entry, id=id_, term=title, definition=definition)
    mentions = tuple(replace(mention, term=id_) for mention in NETS.mentions[:1])
    return replace(NETS, entry=entry, mentions=mentions, **changes)


def test_terms_are_explained_by_editors_or_in_words_of_a_text_in_the_order_of_names() -> None:
    terms = (
        _defined("z", "alpha", None), _defined("y", "Beta", "Words."),
        _defined("x", "alpha", "Words."), _defined("w", "none", None, explanations=()),
    )  # fmt: skip
    spread = tuple(
        replace(
            term,
            mentions=(replace(term.mentions[0], place=Place(FISH, "010", "t3p1", 9, n, n + 1)),),
        )
        for n, term in enumerate(terms)
    )
    book = _book(replace(FULL, annotations=replace(FULL.annotations, terms=spread)))
    assert [(term.id, term.title, term.definition, term.said) for term in book.terms] == [
        ("term-x", "alpha", "Words.", False), ("term-z", "alpha", "There are 3 nets.", True),
        ("term-y", "Beta", "Words.", False),
    ]  # fmt: skip


def test_notes_of_a_text_are_collected_with_those_that_no_words_bear() -> None:
    notes = (BOTH,)
    book = _book(replace(FULL, annotations=replace(FULL.annotations, notes=notes)))
    assert [[note.id for note in text.notes] for text in book.texts] == [
        ["note-twelve"], ["note-twelve_2"],
    ]  # fmt: skip
    whole = replace(NOTE, places=(NotePlace(1, Place(FISH, "010", "t2p1", 6)),))
    book = _book(replace(FULL, annotations=replace(FULL.annotations, notes=(whole,))))
    assert [run[0] for run in _runs(book, "t2p1")] == ["text", "figure", "text", "note"]
    assert [note.id for note in book.texts[0].notes] == ["note-twelve"]


@pytest.mark.parametrize(
    ("notes", "changes", "edited", "words"),
    [
        ((NOTE,), CORPUS.changes, "2026-11-21", "21 November 2026"),
        ((), CORPUS.changes, "2021-06-01", "1 June 2021"),
        # What changed elsewhere is of no matter; the article is of the day after.
        ((), (Change("2022-06-01", "A line.", UNDATED),), "2021-05-05", "5 May 2021"),
    ],
)
def test_a_book_is_of_the_newest_day_of_its_texts_notes_and_changes(
    notes: tuple[Any, ...], changes: tuple[Change, ...], edited: str, words: str
) -> None:
    corpus = replace(FULL, annotations=replace(FULL.annotations, notes=notes), changes=changes)
    book = _book(corpus)
    assert (book.edited, book.edited_words) == (edited, words)


def test_a_book_of_no_day_has_none() -> None:
    nowhere = replace(FISHING, date=None, witnesses=(replace(FISH_ARTICLE, published=None),))
    book = _book(replace(CORPUS, changes=()), replace(nowhere, exchanges=(), participants=()))
    assert (book.edited, book.edited_words) == ("", "")


def test_a_book_has_the_address_of_its_page_if_the_sites_is_known() -> None:
    assert _book(url="https://example.org/b/").permalink == (
        f"https://example.org/b/briefings/{FISH}/"
    )
    assert _book().permalink == ""
    assert (_book().official, _book().short) == (None, FISHING.title)
    short = _book(briefing=replace(FISHING, short_title="On fish"))
    assert (short.official, short.short) == (FISHING.title, "On fish")
