"""Topics: what editors' words find, and what they assign by hand."""

from __future__ import annotations

import re
from collections import defaultdict

from ..model import Briefing, Editorial, Passage, Topic, TopicEntry
from ..problems import Problems

# A question is on a topic when it names it; an answer or a section when it keeps naming it.
IN_QUESTION = 1
IN_TEXT = 3

Part = tuple[str, str]


def topics_of(
    briefings: list[Briefing], editorial: Editorial, problems: Problems
) -> tuple[tuple[Topic, ...], dict[Part, tuple[str, ...]]]:
    """The topics with their exchanges and sections, and the topics of each of these."""
    by_hand = _by_hand(briefings, editorial, problems)
    found: dict[str, list[tuple[Part, bool]]] = defaultdict(list)
    told: dict[Part, list[str]] = defaultdict(list)
    patterns = {entry.id: _pattern(entry) for entry in editorial.topics}
    for briefing in briefings:
        for part, is_exchange, asked, text in _parts(briefing):
            key = (briefing.slug, part)
            for entry in editorial.topics:
                pattern = patterns[entry.id]
                fits = key in by_hand.get(entry.id, ()) or (
                    pattern is not None
                    and (
                        len(pattern.findall(asked)) >= IN_QUESTION
                        or len(pattern.findall(text)) >= IN_TEXT
                    )
                )
                if fits:
                    found[entry.id].append((key, is_exchange))
                    told[key].append(entry.id)
    topics = tuple(
        Topic(
            entry.id,
            entry.title,
            entry.description,
            tuple(key for key, is_exchange in found[entry.id] if is_exchange),
            tuple(key for key, is_exchange in found[entry.id] if not is_exchange),
        )
        for entry in editorial.topics
    )
    return topics, {key: tuple(ids) for key, ids in told.items()}


def _parts(briefing: Briefing) -> list[tuple[str, bool, str, str]]:
    """(id, whether an exchange, what asks or heads, the rest) of each exchange and section."""
    turns = {turn.id: turn for turn in briefing.primary.turns}
    parts = []
    for exchange in briefing.exchanges:
        answered = [turns[turn] for turn in (*exchange.handovers, *exchange.answers)]
        parts.append(
            (
                exchange.id, True, _words(turns[exchange.question].passages),
                " ".join(_words(turn.passages) for turn in answered),
            )
        )  # fmt: skip
    for witness in briefing.witnesses:
        parts += [
            (section.id, False, section.heading or "", _words(section.passages))
            for section in witness.sections
        ]
    return parts


def _by_hand(
    briefings: list[Briefing], editorial: Editorial, problems: Problems
) -> dict[str, set[Part]]:
    """The exchanges and sections that hold a passage which an entry names.

    A passage is named by its id with its source (`000-t5p1`) or by source and line (`000:97`).
    """
    holder: dict[str, Part] = {}

    def hold(source: str, passages: tuple[Passage, ...], part: Part) -> None:
        for passage in passages:
            holder[_full(source, passage.id)] = part
            for line in range(passage.line, passage.last_line + 1):
                holder[f"{source}:{line}"] = part

    for briefing in briefings:
        turns = {turn.id: turn for turn in briefing.primary.turns}
        for exchange in briefing.exchanges:
            for turn in (exchange.question, *exchange.handovers, *exchange.answers):
                hold(briefing.primary.source.id, turns[turn].passages, (briefing.slug, exchange.id))
        for witness in briefing.witnesses:
            for section in witness.sections:
                hold(witness.source.id, section.passages, (briefing.slug, section.id))
    for entry in editorial.topics:
        for name, where in zip(entry.passages, entry.wheres, strict=False):
            if name not in holder:
                problems.error(
                    "unknown-passage", where.path,
                    f"the topic '{entry.id}' names {name!r}, which is in no exchange or section",
                    "name a passage as 000-t5p1, or by source and line as 000:97",
                    where.line, where.column,
                )  # fmt: skip
    return {
        entry.id: {holder[name] for name in entry.passages if name in holder}
        for entry in editorial.topics
    }


def _full(source: str, passage: str) -> str:
    return passage if passage.startswith(f"{source}-") else f"{source}-{passage}"


def _pattern(entry: TopicEntry) -> re.Pattern[str] | None:
    words = sorted(entry.words, key=len, reverse=True)
    if not words:
        return None
    made = "|".join(
        re.sub(r"[\s-]+", r"[\\s-]+", re.escape(word).replace(r"\ ", " ").replace(r"\-", "-"))
        for word in words
    )
    return re.compile(rf"(?<!\w)(?:{made})(?:s|es)?(?!\w)", re.IGNORECASE)


def _words(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.text for passage in passages)
