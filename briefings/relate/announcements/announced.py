"""Find the announcements in one briefing, as far as its own text shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings.isolation import COMMITMENTS, Part, attempt
from briefings.languages import language_of
from briefings.model import Briefing, Place
from briefings.problems import Problems

from ..event import Event, day_or_slug
from ..spoken import Statement
from .actors import own_names
from .cues import cues
from .judging import Cue

_SHORT = re.compile(r"\b[A-Z]{2,6}\b")
# Longer sentences are lists, or texts without full stops. They announce nothing that can be cited,
# and would take the patterns long.
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Announced:
    """A sentence that may announce something: the n-th statement of its briefing.

    `terms` and `topics` are ids; `id` is its default id, used unless another one was published.
    """

    statement: int
    id: str
    place: Place
    text: str
    cues: tuple[Cue, ...]
    terms: tuple[str, ...]
    topics: tuple[str, ...]


def announced(
    event: Event, statements: Sequence[Statement], problems: Problems
) -> tuple[Announced, ...]:
    """Return the sentences of an event's fullest text that may announce something, in order."""
    briefing, witness = event.briefing, event.briefing.primary
    topics, of_passages = _topics(briefing), dict(briefing.passage_topics)
    language = language_of(witness.language)
    own = own_names((statement.sentence.text for statement in statements), language)
    day = day_or_slug(briefing.date, briefing.slug)
    candidates: list[Announced] = []
    for n, statement in enumerate(statements):
        sentence = statement.sentence
        if sentence.courteous or len(sentence.text) > _LONGEST:
            continue
        nothing: tuple[Cue, ...] = ()
        found_cues = attempt(
            COMMITMENTS, Part(witness.source.path, sentence.place.line, sentence.text),
            partial(cues, sentence.text, briefing.date, own, language), nothing, problems,
        )  # fmt: skip
        if found_cues:
            place = sentence.place
            candidates.append(
                Announced(
                    n, f"{day}-{place.passage}-{place.start}", place, sentence.text, found_cues,
                    tuple(sorted(term for term, _, _ in statement.terms)),
                    topics.get(sentence.part) or of_passages.get(place.passage or "", ()),
                )
            )  # fmt: skip
    return tuple(candidates)


def bodies(briefing: Briefing) -> frozenset[str]:
    """Return acronyms of the speakers' bodies, such as "(MPS)" in a role."""
    roles = [participant.role or "" for participant in briefing.participants]
    roles.append(briefing.host or "")
    return frozenset(short for text in roles for short in _SHORT.findall(text))


def _topics(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Return the topics of each turn in an exchange."""
    topics: dict[str, tuple[str, ...]] = {}
    for exchange in briefing.exchanges:
        for turn in (exchange.question, *exchange.handovers, *exchange.answers):
            topics[turn] = exchange.topics
    return topics
