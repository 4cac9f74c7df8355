"""Rows that many pages share: links, names, briefings, and what a text is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A title and the URL to which it leads."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a person or an outlet; `url` is None without a page."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class CountedName:
    """A name with a number of entries; `id` is the value by which a page is filtered."""

    id: str
    name: str
    url: str | None
    count: int


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Who speaks: `printed` is the label if it differs from the name, and `known` says whether a
    text gives the name.

    `role` is the wording of the role in a text, and `family` the family name, where a page shows
    them.
    """

    kind: str
    name: str
    url: str | None
    printed: str | None
    known: bool
    role: str | None = None
    family: str = ""


@dataclass(frozen=True, slots=True)
class BriefingLink:
    """A briefing in a list: `date` is in words, `day` as known (it may lack the year), and `iso` is
    None unless the day is complete."""

    url: str
    title: str
    short: str
    date: str
    day: str | None
    iso: str | None


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest briefings of an entry in an index, and the number of others."""

    briefings: list[BriefingLink]
    more: int


@dataclass(frozen=True, slots=True)
class Origin:
    """What a text is called, who published it, and how good it is.

    `short` is its name if the briefing is known from context, and `words` its name without markup.
    `warning` is the grade if readers must be warned of it.
    """

    name: str
    short: str
    words: str
    kind: str
    publisher: str | None
    published: str | None
    quality: str | None
    by_machine: bool
    warning: str | None
    primary: bool
    text_url: str


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section of an article as an entry of a list: its heading and first words."""

    url: str
    briefing: BriefingLink
    heading: str | None
    words: str
    source: str
