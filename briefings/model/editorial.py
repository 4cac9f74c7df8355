"""What editors write, as the stages see it.  Every field has an empty default: all is optional."""

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
    """What the home page shows first: a briefing's address, ids of indicators, of discrepancies, of
    topics, people and terms, and words to search for.

    `wheres` says where each of them stands, by its field and name.
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
    """`editorial/site.yml`: what the site of this corpus is called and says of itself."""

    where: Where
    name: str | None = None
    description: str | None = None
    home: str | None = None
    about: str | None = None
    published: bool = False
    pinned: Pinned = Pinned()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`editorial/people.yml`: a person's preferred name and the other names printed for them.

    `not_` are ids of people who are not this one, however alike the names look.  `keep` says that
    the entry stays though no text has its names.  `wheres` has the place of the entry, then those
    of the aliases.  `chinese_basis` says where the Chinese name is attested, `family`
    which part of `name` is the family's.
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
    """`editorial/outlets.yml`: as `PersonEntry`, of an outlet."""

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
    """`editorial/topics.yml`: a topic is found by its words, and by hand.

    `words` are matched whole and without case; `passages` are full passage ids with their source
    (`000-t5p1`) or source and line (`000:97`): the exchange or section that holds one belongs to
    the topic.  `wheres` tells where each of `passages` stands in the file, `word_wheres` where
    each of `words` does; `keep` says that it stays though no text is on it.
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
    """An entry of the Changes page: a correction or an addition, dated and said in a sentence."""

    date: str
    text: str
    briefing: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """One English wording of a term; `sources` are the only ones where it means this."""

    text: str
    where: Where
    sources: tuple[str, ...] = ()
    case: TermCase | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source that explain a term, or that a note is on.

    `passage` is as an editor wrote it (`000:57`); `prefix` and `suffix` are the words right before
    and after the quote, where it recurs.
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

    `renderings` holds every wording, the preferred one first; `wrong` holds longer wordings that
    contain one of them and are not the term.  `definition` is the editors' own and rests on
    `basis`; so does `explanation`, unless `explanation_basis` gives another ground.  `explain` says
    whether readers need it explained, None where the rule decides.  `quotations` are the sources'
    words.  `broader` are ids of terms of which this one is a kind or part, `see` those of related
    ones; `exact_match` and `close_match` are addresses of the same, or nearly the same, in other
    vocabularies; `chinese_basis` says where the Chinese wording is attested.  `grounds` has each
    basis with its place in the file.
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

    `file` is the stem of the file; `quotations` are the words that it is on, one or more, the
    first of which is its home; `see` is as an editor wrote it (`000:57`).
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
    """`editorial/editors.yml`: who signs notes."""

    id: str
    name: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """`editorial/indicators.yml`: what is measured, and how its figures are known.

    A figure is matched where its unit is one of `units`, its role fits `kind`, its subject holds
    all words of one of `wordings` and none of `without`, and its sentence one of `context`.
    `figures` and `not_figures` are assignments by hand; `quotes` has, for each of these, the words
    that an editor gave with it (None where only its id) and where they stand.  `scopes` are names
    of narrower things that some texts count, each with phrases of their sentences.

    The build decides what may be compared.  `comparable` (all of it, or nothing) and `series`
    (figures of one name may be) overrule it, for a `reason`.  `subject` begins a sentence, `topics`
    are ids.  `keep` says that it stays though no figure fits; the last two hold the places of
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
    wording_wheres: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscrepancyEntry:
    """`editorial/discrepancies.yml`: a ruling on a record that was found, or a record added.

    `passages` are pointers (`000:57`); they and `type` stand only on what an editor adds, as do
    `quotes`, the words that are meant in some of them.  `group` is set where editors class the
    record otherwise than its rule does.
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
    """All of `editorial/`; an empty one builds a corpus just as well.

    `same` are groups of wordings that a search takes for one another (`search.yml`); `same_wheres`
    has the place of each group, None where it stays though no text has its words.  `checked` has
    the briefings that editors checked, by slug.
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
