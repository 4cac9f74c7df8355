"""PDFs: their tags, notes, running heads and bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from briefings import binding
from briefings.binding import TEMPLATES, Bindery, document
from briefings.books import pdf
from briefings.engine.executing import Workers
from briefings.engine.store import Store
from briefings.problems import Problems
from briefings.views import Lookup
from briefings.views.book import book_of
from tests.unit.sample_corpus import FISH
from tests.unit.test_books import SITE
from tests.unit.test_views_annotations import FULL

STYLE = TEMPLATES / "print.css"


@cache
def _printed() -> pdf.Printed:
    return pdf.printed(document(book_of(FISH, Lookup(FULL, SITE))), STYLE, "2021-05-05")


@pytest.fixture
def reader() -> PdfReader:
    return PdfReader(io.BytesIO(_printed().data))


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _tags(reader: PdfReader) -> list[Any]:
    root: Any = reader.trailer["/Root"]
    return list(_elements(root["/StructTreeRoot"]))


def test_it_is_tagged_and_says_so(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert (reader.metadata.title or "").endswith(", 4 May 2021")


def test_headings_paragraphs_links_and_notes_are_tagged_as_what_they_are(
    reader: PdfReader,
) -> None:
    kinds = [one["/S"] for one in _tags(reader)]
    assert {"/Document", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Link", "/Note"} <= set(kinds)
    assert not {"/Div", "/BlockQuote"} & set(kinds)
    notes = [one["/ID"] for one in _tags(reader) if one["/S"] == "/Note"]
    assert len(notes) == len(set(notes)) > 0


def test_every_link_has_a_place_in_the_tags(reader: PdfReader) -> None:
    links = [
        one.get_object()
        for page in reader.pages
        for one in page.get("/Annots", [])
        if one.get_object()["/Subtype"] == "/Link"
    ]
    assert links
    assert all("/StructParent" in one for one in links)


def test_the_first_page_has_the_day_the_address_and_the_texts(reader: PdfReader) -> None:
    first = " ".join(reader.pages[0].extract_text().split())
    assert "4 May 2021" in first
    assert f"https://example.org/nets/briefings/{FISH}/" in first.replace("- ", "-")
    assert "official translation" in first


def test_later_pages_have_the_title_the_day_and_their_number(reader: PdfReader) -> None:
    last = reader.pages[-1].extract_text()
    assert "4 May 2021" in last
    assert f"{len(reader.pages)} / {len(reader.pages)}" in last


def test_passages_have_their_ids_and_notes_stand_on_the_page_of_their_words(
    reader: PdfReader,
) -> None:
    (page,) = (one for one in reader.pages if "t2p1" in one.extract_text())
    words = " ".join(page.extract_text().split())
    assert "We counted 12 fish1." in words  # the number of the note stands behind them
    note: Any = book_of(FISH, Lookup(FULL, SITE)).texts[0].notes[0]
    assert note.text[0][0].text[:20] in words


def test_bookmarks_lead_to_the_parts_of_the_text(reader: PdfReader) -> None:
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert "Contents" in titles
    assert "Terms" in titles


def test_fonts_are_embedded(reader: PdfReader) -> None:
    pages: list[Any] = list(reader.pages)
    described = [
        kind["/FontDescriptor"]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
        for one in font.get_object()["/DescendantFonts"]
        for kind in [one.get_object()]
    ]
    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(one.get_object()) for one in described)
    assert any("Source-Serif" in str(one.get_object()["/FontName"]) for one in described)


def test_the_same_document_is_the_same_bytes() -> None:
    again = pdf.printed(document(book_of(FISH, Lookup(FULL, SITE))), STYLE, "2021-05-05")
    assert again.data == _printed().data


def test_characters_that_no_font_has_are_told(tmp_path: Path) -> None:
    """U+E123 is for private use: no font of a Linux distribution has it."""
    book = book_of(FISH, Lookup(FULL, SITE))
    printed = pdf.printed(document(replace(book, short="Nets \ue123")), STYLE, "2021-05-05")
    assert printed.unprintable == ("\ue123",)
    assert _printed().unprintable == ()


@pytest.mark.parametrize("unprintable", [(), ("\ue123",)])
def test_a_second_build_makes_a_pdf_again_only_where_a_font_was_missing(
    unprintable: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def printing(_: None, task: tuple[str, str, str]) -> tuple[str, pdf.Printed]:
        made.append(task[0])
        return task[0], pdf.Printed(b"%PDF " + task[0].encode(), unprintable)

    monkeypatch.setattr(binding, "_print", printing)
    store = Store(tmp_path / "kept")

    def bind() -> tuple[list[str], list[str]]:
        problems = Problems()
        with Workers(count=1) as workers:
            bindery = Bindery(Lookup(FULL, SITE), tmp_path, store, problems)
            slugs = [one.slug for one in bindery.pdfs(workers)]
        return slugs, [one.rule for one in problems]

    told = ["no-glyph"] * 2 if unprintable else []
    slugs, rules = bind()
    assert (sorted(made), rules) == (sorted(slugs), told)
    made.clear()
    assert bind() == (slugs, told)
    assert sorted(made) == (sorted(slugs) if unprintable else [])
