"""The schemas of the files in `editorial/`.

Text editors show the descriptions and the docstrings of the classes, which are exported as JSON
Schemas.
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
_BEGINS = "first words of the part, if the line consists of several parts"
_KEEP = "yes: keep the entry although it occurs in no text"
_ATTESTED = "where it is attested: a passage that contains it, or the title of a public text"


class LabelSchema(Entry):
    """Rules whether a line is a speaker's label, and who speaks after it."""

    line: Line = Field(gt=0, description="line number in the source, from 1")
    label: YesNo = Field(description="yes: the line is a label; no: it is text")
    speaker: Text | None = Field(None, description="the speaker: the name of a person or outlet")
    kind: SpeakerKind | None = Field(None, description="the kind of speaker")
    begins: Text | None = Field(None, description=_BEGINS)


class RoleSchema(Entry):
    """Rules what a line is."""

    line: Line = Field(gt=0, description="line number in the source, from 1")
    role: Role = Field(description="what the line is")
    begins: Text | None = Field(None, description=_BEGINS)


class NameSchema(Entry):
    """Rules whom a title and surname refer to, if several people share the surname."""

    line: Line = Field(gt=0, description="line number in the source, from 1")
    name: Text = Field(description="title and surname as printed, such as Mr. Li")
    person: Id | Literal["unknown"] = Field(
        description="the person's id, or unknown if the text does not say which person"
    )
    begins: Text | None = Field(None, description=_BEGINS)


class EditionSchema(Entry):
    """An earlier edition of a source, kept by `build_site.py new --replaces`."""

    file: str = Field(
        pattern=r"^editions/[^/\\]+\.(txt|md|html?)$",
        description="path of its file below seeds/",
    )
    sha256: Sum = Field(description="the SHA-256 checksum of the file")
    replaced: FullDay = Field(description="day on which a later edition replaced it here")
    published: Day | None = Field(None, description="day on which this edition was published")
    url: Url | None = Field(None, description="address at which this edition was published")
    encoding: Encoding | None = Field(
        None, description="the encoding of the file, if it is not UTF-8"
    )


class CheckedSchema(Entry):
    """Records that an editor checked the structure against the source."""

    by: Id = Field(description="the editor who checked it: an id in editors.yml")
    on: FullDay = Field(description="day of the check")
    state: State | None = Field(
        None,
        description="the state that the report shows; reveals whether anything has changed since",
    )


class SourceSchema(Entry):
    """`sources/<id>.yml`: information that editors give about a source; all keys are optional."""

    kind: SourceKind | None = Field(
        None, description="the kind of text, if it was not recognised correctly"
    )
    quality: Quality | None = Field(None, description="how the English text was produced")
    quality_basis: Text | None = Field(None, description="the basis of the judgement on quality")
    title: Text | None = Field(None, description="a title by editors, if the source has none")
    short_title: ShortTitle | None = Field(
        None,
        description="the title in lists, at most two short lines; citations use the full title",
    )
    date: EventDay | None = Field(
        None, description="day of the event; --01-10 if the year is unknown, unknown if the day is"
    )
    date_basis: Text | None = Field(None, description="the basis of the date")
    time: Text | None = Field(None, description="time of the event as printed, such as '10 a.m.'")
    place: Text | None = Field(None, description="city or venue of the event")
    host: Text | None = Field(None, description="the body that held the event")
    name: Text | None = Field(
        None,
        description="the name of this text for readers, such as Transcript, SCIO, 24 October 2023",
    )
    publisher: Text | None = Field(None, description="the publisher of this text")
    published: Day | None = Field(None, description="day on which this text was published")
    url: Url | None = Field(None, description="address at which this text was published")
    encoding: Encoding | None = Field(
        None, description="the encoding of the file, if it is not UTF-8, such as gb18030"
    )
    language: LanguageTag | None = Field(
        None, description="the language of the text, if the file does not declare it"
    )
    retrieved: FullDay | None = Field(
        None, description="day on which it was retrieved from that address"
    )
    archived: Url | None = Field(None, description="address of an archived copy")
    rights: Text | None = Field(None, description="who holds which rights in this text")
    event: Text | None = Field(
        None, description="sources with the same word here are about the same event"
    )
    distinct_from: list[Text] = Field(
        [], description="ids of sources that share most of its words but are different texts"
    )
    primary: YesNo | None = Field(None, description="yes: this is the primary text of its event")
    slug: Id | None = Field(
        None, description="the last part of the page's address, instead of the default"
    )
    labels: list[LabelSchema] = Field([], description="rulings on lines that may be labels")
    roles: list[RoleSchema] = Field([], description="rulings on what a line is")
    names: list[NameSchema] = Field([], description="rulings on whom a title and surname refer to")
    editions: list[EditionSchema] = Field(
        [], description="earlier editions of this source, oldest first (written by the program)"
    )
    checked: CheckedSchema | None = Field(
        None, description="who checked turns, labels and roles against the text"
    )


class NamedSchema(Entry):
    """A person of `people.yml` or an outlet of `outlets.yml`, keyed by a permanent id."""

    name: Text = Field(description="the preferred name")
    aliases: list[Text] = Field([], description="other names that the texts use")
    chinese: Text | None = Field(None, description="the name in Chinese characters")
    chinese_basis: Text | None = Field(None, description=_ATTESTED)
    note: Text | None = Field(None, description="a neutral remark, shown on the page")
    not_: list[Id] = Field(
        [], alias="not", description="ids of different entries, however similar the names are"
    )
    keep: YesNo = Field(False, description=_KEEP)


class PersonSchema(NamedSchema):
    """A person of `people.yml`."""

    family: Text | None = Field(
        None, description="the family name, as part of the name; used in citations"
    )


class TopicSchema(Entry):
    """A topic of `topics.yml`, keyed by a permanent id."""

    title: Text = Field(description="the heading of its page")
    description: Text = Field(description="one neutral sentence on what the topic covers")
    words: list[Text] = Field(
        [],
        description="words that assign an exchange or section to it (whole words, in any case)",
    )
    passages: list[Pointer] = Field(
        [], description="passages assigned by hand: source and line (000:57) or full passage id"
    )
    keep: YesNo = Field(False, description=_KEEP)


class ChangeSchema(Entry):
    """An entry of `changes.yml`: a correction or addition."""

    date: FullDay = Field(description="day of the change")
    text: Text = Field(description="what changed, in one sentence")
    briefing: Text | None = Field(
        None, description="the briefing concerned: the last part of its address"
    )


class EditorSchema(Entry):
    """An editor who signs notes, in `editors.yml`, keyed by a permanent id."""

    name: Text = Field(description="the name with which notes are signed")
    note: Text | None = Field(None, description="who the editor is")


def _also_plain_text(schema: dict[str, Any]) -> None:
    """Allow plain text instead of a map in the JSON Schema."""
    mapping = {key: schema.pop(key) for key in list(schema) if key not in ("title", "description")}
    schema["anyOf"] = [{"type": "string", "minLength": 1}, mapping]


class TextOrMap(Entry):
    """An entry that may be written as plain text: the value of its first key."""

    model_config = ConfigDict(json_schema_extra=_also_plain_text)

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {next(iter(cls.model_fields)): value} if isinstance(value, str) else value


class RenderingSchema(TextOrMap):
    """Another English wording of a term; plain text is enough if no other key is needed."""

    text: Text = Field(description="the wording")
    sources: list[Text] = Field(
        [], description="ids of sources, if it has this meaning only in these"
    )
    case: TermCase | None = Field(None, description="exact: match these capitals only")


class QuotationSchema(Entry):
    """Words of a source that explain a term."""

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text = Field(description="the exact words, which must occur once in the passage")


class TermSchema(Entry):
    """A term of `glossary.yml`, keyed by a permanent id."""

    term: Text = Field(description="the preferred wording")
    kind: TermKind = Field(description="the kind of term")
    renderings: list[RenderingSchema] = Field([], description="all other English wordings")
    sources: list[Text] = Field(
        [], description="ids of sources, if the preferred wording has this meaning only in these"
    )
    case: TermCase | None = Field(
        None, description="exact: match these capitals only (the default for acronyms, such as MPS)"
    )
    chinese: Text | None = Field(None, description="the original wording in Chinese")
    chinese_basis: Text | None = Field(None, description=_ATTESTED)
    definition: Text | None = Field(
        None, description="what it is, in one or two plain, neutral sentences"
    )
    basis: Text | None = Field(
        None,
        description="the basis of the definition: a passage (000:57), an article of a law, or the "
        "title of a public text",
    )
    quotations: list[QuotationSchema] = Field([], description="explanations in the sources")
    explanation: Text | None = Field(None, description="further explanation, for the term's page")
    explanation_basis: Text | None = Field(
        None, description="the basis of the explanation, if it is a different one"
    )
    explain: YesNo | None = Field(
        None,
        description="whether its first use in a briefing is marked for every reader; by default if "
        "it has a definition and is a measure, operation, policy or slogan, an abbreviation, or in "
        "quotation marks",
    )
    broader: list[Id] = Field(
        [], description="ids of broader terms, of which this one is a kind or a part"
    )
    exact_match: list[Url] = Field(
        [], description="addresses of the same concept in other vocabularies, such as Wikidata"
    )
    close_match: list[Url] = Field(
        [], description="addresses of nearly the same concept in other vocabularies"
    )
    see: list[Id] = Field([], description="ids of related terms")
    not_: list[Text] = Field(
        [],
        alias="not",
        description="longer wordings that contain the term's words but mean something else",
    )
    keep: YesNo = Field(False, description=_KEEP)


class NotedSchema(Entry):
    """Words to which a note is attached."""

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text = Field(description="the exact words, which must occur once in the passage")
    prefix: str | None = Field(None, description="words directly before the quote, if it recurs")
    suffix: str | None = Field(None, description="words directly after the quote, if it recurs")


class NoteSchema(NotedSchema):
    """A note of `notes/<briefing>.yml`, keyed by a permanent id."""

    also: list[NotedSchema] = Field(
        [], description="other words, in any text, to which the note is attached as well"
    )
    kind: NoteKind = Field(description="the kind of note")
    text: Text = Field(description="the note: plain text, *emphasis*, **strong**, [links](...)")
    basis: Text = Field(description="the basis of the note")
    see: list[Pointer] = Field([], description="other passages that it refers to")
    author: Id = Field(description="the editor who signs it: an id in editors.yml")
    date: FullDay = Field(description="day on which it was written")
    weight: NoteWeight = Field(
        "more",
        description="essential: every reader of the passage should see it; more: background (the"
        " default)",
    )


class SameSchema(Entry):
    """A group in `search.yml`: wordings that the search treats as synonyms."""

    words: list[Text] = Field(min_length=2, description="the wordings: words or phrases")
    note: Text | None = Field(None, description="the reason, or where the sources say so")
    keep: YesNo = Field(False, description=_KEEP)


class PinnedSchema(Entry):
    """What the home page shows first; the build chooses the rest."""

    briefing: Id | None = Field(
        None,
        description="the last part of a briefing's address: it is shown instead of the newest one",
    )
    numbers: list[Id] = Field([], max_length=6, description="ids of indicators")
    disagreements: list[RecordId] = Field([], max_length=3, description="ids of discrepancies")
    searches: list[Text] = Field([], max_length=3, description="examples of searches")
    topics: list[Id] = Field([], max_length=12, description="ids of topics")
    people: list[Id] = Field([], max_length=12, description="ids of people")
    terms: list[Id] = Field([], max_length=12, description="ids of terms")


class SiteSchema(Entry):
    """`site.yml`: the name and texts of the site; all keys are optional."""

    name: Text | None = Field(None, description="the name of the site")
    description: Text | None = Field(None, description="one sentence for search engines and feeds")
    home: Text | None = Field(None, description="the first sentence of the home page")
    about: Text | None = Field(
        None,
        description="a text about this collection for the About page: paragraphs, *emphasis*, "
        "**strong**, [links](https://...)",
    )
    pinned: PinnedSchema | None = Field(None, description="what the home page shows first")
    published: YesNo | None = Field(
        None, description="yes: ids/ records what is published (written by freeze)"
    )
