"""What has been published, and under which ids: what a build finds everything again by.

Ids here are a source's own ("t12p3", without the source's prefix), so that they hold wherever the
source's text is published; `Publication` says on which page that was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

StatementKind = Literal["figure", "commitment", "formula", "discrepancy", "note"]


@dataclass(frozen=True, slots=True)
class PublishedPassage:
    """A passage as it was published last.

    `part` is the id of its turn or section.  `earlier` holds the texts that stood under the id
    before, oldest first.  `lost` passages were gone already when the record was written: their id
    is taken for good, and returns if their words do; `now` is the passage that has their words.
    """

    id: str
    part: str
    text: str
    earlier: tuple[str, ...] = ()
    lost: bool = False
    now: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A page that a source's text was published on; `plain` ids carried no prefix there."""

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
    """Words of a passage with some of what stands around them, to find them again by.

    `passage` is the source's own id, or "L12" for line 12 where the words are in no passage.
    """

    source: str
    passage: str
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PublishedStatement:
    """A figure, announcement, formula, discrepancy or note, known by the words it rests on.

    `rule` tells apart what different rules say of the same words; it may be empty.
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
    """An address that was published and no longer stands as it was.

    `page` and `fragment` are the old address, `url` is where a reader is led instead, None where
    nothing took its place; `words` is what stood there, for a reader to recognise.
    """

    page: str
    fragment: str
    url: str | None
    words: str


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page that was published and stands no more.

    `url` is the page that took its place, None where nothing did; `nearest` are addresses of
    pages with a similar title; `parts` are the addresses within it.
    """

    page: str
    title: str
    url: str | None
    nearest: tuple[str, ...] = ()
    parts: tuple[Former, ...] = ()
