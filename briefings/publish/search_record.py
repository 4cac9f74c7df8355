"""One thing that can be a hit of a search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .search_text import Tokens, tokens

Named = tuple[str, str]
"""A name as shown, and the id of its page."""


@dataclass(frozen=True)
class Record:
    """One thing that can be a hit.

    `title` and `names` are searched as the name of a page, `text` as its words, `context` as
    words that stand around it.  `kind` is official, chair, outlet, unknown or article where the
    record is a passage, and the kind of the page where it is one.  `aside` marks words about the
    order of the event: the chair's, and hand-overs.  `also` holds the same words in other
    witnesses: what that text is, and where.
    """

    url: str
    kind: str
    text: str
    title: str = ""
    names: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    aside: bool = False
    briefing: Named | None = None
    date: str | None = None
    speakers: tuple[Named, ...] = ()
    role: str | None = None
    outlet: Named | None = None
    topics: tuple[Named, ...] = ()
    figures: tuple[str, ...] = ()
    noted: bool = False
    also: tuple[Named, ...] = ()

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the text."""
        return tokens(self.text)

    @cached_property
    def numbers(self) -> list[str]:
        """Those words that hold a digit."""
        return [word for word in self.tokens.plain if any(letter.isdigit() for letter in word)]

    @property
    def holds(self) -> tuple[str, ...]:
        """What it holds besides words."""
        return (*(("a figure",) if self.figures else ()), *(("a note",) if self.noted else ()))

    @property
    def year(self) -> str | None:
        return self.date[:4] if self.date and self.date[:4].isdigit() else None
