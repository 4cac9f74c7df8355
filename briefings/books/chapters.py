"""The chapters of a briefing's book, and what the contents say of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model.book import Book, BookText, Context

TITLE = "title.xhtml"
TERMS = "terms.xhtml"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: `href` is a file of the book with the place in it."""

    text: str
    href: str
    items: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of a book, its template and what that shows; `entries` are its lines in the contents.

    `lang` is the language of what stands in it, `landmark` what a reading system may lead to.
    """

    file: str
    template: str
    context: dict[str, Any]
    entries: tuple[Entry, ...]
    lang: str = "en"
    landmark: str = field(default="")


def title_page(book: Book) -> Chapter:
    """What it was, which texts there are, and who may use them."""
    return Chapter(TITLE, "books/title.xhtml.j2", {"book": book}, (), landmark="titlepage")


def text_chapters(book: Book, terms: str) -> Iterator[Chapter]:
    """A chapter for each text; `terms` is the file of the glossary, as these lead to it."""
    for text in book.texts:
        file = urls.chapter_file(text.id)
        primary = text.facts["primary"]
        yield Chapter(
            file,
            "books/text.xhtml.j2",
            {"book": book, "text": text, "terms": terms},
            tuple(_entries(text, file)),
            text.lang,
            "bodymatter" if primary else "",
        )


def glossary(terms: list[Context]) -> Chapter:
    """The terms that the texts name and somebody explains."""
    title = interface.section("terms").title
    context = {"several": terms}
    return Chapter(TERMS, "books/terms.xhtml.j2", context, (Entry(title, TERMS),), "en", "glossary")


def text_entries(text: BookText) -> Iterator[Entry]:
    """The lines of a text in the contents of a document that is one file."""
    yield from _entries(text, "")


def _entries(text: BookText, file: str) -> Iterator[Entry]:
    """A line for each group of the primary text, one for another text."""
    for group in text.groups:
        items = tuple(_once([one for block in group["blocks"] for one in _items(block, file)]))
        if not text.facts["primary"]:
            title = wording.graded(text.facts["name"], text.facts["quality"])
            yield Entry(title, f"{file}#{text.anchor}", items)
        elif group["title"]:
            yield Entry(group["title"], f"{file}#{group['id']}", items)
        else:
            yield Entry(say.briefing.text, f"{file}#{text.anchor}", items)


def _items(block: Context, file: str) -> Iterator[Entry]:
    if block["type"] == "exchange":
        if block["entry"]:
            yield Entry(f"{block['number']}. {block['entry']}", f"{file}#{block['id']}")
    elif block["entry"]:
        yield Entry(block["entry"], f"{file}#{block['id']}")
    else:
        for one in block.get("stretches", ()):
            yield Entry(one["subject"], f"{file}#{one['id']}")


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """The lines, but a speaker who follows himself stands in the contents once."""
    before = ""
    for one in entries:
        if one.text != before:
            yield one
        before = one.text
