"""Resolves the links of a book: to a place in the book, otherwise to the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings import ids, urls
from briefings.model.book import Book


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one briefing's chapters.

    `sources` maps each briefing of the book to its sources, the primary one first.
    """

    book: Book
    sources: Mapping[str, Sequence[str]]

    def chapter(self, url: str) -> str:
        """The target of a site address (relative to its root): a place in a chapter, or an absolute
        address.

        Returns "" if it is not in the book and the site's address is not known.
        """
        page, _, fragment = url.partition("#")
        slug = urls.briefing_of(page)
        source = self._source(slug, fragment) if slug and fragment else None
        if source is None:
            return self._on_site(url)
        folder = "" if slug == self.book.slug else f"../{slug}/"
        return f"{folder}{urls.chapter_file(source)}#{fragment}"

    def printed(self, url: str) -> str:
        """The same for a document that is a single file."""
        page, _, fragment = url.partition("#")
        slug = urls.briefing_of(page)
        if slug == self.book.slug and fragment and self._source(slug, fragment):
            return f"#{fragment}"
        return self._on_site(url)

    def _on_site(self, url: str) -> str:
        return f"{self.book.site_url}{url}" if self.book.site_url else ""

    def _source(self, slug: str, fragment: str) -> str | None:
        """The text that contains an id; None if none of the book does."""
        if slug == self.book.slug:
            for text in self.book.texts:
                if any(note.id == fragment for note in text.notes):
                    return text.id
        sources = self.sources.get(slug, ())
        if not sources or fragment.startswith(ids.NOTE_PREFIX):
            return None
        primary, *others = sources
        return next(
            (one for one in others if ids.without_prefix(one, fragment) != fragment), primary
        )
