"""What editors write, as the stages see it.  Every field has an empty default: all is optional."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "title", "dateline", "participant", "label", "heading",
    "passage", "credit", "notice", "boilerplate",
]  # fmt: skip
SourceKind = Literal["transcript", "partial-transcript", "article"]
SpeakerKind = Literal["chair", "official", "outlet", "unknown"]
Quality = Literal["official-translation", "agency-report", "machine-translated", "rewritten"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor says of a source (`editorial/sources/<id>.yml`); None where nothing is said."""

    kind: SourceKind | None = None
    quality: Quality | None = None
    quality_basis: str | None = None
    title: str | None = None
    date: str | None = None
    date_basis: str | None = None
    time: str | None = None
    location: str | None = None
    host: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    archived: str | None = None
    rights: str | None = None
    event: str | None = None
    primary: bool | None = None
    slug: str | None = None
    labels: tuple[LabelRuling, ...] = ()
    roles: tuple[tuple[int, Role], ...] = ()


@dataclass(frozen=True, slots=True)
class LabelRuling:
    """An editor settles a line: it is, or is not, a label; and who speaks under it."""

    line: int
    label: bool
    speaker: str | None = None
    kind: SpeakerKind | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`editorial/people.yml`: a person's preferred name and the other names printed for them."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """`editorial/outlets.yml`: an outlet's preferred name and the other names printed for it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """`editorial/topics.yml`: a topic is found by its words, and by hand.

    `words` are matched whole and without case; `passages` are full passage ids with their source
    (`000-t5p1`): the exchange or section that holds one belongs to the topic.
    """

    id: str
    title: str
    description: str
    words: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the Changes page: a correction or an addition, dated and said in a sentence."""

    date: str
    text: str
    briefing: str | None = None


@dataclass(frozen=True, slots=True)
class Editorial:
    """All of `editorial/`; an empty one builds a corpus just as well."""

    sources: dict[str, Settings] = field(default_factory=dict)
    people: tuple[PersonEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    changes: tuple[Change, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
