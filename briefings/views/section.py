"""A section of the site: its index, the pages below it, and its subsections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefings import interface
from briefings.interface import SectionName, ThingName
from briefings.model import Corpus
from briefings.model.page import Page, Piece

from .example_rows import Example
from .lookup import Lookup
from .pending import Crumb, Pending


def _none(find: Lookup) -> Sequence[Pending]:
    return ()


def _no_files(find: Lookup) -> Iterable[Piece]:
    return ()


def _no_examples(find: Lookup, most: int) -> Sequence[Example]:
    return []


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site: an index at `url` and the pages below it.

    `name` is its key in the interface texts (see `briefings.interface`). `count` returns its number
    of entries; a section without entries, its own or in its `parts`, gets no page. Without an
    `index`, the section is shown on the page of its hub, at the fragment in `url`. `files` makes
    the files that the scripts of its long tables read.

    `thing` names its entries in counts, `extent` words its size if that is not a simple count, and
    `examples` returns entries for hubs. `of_texts` says that its lists and files depend on
    `Corpus.digest` and the site alone (see `reads.reader_of`), and not on notes, checks or earlier
    publications.
    """

    name: SectionName
    url: str
    index: Callable[[Lookup], Page] | None
    count: Callable[[Corpus], int]
    pages: Callable[[Lookup], Sequence[Pending]] = _none
    files: Callable[[Lookup], Iterable[Piece]] = _no_files
    thing: ThingName | None = None
    extent: Callable[[Corpus], str] | None = None
    parts: tuple[Section, ...] = ()
    examples: Callable[[Lookup, int], Sequence[Example]] = _no_examples
    of_texts: bool = False

    @property
    def title(self) -> str:
        return interface.section(self.name).title

    @property
    def link(self) -> Crumb:
        return {"title": self.title, "url": self.url}

    def holds(self, corpus: Corpus) -> bool:
        """Return whether the section or any of its parts has entries."""
        return self.count(corpus) > 0 or any(part.holds(corpus) for part in self.parts)

    def how_much(self, corpus: Corpus) -> str:
        """Return the size of the section in words, or "" if its entries are not counted."""
        if self.extent:
            return self.extent(corpus)
        return interface.count(self.count(corpus), self.thing) if self.thing else ""


def both(
    *makers: Callable[[Lookup], Sequence[Pending]],
) -> Callable[[Lookup], Sequence[Pending]]:
    """Combine functions that return pages, for the parts of an index and the pages of its
    entries."""
    return lambda find: [page for pages in makers for page in pages(find)]
