"""Find the passages and sentences of one event's texts that say the same thing.

A text is compared with the other texts of its event and with itself, never with other events.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz import fuzz

from briefings.model import Passage, Place, Witness, full_id
from briefings.model.relations import Pair, PairKind

from ..reading import Sentence
from ..stems import plain
from .linking import likeness, match
from .weights import Weights

# The similarity of letters, in percent, from which two sentences are variants of one.
_NEAR = 90.0
# The likeness from which a text repeats itself, and the minimum words of a repetition.
_REPEATED = 0.80
_WORDS = 6
# How many of the rarest words of a sentence are indexed to find repetitions, and how many must be
# shared.
_RAREST = 10
_SHARED = 4
# If something is repeated often, only the first occurrences are considered.
_FIRST = 4
_POSTED = 20
_QUOTE = re.compile(r"[“\"]([^“”\"]{25,}?)[”\"]")

_Order = dict[tuple[str | None, int | None], int]


def align(
    a: Witness, left: Sequence[Sentence], b: Witness, right: Sequence[Sentence]
) -> list[Pair]:
    """Return the pairs of two texts of one event: identical passages, then matching sentences.

    `a` is the fuller text; `left` and `right` are the sentences of both (see `read_sentences`). The
    pairs are sorted in the order of `a` and depend on these four arguments only. Scores range from
    0 to 1.
    """
    wholes = list(_same_passages(a.passages, b.passages))
    identical = {passage.id for pair in wholes for passage in pair}
    other_left = [sentence for sentence in left if sentence.place.passage not in identical]
    other_right = [sentence for sentence in right if sentence.place.passage not in identical]
    spoken = _speech(b) if b.sections else {}
    pairs = [_whole(passage, same_passage, left, right) for passage, same_passage in wholes]
    pairs += [
        _pair(other_left[i], other_right[j], like, spoken)
        for (i, j), like in match(other_left, other_right).items()
    ]
    return _grouped(pairs, left, right)


def repetitions(witness: Witness, sentences: Sequence[Sentence]) -> list[Pair]:
    """Return the pairs within one text: identical passages, and nearly identical sentences.

    Candidates share several of their rarest words, which are looked up in an inverted index. If a
    sentence is repeated often, only the first occurrences are considered.
    """
    passages = {passage.id: passage for passage in witness.passages}
    repeats = {
        passage.id: passages[passage.repeats] for passage in witness.passages if passage.repeats
    }
    pairs = [
        _whole(earlier, passages[later], sentences, sentences) for later, earlier in repeats.items()
    ]
    telling = [
        sentence
        for sentence in sentences
        if not sentence.courteous
        and sentence.place.passage not in repeats
        and len(sentence.text.split()) >= _WORDS
    ]
    weights = Weights(telling)
    for j, candidates in _sharing(telling, weights):
        b = telling[j]
        likes = [
            (likeness(telling[i], b, weights), -i)
            for i in candidates
            if telling[i].place.passage != b.place.passage
        ]
        like, i = max(likes, default=(0.0, 0))
        if like >= _REPEATED:
            pair = _pair(telling[-i], b, like, {})
            kind: PairKind = "identical" if pair.kind == "identical" else "near-identical"
            pairs.append(replace(pair, kind=kind))
    return _grouped(pairs, sentences, sentences)


def _same_passages(
    left: Sequence[Passage], right: Sequence[Passage]
) -> Iterator[tuple[Passage, Passage]]:
    """Yield pairs of passages with the same text, in order; each passage is used once."""
    unmatched: dict[str, list[Passage]] = defaultdict(list)
    for passage in reversed(left):
        unmatched[plain(passage.text)].append(passage)
    for passage in right:
        if matches := unmatched.get(plain(passage.text)):
            yield matches.pop(), passage


def _sharing(sentences: Sequence[Sentence], weights: Weights) -> Iterator[tuple[int, list[int]]]:
    """Yield, for each sentence, the first earlier ones that share several of its rarest words."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(sentences):
        rarest = weights.rarest(sentence.words, _RAREST)
        shared = Counter(chain.from_iterable(index[word] for word in rarest))
        likely = sorted((i for i, count in shared.items() if count >= _SHARED))
        yield j, likely[:_FIRST]
        for word in rarest:
            if len(index[word]) < _POSTED:
                index[word].append(j)


def _speech(article: Witness) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of quoted statements in an article, by passage."""
    return {
        passage.id: [quote.span(1) for quote in _QUOTE.finditer(passage.text)]
        for passage in article.passages
    }


def _whole(a: Passage, b: Passage, left: Sequence[Sentence], right: Sequence[Sentence]) -> Pair:
    a_place = next(sentence.place for sentence in left if sentence.place.passage == a.id)
    b_place = next(sentence.place for sentence in right if sentence.place.passage == b.id)
    return Pair(
        _id(a_place.source, a.id, b_place.source, b.id), "",
        replace(a_place, start=0, end=len(a.text)), replace(b_place, start=0, end=len(b.text)),
        "identical", 1.0,
    )  # fmt: skip


def _pair(a: Sentence, b: Sentence, like: float, spoken: dict[str, list[tuple[int, int]]]) -> Pair:
    identical = plain(a.text) == plain(b.text)
    score = 1.0 if identical else min(like, 0.99)
    id_ = _id(a.place.source, a.id, b.place.source, b.id)
    return Pair(id_, "", a.place, b.place, _kind(a, b, spoken), round(score, 2))


def _id(source: str, id_: str, other: str, other_id: str) -> str:
    return f"{full_id(source, id_)}--{full_id(other, other_id)}"


def _kind(a: Sentence, b: Sentence, spoken: dict[str, list[tuple[int, int]]]) -> PairKind:
    if plain(a.text) == plain(b.text):
        return "identical"
    quoted = sum(
        max(0, min(end, b.end) - max(start, b.start))
        for start, end in spoken.get(b.place.passage or "", ())
    )
    if 2 * quoted > b.end - b.start:
        return "quotation"
    near = fuzz.ratio(plain(a.text), plain(b.text)) >= _NEAR
    return "near-identical" if near else "paraphrase"


def _grouped(pairs: list[Pair], left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Pair]:
    """Sort the pairs in the order of the texts; pairs that share a sentence get the same group."""
    left_order: _Order = {
        (sentence.place.passage, sentence.place.start): sentence.order for sentence in left
    }
    right_order: _Order = {
        (sentence.place.passage, sentence.place.start): sentence.order for sentence in right
    }
    pairs.sort(key=lambda p: (left_order[_at(p.a)], right_order[_at(p.b)]))
    groups: dict[tuple[int, int], str] = {}
    for pair in pairs:
        ends = [(0, left_order[_at(pair.a)]), (1, right_order[_at(pair.b)])]
        groups_of_ends = sorted({groups[end] for end in ends if end in groups})
        name = groups_of_ends[0] if groups_of_ends else pair.id
        for merged in groups_of_ends[1:]:
            groups |= {end: name for end, group in groups.items() if group == merged}
        groups |= dict.fromkeys(ends, name)
    return [replace(pair, group=groups[0, left_order[_at(pair.a)]]) for pair in pairs]


def _at(place: Place) -> tuple[str | None, int | None]:
    return place.passage, place.start
