"""The corpus: briefings, people, outlets and topics, as pages and data show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .annotations import Annotations
from .editorial import Change
from .figures import Discrepancy, Figure, Indicator
from .registry import Former
from .relations import Relations
from .report import Report
from .text import Mode, Participant, Place, Witness


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a question that name its subject: `text` is the span at `place`.

    `clipped` says that the end was cut off for length.
    """

    place: Place
    text: str
    clipped: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, the chair's hand-overs and the answers: ids of turns of the primary witness.

    `subject` is None if no rule finds words of the question that name its subject.
    """

    id: str
    question: str
    handovers: tuple[str, ...]
    answers: tuple[str, ...]
    topics: tuple[str, ...] = ()
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class JoinEvidence:
    """Why a source is assigned to the same event as another one (`other`).

    `by_editors` means that both have the same `event:`. The other fields compare the two texts;
    True: the same, False: different, None: one of them does not say. Of the `people_of` names in
    the shorter list, `people` are in both; `text` is the share of the shorter text (0 to 1),
    without its chair, that the longer one contains.
    """

    source: str
    other: str
    by_editors: bool = False
    day: bool | None = None
    hour: bool | None = None
    place: bool | None = None
    host: bool | None = None
    title: bool | None = None
    number: bool | None = None
    people: int = 0
    people_of: int = 0
    text: float = 0.0


@dataclass(frozen=True, slots=True)
class Briefing:
    """The event: one press conference on one day, with its witnesses, the primary one first.

    `section_topics` are the topics of every section of an article, `passage_topics` those of
    passages outside exchanges. `joined` says for every other witness why it belongs to this event;
    `sources` has all their ids. `short_title` is the title in lists. Texts, participants, exchanges
    and topics may be loaded lazily and dropped: iterate over them, do not keep them.
    """

    slug: str
    title: str
    title_by_editors: bool
    date: str | None
    time: str | None
    place: str | None
    host: str | None
    series: str | None
    number: int | None
    witnesses: Sequence[Witness]
    participants: Sequence[Participant]
    exchanges: Sequence[Exchange]
    section_topics: Sequence[tuple[str, tuple[str, ...]]] = ()
    passage_topics: Sequence[tuple[str, tuple[str, ...]]] = ()
    joined: tuple[JoinEvidence, ...] = ()
    sources: tuple[str, ...] = ()
    short_title: str = ""

    @property
    def primary(self) -> Witness:
        return self.witnesses[0]

    @property
    def ids(self) -> frozenset[str]:
        """All ids of exchanges, turns, sections and passages."""
        return frozenset(
            (
                *(exchange.id for exchange in self.exchanges),
                *(part.id for witness in self.witnesses for part in witness.parts),
                *(passage.id for witness in self.witnesses for passage in witness.passages),
            )
        )


@dataclass(frozen=True, slots=True)
class RoleWording:
    """A role in the words of one witness on one date."""

    role: str
    organization: str | None
    date: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place where an article quotes or reports a person."""

    place: Place
    mode: Mode


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who spoke, is listed, or is reported; `turns` has a place for each turn.

    `chinese` is the name in Chinese characters, `chinese_basis` where it is attested; `family` is
    the part of `name` that is the family name, or "" if unknown.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    roles: tuple[RoleWording, ...]
    turns: tuple[tuple[str, Place], ...]
    mentions: tuple[Place, ...]
    quoted: tuple[Quoted, ...]
    note: str | None = None
    chinese: str | None = None
    chinese_basis: str | None = None
    family: str = ""


@dataclass(frozen=True, slots=True)
class PersonNames:
    """The names by which running text may refer to a person; `full` are those of several words."""

    id: str
    name: str
    full: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation that asked; `questions` pairs a turn id with its place.

    `chinese` is the name in Chinese characters, `chinese_basis` where it is attested.
    """

    id: str
    name: str
    other_names: tuple[str, ...]
    questions: tuple[tuple[str, Place], ...]
    note: str | None = None
    chinese: str | None = None
    chinese_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that editors define; `exchanges` and `sections` are (briefing, id) pairs.

    `passages` are paragraphs on it outside exchanges (in opening statements and articles): a place
    has the span of the first words that name the topic, or no span if a heading or an editor
    assigned it.
    """

    id: str
    title: str
    description: str
    exchanges: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]
    passages: tuple[Place, ...] = ()

    @property
    def briefings(self) -> frozenset[str]:
        """The briefings in which it occurs."""
        pairs = (*self.exchanges, *self.sections)
        return frozenset(
            (*(slug for slug, _ in pairs), *(place.briefing for place in self.passages))
        )


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything known before the first page is made.

    `former` are published addresses that now lead elsewhere; `earlier` has, by briefing and
    passage, the texts previously published under its id; `digests` has, by briefing, a hash over
    its texts and everything extracted from them; `digest` is a hash over everything, including the
    glossary, but not notes, report and published ids.

    The stages fill it from the top: `group` the texts and people, `extract` mentions, figures and
    terms, `relate` indicators and discrepancies, `annotate` the editors' additions, `survey` what
    is uncertain.
    """

    briefings: tuple[Briefing, ...]
    people: tuple[Person, ...]
    outlets: tuple[Outlet, ...]
    topics: tuple[Topic, ...]
    unassigned: tuple[tuple[str, str], ...]
    mentions: Mapping[tuple[str, str], tuple[tuple[Place, str], ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    former: tuple[Former, ...] = ()
    earlier: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    figures: Sequence[Figure] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    digest: str = ""
    indicators: tuple[Indicator, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    annotations: Annotations = field(default_factory=Annotations)
    relations: Relations = field(default_factory=Relations)
    report: Report = field(default_factory=Report)
