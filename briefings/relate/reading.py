"""Sentences with the features by which they are compared: stems, figures, names and terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings.isolation import SENTENCES, Part, attempt
from briefings.languages import Language, language_of
from briefings.model import Passage, Place, Witness
from briefings.problems import Problems

from .event import Event
from .sentences import courteous, split
from .stems import numbers, stems


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `order` is its index in the text.

    `id` ends in its number in the passage, from 1. `stems` are its words without endings, in order.
    `words` is the set of these, with `#62.6%` for a figure, `§id` for a term and `@id` for a
    person. `part` is the id of its turn or section.
    """

    id: str
    place: Place
    text: str
    order: int
    stems: tuple[str, ...]
    words: frozenset[str]
    courteous: bool
    part: str

    @property
    def start(self) -> int:
        return self.place.offsets[0]

    @property
    def end(self) -> int:
        return self.place.offsets[1]


def read_sentences(event: Event, witness: Witness, problems: Problems) -> tuple[Sentence, ...]:
    """Return the sentences of one text of an event, in order.

    If a passage cannot be split, it becomes a single sentence, and the error is added to
    `problems`.
    """
    terms = event.terms_by_passage()
    language = language_of(witness.language)
    sentences: list[Sentence] = []
    for part in witness.parts:
        for passage in part.passages:
            named = [
                (place.offsets[0], f"@{person}")
                for place, person in event.mentions.get(passage.id, ())
            ]
            named += [
                (mention.place.offsets[0], f"§{mention.term}")
                for mention in terms.get(passage.id, ())
            ]
            place = Place(event.briefing.slug, witness.source.id, passage.id, passage.line)
            sentences += attempt(
                SENTENCES, Part(witness.source.path, passage.line, passage.text),
                partial(
                    _of_passage, passage, place, part.id, sorted(named), len(sentences), language
                ),
                [_whole(passage, place, part.id, len(sentences))], problems,
            )  # fmt: skip
    return tuple(sentences)


def _of_passage(
    passage: Passage,
    place: Place,
    part: str,
    named: Sequence[tuple[int, str]],
    order: int,
    language: Language,
) -> list[Sentence]:
    """Return the sentences of a passage; `named` are people and terms, sorted by offset."""
    sentences: list[Sentence] = []
    at = 0
    for start, end in split(passage.text, language):
        text = passage.text[start:end]
        words = tuple(stems(text, language))
        features = {*words, *(f"#{number}" for number in numbers(text, language))}
        while at < len(named) and named[at][0] < end:
            if named[at][0] >= start:
                features.add(named[at][1])
            at += 1
        sentences.append(
            Sentence(
                f"{passage.id}.{len(sentences) + 1}", _span(place, start, end), text,
                order + len(sentences), words, frozenset(features), courteous(text, language), part,
            )
        )  # fmt: skip
    return sentences


def _whole(passage: Passage, place: Place, part: str, order: int) -> Sentence:
    """Return a passage as one sentence without words, which resembles no other."""
    at = _span(place, 0, len(passage.text))
    return Sentence(f"{passage.id}.1", at, passage.text, order, (), frozenset(), False, part)


def _span(place: Place, start: int, end: int) -> Place:
    return Place(place.briefing, place.source, place.passage, place.line, start, end)
