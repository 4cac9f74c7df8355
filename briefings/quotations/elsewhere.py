"""Finds numbers that differ from one text but occur in another, near similar words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.languages import ENGLISH

from .judging import Find, Hit, Judged
from .likeness import stems
from .passages import Passage, ranked
from .rules import rules
from .tokens import Token, is_number

_YEAR = re.compile(r"(?:1[89]|20)[0-9][0-9]")
_DIGIT = re.compile(r"\d")
_LEAST = 2
"""The minimum number of digits of a number to look for, and of words that must be near it."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A sentence of a passage that contains a number.

    `there` is the token in the passage, `given` that in the pasted text; `likeness` (0 to 100) says
    how many of the other words are near it.
    """

    passage: Passage
    sentence: int
    there: int
    given: int
    likeness: int


def elsewhere(judged: Judged, find: Find) -> list[Elsewhere]:
    """Sentences with a number that another text does not have, the most similar first.

    `find` finds passages that have the first key of each list, and some of the others.
    """
    if judged.verdict != "altered":
        return []
    words = judged.reading.tokens
    hits = judged.hits if len(judged.reading.pieces) > 1 else judged.hits[:1]
    context = [token.key for token in words if _tells(token.key)]
    result: list[Elsewhere] = []
    for given in sorted({n for hit in hits for n in _other_numbers(words, hit)}):
        if len(stems(context)) >= _LEAST:
            passages = ranked(find([[words[given].key, *context]]))
            result += _with_number(words, given, context, passages, hits)
    result.sort(key=lambda place: (place.given, -place.likeness))
    return result[: rules().limits.listed]


def _tells(key: str) -> bool:
    """Whether a word says what a number counts; numbers and percent signs do not."""
    return not (key in rules().small or is_number(key) or _counts(key))


def _counts(key: str) -> bool:
    return key == ENGLISH.quoting.percent or key in rules().number_words


def _other_numbers(words: Sequence[Token], hit: Hit) -> Iterator[int]:
    """The tokens of differing numbers to look for, without single digits and years."""
    for difference in hit.differences:
        passage_keys = hit.passage.keys[slice(*difference.there)]
        for n in range(*difference.given) if difference.kind == "number" else ():
            key = words[n].key
            looked_for = is_number(key) and len(_DIGIT.findall(key)) >= _LEAST
            if looked_for and not _YEAR.fullmatch(key) and key not in passage_keys:
                yield n


def _with_number(
    words: Sequence[Token],
    given: int,
    context: Sequence[str],
    passages: Sequence[Passage],
    hits: Sequence[Hit],
) -> Iterator[Elsewhere]:
    """The sentences with the number and enough of the words near it, each once."""
    given_stems = stems(context)
    keys = [token.key for token in words]
    seen = {(hit.passage, n) for hit in hits for n in _sentences(hit)}
    for passage in passages:
        best: dict[int, Elsewhere] = {}
        for index, key in enumerate(passage.keys):
            sentence = passage.sentences[index]
            if key != keys[given] or (passage, sentence) in seen:
                continue
            if _is_percent(keys, given) != _is_percent(passage.keys, index):
                continue
            shared = given_stems & stems(_around(passage, index))
            likeness = 100 * len(shared) // len(given_stems)
            if len(shared) < _LEAST or likeness < rules().limits.elsewhere:
                continue
            if sentence not in best or likeness > best[sentence].likeness:
                best[sentence] = Elsewhere(passage, sentence, index, given, likeness)
        yield from best.values()


def _sentences(hit: Hit) -> range:
    """The indexes of the sentences that a hit covers."""
    first, end = hit.there
    sentences = hit.passage.sentences
    return range(sentences[first], sentences[end - 1] + 1)


def _is_percent(keys: Sequence[str], index: int) -> bool:
    return list(keys[index + 1 : index + 2]) == [ENGLISH.quoting.percent]


def _around(passage: Passage, index: int) -> list[str]:
    """The words of the sentence near a token."""
    reach = rules().limits.window
    low, high = max(0, index - reach), index + reach + 1
    sentences = passage.sentences[low:high]
    return [
        key
        for key, sentence in zip(passage.keys[low:high], sentences, strict=True)
        if sentence == passage.sentences[index]
    ]
