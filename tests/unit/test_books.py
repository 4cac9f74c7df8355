"""A briefing as a book: its chapters, links, notes and contents, and that it is made once."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefings import binding
from briefings.binding import Bindery, write_collections
from briefings.books import epub, pdf
from briefings.books.links import Links
from briefings.engine.executing import Workers
from briefings.engine.store import Store
from briefings.model import Corpus
from briefings.model.book import Book
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.render import render_part
from briefings.views import Lookup
from briefings.views.book import book_of

from .sample_corpus import CORPUS, FISH, HOSTILE, UNDATED
from .test_views_annotations import FULL

SITE = SiteInfo("Nets and boats", "What was said of fish.", "https://example.org/nets/")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"


def _find(corpus: Corpus = FULL, site: SiteInfo = SITE) -> Lookup:
    return Lookup(corpus, site)


def _epub(slug: str = FISH, corpus: Corpus = FULL, site: SiteInfo = SITE) -> bytes:
    return epub.briefing_epub(book_of(slug, _find(corpus, site)), render_part, "p{}")


def _files(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def _parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def _chapter(name: str, data: bytes | None = None) -> etree._Element:
    return _parsed(_files(data or _epub())[f"EPUB/{name}"])


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _by_id(chapter: etree._Element, id_: str) -> etree._Element:
    (found,) = (one for one in chapter.iter() if one.get("id") == id_)
    return found


def test_the_media_type_comes_first_and_is_not_packed() -> None:
    with zipfile.ZipFile(io.BytesIO(_epub())) as packed:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert packed.read(first) == b"application/epub+zip"
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_briefing_is_the_same_bytes() -> None:
    assert _epub() == _epub()


def test_each_text_is_a_chapter_in_order_and_each_file_is_well_formed() -> None:
    files = _files(_epub())
    for name, text in files.items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            _parsed(text)
    package = _parsed(files["EPUB/package.opf"])
    hrefs = {one.get("id"): one.get("href") for one in package.iter(f"{OPF}item")}
    spine = [hrefs[one.get("idref")] for one in package.iter(f"{OPF}itemref")]
    assert spine == [
        "title.xhtml", "contents.xhtml", "text-010.xhtml", "text-011.xhtml", "terms.xhtml",
    ]  # fmt: skip
    assert set(spine) | {"style.css"} == set(hrefs.values())


def test_the_words_of_a_passage_are_all_there_and_nothing_of_them_is_a_tag() -> None:
    passage = _by_id(_chapter("text-010.xhtml"), "t2p2")
    assert _words(passage) == HOSTILE
    assert list(passage) == []


def test_a_note_leads_to_its_words_and_back() -> None:
    chapter = _chapter("text-010.xhtml")
    calls = [one for one in chapter.iter(f"{XHTML}a") if one.get(TYPE) == "noteref"]
    notes = list(chapter.iter(f"{XHTML}aside"))
    assert calls
    assert [one.get("href") for one in calls] == [f"#{one.get('id')}" for one in notes]
    for call, note in zip(calls, notes, strict=True):
        assert call.get("role") == "doc-noteref"
        assert (note.get(TYPE), note.get("role")) == ("footnote", "doc-footnote")
        back = next(one for one in note.iter(f"{XHTML}a") if one.get("role") == "doc-backlink")
        assert back.get("href") == f"#{call.get('id')}"


def test_a_term_leads_to_what_it_means() -> None:
    data = _epub()
    marked = [
        one for one in _chapter("text-010.xhtml", data).iter(f"{XHTML}a")
        if one.get(TYPE) == "glossref"
    ]  # fmt: skip
    for one in marked:
        file, _, id_ = (one.get("href") or "").partition("#")
        assert _by_id(_chapter(file, data), id_).get(TYPE) == "glossterm"
    assert "nets" in _words(_chapter("terms.xhtml", data))


def test_contents_and_landmarks_lead_to_places_that_are_there() -> None:
    data = _epub()
    contents = _chapter("contents.xhtml", data)
    links = [one.get("href") or "" for one in contents.iter(f"{XHTML}a")]
    for link in links:
        file, _, id_ = link.partition("#")
        assert not id_ or _by_id(_chapter(file, data), id_) is not None
    landmarks = [one.get(TYPE) for one in contents.iter(f"{XHTML}a") if one.get(TYPE)]
    assert landmarks == ["titlepage", "toc", "bodymatter", "glossary"]
    assert "Daily Net, 5 May 2021 (rewritten)" in _words(contents)


def test_a_link_to_another_briefing_leads_to_the_site_or_nowhere() -> None:
    links = Links(book_of(FISH, _find()), {FISH: ["010", "011"], UNDATED: ["020"]})
    alone = Links(book_of(FISH, _find()), {FISH: ["010", "011"]})
    here, there = f"briefings/{FISH}/", f"briefings/{UNDATED}/"
    assert links.chapter(f"{here}#t2p1") == "text-010.xhtml#t2p1"
    assert links.chapter(f"{here}#011-s1p1") == "text-011.xhtml#011-s1p1"
    assert links.chapter(f"{there}#t1p1") == f"../{UNDATED}/text-020.xhtml#t1p1"
    assert alone.chapter(f"{there}#t1p1") == f"{SITE.url}{there}#t1p1"
    assert alone.chapter("sources/010/#L6") == f"{SITE.url}sources/010/#L6"
    assert (alone.printed(f"{here}#t2p1"), alone.printed(f"{there}#t1p1")) == (
        "#t2p1", f"{SITE.url}{there}#t1p1",
    )  # fmt: skip
    unknown = Links(book_of(FISH, _find(site=replace(SITE, url=""))), {FISH: ["010", "011"]})
    assert unknown.chapter(f"{there}#t1p1") == ""
    assert 'href=""' not in "".join(_files(_epub(site=replace(SITE, url=""))).values())


def test_metadata_say_what_it_is_and_how_it_can_be_read() -> None:
    package = _chapter("package.opf")

    def told(name: str) -> list[str | None]:
        return [one.text for one in package.iter(name)]

    properties = [(one.get("property"), one.text) for one in package.iter(f"{OPF}meta")]
    assert told(f"{DC}publisher") == ["Nets and boats"]
    assert told(f"{DC}language") == ["en"]
    assert told(f"{DC}source") == [f"https://example.org/nets/briefings/{FISH}/"]
    assert ("schema:accessMode", "textual") in properties
    assert ("schema:accessibilityHazard", "none") in properties
    (modified,) = [text for name, text in properties if name == "dcterms:modified"]
    assert modified == f"{book_of(FISH, _find()).edited}T00:00:00Z"


def test_a_book_is_dated_by_the_newest_day_of_its_texts_and_notes() -> None:
    """The article is dated 5 May; the notes of editors have later dates."""
    assert book_of(FISH, _find(CORPUS)).edited >= "2021-05-05"
    notes = FULL.annotations.notes
    assert book_of(FISH, _find()).edited == max(one.entry.date for one in notes)
    assert book_of(UNDATED, _find(CORPUS)).edited == ""


def test_one_book_of_all_has_a_folder_for_each_briefing(tmp_path: Path) -> None:
    write_collections(_find(), FULL, tmp_path)
    (path,) = tmp_path.iterdir()
    assert path.name == "all.epub"
    files = _files(path.read_bytes())
    assert f"EPUB/{FISH}/text-010.xhtml" in files
    assert any(name.startswith(f"EPUB/{UNDATED}/") for name in files)
    contents = _parsed(files["EPUB/contents.xhtml"])
    for one in contents.iter(f"{XHTML}a"):
        file, _, id_ = (one.get("href") or "").partition("#")
        chapter = _parsed(files[f"EPUB/{file}"])
        assert not id_ or _by_id(chapter, id_) is not None


def test_of_many_briefings_each_year_is_a_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(binding, "_IN_ONE", 1)
    write_collections(_find(), FULL, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "all-2021.epub", "all-undated.epub",
    ]  # fmt: skip


def test_a_book_is_made_again_only_where_it_shows_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noting(slug: str, find: Lookup) -> Book:
        made.append(slug)
        return book_of(slug, find)

    monkeypatch.setattr(binding, "book_of", noting)
    store = Store(tmp_path / "kept")

    def bind(corpus: Corpus) -> dict[str, str]:
        made.clear()
        bindery = Bindery(_find(corpus), tmp_path, store, Problems())
        return {one.slug: one.sha256 for one in bindery.epubs()}

    first = bind(FULL)
    assert sorted(made) == sorted(first)
    assert bind(FULL) == first
    assert made == []
    without = replace(FULL, annotations=replace(FULL.annotations, notes=()))
    assert bind(without)[FISH] != first[FISH]
    assert made == [FISH]


def test_a_kept_book_that_somebody_damaged_is_made_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    (first, *_) = Bindery(_find(), tmp_path, store, Problems()).epubs()
    first.path.write_bytes(b"damaged")
    (again, *_) = Bindery(_find(), tmp_path, store, Problems()).epubs()
    assert again == first
    assert again.path.read_bytes() != b"damaged"


@pytest.mark.internal_error
def test_a_book_that_cannot_be_made_is_told_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = Problems()

    def failing(slug: str, find: Lookup) -> Book:
        if slug == FISH:
            raise ValueError("a mistake of the program")
        return book_of(slug, find)

    monkeypatch.setattr(binding, "book_of", failing)
    made = [one.slug for one in Bindery(_find(), tmp_path, Store(), problems).epubs()]
    assert made == [UNDATED]
    (told,) = problems
    assert (told.rule, told.path) == ("internal-error", f"briefings/{FISH}/{FISH}.epub")


def test_without_pango_no_pdf_is_made_and_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise pdf.MissingLibraryError("Pango is not installed (cannot load library 'pango')")

    monkeypatch.setattr(pdf, "check", missing)
    problems = Problems()
    with pytest.raises(pdf.MissingLibraryError) as raised, Workers(count=1) as workers:
        list(Bindery(_find(), tmp_path, Store(), problems).pdfs(workers))
    binding.not_installed(raised.value, problems)
    (told,) = problems.errors
    assert "Pango is not installed" in told.message
    assert "libpango-1.0-0" in (told.hint or "")
