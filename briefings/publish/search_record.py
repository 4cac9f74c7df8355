"""One thing that can be a hit of a search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .search_text import Tokens, tokens

Named = tuple[str, str]
"""A name as shown, and the id or the address of its page."""


@dataclass(frozen=True, slots=True)
class From:
    """The text that speaks: its name, its page, and how good it is in words, or nothing.

    `by_machine` says that its words are graded as a machine's; `primary` that it is the briefing's
    own text, or the only one; `reports` that it is an article.
    """

    name: str
    url: str
    quality: str = ""
    by_machine: bool = False
    primary: bool = True
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of an indicator: as it is worded, when it holds, and who says so in which text.

    `start` and `end` are the first and last day it is about (ISO), empty where not known; `told` is
    the day of its briefing.  `against` is what other texts say instead: value, text, address.
    `disputes` are the discrepancies that it is part of, within its briefing; `related` those that
    set it beside what another briefing says, where both may be right.
    """

    value: str
    period: str
    start: str
    end: str
    told: str
    speaker: str
    of: From
    url: str
    against: tuple[tuple[str, From, str], ...] = ()
    disputes: tuple[Named, ...] = ()
    related: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a passage that is sure to be read rightly: as it is worded, and of what it is.

    `start` and `end` are the first and last day it is about (ISO), empty where not known.
    """

    value: str
    subject: str
    unit: str
    period: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What answers a question for a number: an indicator with its statements, the newest first.

    `names` are its title and wordings, by which it is recognised; `of` how many statements there
    are where these are not all.
    """

    kind: str
    unit: str
    names: tuple[str, ...]
    statements: tuple[Statement, ...]
    of: int


@dataclass(frozen=True)
class Record:
    """One thing that can be a hit.

    `title` and `names` are searched as the name of a page, `text` as its words, `context` as
    words that stand around it.  `kind` is official, chair, outlet, unknown or article where the
    record is a passage, and the kind of the page where it is one; `kinds` are others that it is of
    as well.  `aside` marks words about the order of the event: the chair's, and hand-overs.  `of`
    is the text that speaks, and `retells` are the addresses of passages of a fuller text that a
    passage of another one tells again.  `also` holds the same words in other witnesses: what that
    text is, and where.  `host` is who held the briefing.
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
    counted: tuple[Counted, ...] = ()
    noted: bool = False
    also: tuple[Named, ...] = ()
    kinds: tuple[str, ...] = ()
    of: From | None = None
    retells: tuple[str, ...] = ()
    host: str | None = None
    card: Card | None = None

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
