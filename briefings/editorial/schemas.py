"""The schemas of the files of `editorial/`. The descriptions, and the docstrings of classes, reach
editors as JSON Schemas.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from ..model import (
    NoteKind,
    NoteWeight,
    Quality,
    Role,
    SourceKind,
    SpeakerKind,
    TermCase,
    TermKind,
)
from .fields import (
    Day,
    Encoding,
    Entry,
    EventDay,
    FullDay,
    Id,
    LanguageTag,
    Pointer,
    RecordId,
    ShortTitle,
    State,
    Sum,
    Text,
    Url,
    YesNo,
)

Line = int
_BEGINS = "first words of the part that is meant, where the line holds several"
_KEEP = "yes: the entry stays, though no text has what it names"
_ATTESTED = "where it is attested: a passage that prints it, or a public text by its title"


class LabelSchema(Entry):
    """Settles whether a line is a speaker's label, and who speaks under it."""

    line: Line = Field(gt=0, description="line of the source, counted from 1")
    label: YesNo = Field(description="yes: this line is a label; no: it is text")
    speaker: Text | None = Field(None, description="who speaks: a person's or outlet's name")
    kind: SpeakerKind | None = Field(None, description="what kind of speaker this is")
    begins: Text | None = Field(None, description=_BEGINS)


class RoleSchema(Entry):
    """Settles what a line is."""

    line: Line = Field(gt=0, description="line of the source, counted from 1")
    role: Role = Field(description="what this line is")
    begins: Text | None = Field(None, description=_BEGINS)


class NameSchema(Entry):
    """Settles whom a title and a surname name, where several people of the briefing bear it."""

    line: Line = Field(gt=0, description="line of the source, counted from 1")
    name: Text = Field(description="title and surname as printed: Mr. Li")
    person: Id | Literal["unknown"] = Field(
        description="the person's id; unknown: the text does not tell which"
    )
    begins: Text | None = Field(None, description=_BEGINS)


class EditionSchema(Entry):
    """An earlier edition of a source, kept by `build_site.py new --replaces`."""

    file: str = Field(
        pattern=r"^editions/[^/\\]+\.(txt|md|html?)$",
        description="its file, as a path below seeds/",
    )
    sha256: Sum = Field(description="the SHA-256 sum of its bytes")
    replaced: FullDay = Field(description="day on which a later edition took its place here")
    published: Day | None = Field(None, description="day this edition was published")
    url: Url | None = Field(None, description="where this edition was published")
    encoding: Encoding | None = Field(None, description="how it is encoded, where not UTF-8")


class CheckedSchema(Entry):
    """That an editor held the structure against the source."""

    by: Id = Field(description="who checked it: an id of editors.yml")
    on: FullDay = Field(description="day of the check")
    state: State | None = Field(
        None, description="what the report shows as the state; tells when something changed since"
    )


class SourceSchema(Entry):
    """`sources/<id>.yml`: what an editor says of a source; all of it optional."""

    kind: SourceKind | None = Field(None, description="overrules the kind that was recognised")
    quality: Quality | None = Field(None, description="how the English text came about")
    quality_basis: Text | None = Field(None, description="what the judgement on quality rests on")
    title: Text | None = Field(None, description="an editors' title, where the source has none")
    short_title: ShortTitle | None = Field(
        None,
        description="what lists call the briefing, two short lines at most; citations keep the "
        "title",
    )
    date: EventDay | None = Field(
        None, description="day of the event; --01-10 where no year is known, unknown if no day is"
    )
    date_basis: Text | None = Field(None, description="what the date rests on")
    time: Text | None = Field(None, description="hour of the event as worded, '10 a.m.'")
    place: Text | None = Field(None, description="city or hall where the event took place")
    host: Text | None = Field(None, description="who held the event")
    name: Text | None = Field(
        None, description="what people call this text: Transcript, SCIO, 24 October 2023"
    )
    publisher: Text | None = Field(None, description="who published this text")
    published: Day | None = Field(None, description="day this text was published")
    url: Url | None = Field(None, description="where this text was published")
    encoding: Encoding | None = Field(
        None, description="how the file as received is encoded, where that is not UTF-8: gb18030"
    )
    language: LanguageTag | None = Field(
        None, description="the language that it is in, where it does not say so itself"
    )
    retrieved: FullDay | None = Field(None, description="day on which it was fetched from there")
    archived: Url | None = Field(None, description="where an archived copy stands")
    rights: Text | None = Field(None, description="who holds rights in this text, and which")
    event: Text | None = Field(
        None, description="sources with the same word here tell the same event"
    )
    distinct_from: list[Text] = Field(
        [], description="ids of sources that share most of its words and are not the same text"
    )
    primary: YesNo | None = Field(None, description="yes: this is the main text of its event")
    slug: Id | None = Field(None, description="overrules the last part of the page's address")
    labels: list[LabelSchema] = Field([], description="settles lines that may be labels")
    roles: list[RoleSchema] = Field([], description="settles what a line is")
    names: list[NameSchema] = Field([], description="settles whom a title and a surname name")
    editions: list[EditionSchema] = Field(
        [], description="earlier editions of this source, oldest first; written by the program"
    )
    checked: CheckedSchema | None = Field(
        None, description="who held turns, labels and roles of this source against its text"
    )


class NamedSchema(Entry):
    """A person of `people.yml` or an outlet of `outlets.yml`, keyed by a permanent id."""

    name: Text = Field(description="the preferred name")
    aliases: list[Text] = Field([], description="other names printed for it")
    chinese: Text | None = Field(None, description="the name in Chinese characters")
    chinese_basis: Text | None = Field(None, description=_ATTESTED)
    note: Text | None = Field(None, description="a neutral remark, shown on its page")
    not_: list[Id] = Field(
        [], alias="not", description="ids that are not this one, however alike the names look"
    )
    keep: YesNo = Field(False, description=_KEEP)


class PersonSchema(NamedSchema):
    """A person of `people.yml`."""

    family: Text | None = Field(
        None, description="the part of the name that is the family's, for citations"
    )


class TopicSchema(Entry):
    """A topic of `topics.yml`, keyed by a permanent id."""

    title: Text = Field(description="the heading of its page")
    description: Text = Field(description="one neutral sentence on what belongs here")
    words: list[Text] = Field(
        [], description="words that put an exchange or section here; matched whole, without case"
    )
    passages: list[Pointer] = Field(
        [], description="passages put here by hand: source and line (000:57) or full passage id"
    )
    keep: YesNo = Field(False, description=_KEEP)


class ChangeSchema(Entry):
    """An entry of `changes.yml`: a correction or addition."""

    date: FullDay = Field(description="day of the change")
    text: Text = Field(description="what changed, in a sentence")
    briefing: Text | None = Field(None, description="address of the briefing it is about")


class EditorSchema(Entry):
    """Somebody who signs notes, in `editors.yml`, keyed by a permanent id."""

    name: Text = Field(description="the name that notes are signed with")
    note: Text | None = Field(None, description="who that is")


def _also_plain_text(schema: dict[str, Any]) -> None:
    """Tells a YAML language server that a rendering may be written as plain text."""
    mapping = {key: schema.pop(key) for key in list(schema) if key not in ("title", "description")}
    schema["anyOf"] = [{"type": "string", "minLength": 1}, mapping]


class RenderingSchema(Entry):
    """Another English wording of a term; plain text where nothing more is to be said of it."""

    model_config = ConfigDict(json_schema_extra=_also_plain_text)

    text: Text = Field(description="the wording")
    sources: list[Text] = Field([], description="ids of the only sources where it means this")
    case: TermCase | None = Field(None, description="exact: only with these capitals")

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class QuotationSchema(Entry):
    """Words of a source that explain a term."""

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text = Field(description="the exact words, found once in the passage")


class TermSchema(Entry):
    """A term of `glossary.yml`, keyed by a permanent id."""

    term: Text = Field(description="the preferred wording")
    kind: TermKind = Field(description="what sort of thing this is")
    renderings: list[RenderingSchema] = Field([], description="every other English wording")
    sources: list[Text] = Field(
        [], description="ids of the only sources where the preferred wording means this"
    )
    case: TermCase | None = Field(
        None, description="exact: only with these capitals; the default for capitals only (MPS)"
    )
    chinese: Text | None = Field(None, description="the original wording")
    chinese_basis: Text | None = Field(None, description=_ATTESTED)
    definition: Text | None = Field(
        None, description="what it is, in one or two plain and neutral sentences"
    )
    basis: Text | None = Field(
        None,
        description="what the definition rests on: a passage (000:57), a law with its article, or "
        "a public text by its title",
    )
    quotations: list[QuotationSchema] = Field([], description="how the sources explain it")
    explanation: Text | None = Field(None, description="more, for the term's page")
    explanation_basis: Text | None = Field(
        None, description="what the explanation rests on, where that is not the basis"
    )
    explain: YesNo | None = Field(
        None,
        description="whether its first use in a briefing is marked for every reader; without it, "
        "where it has a definition and is a measure, operation, policy or slogan, an abbreviation, "
        "or in quotation marks",
    )
    broader: list[Id] = Field([], description="ids of terms of which this is a kind or a part")
    exact_match: list[Url] = Field(
        [], description="addresses of the same thing in other vocabularies, such as Wikidata"
    )
    close_match: list[Url] = Field(
        [], description="addresses there of what is nearly the same, for some uses the same"
    )
    see: list[Id] = Field([], description="ids of related terms")
    not_: list[Text] = Field(
        [], alias="not", description="longer wordings that hold the term's words and are not it"
    )
    keep: YesNo = Field(False, description=_KEEP)


class NotedSchema(Entry):
    """Words that a note stands at."""

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text = Field(description="the exact words it is about, found once in the passage")
    prefix: str | None = Field(None, description="words right before the quote, if it recurs")
    suffix: str | None = Field(None, description="words right after the quote, if it recurs")


class NoteSchema(NotedSchema):
    """A note of `notes/<briefing>.yml`, keyed by a permanent id."""

    also: list[NotedSchema] = Field(
        [], description="other words that it is about, in any text: the note stands there too"
    )
    kind: NoteKind = Field(description="what sort of note this is")
    text: Text = Field(description="the note: plain text, *emphasis*, **strong**, [links](...)")
    basis: Text = Field(description="what the note rests on")
    see: list[Pointer] = Field([], description="other passages that it is about")
    author: Id = Field(description="who signs it: an id of editors.yml")
    date: FullDay = Field(description="day it was written")
    weight: NoteWeight = Field(
        "more",
        description="essential: nobody should read the passage without it; more: for those who"
        " want to know more, which is what a note is that does not say",
    )


class SameSchema(Entry):
    """A group of `search.yml`: wordings that a search takes for one another."""

    words: list[Text] = Field(min_length=2, description="the wordings, phrases among them")
    note: Text | None = Field(None, description="why, or where the sources say so")
    keep: YesNo = Field(False, description=_KEEP)


class PinnedSchema(Entry):
    """What the home page shows first; what is left out the build chooses."""

    briefing: Id | None = Field(
        None, description="the last part of a briefing's address: it takes the newest one's place"
    )
    numbers: list[Id] = Field([], max_length=6, description="ids of indicators")
    disagreements: list[RecordId] = Field([], max_length=3, description="ids of discrepancies")
    searches: list[Text] = Field([], max_length=3, description="words to try in the search")
    topics: list[Id] = Field([], max_length=12, description="ids of topics")
    people: list[Id] = Field([], max_length=12, description="ids of people")
    terms: list[Id] = Field([], max_length=12, description="ids of terms")


class SiteSchema(Entry):
    """`site.yml`: what the site of this corpus is called and says of itself; all optional."""

    name: Text | None = Field(None, description="the name of the site")
    description: Text | None = Field(None, description="one sentence for search engines and feeds")
    home: Text | None = Field(None, description="the sentence that the home page begins with")
    about: Text | None = Field(
        None,
        description="what is said of this collection on the About page: paragraphs, *emphasis*, "
        "**strong**, [links](https://...)",
    )
    pinned: PinnedSchema | None = Field(None, description="what the home page shows first")
    published: YesNo | None = Field(
        None, description="yes: ids/ holds what is published; written by freeze"
    )
