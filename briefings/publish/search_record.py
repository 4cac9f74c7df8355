"""The records that a search can find."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .search_text import Tokens, tokens

Named = tuple[str, str]
"""A name as shown, and the id or address of its page."""


@dataclass(frozen=True, slots=True)
class From:
    """The text that a record belongs to: its name, its page, and its quality in words, if graded.

    `by_machine` says that its wording is graded as a machine's; `primary` that it is the briefing's
    primary text or the only one; `reports` that it is an article.
    """

    name: str
    url: str
    quality: str = ""
    by_machine: bool = False
    primary: bool = True
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of an indicator: its wording, its period, and who states it in which text.

    `start` and `end` are the first and last day of the period (ISO), empty if unknown; `told` is
    the day of its briefing. `against` has what other texts say instead: value, text, address.
    `disputes` are the discrepancies within its briefing that it is part of; `related` are those
    with other briefings, in which both may be right.
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
    """A reliably parsed number of a passage: its wording, and what it counts.

    `start` and `end` are the first and last day of its period (ISO), empty if unknown.
    """

    value: str
    subject: str
    unit: str
    period: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """The answer to a question for a number: an indicator with its statements, newest first.

    `names` are its title and wordings, by which it is recognised; `of` is the total number of
    statements if not all are included.
    """

    kind: str
    unit: str
    names: tuple[str, ...]
    statements: tuple[Statement, ...]
    of: int


@dataclass(frozen=True)
class Record:
    """A possible hit.

    `title` and `names` are searched as names of a page, `text` as its words, `context` as
    surrounding words. `kind` is official, chair, outlet, unknown or article for a passage, and the
    kind of page otherwise; `kinds` are further kinds. `aside` marks words about the course of the
    event: the chair's, and hand-overs. `of` is the text it comes from; `retells` are the addresses
    of passages in a fuller text that this passage repeats. `also` lists the same words in other
    witnesses, each with the text and the place. `host` is who held the briefing.
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
        """The words that contain a digit."""
        return [word for word in self.tokens.plain if any(letter.isdigit() for letter in word)]

    @property
    def holds(self) -> tuple[str, ...]:
        """What the record contains besides words."""
        return (*(("a figure",) if self.figures else ()), *(("a note",) if self.noted else ()))

    @property
    def year(self) -> str | None:
        return self.date[:4] if self.date and self.date[:4].isdigit() else None
