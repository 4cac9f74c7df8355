"""Books as they are published: EPUBs by EPUBCheck, and what the pages offer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from briefings.wording import file_size
from tests.conftest import Built, Released
from tests.site import epub


@pytest.fixture(scope="module")
def _checker() -> None:
    reason = epub.unavailable()
    if reason:
        pytest.skip(reason)


def _epubs(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.epub"))


@pytest.mark.usefixtures("_checker")
def test_epubcheck_finds_nothing_in_the_books_of_a_site(built: Built) -> None:
    books = _epubs(built.folder)
    assert [book.stem for book in books] == sorted(record["slug"] for record in built.briefings)
    # The chapters of the others are checked below, in the book that holds them all.
    shortest = min(books, key=lambda book: book.stat().st_size)
    assert epub.findings(shortest) == []


@pytest.mark.usefixtures("_checker")
def test_epubcheck_finds_nothing_in_one_book_of_all(released: Released) -> None:
    assert epub.findings(released.folder / "epub" / "all.epub") == []


@pytest.mark.usefixtures("_checker")
def test_epubcheck_would_find_a_mistake(tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    broken.write_bytes(b"no zip")
    assert epub.findings(broken)


def test_a_briefing_offers_its_epub_with_its_size_and_no_pdf_that_was_not_made(
    built: Built,
) -> None:
    for one in built.briefings:
        url = f"briefings/{one['slug']}/"
        page = BeautifulSoup(built.page(url).read_text("utf-8"), "html.parser")
        links = page.select(".download a[download]")
        book = built.folder / url / f"{one['slug']}.epub"
        told = f"EPUB ({file_size(book.stat().st_size)})"
        assert (links[0]["href"], links[0].get_text()) == (book.name, told)
        assert not [link for link in links if "PDF" in link.get_text()]
        named = page.select_one('link[rel=alternate][type="application/epub+zip"]')
        assert named is not None


def test_the_data_page_says_where_books_are(built: Built) -> None:
    page = BeautifulSoup(built.page("data/").read_text("utf-8"), "html.parser")
    (row,) = (one for one in page.select("tr") if "Briefings as EPUB" in one.get_text())
    assert "briefings/<slug>/<slug>.epub" in row.get_text()


def test_a_release_holds_each_briefing_as_epub_and_as_tagged_pdf(
    built: Built, released: Released
) -> None:
    slugs = sorted(one["slug"] for one in built.briefings)
    assert [one.stem for one in _epubs(released.folder / "epub")] == sorted([*slugs, "all"])
    pdfs = sorted((released.folder / "pdf").iterdir())
    assert [one.stem for one in pdfs] == slugs
    for path in pdfs:
        root: Any = PdfReader(path).trailer["/Root"]
        assert root["/Lang"] == "en"
        assert "/StructTreeRoot" in root
