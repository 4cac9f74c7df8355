"""A part of the site: its index, the pages below it, and the parts that it gathers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefings import interface
from briefings.interface import SectionName, ThingName
from briefings.model import Corpus
from briefings.model.page import Page, Piece

from .lookup import Context, Lookup
from .pending import Crumb, Pending


def _none(find: Lookup) -> Sequence[Pending]:
    return ()


def _no_files(find: Lookup) -> Iterable[Piece]:
    return ()


def _no_examples(find: Lookup, most: int) -> list[Context]:
    return []


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site: an index at `url`, and the pages that stand below it.

    `name` is its key in the list of words (see `briefings.interface`).  `count` is how many
    entries it has; what has none, in itself or in its `parts`, has no page.  Without an `index` it
    stands on the page of the section that it is a part of, at the fragment of `url`.  `files` are
    those that the scripts of its long tables read.  `thing` is what its entries are, for a count
    of them; `extent` says otherwise how much there is, and `examples` are some of them, as a
    hub shows them.  `of_texts` says that its lists, and these
    files, depend on `Corpus.digest` and the site alone (see `reads.reader_of`): not on notes,
    checks, or what was published before.
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
    examples: Callable[[Lookup, int], list[Context]] = _no_examples
    of_texts: bool = False

    @property
    def title(self) -> str:
        return interface.section(self.name).title

    @property
    def link(self) -> Crumb:
        return {"title": self.title, "url": self.url}

    def holds(self, corpus: Corpus) -> bool:
        """Whether there is anything in it."""
        return self.count(corpus) > 0 or any(part.holds(corpus) for part in self.parts)

    def how_much(self, corpus: Corpus) -> str:
        """How much there is, in words; "" where its entries are not counted."""
        if self.extent:
            return self.extent(corpus)
        return interface.count(self.count(corpus), self.thing) if self.thing else ""


def both(
    *several: Callable[[Lookup], Sequence[Pending]],
) -> Callable[[Lookup], Sequence[Pending]]:
    """The parts of an index, where it is too long for one page, and the pages it leads to."""
    return lambda find: [page for pages in several for page in pages(find)]
