"""The chapters of a briefing's book, and their entries in the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model.book import Book, BookBlock, BookExchange, BookTerm, BookText, BookTurn

TITLE = "title.xhtml"
TERMS = "terms.xhtml"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents: `href` is a file of the book with a fragment."""

    text: str
    href: str
    items: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of a book, with its template and context; `entries` are its lines in the contents.

    `lang` is its language, `landmark` its type as an EPUB landmark.
    """

    file: str
    template: str
    context: dict[str, Any]
    entries: tuple[Entry, ...]
    lang: str = "en"
    landmark: str = field(default="")


def title_page(book: Book) -> Chapter:
    """What the event was, which texts there are, and their rights."""
    return Chapter(TITLE, "books/title.xhtml.j2", {"book": book}, (), landmark="titlepage")


def text_chapters(book: Book, terms: str) -> Iterator[Chapter]:
    """A chapter for each text; `terms` is the file of the glossary, to which terms link."""
    for text in book.texts:
        file = urls.chapter_file(text.id)
        primary = text.facts.primary
        yield Chapter(
            file,
            "books/text.xhtml.j2",
            {"book": book, "text": text, "terms": terms},
            tuple(_entries(text, file)),
            text.lang,
            "bodymatter" if primary else "",
        )


def glossary(terms: list[BookTerm]) -> Chapter:
    """The explained terms that occur in the texts."""
    title = interface.section("terms").title
    context = {"several": terms}
    return Chapter(TERMS, "books/terms.xhtml.j2", context, (Entry(title, TERMS),), "en", "glossary")


def text_entries(text: BookText) -> Iterator[Entry]:
    """The entries of a text in the contents of a single-file document."""
    yield from _entries(text, "")


def _entries(text: BookText, file: str) -> Iterator[Entry]:
    """An entry for each group of the primary text, and one for each other text."""
    for group in text.groups:
        items = tuple(_once([one for block in group.blocks for one in _items(block, file)]))
        if not text.facts.primary:
            title = wording.graded(text.facts.name, text.facts.quality)
            yield Entry(title, f"{file}#{text.anchor}", items)
        elif group.title:
            yield Entry(group.title, f"{file}#{group.id}", items)
        else:
            yield Entry(say.briefing.text, f"{file}#{text.anchor}", items)


def _items(block: BookBlock, file: str) -> Iterator[Entry]:
    if isinstance(block, BookExchange):
        if block.entry:
            yield Entry(f"{block.number}. {block.entry}", f"{file}#{block.id}")
    elif isinstance(block, BookTurn):
        if block.entry:
            yield Entry(block.entry, f"{file}#{block.id}")
    elif block.heading:
        yield Entry(block.heading, f"{file}#{block.id}")
    else:
        for stretch in block.stretches:
            yield Entry(stretch.subject, f"{file}#{stretch.id}")


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """The entries; consecutive ones of the same speaker are merged."""
    before = ""
    for entry in entries:
        if entry.text != before:
            yield entry
        before = entry.text
