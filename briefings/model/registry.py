"""What has been published and under which ids, so that a build can find it again.

Ids here are without the source's prefix ("t12p3"), so that they are valid wherever the text is
published; `Publication` says on which page it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

StatementKind = Literal["figure", "commitment", "formula", "discrepancy", "note"]


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """A passage as last published.

    `part` is the id of its turn or section. `earlier` has the texts previously published under the
    id, oldest first. `lost` passages were already gone when the record was written: their id stays
    reserved, and returns if their words do. `now` is the passage that has their words.
    """

    id: str
    part: str
    text: str
    earlier: tuple[str, ...] = ()
    lost: bool = False
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A page on which a source's text was published; ids were without a prefix there if `plain`."""

    briefing: str
    plain: bool


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """The record of one source: `pages` oldest first, `exchanges` as (id, turn of the question)."""

    source: str
    pages: tuple[Publication, ...] = ()
    passages: tuple[PublishedPassage, ...] = ()
    parts: tuple[str, ...] = ()
    exchanges: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a passage with some of their context, to find them again.

    `passage` is the id without prefix, or "L12" for line 12 if the words are in no passage.
    """

    source: str
    passage: str
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """A figure, announcement, formula, discrepancy or note, identified by its words.

    `rule` distinguishes findings of different rules on the same words; it may be empty.
    """

    kind: StatementKind
    id: str
    rule: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """All records of `editorial/ids/`; `pages` maps the address of each page to its title."""

    sources: Mapping[str, PublishedSource] = field(default_factory=dict)
    statements: tuple[PublishedStatement, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sources or self.pages)


@dataclass(frozen=True, slots=True)
class Former:
    """A published address that has moved or gone.

    `page` and `fragment` are the old address; `url` is where it redirects, or None if nothing
    replaced it; `words` are the words that were there, so that a reader recognises them.
    """

    page: str
    fragment: str
    url: str | None
    words: str


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A published page that no longer exists.

    `url` is the page that replaced it, or None; `nearest` are addresses of pages with similar
    titles; `parts` are the addresses within it.
    """

    page: str
    title: str
    url: str | None
    nearest: tuple[str, ...] = ()
    parts: tuple[Former, ...] = ()
