"""Where the links of a book lead: into the book itself, else to the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings import ids, urls
from briefings.model.book import Book


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one briefing's chapters.

    `sources` has the sources of each briefing of the book, the primary one first.
    """

    book: Book
    sources: Mapping[str, Sequence[str]]

    def chapter(self, url: str) -> str:
        """The place in a chapter, or the address on the site, that an address of the site (relative
        to its root) means; "" where it means none and the site's address is not known."""
        page, _, fragment = url.partition("#")
        slug = urls.briefing_of(page)
        source = self._source(slug, fragment) if slug and fragment else None
        if source is None:
            return self._on_site(url)
        folder = "" if slug == self.book.slug else f"../{slug}/"
        return f"{folder}{urls.chapter_file(source)}#{fragment}"

    def printed(self, url: str) -> str:
        """The same for a document that is one file."""
        page, _, fragment = url.partition("#")
        slug = urls.briefing_of(page)
        if slug == self.book.slug and fragment and self._source(slug, fragment):
            return f"#{fragment}"
        return self._on_site(url)

    def _on_site(self, url: str) -> str:
        return f"{self.book.site_url}{url}" if self.book.site_url else ""

    def _source(self, slug: str, fragment: str) -> str | None:
        """The text that an id stands in; None where none of the book has it."""
        if slug == self.book.slug:
            for text in self.book.texts:
                if any(note["id"] == fragment for note in text.notes):
                    return text.id
        sources = self.sources.get(slug, ())
        if not sources or fragment.startswith(ids.NOTE_PREFIX):
            return None
        primary, *others = sources
        return next(
            (one for one in others if ids.without_prefix(one, fragment) != fragment), primary
        )
