"""Editorial files as the stages see them. Every field is optional and has an empty default."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .figures import (
    Direction,
    DiscrepancyClass,
    DiscrepancyStatus,
    DiscrepancyType,
    IndicatorKind,
    Ruling,
)
from .settings import Checked, Settings, Where

TermKind = Literal[
    "operation", "policy", "organization", "law", "slogan", "place", "offence", "measure",
    "statistic", "event", "thing",
]  # fmt: skip
TermCase = Literal["exact", "any"]
NoteKind = Literal["context", "translation", "discrepancy", "correction", "cross-reference"]
NoteWeight = Literal["essential", "more"]


@dataclass(frozen=True, slots=True)
class Pinned:
    """What the home page shows first: the slug of a briefing, ids of indicators, discrepancies,
    topics, people and terms, and words to search for.

    `wheres` gives the place of each in the file, by field and name.
    """

    briefing: str | None = None
    numbers: tuple[str, ...] = ()
    disagreements: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    wheres: tuple[tuple[str, str, Where], ...] = ()


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """`editorial/site.yml`: the name of the site and what it says about itself."""

    where: Where
    name: str | None = None
    description: str | None = None
    home: str | None = None
    about: str | None = None
    published: bool = False
    pinned: Pinned = Pinned()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`editorial/people.yml`: a person's preferred name and the other names in the texts.

    `not_` are ids of people who are different, however similar the names. `keep` retains the entry
    even if its names are in no text. `wheres` has the place of the entry, then of each alias.
    `chinese_basis` says where the Chinese name is attested; `family` is the part of `name` that is
    the family name.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str | None = None
    not_: tuple[str, ...] = ()
    keep: bool = False
    wheres: tuple[Where, ...] = ()
    chinese: str | None = None
    chinese_basis: str | None = None
    family: str | None = None


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """`editorial/outlets.yml`: like `PersonEntry`, for an outlet."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str | None = None
    not_: tuple[str, ...] = ()
    keep: bool = False
    wheres: tuple[Where, ...] = ()
    chinese: str | None = None
    chinese_basis: str | None = None


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """`editorial/topics.yml`: a topic, assigned by words and by hand.

    `words` are matched as whole words, ignoring case. `passages` are full passage ids with their
    source (`000-t5p1`) or source and line (`000:97`); the exchange or section that contains one
    belongs to the topic. `wheres` has the place of each of `passages` in the file, `word_wheres`
    that of each of `words`. `keep` retains the topic even if nothing matches.
    """

    id: str
    title: str
    description: str
    words: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    wheres: tuple[Where, ...] = ()
    where: Where | None = None
    word_wheres: tuple[Where, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the Changes page: a correction or an addition, with a date and one sentence."""

    date: str
    text: str
    briefing: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English wording of a term; if `sources` is set, it has this meaning only there."""

    text: str
    where: Where
    sources: tuple[str, ...] = ()
    case: TermCase | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source that explain a term or carry a note.

    `passage` is as the editor wrote it (`000:57`); `prefix` and `suffix` are the words directly
    before and after a quote that recurs.
    """

    passage: str
    quote: str
    passage_where: Where
    quote_where: Where
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """`editorial/glossary.yml`: a name or set phrase that a reader may need explained.

    `renderings` has every wording, the preferred one first; `wrong` has longer wordings that
    contain one of them but are not the term. `definition` is written by editors, with `basis` as
    its source; so is `explanation`, unless it has its own `explanation_basis`. `explain` says
    whether readers need an explanation; None leaves it to the rule. `quotations` are the sources'
    words. `broader` are ids of terms of which this one is a kind or part, `see` ids of related
    terms; `exact_match` and `close_match` are addresses of the same, or nearly the same, concept in
    other vocabularies; `chinese_basis` says where the Chinese wording is attested. `grounds` has
    each basis with its place in the file.
    """

    id: str
    term: str
    kind: TermKind
    where: Where
    renderings: tuple[Rendering, ...]
    wrong: tuple[str, ...] = ()
    chinese: str | None = None
    chinese_basis: str | None = None
    quotations: tuple[Quotation, ...] = ()
    definition: str | None = None
    basis: str | None = None
    explanation: str | None = None
    see: tuple[str, ...] = ()
    keep: bool = False
    broader: tuple[str, ...] = ()
    exact_match: tuple[str, ...] = ()
    close_match: tuple[str, ...] = ()
    explanation_basis: str | None = None
    explain: bool | None = None
    grounds: tuple[tuple[str, Where], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """`editorial/notes/<briefing>.yml`: an annotation on words of passages, signed and dated.

    `file` is the stem of the file name; `quotations` are the words annotated, one or more, of which
    the first is the note's home; `see` is as the editor wrote it (`000:57`).
    """

    id: str
    file: str
    quotations: tuple[Quotation, ...]
    kind: NoteKind
    text: str
    basis: str
    author: str
    date: str
    where: Where
    see: tuple[str, ...] = ()
    see_wheres: tuple[Where, ...] = ()
    weight: NoteWeight = "more"


@dataclass(frozen=True, slots=True)
class EditorEntry:
    """`editorial/editors.yml`: an editor who signs notes."""

    id: str
    name: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """`editorial/indicators.yml`: a measure, and how to recognise its figures.

    A figure matches if its unit is one of `units`, its role fits `kind`, its subject contains all
    words of one of `wordings` and none of `without`, and its sentence contains one of `context`.
    `figures` and `not_figures` are assignments by hand; `quotes` has, for each of these, the words
    that the editor gave with it (None if only the id) and their place. `scopes` are names of
    narrower quantities that some texts count, each with phrases that identify them.

    The build decides which values can be compared; `comparable` (all or none) and `series` (figures
    under one name) override it, with a `reason`. `subject` begins a sentence; `topics` are ids.
    `keep` retains the entry even if no figure matches; the last two fields have the places of
    `units` and `wordings`.
    """

    id: str
    title: str
    kind: IndicatorKind
    units: tuple[str, ...]
    wordings: tuple[str, ...]
    note: str
    where: Where
    comparable: bool | None = None
    reason: str = ""
    subject: str = ""
    topics: tuple[str, ...] = ()
    scopes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    context: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    direction: Direction | None = None
    confusions: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    not_figures: tuple[str, ...] = ()
    series: tuple[tuple[str, str], ...] = ()
    quotes: tuple[tuple[str, str | None, Where], ...] = ()
    keep: bool = False
    unit_wheres: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscrepancyEntry:
    """`editorial/discrepancies.yml`: a ruling on a record, or an added record.

    `passages` are pointers (`000:57`). `passages`, `type` and `quotes` (the words that are meant in
    some of the passages) are set only for added records. `group` is set if editors class the record
    differently from its rule.
    """

    id: str
    status: DiscrepancyStatus
    where: Where
    text: str | None = None
    basis: str | None = None
    type: DiscrepancyType | None = None
    passages: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    group: DiscrepancyClass | None = None
    ruling: Ruling = field(default_factory=Ruling)


@dataclass(frozen=True, slots=True)
class Editorial:
    """All of `editorial/`; an empty one is enough to build a corpus.

    `same` are groups of wordings that a search treats as equivalent (`search.yml`); `same_wheres`
    has the place of each group, or None if it is kept although no text has its words. `checked` has
    the briefings that editors have checked, by slug.
    """

    sources: dict[str, Settings] = field(default_factory=dict)
    people: tuple[PersonEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    changes: tuple[Change, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    redirect_wheres: tuple[Where, ...] = ()
    glossary: tuple[TermEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    editors: tuple[EditorEntry, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    same_wheres: tuple[Where | None, ...] = ()
    site: SiteEntry | None = None
    checked: dict[str, Checked] = field(default_factory=dict)
    indicators: tuple[IndicatorEntry, ...] = ()
    discrepancies: tuple[DiscrepancyEntry, ...] = ()
