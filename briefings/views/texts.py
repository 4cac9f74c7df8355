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
        blocks = [section_block(one, witness, briefing, find) for one in witness.sections]
        return [{"id": "text", "title": say.briefing.text, "blocks": blocks}]
    blocks = _turn_blocks(briefing, find)
    first = next((n for n, one in enumerate(blocks) if one["type"] == "exchange"), len(blocks))
    groups = []
    if blocks[:first]:
        title = say.briefing.opening if blocks[first:] else say.briefing.text
        groups.append({"id": title.lower(), "title": title, "blocks": blocks[:first]})
    if blocks[first:]:
        title = say.briefing.questions_and_answers
        groups.append({"id": "questions", "title": title, "blocks": blocks[first:]})
    return groups


def _turn_blocks(briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the turns in order, those of each exchange gathered into one block."""
    member: dict[str, tuple[int, Exchange]] = {}
    for number, exchange in enumerate(briefing.exchanges, 1):
        for id_ in (exchange.question, *exchange.handovers, *exchange.answers):
            member[id_] = (number, exchange)
    blocks: list[Context] = []
    for entry, turns in groupby(briefing.primary.turns, key=lambda one: member.get(one.id)):
        if entry is None:
            blocks += [turn_block(one, briefing.primary, briefing, find) for one in turns]
        else:
            blocks.append(_exchange_block(*entry, list(turns), briefing, find))
    exchanges = [one for one in blocks if one["type"] == "exchange"]
    for one, following in pairwise(exchanges):
        one["next"] = following["id"]
    return blocks


def _exchange_block(
    number: int, exchange: Exchange, turns: list[Turn], briefing: Briefing, find: Lookup
) -> Context:
    answering = unique([t.speaker for t in turns if t.id in exchange.answers])
    made = []
    for turn in turns:
        block = turn_block(turn, briefing.primary, briefing, find, turn.id == exchange.question)
        block["part"] = (
            "question" if turn.id == exchange.question
            else "handover" if turn.id in exchange.handovers
            else "answer"
        )  # fmt: skip
        made.append(block)
    question = next((one for one in made if one["part"] == "question"), made[0])
    return {
        "type": "exchange",
        "id": exchange.id,
        "number": number,
        "asker": question["speaker"],
        "topics": find.topic_links(exchange.topics),
        "words": wording.question_words(
            next(one.passages for one in turns if one.id == exchange.question), 80
        ),
        "to": [find.speaker(one) for one in answering],
        "next": None,
        "turns": made,
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
        {"id": one.id, "subject": one.subject, "topics": _topics(one.passages, briefing, find)}
        for one in stretches_of(section, witness)
    ]
    over = {one["id"]: one["topics"] for one in parts}
    for one in passages:
        one["topics"] = over.get(one["id"], [])
    whole = dict(briefing.section_topics).get(section.id, ()) if not parts else ()
    return {
        "type": "section",
        "id": section.id,
        "heading": section.heading,
        "topics": find.topic_links(whole)
        if len(whole) <= TOPICS
        else _topics(section.passages, briefing, find),
        "stretches": parts,
        "passages": passages,
    }


def _topics(passages: tuple[Passage, ...], briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the most frequent topics of some passages, in order of first occurrence."""
    known = dict(briefing.passage_topics)
    counted = Counter(topic for one in passages for topic in known.get(one.id, ()))
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
            "id": one.id,
            "text": one.text,
            "marks": find.marks(briefing.slug, one.id),
            "lines": wording.line_range(one.line, one.last_line),
            "source_url": urls.source_url(witness.source.id, one.line),
            "repeats": one.repeats,
            "elsewhere": elsewhere.get(one.id, []),
            "notes": notes.get(one.id, []),
            "check": ids.words_checksum(one.text),
            "voices": voices(one.id, briefing.slug, find) if witness.sections else None,
            "earlier": _earlier(earlier.get(one.id, ()), one),
        }
        for one in passages
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
    printed = {one.text: one.id for one in reversed(briefing.primary.passages)}
    texts = []
    for witness in briefing.witnesses[1:]:
        runs = []
        whole: list[Turn | Section] = [*witness.turns, *witness.sections]
        for same, parts in groupby(whole, key=lambda one: _repeats(one, printed)):
            run = list(parts)
            blocks = [
                turn_block(one, witness, briefing, find)
                if isinstance(one, Turn)
                else section_block(one, witness, briefing, find)
                for one in run
            ]
            number = sum(len(one.passages) for one in run)
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
    return bool(part.passages) and all(one.text in printed for one in part.passages)


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
    worded = [one for one in briefing.participants if one.id == speaker.id and one.role]
    worded.sort(key=lambda one: (one.source != witness.source.id, not one.listed))
    return worded[0].role if worded else None
