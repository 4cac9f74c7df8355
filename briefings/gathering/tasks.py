"""The work on one source and on one briefing: pure functions for any process or machine.

Tasks take and return plain values. The full result is pickled where it is made, so that it can be
moved and stored without unpickling; beside it is the small summary that the whole corpus needs. A
result depends only on its arguments.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from .. import group as group_stage
from .. import isolation
from .. import registry as registry_stage
from ..clean import clean
from ..earlier import earlier_texts
from ..engine.store import dump, restore
from ..extract.figures import figures_of
from ..extract.mentions import MayName, PassageMentions, mentions_of
from ..extract.quotations import quotations_of
from ..extract.terms import Matcher, terms_of
from ..group import Assembled, BriefingPeople, EventPlan, Features, OnTopic, TopicWords
from ..isolation import attempt
from ..model import (
    Briefing,
    Edition,
    Editorial,
    Figure,
    PersonNames,
    Place,
    PublishedSource,
    PublishedStatement,
    Quoted,
    Registry,
    Settings,
    Source,
    TermEntry,
    TermMention,
    Witness,
)
from ..parse import parse
from ..parse.concerning import words_of
from ..problems import Problem, Problems
from ..read import SourceFile, read_source


@dataclass(frozen=True, slots=True)
class ReadTask:
    """One source to read: its bytes, its editorial settings and its published ids.

    `editions` are its earlier editions, whose bytes are not needed.
    """

    file: SourceFile
    data: bytes
    settings: Settings
    record: PublishedSource | None
    editions: tuple[tuple[Edition, Source], ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """What the corpus needs to know about one source.

    `readable` says whether the file is a text; `features` is None if the source has no readable
    content; `words` are hashes of its words (see `parse.concerning`); `moved` says where ids lead
    that no longer exist; `ruled` says whether editors ruled on its lines.
    """

    readable: bool
    problems: tuple[Problem, ...]
    words: array[int]
    features: Features | None = None
    moved: Mapping[str, str] | None = None
    ruled: bool = False


def read_text(editorial: Editorial, task: ReadTask) -> tuple[Text, bytes]:
    """Reads one source with its published ids; returns the summary and the pickled witness.

    `editorial` has the people and outlets that editors know.
    """
    problems = Problems()
    nothing = array("I")
    settings = task.settings
    source = read_source(task.file, task.data, settings.encoding, problems)
    if source is None:
        return Text(False, tuple(problems), nothing), b""
    part = isolation.Part(source.path, 1, next((line for line in source.lines if line.strip()), ""))
    cleaned = attempt(
        isolation.CLEAN, part, partial(
            clean, source, problems, settings.kept, settings.settled, settings.language
        ),
        None, problems,
    )  # fmt: skip
    if cleaned is None or not cleaned.blocks:
        return Text(True, tuple(problems), nothing), b""
    words = words_of(cleaned, settings)
    witness = attempt(
        isolation.PARSE, part, partial(parse, cleaned, settings, editorial, problems), None,
        problems,
    )  # fmt: skip
    if witness is None:
        return Text(True, tuple(problems), words), b""
    witness = replace(witness, earlier=earlier_texts(task.editions, settings, editorial))
    identified = registry_stage.identify(witness, task.record)
    text = Text(
        True, tuple(problems), words, Features.of(identified.witness), dict(identified.moved),
        ruled=bool(settings.labels or settings.roles),
    )  # fmt: skip
    return text, dump(identified.witness)


@dataclass(frozen=True, slots=True)
class AssembleTask:
    """One event whose texts become a briefing; `texts` are pickled witnesses."""

    plan: EventPlan
    texts: tuple[bytes, ...]
    topics: TopicWords


@dataclass(frozen=True, slots=True)
class Share:
    """What the corpus needs to know about one briefing before extraction.

    `head` is the briefing without texts, participants, exchanges and topics; `lengths` are the
    numbers of these.
    """

    head: Briefing
    lengths: tuple[int, int, int, int, int]
    people: BriefingPeople
    topics: OnTopic
    may_name: MayName


def assemble_briefing(_: None, task: AssembleTask) -> tuple[Share, bytes]:
    """A briefing's share in the corpus, and the pickled briefing."""
    texts: list[Witness] = [restore(text) for text in task.texts]
    assembled: Assembled = group_stage.assemble(task.plan, texts, task.topics)
    briefing = assembled.briefing
    lengths = (
        len(briefing.witnesses), len(briefing.participants), len(briefing.exchanges),
        len(briefing.section_topics), len(briefing.passage_topics),
    )  # fmt: skip
    head = replace(
        briefing, witnesses=(), participants=(), exchanges=(), section_topics=(), passage_topics=()
    )
    return Share(head, lengths, assembled.people, assembled.topics, MayName.of(briefing)), dump(
        briefing
    )


@dataclass(frozen=True, slots=True)
class ExtractTask:
    """One pickled briefing for extraction.

    `people` are those whom it may name, `prefix` begins the ids of figures, and `statements` are
    the published ones based on its sources.
    """

    briefing: bytes
    people: tuple[PersonNames, ...]
    prefix: str
    statements: tuple[PublishedStatement, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Record:
    """A briefing with everything extracted from its own words.

    `mentions` are by passage id.
    """

    briefing: Briefing
    mentions: Mapping[str, PassageMentions]
    figures: tuple[Figure, ...]
    terms: tuple[TermMention, ...]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the corpus needs to know from extraction: who is named and quoted where, and the
    mentions of terms.

    `figures` is the number of figures in the record.
    """

    problems: tuple[Problem, ...]
    figures: int
    terms: tuple[TermMention, ...]
    mentions: tuple[tuple[Place, str], ...]
    quoted: tuple[tuple[str, Quoted], ...]


def extract_briefing(glossary: tuple[TermEntry, ...], task: ExtractTask) -> tuple[Extracted, bytes]:
    """The names, quotations and figures of one briefing, and its pickled record."""
    problems = Problems()
    briefing: Briefing = restore(task.briefing)
    mentions = mentions_of(briefing, task.people, problems)
    quoted = quotations_of(briefing, mentions, problems)
    names = {person.id: person.name for person in task.people}
    figures = registry_stage.name_figures(
        figures_of(briefing, task.prefix, quoted, names, problems),
        briefing.witnesses,
        Registry(statements=task.statements),
    )
    terms = terms_of(briefing.witnesses, _matcher(glossary), problems)
    extracted = Extracted(
        tuple(problems),
        len(figures),
        terms,
        tuple(mention for of_passage in mentions.values() for mention in of_passage),
        quoted,
    )
    return extracted, dump(Record(briefing, mentions, figures, terms))


@lru_cache(maxsize=1)
def _matcher(glossary: tuple[TermEntry, ...]) -> Matcher:
    return Matcher(glossary)
