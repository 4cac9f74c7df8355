"""What editors write, as the stages see it.  Every field has an empty default: all is optional."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .figures import DiscrepancyEntry, IndicatorEntry

Role = Literal[
    "title", "dateline", "participant", "label", "heading",
    "passage", "credit", "notice", "boilerplate",
]  # fmt: skip
SourceKind = Literal["transcript", "partial-transcript", "article"]
SpeakerKind = Literal["chair", "official", "outlet", "unknown"]
Quality = Literal["official-translation", "agency-report", "machine-translated", "rewritten"]
TermKind = Literal[
    "operation", "policy", "organization", "law", "slogan", "place", "offence", "measure",
    "statistic",
]  # fmt: skip
TermCase = Literal["exact", "any"]
NoteKind = Literal["context", "translation", "discrepancy", "correction", "cross-reference"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file of `editorial/`, for messages; lines and columns count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier state of a source, kept below `seeds/`: `file` is its path from there.

    `replaced` is the day on which a later edition took its place here.
    """

    file: str
    sha256: str
    replaced: str
    published: str | None = None
    url: str | None = None
    encoding: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """An editor held a structure against its source: who, when, and the hash of what was there."""

    by: str
    on: str
    state: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """`editorial/site.yml`: what the site of this corpus is called and says of itself."""

    where: Where
    name: str | None = None
    description: str | None = None
    home: str | None = None
    about: str | None = None
    published: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor says of a source (`editorial/sources/<id>.yml`); None: nothing is said.

    `date` is a day (`2022-07-25`, `--01-10`) or "unknown"; `encoding` names the codec of the file
    as received; `language` is a tag ("de").
    """

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
    encoding: str | None = None
    language: str | None = None
    retrieved: str | None = None
    archived: str | None = None
    rights: str | None = None
    event: str | None = None
    distinct_from: tuple[str, ...] = ()
    primary: bool | None = None
    slug: str | None = None
    editions: tuple[Edition, ...] = ()
    labels: tuple[LabelRuling, ...] = ()
    roles: tuple[tuple[int, Role], ...] = ()
    part_roles: tuple[PartRuling, ...] = ()
    names: tuple[NameRuling, ...] = ()
    where: Where | None = None
    role_wheres: tuple[Where, ...] = ()
    checked: Checked | None = None

    @property
    def kept(self) -> frozenset[int]:
        """The lines that editors rule to be something, so that no rule takes them out unread."""
        ruled = (*self.roles, *((ruling.line, ruling.role) for ruling in self.part_roles))
        return frozenset(line for line, role in ruled if role != "boilerplate")

    @property
    def settled(self) -> frozenset[int]:
        """The lines of which editors say anything at all."""
        return frozenset(line for line, _ in self.roles)


@dataclass(frozen=True, slots=True)
class LabelRuling:
    """An editor settles a line: it is, or is not, a label; and who speaks under it.

    `begins` are the first words of the part that is meant, where a line holds several.
    """

    line: int
    label: bool
    speaker: str | None = None
    kind: SpeakerKind | None = None
    where: Where | None = None
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class PartRuling:
    """An editor settles what a part of a line is: the one that begins with these words."""

    line: int
    role: Role
    begins: str
    where: Where


@dataclass(frozen=True, slots=True)
class NameRuling:
    """An editor settles whom a title and a surname on a line name: a person's id or "unknown".

    `begins` are the first words of the passage that is meant, where a line holds several.
    """

    line: int
    name: str
    person: str
    where: Where
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`editorial/people.yml`: a person's preferred name and the other names printed for them.

    `not_` are ids of people who are not this one, however alike the names look.  `keep` says that
    the entry stays though no text has its names.  `wheres` has the place of the entry, then those
    of the aliases.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    note: str | None = None
    not_: tuple[str, ...] = ()
    keep: bool = False
    wheres: tuple[Where, ...] = ()


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
    """Words of a source that explain a term: `passage` as an editor wrote it (`000:57`)."""

    passage: str
    quote: str
    passage_where: Where
    quote_where: Where


@dataclass(frozen=True, slots=True)
class TermEntry:
    """`editorial/glossary.yml`: a name or set phrase that a reader may need explained.

    `renderings` holds every wording, the preferred one first; `wrong` holds longer wordings that
    contain one of them and are not the term.  `definition` and `explanation` are the editors' own
    sentences and rest on `basis`; `quotations` are the sources' words.
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


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """`editorial/notes/<briefing>.yml`: an annotation on words of a passage, signed and dated.

    `file` is the stem of the file; `passage` and `see` are as an editor wrote them (`000:57`).
    """

    id: str
    file: str
    passage: str
    quote: str
    kind: NoteKind
    text: str
    basis: str
    author: str
    date: str
    where: Where
    passage_where: Where
    quote_where: Where
    prefix: str = ""
    suffix: str = ""
    see: tuple[str, ...] = ()
    see_wheres: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class EditorEntry:
    """`editorial/editors.yml`: who signs notes."""

    id: str
    name: str
    note: str | None = None


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
