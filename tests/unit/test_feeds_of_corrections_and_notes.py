"""Test the feeds of corrections and of notes, and the requirements of Atom for all feeds."""

from __future__ import annotations

import dataclasses
from xml.etree import ElementTree

import pytest

from briefings.model import (
    Annotations,
    Change,
    Corpus,
    Edition,
    Former,
    Inline,
    Note,
    NoteEntry,
    NotePlace,
    Place,
    Quotation,
    Where,
)
from briefings.model.page import Limits, SiteInfo
from briefings.publish import feeds

from .atom import atom_faults
from .sample_corpus import CORPUS, EMPTY, FISH

URL = "https://example.org/sub/"
SITE = SiteInfo("Briefings & more", "All of them", URL)
NS = {"a": "http://www.w3.org/2005/Atom"}
WHERE = Where("notes/fish.yml", 1, 1)


def _entries(text: str) -> list[dict[str, str | None]]:
    feed = ElementTree.fromstring(text.encode())  # noqa: S314 - our own
    return [
        {
            "title": one.findtext("a:title", None, NS),
            "updated": one.findtext("a:updated", None, NS),
            "summary": one.findtext("a:summary", None, NS),
            "author": one.findtext("a:author/a:name", None, NS),
            "url": link.get("href") if (link := one.find("a:link", NS)) is not None else None,
        }
        for one in feed.findall("a:entry", NS)
    ]


def _with_edition() -> Corpus:
    """The first text of the fish was changed by its publisher, and a note on it went."""
    edition = Edition("editions/010_1.txt", "cd" * 32, "2021-07-02")
    witness = CORPUS.briefings[0].witnesses[0]
    settings = dataclasses.replace(witness.settings, editions=(edition,))
    changed = dataclasses.replace(witness, settings=settings)
    briefing = dataclasses.replace(
        CORPUS.briefings[0], witnesses=(changed, *CORPUS.briefings[0].witnesses[1:])
    )
    page = f"briefings/{FISH}/"
    return dataclasses.replace(
        CORPUS,
        briefings=(briefing, *CORPUS.briefings[1:]),
        changes=(
            Change("2021-06-01", "The nets were counted anew.", FISH),
            Change("2021-06-03", "A page was added."),
        ),
        earlier={(FISH, "t2p1"): ("We counted 11 fish.",)},
        former=(
            Former(page, "note-twelve", f"{page}#t2p1", "12 fish"),
            Former(page, "t9p1", None, "A paragraph that is gone."),
        ),
    )


def _note(id_: str, date: str, kind: str = "context") -> Note:
    place = Place(FISH, "010", "t5p1", 13, 12, 16)
    entry = NoteEntry(
        id_, "fish", (Quotation("010:13", "nets", WHERE, WHERE),), kind, "Nets *are* mended.",  # type: ignore[arg-type]
        "010:14", "desk", date, WHERE,
    )  # fmt: skip
    text = ((Inline("text", "Nets "), Inline("em", "are"), Inline("text", " mended.")),)
    return Note(entry, (NotePlace(1, place),), "The desk", text, ())


NOTED = dataclasses.replace(
    CORPUS, annotations=Annotations(notes=(_note("a", "2021-05-09"), _note("b", "2021-05-10")))
)


@pytest.mark.parametrize("corpus", [CORPUS, EMPTY, NOTED, _with_edition()])
@pytest.mark.parametrize("site", [SITE, SiteInfo("Briefings")])
def test_each_feed_is_atom(corpus: Corpus, site: SiteInfo) -> None:
    written = feeds.feeds(corpus, site)
    assert set(written) == {"feed.xml", "corrections.xml", "notes.xml"}
    for text in written.values():
        assert atom_faults(text) == []


def test_what_is_no_atom_is_found() -> None:
    good = feeds.notes(NOTED, SITE)
    for before, after, fault in (
        ("<title>Context: “nets”</title>", "", "entry 1: 0 title"),
        ("<updated>2021-05-10T00:00:00Z</updated>", "<updated>2021-05-10</updated>", "RFC 3339"),
        ('rel="alternate" href="https://example.org/sub/b', 'rel="via" href="b', "no content"),
        ("<name>The desk</name>", "<name />", "no name"),
        ("2021-05-09T", "2021-05-19T", "newest first"),
        ("<summary>", "<summary />\n<summary>", "2 summary"),
    ):
        assert before in good
        assert any(fault in one for one in atom_faults(good.replace(before, after))), fault


def test_a_site_without_a_feed_has_none() -> None:
    assert feeds.feeds(CORPUS, dataclasses.replace(SITE, feed=None)) == {}


def test_corrections_are_changes_and_new_editions_newest_first() -> None:
    edition, page, nets = _entries(feeds.corrections(_with_edition(), SITE))
    assert edition == {
        "title": "New edition of a text: Ministry holds a press conference on fish",
        "updated": "2021-07-02T00:00:00Z",
        "summary": "Transcript, Ministry of Fish, 4 May 2021: the text was changed by its "
        "publisher. 1 paragraph shows an earlier wording. "
        "Notes that were withdrawn were on: “12 fish”.",
        "author": None,
        "url": f"{URL}briefings/{FISH}/",
    }
    assert (page["updated"], page["url"]) == ("2021-06-03T00:00:00Z", f"{URL}changes/")
    assert (nets["summary"], nets["url"]) == (
        "The nets were counted anew.", f"{URL}briefings/{FISH}/",
    )  # fmt: skip


def test_two_changes_of_one_day_are_two_entries() -> None:
    changes = (Change("2021-06-01", "One."), Change("2021-06-01", "Another."))
    text = feeds.corrections(dataclasses.replace(CORPUS, changes=changes), SITE)
    assert atom_faults(text) == []
    assert {one["title"] for one in _entries(text)} == {"One.", "Another."}


def test_a_note_stands_by_its_day_with_its_words_and_who_signs_it() -> None:
    newest, older = _entries(feeds.notes(NOTED, SITE))
    assert newest == {
        "title": "Context: “nets”",
        "updated": "2021-05-10T00:00:00Z",
        "summary": "Nets are mended.",
        "author": "The desk",
        "url": f"{URL}briefings/{FISH}/#note-b",
    }
    assert older["updated"] == "2021-05-09T00:00:00Z"


def test_a_corpus_without_notes_has_an_empty_feed_of_them_that_leads_home() -> None:
    for corpus, page in ((NOTED, f"{URL}notes/"), (EMPTY, URL)):
        feed = ElementTree.fromstring(feeds.notes(corpus, SITE).encode())  # noqa: S314 - our own
        links = {one.get("rel"): one.get("href") for one in feed.findall("a:link", NS)}
        assert links == {"self": f"{URL}notes.xml", "alternate": page}


def test_a_feed_holds_so_many_entries_at_most() -> None:
    site = dataclasses.replace(SITE, limits=Limits(feed=1))
    assert [one["updated"] for one in _entries(feeds.notes(NOTED, site))] == [
        "2021-05-10T00:00:00Z"
    ]
    assert Limits().feed == 50
