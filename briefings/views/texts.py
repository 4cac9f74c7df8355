"""The text of a witness on the reading page: turns, exchanges, sections, passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby, pairwise

from briefings import ids, interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Exchange, Passage, Section, Speaker, Turn, Witness
from briefings.redline import redline

from .citing import family, voices
from .lookup import Context, Lookup
from .notes import notes_by_passage
from .said import unique
from .stretches import stretches_of

TOPICS = 4
"""The maximum number of topics shown for a section; with more, it is not specifically about any of
them."""


def main_groups(briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the primary text in groups, with the headings listed in the contents."""
    witness = briefing.primary
    if witness.sections and not witness.turns:
        blocks = [section_block(section, witness, briefing, find) for section in witness.sections]
        return [{"id": "text", "title": say.briefing.text, "blocks": blocks}]
    blocks = _turn_blocks(briefing, find)
    opening = next(
        (n for n, block in enumerate(blocks) if block["type"] == "exchange"), len(blocks)
    )
    groups = []
    if blocks[:opening]:
        title = say.briefing.opening if blocks[opening:] else say.briefing.text
        groups.append({"id": title.lower(), "title": title, "blocks": blocks[:opening]})
    if blocks[opening:]:
        title = say.briefing.questions_and_answers
        groups.append({"id": "questions", "title": title, "blocks": blocks[opening:]})
    return groups


def _turn_blocks(briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the turns in order, those of each exchange gathered into one block."""
    member: dict[str, tuple[int, Exchange]] = {}
    for number, exchange in enumerate(briefing.exchanges, 1):
        for id_ in (exchange.question, *exchange.handovers, *exchange.answers):
            member[id_] = (number, exchange)
    blocks: list[Context] = []
    for entry, turns in groupby(briefing.primary.turns, key=lambda turn: member.get(turn.id)):
        if entry is None:
            blocks += [turn_block(turn, briefing.primary, briefing, find) for turn in turns]
        else:
            blocks.append(_exchange_block(*entry, list(turns), briefing, find))
    exchanges = [block for block in blocks if block["type"] == "exchange"]
    for block, following in pairwise(exchanges):
        block["next"] = following["id"]
    return blocks


def _exchange_block(
    number: int, exchange: Exchange, turns: list[Turn], briefing: Briefing, find: Lookup
) -> Context:
    answering = unique([t.speaker for t in turns if t.id in exchange.answers])
    blocks_of_turns = []
    for turn in turns:
        block = turn_block(turn, briefing.primary, briefing, find, turn.id == exchange.question)
        block["part"] = (
            "question" if turn.id == exchange.question
            else "handover" if turn.id in exchange.handovers
            else "answer"
        )  # fmt: skip
        blocks_of_turns.append(block)
    question = next(
        (block for block in blocks_of_turns if block["part"] == "question"), blocks_of_turns[0]
    )
    return {
        "type": "exchange",
        "id": exchange.id,
        "number": number,
        "asker": question["speaker"],
        "topics": find.topic_links(exchange.topics),
        "words": wording.question_words(
            next(turn.passages for turn in turns if turn.id == exchange.question), 80
        ),
        "to": [find.speaker(turn) for turn in answering],
        "next": None,
        "turns": blocks_of_turns,
    }


def turn_block(
    turn: Turn, witness: Witness, briefing: Briefing, find: Lookup, asks: bool = False
) -> Context:
    return {
        "type": "turn",
        "id": turn.id,
        "speaker": {
            **find.speaker(turn.speaker, asks),
            "role": role_at_the_time(turn.speaker, witness, briefing),
            "family": family(turn.speaker, witness, find),
        },
        "part": None,
        "passages": passage_blocks(turn.passages, witness, briefing, find),
    }


def section_block(section: Section, witness: Witness, briefing: Briefing, find: Lookup) -> Context:
    """Return a section with its topics; without a heading, each of its stretches has its own
    topics."""
    passages = passage_blocks(section.passages, witness, briefing, find)
    parts = [
        {
            "id": stretch.id,
            "subject": stretch.subject,
            "topics": _topics(stretch.passages, briefing, find),
        }
        for stretch in stretches_of(section, witness)
    ]
    over = {part["id"]: part["topics"] for part in parts}
    for passage in passages:
        passage["topics"] = over.get(passage["id"], [])
    topics = dict(briefing.section_topics).get(section.id, ()) if not parts else ()
    return {
        "type": "section",
        "id": section.id,
        "heading": section.heading,
        "topics": find.topic_links(topics)
        if len(topics) <= TOPICS
        else _topics(section.passages, briefing, find),
        "stretches": parts,
        "passages": passages,
    }


def _topics(passages: tuple[Passage, ...], briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the most frequent topics of some passages, in order of first occurrence."""
    known = dict(briefing.passage_topics)
    counted = Counter(topic for passage in passages for topic in known.get(passage.id, ()))
    often = {topic for topic, _ in counted.most_common(TOPICS)}
    return find.topic_links(tuple(topic for topic in counted if topic in often))


def passage_blocks(
    passages: tuple[Passage, ...], witness: Witness, briefing: Briefing, find: Lookup
) -> list[Context]:
    elsewhere = find.elsewhere(briefing.slug)
    earlier = find.earlier(briefing.slug)
    notes = notes_by_passage(find, briefing.slug)
    return [
        {
            "id": passage.id,
            "text": passage.text,
            "marks": find.marks(briefing.slug, passage.id),
            "lines": wording.line_range(passage.line, passage.last_line),
            "source_url": urls.source_url(witness.source.id, passage.line),
            "repeats": passage.repeats,
            "elsewhere": elsewhere.get(passage.id, []),
            "notes": notes.get(passage.id, []),
            "check": ids.words_checksum(passage.text),
            "voices": voices(passage.id, briefing.slug, find) if witness.sections else None,
            "earlier": _earlier(earlier.get(passage.id, ()), passage),
        }
        for passage in passages
    ]


def _earlier(texts: Iterable[str], passage: Passage) -> list[list[Context]]:
    """Return the redline from each earlier wording of a passage to the present one, oldest
    first."""
    return [
        [{"kind": run.kind, "text": run.text} for run in redline(text, passage.text).runs]
        for text in texts
    ]


def other_texts(briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the other witnesses, with runs that repeat the primary text verbatim set apart."""
    printed = {passage.text: passage.id for passage in reversed(briefing.primary.passages)}
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
                {"same": same, "count": interface.count(number, "passage"), "blocks": blocks}
            )
        texts.append({**text_facts(witness, briefing, find), "runs": runs})
    return texts


def text_facts(witness: Witness, briefing: Briefing, find: Lookup) -> Context:
    """Return the kind, origin and names of a text."""
    return {
        **find.origin(briefing.slug, witness.source.id),
        **witness_facts(witness, briefing),
    }


def _repeats(part: Turn | Section, printed: dict[str, str]) -> bool:
    return bool(part.passages) and all(passage.text in printed for passage in part.passages)


def witness_facts(witness: Witness, briefing: Briefing) -> Context:
    """Return the kind and origin of a text; the editors' settings supplement the source."""
    settings = witness.settings
    return {
        "id": witness.source.id,
        "anchor": ids.text_id(witness.source.id),
        "primary": witness.source.id == briefing.primary.source.id,
        "title": witness.title,
        "subtitle": witness.subtitle,
        "byline": witness.byline,
        "lead": witness.lead,
        "kind": wording.KINDS[witness.kind],
        "quality": wording.QUALITIES[settings.quality] if settings.quality else None,
        "quality_basis": settings.quality_basis,
        "publisher": witness.publisher or settings.publisher,
        "published": _date(witness.published or settings.published),
        "url": witness.url,
        "archived": settings.archived,
        "rights": settings.rights,
        "source_url": urls.source_url(witness.source.id),
        "translators": list(witness.credits.translators),
        "notice": witness.credits.notice,
    }


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
