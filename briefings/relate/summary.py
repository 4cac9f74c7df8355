"""The small summary of one briefing, from which a corpus is related."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from briefings.isolation import ALIGNMENT, SENTENCES, Part, attempt
from briefings.model import Passage, Witness
from briefings.model.figures import Discrepancy
from briefings.model.relations import Pair
from briefings.problems import Problems

from .align.features import read_sentences
from .align.pairs import repetitions
from .announcements.announced import Announced, announced, bodies
from .appearances import Mention, mentions
from .cache import key_of
from .compare.differences import differences
from .compare.titles import Office, event_names, offices, titles
from .event import Event
from .sentences import Span, split
from .statements import Statements, pack, read_statements

Spans = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of a briefing to relate it with others: ids, places, numbers, few words.

    `order` is where it stands in a corpus: date ("" where unknown) and first source.  `texts` are
    the ids of its sources, the fullest text first, each with a key that changes with
    anything that comparing it with another text of the event rests on.  `repetitions` are pairs
    within its texts, `spans` the sentences, by passage id, of the passages that these stand in.
    `event_names` and `titles` are records of the event alone.
    """

    briefing: str
    order: tuple[str, str]
    date: str | None
    texts: tuple[tuple[str, str], ...]
    repetitions: tuple[Pair, ...]
    spans: Spans
    statements: Statements
    announced: tuple[Announced, ...]
    bodies: frozenset[str]
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...]
    event_names: tuple[Discrepancy, ...]
    titles: tuple[Discrepancy, ...]


def summarise(event: Event, problems: Problems | None = None) -> Summary:
    """The summary of a briefing: a pure function of the event, to be kept by its content.

    A passage that cannot be handled is left out of what it fails in, and `problems` says so.
    """
    briefing = event.briefing
    primary = briefing.primary
    spans = {passage.id: _spans(primary, passage, problems) for passage in primary.passages}
    statements = read_statements(event, [spans[one.id] for one in primary.passages], problems)
    repeated = tuple(
        pair for witness in briefing.witnesses for pair in _repetitions(event, witness, problems)
    )
    return Summary(
        briefing=briefing.slug,
        order=event.order,
        date=briefing.date,
        texts=_keys(event),
        repetitions=differences(event, repeated, problems),
        spans=spans_of_pairs(event, repeated, problems, spans),
        statements=pack(statements),
        announced=announced(event, statements, problems),
        bodies=bodies(briefing),
        mentions=mentions(event, problems),
        offices=offices(event),
        event_names=tuple(event_names(briefing)),
        titles=tuple(titles(event)),
    )


def spans_of_pairs(
    event: Event,
    pairs: Sequence[Pair],
    problems: Problems | None = None,
    known: Spans | None = None,
) -> dict[str, tuple[Span, ...]]:
    """The sentences of the passages that pairs stand in, or of all where texts are compared.

    `known` are sentences that were found before; keys are ids of passages in the order of texts.
    """
    known = known or {}
    paired = {place.passage for pair in pairs for place in (pair.a, pair.b)}
    every = len(event.briefing.witnesses) > 1
    return {
        passage.id: known.get(passage.id) or _spans(witness, passage, problems)
        for witness in event.briefing.witnesses
        for passage in witness.passages
        if every or passage.id in paired
    }


def _repetitions(event: Event, witness: Witness, problems: Problems | None) -> list[Pair]:
    sentences = read_sentences(event, witness, problems)
    nothing: list[Pair] = []
    return attempt(
        ALIGNMENT, Part(witness.source.path), partial(repetitions, witness, sentences), nothing,
        problems,
    )  # fmt: skip


def _spans(witness: Witness, passage: Passage, problems: Problems | None) -> tuple[Span, ...]:
    """The sentences of a passage; all of it where they cannot be told apart."""
    whole: tuple[Span, ...] = ((0, len(passage.text)),)
    part = Part(witness.source.path, passage.line, passage.text)
    return attempt(SENTENCES, part, partial(split, passage.text), whole, problems)


def _keys(event: Event) -> tuple[tuple[str, str], ...]:
    """The texts of an event with their keys; a text that stands alone is compared with none."""
    briefing = event.briefing
    if len(briefing.witnesses) == 1:
        return ((briefing.primary.source.id, ""),)
    people = sorted(event.names.items())
    questions = [one.question for one in briefing.exchanges]
    keys: list[tuple[str, str]] = []
    for witness in briefing.witnesses:
        ids = {passage.id for passage in witness.passages}
        keys.append(
            (
                witness.source.id,
                key_of(
                    "text", briefing.slug, witness.parts, questions, people,
                    [event.mentions.get(passage.id, ()) for passage in witness.passages],
                    [one for one in event.quoted if one[1].place.passage in ids],
                    [one for one in event.terms if one.place.passage in ids],
                    [
                        one
                        for one in event.figures
                        if any(place.passage in ids for place in one.places)
                    ],
                ),
            )
        )  # fmt: skip
    return tuple(keys)
