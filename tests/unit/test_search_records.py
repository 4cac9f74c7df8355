"""Test search records other than passages: texts, numbers, notes, differences."""

from __future__ import annotations

import dataclasses
from typing import Any

from briefings.model import (
    Annotations,
    Corpus,
    Figure,
    Note,
    NoteEntry,
    NotePlace,
    Place,
    Quotation,
    Stated,
    Where,
)
from briefings.model.annotations import Inline
from briefings.model.figures import Discrepancy, Indicator, Observation, Ruling, Variant
from briefings.model.relations import Commitment, Pair, Phrase, Relations
from briefings.model.relations import Variant as PhraseVariant
from briefings.publish.search_pages import pages
from briefings.publish.search_record import Counted, Record
from briefings.publish.search_records import records_by_briefing
from tests.unit.sample_corpus import CORPUS, FISH, UNDATED


def _records(corpus: Corpus = CORPUS) -> tuple[Record, ...]:
    [found] = [its for briefing, its in records_by_briefing(corpus) if briefing.slug == FISH]
    return tuple(found.records())


def test_a_passage_tells_which_text_it_is_of_and_how_good_that_is() -> None:
    found = {record.url.partition("#")[2]: record for record in _records()}
    answer, report = found["t5p1"].of, found["011-s2p1"].of
    assert answer
    assert report
    assert answer.name == "Transcript, Ministry of Fish, 4 May 2021"
    assert (answer.quality, answer.by_machine, answer.primary) == (
        "official translation",
        False,
        True,
    )
    assert (report.name, report.url) == ("Daily Net, 5 May 2021", "sources/011/")
    assert (report.quality, report.by_machine, report.primary) == ("rewritten", True, False)
    assert "Daily Net, 5 May 2021" in found["011-s2p1"].context


def test_a_text_is_found_by_its_name_and_its_publisher() -> None:
    found = _records()
    [text] = [record for record in found if record.url == "sources/011/"]
    assert (text.kind, text.title) == ("source", "Daily Net, 5 May 2021")
    assert text.names == ("Daily Net",)
    assert text.briefing == found[0].briefing


def test_the_briefing_tells_its_host_and_its_day() -> None:
    [page] = [record for record in _records() if record.kind == "briefing"]
    assert page.host == "Ministry of Fish"
    assert page.context[-3:] == ("4", "May", "2021")


def test_a_passage_knows_what_it_tells_again_and_what_it_announces() -> None:
    pair = Pair(
        "p", "g", Place(FISH, "010", "t5p1", 14), Place(FISH, "011", "011-s2p2", 9),
        "paraphrase", 0.8,
    )  # fmt: skip
    promise = Commitment(
        "c", "plan", Place(FISH, "010", "t5p1", 14), "A net.", "will", "2021-05-04",
        None, None, (), (), (), (),
    )  # fmt: skip
    resolve = dataclasses.replace(promise, place=Place(FISH, "010", "t2p1", 6), sort="resolve")
    relations = Relations(pairs=(pair,), commitments=(promise, resolve))
    found = _records(dataclasses.replace(CORPUS, relations=relations))
    told = {record.url.partition("#")[2]: record for record in found}
    assert told["011-s2p2"].retells == (f"briefings/{FISH}/#t5p1",)
    assert told["t5p1"].retells == ()
    assert (told["t5p1"].kinds, told["t2p1"].kinds) == (("announcement",), ())


def test_notes_and_discrepancies_are_hits_of_their_briefing() -> None:
    here = Where("notes/b.yml", 1, 1)
    place = Place(FISH, "010", "t2p1", 6)
    entry = NoteEntry(
        "boat", "b", (Quotation("010:6", "twelve boats", here, here),), "context", "They float.",
        "seen", "editors", "2026-01-01", here,
    )  # fmt: skip
    text = ((Inline("text", "They "), Inline("em", "float"), Inline("text", ".")),)
    note = Note(entry, (NotePlace(1, place),), "editors", text, ())
    ruling = Ruling(title="How many boats?", takeaway="Cite the transcript.")
    conflict = Discrepancy(
        "d", "value", "confirmed", "other-value", (place, Place(FISH, "011", "011-s2p1", 8)), (),
        "Source 10 is silent, but source 011 says 30.", "", ruling=ruling,
    )  # fmt: skip
    dismissed = dataclasses.replace(conflict, id="e", status="dismissed")
    corpus = dataclasses.replace(
        CORPUS,
        annotations=Annotations(notes=(note,)),
        discrepancies=(conflict, dismissed),
    )
    found = _records(corpus)
    told = {record.kind: record for record in found}
    assert told["note"].url == f"briefings/{FISH}/#note-boat"
    assert told["note"].title == "Note on “twelve boats”"
    assert told["note"].text == "They float."
    assert [one.url for one in found if one.kind == "discrepancy"] == ["discrepancies/#d"]
    assert told["discrepancy"].title == "How many boats?"
    assert told["discrepancy"].text == (
        "Source 10 is silent, but Daily Net, 5 May 2021 says 30. Cite the transcript."
    )


def _figure(id_: str, quote: str, place: Place, **more: Any) -> Figure:
    stated = Stated(0, len(quote), quote, 30, "count", **more)
    return Figure(id_, (place,), stated, quote, "2021-05-04", None, "Bo Fisher", "direct")


def test_an_indicator_is_a_hit_with_what_is_stated_of_it() -> None:
    figures = (
        _figure("f1", "30 boats", Place(FISH, "010", "t2p1", 6), period="2019", comparator=">"),
        _figure("f2", "12%", Place(FISH, "010", "t5p1", 14), role="change", direction="decrease"),
        _figure("f3", "21%", Place(FISH, "011", "011-s2p1", 8), role="change"),
    )
    against = Variant("f3", 21, "", ("value",))
    observations = (
        Observation("f1", 30, "2019", "", "rule", start="2019-01-01", end="2019-12-31"),
        Observation("f2", 12, "2020", "", "rule", end="2020-12-31", variants=(against,)),
        Observation("gone", 1, "", "", "rule"),
    )
    indicator = Indicator(
        "boats", "Boats", ("boats counted",), "count", "level", False, "Boats afloat.", (),
        observations,
    )  # fmt: skip
    idle = dataclasses.replace(indicator, id="idle", observations=())
    conflict = Discrepancy(
        "d", "value", "found", "other-value", (Place(FISH, "010", "t5p1", 14),), ("f2",),
        "12% or 21%?", "",
    )  # fmt: skip
    elsewhere = dataclasses.replace(
        conflict,
        id="e",
        text="12%, and later 13%",
        passages=(*conflict.passages, Place(UNDATED, "012", "s1p1", 3)),
    )
    corpus = dataclasses.replace(
        CORPUS, figures=figures, indicators=(indicator, idle), discrepancies=(conflict, elsewhere)
    )
    [record] = [one for one in pages(corpus) if one.kind == "indicator"]
    assert (record.url, record.title) == ("indicators/boats/", "Boats")
    assert record.names == ("boats counted",)
    assert record.card
    newest, oldest = record.card.statements
    assert (newest.value, newest.speaker, newest.told) == (
        "decrease of 12%",
        "Bo Fisher",
        "2021-05-04",
    )
    assert newest.url == f"briefings/{FISH}/#t5p1"
    assert newest.of.name == "Transcript, Ministry of Fish, 4 May 2021"
    [(value, text, url)] = newest.against
    assert (value, text.name, url) == (
        "21%",
        "Daily Net, 5 May 2021",
        f"briefings/{FISH}/#011-s2p1",
    )
    assert newest.disputes == (("12% or 21%?", "discrepancies/#d"),)
    assert newest.related == (("12%, and later 13%", "discrepancies/#e"),)
    assert (newest.of.reports, text.reports) == (False, True)
    assert (oldest.value, oldest.period, oldest.end) == ("more than 30 boats", "2019", "2019-12-31")


def test_a_passage_tells_the_numbers_that_are_read_surely() -> None:
    place = Place(FISH, "010", "t2p1", 6)
    sure = _figure("f1", "30", place, subject="boats mended", period="2020", comparator="~")
    unsure = _figure("f2", "31", place, subject="boats sunk", confidence="low")
    bare = _figure("f3", "32", place)
    changed = _figure("f4", "33", place, subject="boats", role="change")
    found = _records(dataclasses.replace(CORPUS, figures=(sure, unsure, bare, changed)))
    told = {record.url.partition("#")[2]: record for record in found}
    assert told["t2p1"].counted == (Counted("about 30", "boats mended", "count", "2020"),)
    assert len(told["t2p1"].figures) == 4


def test_a_set_phrase_with_a_page_is_a_hit() -> None:
    variants = (PhraseVariant("mend the nets", 2, "2020"), PhraseVariant("mending nets", 1, "2021"))
    phrase = Phrase("mend-nets", "mend the nets", 3.0, variants, (), has_page=True)
    listed = dataclasses.replace(phrase, id="other", has_page=False)
    corpus = dataclasses.replace(CORPUS, relations=Relations(phrases=(phrase, listed)))
    [record] = [one for one in pages(corpus) if one.kind == "phrase"]
    assert record.url == "formulas/mend-nets/"
    assert (record.title, record.text) == ("mend the nets", "mending nets")
