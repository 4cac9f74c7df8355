"""From the corpus to books; only books whose content has changed are made.

views → render → books. Like a page, a book is reused if the program, its templates and everything
it read are unchanged (see `views.reads`). The books are kept in a folder of the build.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import dating, ids, interface, isolation, urls, wording
from .books import epub, pdf
from .books.chapters import Entry, text_entries
from .books.links import Links
from .engine.executing import FEW, Workers
from .engine.keys import key_of
from .engine.store import KEPT, MissingError, Store
from .isolation import Part, attempt
from .model import Corpus
from .model.book import Book
from .problems import Problems
from .render import render_part, template_digest
from .resources import SITE_FILES
from .views import Lookup
from .views.book import book_of

TEMPLATES = SITE_FILES / "templates" / "books"
_CHAPTERS = (
    "books/title.xhtml.j2", "books/text.xhtml.j2", "books/terms.xhtml.j2",
    "books/contents.xhtml.j2", "books/package.opf.j2", "books/container.xml.j2",
)  # fmt: skip
_PRINT = "books/print.html.j2"
_FOLDER = "books"
_IN_ONE = 200
"""The maximum number of briefings in a single book; if there are more, each year is a book."""
_SHOWN = 12
"""How many characters without a glyph are listed individually."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A finished book on disk: its form (`epub`, `pdf`), SHA-256 checksum and size in bytes."""

    slug: str
    form: str
    path: Path
    sha256: str
    size: int

    @property
    def url(self) -> str:
        """Its address on the site."""
        return urls.book_url(self.slug, self.form)


class Bindery:
    """Makes the books of a corpus, or reuses those kept in `work`."""

    def __init__(self, find: Lookup, work: Path, store: Store, problems: Problems | None) -> None:
        self._find = find
        self._folder = work / _FOLDER
        self._store = store
        self._problems = problems
        self._looks: dict[str, tuple[str, ...]] = {}

    def epubs(self) -> Iterator[Bound]:
        """Yields an EPUB for each briefing; one that cannot be made is reported and skipped."""
        style = _style("style.css")
        for slug in self._find.briefings:
            known = self._known(slug, "epub")
            if known is None and (book := self._book(slug)):
                content, reads = book
                data = epub.briefing_epub(content, render_part, style)
                known = self._keep(slug, "epub", data, reads)
            if known is not None:
                yield known

    def pdfs(self, workers: Workers) -> Iterator[Bound]:
        """Yields a PDF for each briefing.

        Raises:
            pdf.MissingLibraryError: if WeasyPrint or a library that it needs is not installed.
        """
        pdf.check()
        bound = {slug: self._known(slug, "pdf") for slug in self._find.briefings}
        missing = [slug for slug, known in bound.items() if known is None]
        waiting: dict[str, tuple[object, ...]] = {}
        # Each PDF takes longer than starting another process.
        number = FEW if len(missing) > 1 else 1
        results = workers.run(_print, None, self._documents(missing, waiting), number)
        for slug, printed in results:
            reads = waiting.pop(slug)
            if printed.unprintable:
                # Fonts may be installed later: try again, and report it, in each build.
                self._tell(slug, printed.unprintable)
                reads = ([], "")
            bound[slug] = self._keep(slug, "pdf", printed.data, reads)
        yield from filter(None, bound.values())

    def _documents(
        self, slugs: Sequence[str], waiting: dict[str, tuple[object, ...]]
    ) -> Iterator[tuple[str, str, str]]:
        """Yields the documents to print, read lazily; records in `waiting` what each
        one has read.
        """
        for slug in slugs:
            if book := self._book(slug):
                content, waiting[slug] = book
                yield slug, document(content), content.edited or dating.UNDATED

    def _tell(self, slug: str, unprintable: Sequence[str]) -> None:
        if not unprintable or self._problems is None:
            return
        shown = ", ".join(
            f"{character} (U+{ord(character):04X})" for character in unprintable[:_SHOWN]
        )
        others = f" and {len(unprintable) - _SHOWN} more" if len(unprintable) > _SHOWN else ""
        self._problems.warning(
            "no-glyph", urls.book_url(slug, "pdf"),
            f"no installed font has {shown}{others}; the PDF shows boxes instead",
            "install fonts that have them; for Chinese: sudo apt-get install fonts-noto-cjk",
        )  # fmt: skip

    def _book(self, slug: str) -> tuple[Book, tuple[object, ...]] | None:
        """The book, with its recorded reads and their state."""
        part = Part(urls.book_url(slug, "epub"))
        with self._find.reads.of_page() as noted:
            work = partial(book_of, slug, self._find)
            bound = attempt(isolation.BOOK, part, work, None, self._problems)
        return (bound, (list(noted), self._find.reads.state(noted))) if bound else None

    def _key(self, slug: str, form: str) -> str:
        if form not in self._looks:
            templates = (_PRINT,) if form == "pdf" else _CHAPTERS
            style = _style("print.css" if form == "pdf" else "style.css")
            self._looks[form] = (*map(template_digest, templates), style)
        return key_of("book", form, slug, self._looks[form])

    def _known(self, slug: str, form: str) -> Bound | None:
        with suppress(MissingError, OSError):
            reads, state, sum_ = self._store.get(self._key(slug, form))
            path = self._path(slug, form)
            if state and self._find.reads.state(reads) == state:
                data = path.read_bytes()
                if hashlib.sha256(data).hexdigest() == sum_:
                    return Bound(slug, form, path, sum_, len(data))
        return None

    def _keep(self, slug: str, form: str, data: bytes, reads: tuple[object, ...]) -> Bound:
        path, sum_ = self._path(slug, form), hashlib.sha256(data).hexdigest()
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(data)
        fresh.replace(path)
        self._store.put(self._key(slug, form), (*reads, sum_))
        return Bound(slug, form, path, sum_, len(data))

    def _path(self, slug: str, form: str) -> Path:
        return self._folder / f"{slug}.{form}"


def not_installed(error: pdf.MissingLibraryError, problems: Problems) -> None:
    """Reports which packages PDFs require."""
    problems.error(
        "not-installed", "PDF", f"cannot be made: {error}",
        "type: .venv/bin/pip install --require-hashes -r requirements/release.txt; and, for Pango: "
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )  # fmt: skip


def write_epubs(
    find: Lookup, corpus: Corpus, work: Path, folder: Path, problems: Problems | None
) -> None:
    """Writes an EPUB for each briefing, and one for all briefings."""
    for book in Bindery(find, work, Store(work / KEPT), problems).epubs():
        shutil.copyfile(book.path, folder / book.path.name)
    write_collections(find, corpus, folder)


def write_pdfs(find: Lookup, work: Path, folder: Path, problems: Problems | None) -> None:
    """Writes a PDF for each briefing.

    Raises:
        pdf.MissingLibraryError: if WeasyPrint or a library that it needs is not installed.
    """
    with Workers() as workers:
        for book in Bindery(find, work, Store(work / KEPT), problems).pdfs(workers):
            shutil.copyfile(book.path, folder / book.path.name)


def document(book: Book) -> str:
    """The HTML document to print for a book."""
    links = Links(book, {book.slug: [text.id for text in book.texts]})
    contents = [entry for text in book.texts for entry in text_entries(text)]
    if book.terms:
        contents.append(Entry(interface.section("terms").title, "#terms"))
    shown = {"book": book, "contents": contents, "to": links.printed, "lang": "en"}
    return render_part(_PRINT, shown)


def _print(_: None, task: tuple[str, str, str]) -> tuple[str, pdf.Printed]:
    """Runs in a worker process: a briefing's slug with its PDF."""
    slug, text, day = task
    return slug, pdf.printed(text, TEMPLATES / "print.css", day)


def write_collections(find: Lookup, corpus: Corpus, folder: Path) -> None:
    """Writes one book of all briefings, or one per year if there are many, oldest first."""
    by_year: dict[str, list[str]] = {}
    one_book = len(corpus.briefings) <= _IN_ONE
    for slug in reversed(list(find.briefings)):
        year = wording.year(find.briefings[slug].date) or "undated"
        by_year.setdefault("" if one_book else year, []).append(slug)
    for year, slugs in by_year.items():
        name = "-".join(filter(None, ("all", year)))
        with (folder / f"{name}.epub").open("wb") as file:
            sources = {slug: find.briefings[slug].sources for slug in slugs}
            books = (book_of(slug, find) for slug in slugs)
            whole = _whole(find, slugs, year, dating.newest_day(corpus) or "")
            epub.collection_epub(whole, books, sources, render_part, _style("style.css"), file)


def _whole(find: Lookup, slugs: Sequence[str], year: str, edited: str) -> epub.Collection:
    days = [find.briefings[slug].date for slug in slugs]
    return epub.Collection(
        id=ids.urn(f"{urls.BRIEFINGS}{year}"),
        title=f"{find.site.name}, {year}" if year else find.site.name,
        description=find.site.description,
        count=interface.count(len(slugs), "briefing"),
        days=wording.period(days) or "",
        site=find.site.name,
        site_url=find.site.url,
        edited=edited,
        edited_words=wording.date_words(edited) if edited else "",
    )


def _style(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")
