"""The text of a witness on the reading page: turns, exchanges, sections, passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from briefings import ids, interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Exchange, Passage, Section, Speaker, Turn, Witness
from briefings.model.page import Mark
from briefings.model.relations import Run as RedlineRun
from briefings.redline import redline

from .citing import Voices, family, voices
from .elsewhere import Counterpart
from .links import Link, SpeakerName
from .lookup import Lookup
from .notes import NoteRow, notes_by_passage
from .said import unique
from .stretches import stretches_of

TOPICS = 4
"""The maximum number of topics shown for a section; with more, it is not specifically about any of
them."""


@dataclass(frozen=True, slots=True)
class PassageBlock:
    """A passage of the reading page.

    `check` is the checksum of its words, `voices` whom an article quotes in it, and `earlier` are
    the redlines from its earlier wordings. `topics` are those of the stretch that begins here.
    """

    id: str
    text: str
    marks: list[Mark]
    lines: str
    source_url: str
    repeats: str | None
    elsewhere: list[Counterpart]
    notes: list[NoteRow]
    check: str
    voices: Voices | None
    earlier: list[tuple[RedlineRun, ...]]
    topics: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnBlock:
    """A turn; in an exchange, `part` says which part it is."""

    id: str
    speaker: SpeakerName
    passages: list[PassageBlock]
    part: str | None = None
    type: ClassVar[str] = "turn"


@dataclass(frozen=True, slots=True)
class ExchangeBlock:
    """A question with its hand-overs and answers.

    `to` are those who answer, and `next` is the id of the next question.
    """

    id: str
    number: int
    asker: SpeakerName
    topics: list[Link]
    to: list[SpeakerName]
    turns: list[TurnBlock]
    next: str | None = None
    type: ClassVar[str] = "exchange"


@dataclass(frozen=True, slots=True)
class StretchBlock:
    """A stretch of a section without a heading."""

    id: str
    subject: str
    topics: list[Link]


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section of an article."""

    id: str
    heading: str | None
    topics: list[Link]
    stretches: list[StretchBlock]
    passages: list[PassageBlock]
    type: ClassVar[str] = "section"


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """A part of a text under a title of the contents."""

    id: str
    title: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class BlockRun:
    """Blocks of another text; `same` says that they repeat the primary text word for word."""

    same: bool
    count: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text of the briefing other than the primary one."""

    facts: TextFacts
    runs: list[BlockRun]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What a text is called, its kind and origin; the editors' settings supplement the source."""

    name: str
    by_machine: bool
    text_url: str
    id: str
    anchor: str
    primary: bool
    title: str | None
    subtitle: str | None
    byline: str | None
    lead: str | None
    kind: str
    quality: str | None
    quality_basis: str | None
    publisher: str | None
    published: str | None
    url: str | None
    archived: str | None
    rights: str | None
    source_url: str
    translators: list[str]
    notice: str | None


Block = TurnBlock | SectionBlock | ExchangeBlock


def main_groups(briefing: Briefing, find: Lookup) -> list[BlockGroup]:
    """Return the primary text in groups, with the headings listed in the contents."""
    witness = briefing.primary
    if witness.sections:
        sections = [section_block(section, witness, briefing, find) for section in witness.sections]
        return [BlockGroup(id="text", title=say.briefing.text, blocks=sections)]
    blocks = _turn_blocks(briefing, find)
    opening = next((n for n, block in enumerate(blocks) if block.type == "exchange"), len(blocks))
    groups = []
    if blocks[:opening]:
        title = say.briefing.opening if blocks[opening:] else say.briefing.text
        groups.append(BlockGroup(id=title.lower(), title=title, blocks=blocks[:opening]))
    if blocks[opening:]:
        title = say.briefing.questions_and_answers
        groups.append(BlockGroup(id="questions", title=title, blocks=blocks[opening:]))
    return groups


def _turn_blocks(briefing: Briefing, find: Lookup) -> list[Block]:
    """Return the turns in order, those of each exchange gathered into one block."""
    member: dict[str, tuple[int, Exchange]] = {}
    for number, exchange in enumerate(briefing.exchanges, 1):
        for id_ in (exchange.question, *exchange.handovers, *exchange.answers):
            member[id_] = (number, exchange)
    blocks: list[Block] = []
    for entry, turns in groupby(briefing.primary.turns, key=lambda turn: member.get(turn.id)):
        if entry is None:
            blocks += [turn_block(turn, briefing.primary, briefing, find) for turn in turns]
        else:
            blocks.append(_exchange_block(*entry, list(turns), briefing, find))
    following: str | None = None
    for n, block in reversed(list(enumerate(blocks))):
        if isinstance(block, ExchangeBlock):
            blocks[n] = replace(block, next=following)
            following = block.id
    return blocks


def _exchange_block(
    number: int, exchange: Exchange, turns: list[Turn], briefing: Briefing, find: Lookup
) -> ExchangeBlock:
    answering = unique([t.speaker for t in turns if t.id in exchange.answers])
    blocks = [
        replace(
            turn_block(turn, briefing.primary, briefing, find, turn.id == exchange.question),
            part=part_in(turn, exchange),
        )
        for turn in turns
    ]
    question = next((block for block in blocks if block.part == "question"), blocks[0])
    return ExchangeBlock(
        id=exchange.id,
        number=number,
        asker=question.speaker,
        topics=find.topic_links(exchange.topics),
        to=[find.speaker(turn) for turn in answering],
        turns=blocks,
    )


def part_in(turn: Turn, exchange: Exchange) -> str:
    """Return which part of an exchange a turn is."""
    if turn.id == exchange.question:
        return "question"
    return "handover" if turn.id in exchange.handovers else "answer"


def turn_block(
    turn: Turn, witness: Witness, briefing: Briefing, find: Lookup, asks: bool = False
) -> TurnBlock:
    return TurnBlock(
        id=turn.id,
        speaker=replace(
            find.speaker(turn.speaker, asks),
            role=role_at_the_time(turn.speaker, witness, briefing),
            family=family(turn.speaker, witness, find),
        ),
        passages=passage_blocks(turn.passages, witness, briefing, find),
    )


def section_block(
    section: Section, witness: Witness, briefing: Briefing, find: Lookup
) -> SectionBlock:
    """Return a section with its topics; without a heading, each of its stretches has its own
    topics."""
    passages = passage_blocks(section.passages, witness, briefing, find)
    parts = [
        StretchBlock(
            id=stretch.id, subject=stretch.subject, topics=_topics(stretch.passages, briefing, find)
        )
        for stretch in stretches_of(section, witness)
    ]
    begins = {part.id: tuple(part.topics) for part in parts}
    passages = [replace(passage, topics=begins.get(passage.id, ())) for passage in passages]
    topics = dict(briefing.section_topics).get(section.id, ()) if not parts else ()
    return SectionBlock(
        id=section.id,
        heading=section.heading,
        topics=find.topic_links(topics)
        if len(topics) <= TOPICS
        else _topics(section.passages, briefing, find),
        stretches=parts,
        passages=passages,
    )


def _topics(passages: tuple[Passage, ...], briefing: Briefing, find: Lookup) -> list[Link]:
    """Return the most frequent topics of some passages, in order of first occurrence."""
    known = dict(briefing.passage_topics)
    counted = Counter(topic for passage in passages for topic in known.get(passage.id, ()))
    often = {topic for topic, _ in counted.most_common(TOPICS)}
    return find.topic_links(tuple(topic for topic in counted if topic in often))


def passage_blocks(
    passages: tuple[Passage, ...], witness: Witness, briefing: Briefing, find: Lookup
) -> list[PassageBlock]:
    elsewhere = find.elsewhere(briefing.slug)
    earlier = find.earlier(briefing.slug)
    notes = notes_by_passage(find, briefing.slug)
    return [
        PassageBlock(
            id=passage.id,
            text=passage.text,
            marks=find.marks(briefing.slug, passage.id),
            lines=wording.line_range(passage.line, passage.last_line),
            source_url=urls.source_url(witness.source.id, passage.line),
            repeats=passage.repeats,
            elsewhere=elsewhere.get(passage.id, []),
            notes=notes.get(passage.id, []),
            check=ids.words_checksum(passage.text),
            voices=voices(passage.id, briefing.slug, find) if witness.sections else None,
            earlier=[redline(text, passage.text).runs for text in earlier.get(passage.id, ())],
        )
        for passage in passages
    ]


def other_texts(briefing: Briefing, find: Lookup) -> list[OtherText]:
    """Return the other witnesses, with runs that repeat the primary text verbatim set apart."""
    printed = {passage.text for passage in briefing.primary.passages}
    texts = []
    for witness in briefing.witnesses[1:]:
        runs = []
        for same, parts in groupby(witness.parts, key=lambda part: _repeats(part, printed)):
            run = list(parts)
            blocks = [
                turn_block(part, witness, briefing, find)
                if isinstance(part, Turn)
                else section_block(part, witness, briefing, find)
                for part in run
            ]
            number = sum(len(part.passages) for part in run)
            runs.append(
                BlockRun(same=same, count=interface.count(number, "passage"), blocks=blocks)
            )
        texts.append(OtherText(text_facts(witness, briefing, find), runs))
    return texts


def _repeats(part: Turn | Section, printed: set[str]) -> bool:
    return bool(part.passages) and all(passage.text in printed for passage in part.passages)


def text_facts(witness: Witness, briefing: Briefing, find: Lookup) -> TextFacts:
    """Return the names, kind and origin of a text."""
    settings = witness.settings
    origin = find.origin(briefing.slug, witness.source.id)
    return TextFacts(
        name=origin.name,
        by_machine=origin.by_machine,
        text_url=origin.text_url,
        id=witness.source.id,
        anchor=ids.text_id(witness.source.id),
        primary=witness.source.id == briefing.primary.source.id,
        title=witness.title,
        subtitle=witness.subtitle,
        byline=witness.byline,
        lead=witness.lead,
        kind=wording.KINDS[witness.kind],
        quality=wording.QUALITIES[settings.quality] if settings.quality else None,
        quality_basis=settings.quality_basis,
        publisher=witness.publisher or settings.publisher,
        published=_date(witness.published or settings.published),
        url=witness.url,
        archived=settings.archived,
        rights=settings.rights,
        source_url=urls.source_url(witness.source.id),
        translators=list(witness.credits.translators),
        notice=witness.credits.notice,
    )


def _date(date: str | None) -> str | None:
    return wording.date_words(date) if date else None


def role_at_the_time(speaker: Speaker, witness: Witness, briefing: Briefing) -> str | None:
    """Return the wording of a speaker's role in this text, its list first, or else in another
    text."""
    if speaker.kind == "outlet" or speaker.id is None:
        return None
    worded = [
        participant
        for participant in briefing.participants
        if participant.id == speaker.id and participant.role
    ]
    worded.sort(
        key=lambda participant: (participant.source != witness.source.id, not participant.listed)
    )
    return worded[0].role if worded else None
