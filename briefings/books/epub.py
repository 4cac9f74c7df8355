"""Writes EPUB 3, a zip of XHTML, with the standard library; the same book gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from briefings import ids, interface
from briefings.engine.zips import entry
from briefings.interface import say
from briefings.model.book import Book, BookTerm

from .chapters import TERMS, TITLE, Chapter, Entry, glossary, text_chapters, title_page
from .links import Links

Draw = Callable[[str, Mapping[str, Any]], str]
"""Renders a file from the name of its template and its context."""

MEDIA_TYPE = "application/epub+zip"
_CONTENTS = "contents.xhtml"
_STYLE = "style.css"


@dataclass(frozen=True, slots=True)
class Collection:
    """A book of many briefings: the data of its title page and metadata."""

    id: str
    title: str
    description: str
    count: str
    days: str
    site: str
    site_url: str
    edited: str
    edited_words: str


def briefing_epub(book: Book, draw: Draw, style: str) -> bytes:
    """The EPUB of one briefing; `style` is its style sheet."""
    file = io.BytesIO()
    writer = _Writer(file, draw, style)
    links = Links(book, {book.slug: [text.id for text in book.texts]})
    chapters = [title_page(book), *text_chapters(book, TERMS)]
    if book.terms:
        chapters.append(glossary(book.terms))
    for chapter in chapters:
        writer.add(chapter, links)
    entries = [Entry(say.books.title_page, chapters[0].file), *writer.entries]
    facts = {
        "id": book.id,
        "title": book.short,
        "official": book.official,
        "languages": list(dict.fromkeys(text.lang for text in book.texts)) or ["en"],
        "creators": [book.host] if book.host else [],
        "site": book.site,
        "edited": book.edited,
        "description": ", ".join(filter(None, (book.date, book.place))),
        "permalink": book.permalink,
    }
    writer.finish(entries, facts)
    return file.getvalue()


def collection_epub(
    whole: Collection,
    books: Iterable[Book],
    sources: Mapping[str, Sequence[str]],
    draw: Draw,
    style: str,
    file: IO[bytes],
) -> None:
    """Writes one book of many briefings to `file`, chapter by chapter, to limit memory.

    `sources` maps each briefing to its sources, the primary one first.
    """
    writer = _Writer(file, draw, style)
    front = Chapter(TITLE, "books/collection.xhtml.j2", asdict(whole), ())
    writer.add(front, None)
    entries = [Entry(say.books.title_page, front.file)]
    terms: dict[str, BookTerm] = {}
    languages: dict[str, None] = {}
    for book in books:
        links = Links(book, sources)
        folder = f"{book.slug}/"
        before = len(writer.entries)
        title = title_page(book)
        for chapter in (title, *text_chapters(book, f"../{TERMS}")):
            writer.add(chapter, links, folder)
        items = tuple(writer.entries[before:])
        entries.append(Entry(f"{book.date}: {book.short}", f"{folder}{title.file}", items))
        terms |= {term.id: term for term in book.terms}
        languages |= dict.fromkeys(text.lang for text in book.texts)
    if terms:
        ordered = sorted(terms.values(), key=lambda term: (term.title.casefold(), term.id))
        writer.add(glossary(ordered), None)
        entries.append(writer.entries[-1])
    facts = {
        "id": whole.id,
        "title": whole.title,
        "official": None,
        "languages": list(languages) or ["en"],
        "creators": [],
        "site": whole.site,
        "edited": whole.edited,
        "description": whole.description,
        "permalink": whole.site_url,
    }
    writer.finish(entries, facts)


@dataclass(slots=True)
class _Writer:
    """Writes the files of a book as they are made."""

    file: IO[bytes]
    draw: Draw
    style: str
    entries: list[Entry] = field(default_factory=list)
    _chapters: list[Chapter] = field(default_factory=list)
    _files: list[str] = field(default_factory=list)
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self._zip = zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._write("mimetype", MEDIA_TYPE, zipfile.ZIP_STORED)
        self._write("META-INF/container.xml", self.draw("books/container.xml.j2", {}))

    def add(self, chapter: Chapter, links: Links | None, folder: str = "") -> None:
        """Writes a chapter into a folder of the book."""
        shown = {
            **chapter.context,
            "lang": chapter.lang,
            "style": f"{'../' if folder else ''}{_STYLE}",
            "to": links.chapter if links else _nowhere,
        }
        name = f"{folder}{chapter.file}"
        self._write(f"EPUB/{name}", self.draw(chapter.template, shown))
        self._chapters.append(chapter)
        self._files.append(name)
        self.entries += [_within(entry, folder) for entry in chapter.entries]

    def finish(self, entries: list[Entry], facts: dict[str, Any]) -> None:
        """Writes contents, style sheet and package document; `entries` are the contents."""
        titles = {
            "titlepage": say.books.title_page,
            "bodymatter": say.briefing.text,
            "glossary": interface.section("terms").title,
        }
        landmarks = [
            {"type": chapter.landmark, "href": file, "text": titles[landmark]}
            for landmark in titles
            for chapter, file in zip(self._chapters, self._files, strict=True)
            if chapter.landmark == landmark
        ]
        once = list({landmark["type"]: landmark for landmark in reversed(landmarks)}.values())[::-1]
        once.insert(1, {"type": "toc", "href": f"{_CONTENTS}#toc", "text": say.books.contents})
        shown = {"lang": "en", "style": _STYLE, "contents": entries, "landmarks": once}
        self._write(f"EPUB/{_CONTENTS}", self.draw("books/contents.xhtml.j2", shown))
        self._write(f"EPUB/{_STYLE}", self.style)
        chapters = [{"id": ids.manifest_id(file), "file": file} for file in self._files]
        package = self.draw("books/package.opf.j2", {**facts, "chapters": chapters})
        self._write("EPUB/package.opf", package)
        self._zip.close()

    def _write(self, name: str, text: str, kind: int = zipfile.ZIP_DEFLATED) -> None:
        self._zip.writestr(entry(name, kind), text.encode())


def _within(entry: Entry, folder: str) -> Entry:
    items = tuple(_within(item, folder) for item in entry.items)
    return Entry(entry.text, f"{folder}{entry.href}", items)


def _nowhere(url: str) -> str:
    return ""
