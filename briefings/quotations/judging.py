"""Decides the verdict on the words of one sentence, given the passages that may contain them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from .alignment import Aligned, Run, best_alignments, crosses
from .covering import Piece, cover
from .differences import SLIGHT, Difference, Given, differences, reached
from .likeness import Likely, likest
from .passages import Passage, ranked
from .paste import Reading, readings
from .rules import rules
from .tokens import Token, weigh

Verdict = Literal["verbatim", "altered", "joined", "near", "absent"]
Find = Callable[[Sequence[Sequence[str]]], list[Passage]]
"""Finds passages that may contain the keys of some pieces of a quotation."""

_RANK: dict[Verdict, int] = {"verbatim": 0, "joined": 1, "altered": 1, "near": 2, "absent": 3}
# Punctuation that may follow a complete sentence, and punctuation that may precede one.
_ENDED = re.compile('[)\\]"”’»]*(?:[.!?…;]|,["”’»])')
_QUOTED = re.compile('["”’»]')
_OPENING = ('"', "“", "‘", "„", "«")
_BEGINNING = (".", "!", "?", "…", ":", ";", *_OPENING)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a passage: `runs` match the given words; `likeness` is from 0 to 100."""

    passage: Passage
    runs: tuple[Run, ...]
    differences: tuple[Difference, ...] = ()
    likeness: int = 100

    @property
    def there(self) -> tuple[int, int]:
        last = self.runs[-1]
        edges = [
            difference.there
            for difference in self.differences
            if difference.there[0] < difference.there[1]
        ]
        return (
            min([self.runs[0].there, *(start for start, _ in edges)]),
            max([last.there + last.length, *(end for _, end in edges)]),
        )

    @property
    def given(self) -> tuple[int, int]:
        last = self.runs[-1]
        return (self.runs[0].given, last.given + last.length)


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and the places it is based on, the best first; `count` is how many were found."""

    verdict: Verdict
    reading: Reading
    hits: tuple[Hit, ...] = ()
    count: int = 0
    likely: tuple[Likely, ...] = field(default=())

    @property
    def likeness(self) -> int:
        if self.verdict == "near":
            return self.likely[0].likeness
        if not self.hits:
            return 0
        if self.verdict == "joined" or len(self.reading.pieces) > 1:
            return min(hit.likeness for hit in self.hits)
        return self.hits[0].likeness

    @property
    def order(self) -> tuple[int, int]:
        return (_RANK[self.verdict], -self.likeness)


def judge(text: str, find: Find, find_near: Find) -> Judged:
    """The best verdict over all readings of a sentence.

    `find` looks passages up by runs of words, `find_near` by single words. All readings are
    compared with the passages found for the plainest one.
    """
    all_readings = list(readings(text))
    base = all_readings[0]
    if base.literal and len(all_readings) > 1 and not all_readings[1].stripped:
        base = all_readings[1]
    best = _best(all_readings, ranked(find(_keys(base))), base)
    if best.verdict != "absent":
        return best
    words = [token.key for token in base.tokens]
    if len(words) > rules().limits.longest:
        return best
    passages = ranked(find_near([words]))
    # In a short sentence, every run of three words may contain a difference.
    best = _best(all_readings, passages, base)
    likely = () if best.verdict != "absent" else tuple(likest(words, passages))
    return Judged("near", base, likely=likely, count=len(likely)) if likely else best


def _keys(reading: Reading) -> list[list[str]]:
    """The keys of each piece."""
    return [[token.key for token in reading.tokens[slice(*piece)]] for piece in reading.pieces]


def _best(candidates: Sequence[Reading], passages: Sequence[Passage], otherwise: Reading) -> Judged:
    """The best verdict over some readings; `absent`, with the reading `otherwise`, if there is
    none.
    """
    best = Judged("absent", otherwise)
    for reading in candidates:
        if reading.stripped and _stand_there(reading, best):
            continue
        judged = _judged(reading, passages)
        if judged.order < best.order:
            best = judged
        if best.verdict == "verbatim":
            break
    return best


def judge_in_a_row(text: str, find: Find) -> Judged | None:
    """The verdict on several sentences if they occur together, word for word; otherwise None."""
    reading = next(readings(text))
    given = Given(text, reading.tokens, _is_cased(text))
    passages = ranked(find(_keys(reading)))
    judged = _of_one(replace(reading, literal=True), given, passages)
    return judged if judged.verdict == "verbatim" else None


def _stand_there(reading: Reading, best: Judged) -> bool:
    """Whether the words that a reading attributes to somebody else occur with the
    others in a text.
    """
    start, end = reading.span
    words = best.reading.tokens
    return any(
        not start <= token.start < end and token.key not in rules().small
        for hit in best.hits
        for run in hit.runs
        for token in words[run.given : run.given + run.length]
    )


def _judged(reading: Reading, passages: Sequence[Passage]) -> Judged:
    if not reading.tokens:
        return Judged("absent", reading)
    given = Given(reading.text, reading.tokens, _is_cased(reading.text))
    if len(reading.pieces) > 1:
        return _of_pieces(reading, given, passages)
    return _of_one(reading, given, passages)


def _is_cased(text: str) -> bool:
    """Whether capitals are significant: not if all letters, or none, are capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return 0 < 2 * upper < len(letters)


def _of_one(reading: Reading, given: Given, passages: Sequence[Passage]) -> Judged:
    exact = _in_a_row(given, (0, len(given.tokens)), passages)
    hits = [_hit(given, passage, runs, reading) for passage, runs in exact]
    if verbatim := [hit for hit in hits if not hit.differences]:
        return Judged("verbatim", reading, tuple(verbatim[: rules().limits.places]), len(verbatim))
    if hits:
        return Judged("altered", reading, tuple(hits[: rules().limits.listed]), len(hits))
    size, limits = len(given.tokens), rules().limits
    if reading.literal or not limits.sentence_words <= size <= limits.longest:
        return Judged("absent", reading)
    return _aligned_or_joined(reading, given, passages)


def _aligned_or_joined(reading: Reading, given: Given, passages: Sequence[Passage]) -> Judged:
    limits = rules().limits
    aligned = best_alignments(given.tokens, passages)
    pieces = cover(given.tokens, passages)
    matched = sum(weigh(_of(given, piece)) for piece in pieces)
    share = 100 * matched // max(1, weigh(given.tokens))
    joins = len(pieces) > 1 and share >= limits.joined and not _one_place(pieces)
    aligned = [match for match in aligned if _is_like(match)]
    best = aligned[0] if aligned else None
    if best:
        prefers_joined = joins and share > best.share + limits.joined_over_altered
        if not prefers_joined and len(_by_sentence(best)) == 1:
            hits = [
                _hit(given, match.passage, match.runs, reading, match.likeness) for match in aligned
            ]
            equals = sum(hit.likeness == best.likeness for hit in hits)
            hits[:equals] = sorted(hits[:equals], key=lambda hit: len(hit.differences))
            return Judged("altered", reading, tuple(hits[: limits.listed]), equals)
    if joins:
        hits = [_hit(given, piece.passage, (piece.run,)) for piece in pieces]
        return Judged("joined", reading, tuple(hits), len(hits))
    if best:
        hits = [_hit(given, best.passage, runs) for runs in _by_sentence(best)]
        return Judged("joined", reading, tuple(hits), len(hits))
    return Judged("absent", reading)


def _is_like(aligned: Aligned) -> bool:
    """Whether an alignment is close enough; with few significant words, it must be closer."""
    limits = rules().limits
    few = aligned.telling < limits.many
    return aligned.telling >= limits.telling and aligned.likeness >= (
        limits.altered_few if few else limits.altered
    )


def _of(given: Given, piece: Piece) -> Sequence[Token]:
    return given.tokens[piece.run.given : piece.run.given + piece.run.length]


def _one_place(pieces: Sequence[Piece]) -> bool:
    """Whether the pieces follow one another within one sentence."""
    first = pieces[0]
    return all(
        piece.passage is first.passage and piece.sentence == first.sentence for piece in pieces
    ) and all(a.run.there < b.run.there for a, b in pairwise(pieces))


def _by_sentence(aligned: Aligned) -> list[tuple[Run, ...]]:
    """The runs, split where words are left out across a sentence boundary."""
    parts: list[list[Run]] = [[aligned.runs[0]]]
    for before, after in pairwise(aligned.runs):
        if crosses(before, after, aligned.passage):
            parts.append([])
        parts[-1].append(after)
    return [tuple(part) for part in parts]


def _in_a_row(
    given: Given, piece: tuple[int, int], passages: Iterable[Passage]
) -> list[tuple[Passage, tuple[Run, ...]]]:
    """Every place where the keys of a piece occur in a row."""
    start, end = piece
    keys = [token.key for token in given.tokens[start:end]]
    return [
        (passage, (Run(start, position, end - start),))
        for passage in passages
        for position in passage.runs(keys)
    ]


def _hit(
    given: Given,
    passage: Passage,
    runs: Sequence[Run],
    reading: Reading | None = None,
    likeness: int = 100,
) -> Hit:
    """A place with its differences; with `reading`, words missing at its ends count as
    differences.
    """
    if reading is None:
        part = (runs[0].given, runs[-1].given + runs[-1].length)
        inner = replace(given, tokens=given.tokens[: part[1]])
        result = [
            difference
            for difference in differences(inner, passage, runs)
            if difference.given[0] >= part[0]
        ]
        return Hit(passage, tuple(runs), tuple(result), likeness)
    result = differences(given, passage, runs)
    if reading.whole:
        result += _clipped(given, passage, runs)
        result.sort(key=lambda difference: difference.order)
    return Hit(passage, tuple(runs), tuple(result), likeness)


def _clipped(given: Given, passage: Passage, runs: Sequence[Run]) -> list[Difference]:
    """Where the quotation ends like a sentence but the passage's sentence continues, or where it
    begins in the middle of one.
    """
    sentences, clipped = passage.sentences, []
    start, end = reached(given, passage, runs)
    low, high = start, end
    while high < len(sentences) and sentences[high] == sentences[end - 1]:
        high += 1
    while low and sentences[low - 1] == sentences[start]:
        low -= 1
    before = passage.text[: passage.tokens[start].start]
    after = passage.tokens[end - 1].end
    is_ended = passage.text[after - 1] == "." or _ENDED.match(passage.text, after)
    if before.endswith(_OPENING):
        is_ended = is_ended or _QUOTED.match(passage.text, after)
    if high > end and not is_ended:
        size = len(given.tokens)
        clipped.append(Difference("omission", (size, size), (end, high)))
    if low < start and not before.rstrip().endswith(_BEGINNING):
        clipped.append(Difference("omission", (0, 0), (low, start)))
    return clipped


def _of_pieces(reading: Reading, given: Given, passages: Sequence[Passage]) -> Judged:
    """The verdict on words with marked omissions between them."""
    chain = _chain(reading, given, passages)
    if chain is not None:
        passage, runs = chain
        changes = [
            *_differences_within(given, passage, runs),
            *_marked(passage, runs),
        ]
        changes.sort(key=lambda difference: difference.order)
        hit = Hit(passage, runs, tuple(changes))
        grave = any(change.kind == "negation" or not change.marked for change in changes)
        return Judged("altered" if grave else "verbatim", reading, (hit,), 1)
    hits: list[Hit] = []
    missing = 0
    for piece in reading.pieces:
        piece_reading = replace(reading, pieces=(piece,), whole=False)
        piece_given = Given(given.text, given.tokens[slice(*piece)], given.cased)
        judged = _of_one(piece_reading, piece_given, _near_to(hits, passages))
        if judged.verdict in ("verbatim", "altered", "joined"):
            hits += [
                _moved_by(hit, piece[0])
                for hit in (judged.hits if judged.verdict == "joined" else judged.hits[:1])
            ]
        else:
            missing += weigh(piece_given.tokens)
    if not hits or 100 * missing > (100 - rules().limits.altered) * weigh(given.tokens):
        return Judged("absent", reading)
    kinds = {difference.kind for hit in hits for difference in hit.differences}
    altered = missing or not kinds <= SLIGHT
    return Judged("altered" if altered else "joined", reading, tuple(hits), len(hits))


def _differences_within(given: Given, passage: Passage, runs: Sequence[Run]) -> list[Difference]:
    """Spelling variants and contractions within the runs, ignoring what lies between them."""
    return [difference for run in runs for difference in _hit(given, passage, (run,)).differences]


def _marked(passage: Passage, runs: Sequence[Run]) -> list[Difference]:
    omissions = []
    for before, after in pairwise(runs):
        there = (before.there + before.length, after.there)
        if there[0] == there[1]:
            continue
        words = passage.tokens[slice(*there)]
        negates = any(token.key in rules().negations for token in words)
        kind = "negation" if negates else "omission"
        position = before.given + before.length
        omissions.append(Difference(kind, (position, position), there, marked=True))
    return omissions


def _chain(
    reading: Reading, given: Given, passages: Sequence[Passage]
) -> tuple[Passage, tuple[Run, ...]] | None:
    """The place where the pieces occur in order within one sentence."""
    first, *others = reading.pieces
    for passage, (run,) in _in_a_row(given, first, passages):
        runs = [run]
        for start, end in others:
            keys = [token.key for token in given.tokens[start:end]]
            previous_end = runs[-1].there + runs[-1].length
            position = next((n for n in passage.runs(keys) if n >= previous_end), None)
            if position is None or passage.sentences[position] != passage.sentences[run.there]:
                break
            runs.append(Run(start, position, end - start))
        else:
            return passage, tuple(runs)
    return None


def _near_to(hits: Sequence[Hit], passages: Sequence[Passage]) -> list[Passage]:
    """The passages, starting with that of the last hit: joined pieces mostly come from nearby."""
    if not hits:
        return list(passages)
    last = hits[-1].passage
    text = (last.origin.briefing, last.origin.source)
    return sorted(
        passages,
        key=lambda other: (other is not last, (other.origin.briefing, other.origin.source) != text),
    )


def _moved_by(hit: Hit, offset: int) -> Hit:
    """A hit of some of the tokens, with offsets relative to all tokens."""
    return replace(
        hit,
        runs=tuple(run._replace(given=run.given + offset) for run in hit.runs),
        differences=tuple(
            replace(difference, given=(difference.given[0] + offset, difference.given[1] + offset))
            for difference in hit.differences
        ),
    )
