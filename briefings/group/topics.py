"""Assign topics, by the editors' lists of words and by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..grouping import by_key
from ..languages import Language, language_of
from ..model import Briefing, Editorial, Passage, Place, Topic, TopicEntry, Witness
from ..problems import Problems

# Occurrences of a topic's words that are needed: one in a question, three in an answer or a
# section.
IN_QUESTION = 1
IN_TEXT = 3


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words and hand-picked passages of each topic.

    Both are pairs with the topic's id first, in the order of the editors' file.
    """

    words: tuple[tuple[str, tuple[str, ...]], ...]
    passages: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, topics: Sequence[TopicEntry], sources: Sequence[str]) -> TopicWords:
        """Select what concerns a briefing with these sources."""
        by_hand = ((entry.id, _named(entry.passages, sources)) for entry in topics)
        return cls(
            tuple((entry.id, entry.words) for entry in topics),
            tuple((topic, passages) for topic, passages in by_hand if passages),
        )


@dataclass(frozen=True, slots=True)
class OnTopic:
    """The topics of a briefing's exchanges, sections and passages.

    `parts` pairs the id of each exchange or section with the ids of its topics; `exchanges` are the
    ids in it that are exchanges. `known` are the passage names used by editors that refer to this
    briefing. `passages` are (topic, place) pairs for passages outside exchanges, in opening
    statements and articles. The place includes the span of the first match, unless the passage was
    assigned by hand or by its heading.
    """

    briefing: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    exchanges: frozenset[str]
    known: tuple[str, ...]
    passages: tuple[tuple[str, Place], ...] = ()

    @property
    def passage_topics(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The passages by id, each with the ids of its topics."""
        topics = by_key((place.passage or "", topic) for topic, place in self.passages)
        return tuple((id_, tuple(topic_ids)) for id_, topic_ids in topics.items())


def on_topics(briefing: Briefing, topics: TopicWords) -> OnTopic:
    """Find the topics of each exchange, section and passage of a briefing."""
    language = language_of(briefing.primary.language)
    patterns = [(topic, _pattern(words, language)) for topic, words in topics.words]
    holders = _holders(briefing) if topics.passages else {}
    by_hand = {
        (topic, holders[name])
        for topic, passages in topics.passages
        for name in passages
        if name in holders
    }
    parts = []
    exchanges = set()
    for part, is_exchange, asked, text in _parts(briefing):
        if is_exchange:
            exchanges.add(part)
        part_topics = tuple(
            topic
            for topic, pattern in patterns
            if (topic, part) in by_hand
            or (
                pattern is not None
                and (
                    len(pattern.findall(asked)) >= IN_QUESTION
                    or len(pattern.findall(text)) >= IN_TEXT
                )
            )
        )
        parts.append((part, part_topics))
    passages, passage_names = _passages_on(briefing, topics)
    named = (name for _, names in topics.passages for name in names)
    known = (name for name in named if name in holders or name in passage_names)
    return OnTopic(
        briefing.slug,
        tuple(parts),
        frozenset(exchanges),
        tuple(dict.fromkeys(known)),
        passages,
    )


def _passages_on(
    briefing: Briefing, topics: TopicWords
) -> tuple[tuple[tuple[str, Place], ...], frozenset[str]]:
    """Return the (topic, place) pairs of passages outside exchanges, and the names of these
    passages.

    One match is enough in a paragraph, which is as short as a question. Passages under a heading
    that names a topic are on that topic. Names are only collected if editors assigned any passages.
    """
    by_topic = [(topic, frozenset(passages)) for topic, passages in topics.passages]
    passages_on: list[tuple[str, Place]] = []
    all_names: set[str] = set()
    for witness, heading, passage in _outside_exchanges(briefing):
        source, language = witness.source.id, language_of(witness.language)
        names = frozenset(_names(source, passage) if by_topic else ())
        by_hand = {topic for topic, passages in by_topic if names & passages}
        all_names |= names
        place = Place(briefing.slug, source, passage.id, passage.line)
        for topic, topic_words in topics.words:
            pattern = _pattern(topic_words, language)
            match = pattern.search(passage.text) if pattern else None
            if match:
                passages_on.append((topic, replace(place, start=match.start(), end=match.end())))
            elif topic in by_hand or (pattern and pattern.search(heading)):
                passages_on.append((topic, place))
    return tuple(passages_on), frozenset(all_names)


def _outside_exchanges(briefing: Briefing) -> Iterator[tuple[Witness, str, Passage]]:
    """Yield (witness, heading, passage) for turns outside exchanges and for sections."""
    answered = {
        turn
        for exchange in briefing.exchanges
        for turn in (exchange.question, *exchange.handovers, *exchange.answers)
    }
    primary = briefing.primary
    for turn in briefing.primary.turns:
        if turn.id not in answered:
            yield from ((primary, "", passage) for passage in turn.passages)
    for witness in briefing.witnesses:
        for section in witness.sections:
            heading = section.heading or ""
            yield from ((witness, heading, passage) for passage in section.passages)


def topics_of(
    briefings: Sequence[OnTopic], editorial: Editorial, problems: Problems
) -> tuple[Topic, ...]:
    """Return the topics with everything that is on them; an unknown passage name is an error."""
    known = {name for briefing in briefings for name in briefing.known}
    for entry in editorial.topics:
        for name, where in zip(entry.passages, entry.wheres, strict=False):
            if name not in known:
                problems.error_at(
                    "unknown-passage", where,
                    f"the topic '{entry.id}' names {name!r}, which is not a passage of a question, "
                    "an opening statement or an article",
                    "name a passage as 000-t5p1, or by source and line as 000:97",
                )  # fmt: skip
    exchanges: dict[str, list[tuple[str, str]]] = defaultdict(list)
    sections: dict[str, list[tuple[str, str]]] = defaultdict(list)
    passages: dict[str, list[Place]] = defaultdict(list)
    for briefing in briefings:
        for topic, place in briefing.passages:
            passages[topic].append(place)
        for part, topics in briefing.parts:
            assigned = exchanges if part in briefing.exchanges else sections
            for topic in topics:
                assigned[topic].append((briefing.briefing, part))
    return tuple(
        Topic(
            entry.id, entry.title, entry.description,
            tuple(exchanges[entry.id]), tuple(sections[entry.id]), tuple(passages[entry.id]),
        )
        for entry in editorial.topics
    )  # fmt: skip


def unassigned(briefings: Iterable[OnTopic]) -> tuple[tuple[str, str], ...]:
    """Return the exchanges and sections without a topic, as (briefing slug, id) pairs."""
    return tuple(
        (briefing.briefing, part)
        for briefing in briefings
        for part, topics in briefing.parts
        if not topics
    )


def _named(passages: Iterable[str], sources: Sequence[str]) -> tuple[str, ...]:
    """Return the passages that belong to one of the sources, judging by their names."""
    heads = tuple(f"{source}{mark}" for source in sources for mark in "-:")
    return tuple(name for name in passages if name.startswith(heads))


def _parts(briefing: Briefing) -> Iterator[tuple[str, bool, str, str]]:
    """Yield (id, whether it is an exchange, question or heading, remaining text) for each exchange
    and section."""
    turns = {turn.id: turn for turn in briefing.primary.turns}
    for exchange in briefing.exchanges:
        answered = [turns[turn] for turn in (*exchange.handovers, *exchange.answers)]
        asked = _words(turns[exchange.question].passages)
        yield exchange.id, True, asked, " ".join(_words(turn.passages) for turn in answered)
    for witness in briefing.witnesses:
        for section in witness.sections:
            yield section.id, False, section.heading or "", _words(section.passages)


def _holders(briefing: Briefing) -> dict[str, str]:
    """Map each name that an editor may use for a passage to the exchange or section that contains
    it.

    A passage is named by its id with its source (`000-t5p1`) or by source and line (`000:97`).
    """
    holders: dict[str, str] = {}

    def hold(source: str, passages: tuple[Passage, ...], part: str) -> None:
        for passage in passages:
            for name in _names(source, passage):
                holders[name] = part

    turns = {turn.id: turn for turn in briefing.primary.turns}
    for exchange in briefing.exchanges:
        for turn in (exchange.question, *exchange.handovers, *exchange.answers):
            hold(briefing.primary.source.id, turns[turn].passages, exchange.id)
    for witness in briefing.witnesses:
        for section in witness.sections:
            hold(witness.source.id, section.passages, section.id)
    return holders


def _names(source: str, passage: Passage) -> list[str]:
    """Return the names that an editor may use for a passage."""
    lines = range(passage.line, passage.last_line + 1)
    id_ = f"{source}-{passage.id.removeprefix(f'{source}-')}"
    return [id_, *(f"{source}:{line}" for line in lines)]


@lru_cache(maxsize=1 << 10)
def _pattern(words: tuple[str, ...], language: Language) -> re.Pattern[str] | None:
    alternatives = "|".join(
        re.sub(r"[\s-]+", r"[\\s-]+", re.escape(word).replace(r"\ ", " ").replace(r"\-", "-"))
        for word in sorted(words, key=len, reverse=True)
    )
    if not alternatives:
        return None
    endings = "|".join(language.forms.topic_endings)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?:{endings})?(?!\w)", re.IGNORECASE)


def _words(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.text for passage in passages)
