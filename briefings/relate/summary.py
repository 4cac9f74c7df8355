"""The summary of one briefing, from which a corpus is related."""

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
    """The data of a briefing needed to relate it to others: ids, places, numbers, few words.

    `order` is its sort key: date ("" if unknown) and first source. `texts` are the ids of its
    sources, the fullest text first, each with a key that changes with everything on which a
    comparison with another text of the event depends. `repetitions` are pairs within its texts.
    `spans` are the spans of sentences, by passage id, in the passages shown next to others.

    `series` is the result of `series_of`. `larger_parts`, `event_names` and `titles` are
    discrepancies found in this event alone.
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


def summarise(event: Event, problems: Problems) -> Summary:
    """Return the summary of a briefing, a pure function of the event that can be cached by content.

    If a passage fails in one step, it is left out there, and the error is added to `problems`.
    """
    briefing = event.briefing
    sentences = [
        (witness, read_sentences(event, witness, problems)) for witness in briefing.witnesses
    ]
    statements = read_statements(event, sentences[0][1], problems)
    repeated = [
        pair
        for witness, text_sentences in sentences
        for pair in attempt(
            ALIGNMENT, Part(witness.source.path), partial(repetitions, witness, text_sentences),
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
    """Return the spans of sentences in the passages that readers see next to others.

    These are all passages if an event has several texts, or else those with pairs.
    """
    paired = {place.passage for pair in pairs for place in (pair.a, pair.b)}
    all_passages = len(sentences) > 1
    spans: dict[str, tuple[Span, ...]] = {
        passage.id: ()
        for witness, _ in sentences
        for passage in witness.passages
        if all_passages or passage.id in paired
    }
    for _, text_sentences in sentences:
        for sentence in text_sentences:
            passage = sentence.place.passage or ""
            if passage in spans:
                spans[passage] += ((sentence.start, sentence.end),)
    return spans


def _keys(event: Event) -> tuple[tuple[str, str], ...]:
    """Return the texts of an event with their keys, which are empty if there is only one text."""
    briefing = event.briefing
    if len(briefing.witnesses) == 1:
        return ((briefing.primary.source.id, ""),)
    people = sorted(event.names.items())
    questions = [exchange.question for exchange in briefing.exchanges]
    keys: list[tuple[str, str]] = []
    for witness in briefing.witnesses:
        ids = {passage.id for passage in witness.passages}
        keys.append(
            (
                witness.source.id,
                key_of(
                    "text", briefing.slug, witness.parts, questions, people,
                    [event.mentions.get(passage.id, ()) for passage in witness.passages],
                    [speech for speech in event.quoted if speech[1].place.passage in ids],
                    [term for term in event.terms if term.place.passage in ids],
                    [
                        figure
                        for figure in event.figures
                        if any(place.passage in ids for place in figure.places)
                    ],
                ),
            )
        )  # fmt: skip
    return tuple(keys)
