"""Sentences with what makes them alike: words, figures, names and terms, each by its weight."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings.isolation import SENTENCES, attempt
from briefings.isolation import Part as Piece
from briefings.model import Passage, Place, Witness
from briefings.problems import Problems

from ..event import Event
from ..sentences import courteous, split
from ..stems import numbers, stems

# How much more a shared figure says than a rare word, and how much a number within one less.
_FIGURE = 2.0
_TERM = 0.7


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: the n-th, `order` counting through its text.

    `words` are stems; in them a figure is written `#62.6%`, a term `§id` and a person `@id`.
    """

    id: str
    place: Place
    text: str
    order: int
    words: frozenset[str]
    courteous: bool
    part: str

    @property
    def start(self) -> int:
        return self.place.start or 0

    @property
    def end(self) -> int:
        return self.place.end or 0


class Weights:
    """How much a word says in the texts of one event: the rarer, the more."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        counted: Counter[str] = Counter()
        number = 0
        for sentence in sentences:
            counted.update(sentence.words)
            number += 1
        self._sizes: dict[str, float] = {}
        self._weights = {
            word: _kind(word) * math.log(1 + number / (1 + count))
            for word, count in counted.items()
        }

    def of(self, words: Iterable[str]) -> float:
        """The weight of several words together."""
        return math.fsum(self._weights[word] for word in words)

    def size(self, sentence: Sentence) -> float:
        """The weight of all words of a sentence, worked out once."""
        if sentence.id not in self._sizes:
            self._sizes[sentence.id] = self.of(sentence.words)
        return self._sizes[sentence.id]

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """The words that say most, the rarest first."""
        return sorted(words, key=lambda word: (-self._weights[word], word))[:number]


def read_sentences(
    event: Event, witness: Witness, problems: Problems | None = None
) -> tuple[Sentence, ...]:
    """The sentences of one text of an event, in order, with what makes them alike.

    A passage whose sentences cannot be told apart is one sentence, and `problems` says so.
    """
    terms = event.terms_by_passage()
    sentences: list[Sentence] = []
    for part in witness.parts:
        for passage in part.passages:
            named = [
                (place.start or 0, f"@{person}")
                for place, person in event.mentions.get(passage.id, ())
            ]
            named += [(one.place.start or 0, f"§{one.term}") for one in terms.get(passage.id, ())]
            place = Place(event.briefing.slug, witness.source.id, passage.id, passage.line)
            sentences += attempt(
                SENTENCES, Piece(witness.source.path, passage.line, passage.text),
                partial(_of_passage, passage, place, part.id, sorted(named), len(sentences)),
                [_whole(passage, place, part.id, len(sentences))], problems,
            )  # fmt: skip
    return tuple(sentences)


def _of_passage(
    passage: Passage, place: Place, part: str, named: Sequence[tuple[int, str]], order: int
) -> list[Sentence]:
    """The sentences of a passage; `named` are people and terms by where they stand, in order."""
    sentences: list[Sentence] = []
    at = 0
    for start, end in split(passage.text):
        text = passage.text[start:end]
        words = {*stems(text), *(f"#{one}" for one in numbers(text))}
        while at < len(named) and named[at][0] < end:
            if named[at][0] >= start:
                words.add(named[at][1])
            at += 1
        sentences.append(
            Sentence(
                f"{passage.id}.{len(sentences) + 1}", replace(place, start=start, end=end), text,
                order + len(sentences), frozenset(words), courteous(text), part,
            )
        )  # fmt: skip
    return sentences


def _whole(passage: Passage, place: Place, part: str, order: int) -> Sentence:
    """A passage as one sentence of no known words, which is like no other."""
    at = replace(place, start=0, end=len(passage.text))
    return Sentence(f"{passage.id}.1", at, passage.text, order, frozenset(), False, part)


def _kind(word: str) -> float:
    return {"#": _FIGURE, "§": _TERM}.get(word[0], 1.0)
