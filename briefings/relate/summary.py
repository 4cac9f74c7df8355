"""The small summary of one briefing, from which a corpus is related."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from briefings.engine.keys import key_of
from briefings.isolation import ALIGNMENT, Part, attempt
from briefings.model import Witness
from briefings.model.figures import Discrepancy
from briefings.model.relations import Pair
from briefings.problems import Problems

from .align.pairs import repetitions
from .announcements.announced import Announced, announced, bodies
from .appearances import Mention, mentions, series_of
from .compare.differences import differences
from .compare.offices import Office, event_names, hosts, offices, titles
from .compare.wholes import larger_parts
from .event import Event
from .reading import Sentence, read_sentences
from .sentences import Span
from .spoken import Statements, pack, read_statements

Spans = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of a briefing to relate it with others: ids, places, numbers, few words.

    `order` is where it stands in a corpus: date ("" where unknown) and first source.  `texts` are
    the ids of its sources, the fullest text first, each with a key that changes with
    anything that comparing it with another text of the event rests on.  `repetitions` are pairs
    within its texts, `spans` the sentences, by passage id, of the passages that these stand in.
    `series` is what it is one of (`series_of`).  `larger_parts`, `event_names` and `titles` are
    records of the event alone.
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
    series: str | None
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...]
    larger_parts: tuple[Discrepancy, ...]
    event_names: tuple[Discrepancy, ...]
    titles: tuple[Discrepancy, ...]


def summarise(event: Event, problems: Problems | None = None) -> Summary:
    """The summary of a briefing: a pure function of the event, to be kept by its content.

    A passage that cannot be handled is left out of what it fails in, and `problems` says so.
    """
    briefing = event.briefing
    sentences = [
        (witness, read_sentences(event, witness, problems)) for witness in briefing.witnesses
    ]
    statements = read_statements(event, sentences[0][1], problems)
    repeated = [
        pair
        for witness, each in sentences
        for pair in attempt(
            ALIGNMENT, Part(witness.source.path), partial(repetitions, witness, each),
            list[Pair](), problems,
        )
    ]  # fmt: skip
    return Summary(
        briefing=briefing.slug,
        order=event.order,
        date=briefing.date,
        texts=_keys(event),
        repetitions=differences(event, repeated, problems),
        spans=_spans(sentences, repeated),
        statements=pack(statements, briefing.primary.language),
        announced=announced(event, statements, problems),
        bodies=bodies(briefing),
        series=series_of(briefing),
        mentions=mentions(event, problems),
        offices=offices(event),
        larger_parts=tuple(larger_parts(event)),
        event_names=(*event_names(briefing), *hosts(briefing)),
        titles=tuple(titles(event)),
    )


def _spans(
    sentences: Sequence[tuple[Witness, Sequence[Sentence]]], pairs: Sequence[Pair]
) -> dict[str, tuple[Span, ...]]:
    """Where the sentences stand, by passage, of the passages that readers see beside others: all
    of an event with several texts, else those that pairs stand in."""
    paired = {place.passage for pair in pairs for place in (pair.a, pair.b)}
    every = len(sentences) > 1
    found: dict[str, tuple[Span, ...]] = {
        passage.id: ()
        for witness, _ in sentences
        for passage in witness.passages
        if every or passage.id in paired
    }
    for _, each in sentences:
        for one in each:
            passage = one.place.passage or ""
            if passage in found:
                found[passage] += ((one.start, one.end),)
    return found


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
