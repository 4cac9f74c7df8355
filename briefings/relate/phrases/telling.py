"""Decide which runs of words are set phrases of a corpus, the most significant first.

A run is ranked by the number of briefings that contain it. Its words must be associated (normalized
pointwise mutual information: Bouma, "Normalized (pointwise) mutual information in collocation
extraction", 2009). It must occur by itself and not only within a longer run (the idea of the
C-value: Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", 2000), and it
must be complete: if most occurrences continue with another word, it is a fragment. A similar but
less significant run becomes a variant; its similarity to the phrase is at least `_NEAR`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from briefings.ids import slug
from briefings.languages import ENGLISH, Language, language_of

from .makeup import (
    begins_with_verb,
    is_bound,
    is_manner,
    joins_clauses,
    joins_phrases,
    own_words,
    small_words,
)
from .runs import Runs, key_of_run, without_names
from .tokens import NAME, inflected

ReadRuns = Callable[[str], Runs]

# The maximum number of filter slots whose runs are examined; if more recur, the threshold rises.
_LOOKED_AT = 8_000
_MASK = (1 << 22) - 1
_FULL = 255
# The minimum similarity of a variant: twice the number of common words, in order, divided by the
# words of both.
_NEAR = 0.7
# The shares of occurrences that make a run a fragment: those within one longer run, and those that
# continue with what belongs to its last word (a verb with an adverb continues with its object).
_WITHIN = 0.6
_GOES_ON = 0.6
_VERB_GOES_ON = 0.8
_LEAST_ASSOCIATION = 0.36
# A run with this association and this many words needs two fewer briefings, but at least three. A
# run of four words in several briefings needs only one specific word ("stands ready to work").
_TIGHT = 0.6
_TIGHT_WORDS = 3
_FEWER = 2
_LEAST_OF_TIGHT = 3
_HELD_TOGETHER = 0.5
_HELD_WORDS = 4
_HELD_BRIEFINGS = 4
# A run in at most this many briefings needs more specific words.
_FEW_BRIEFINGS = 2
_WORDS_OF_FEW = 3
_WORDS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """An occurrence of a run: the indices of its briefing and statement, its span, and its
    words."""

    briefing: int
    statement: int
    start: int
    end: int
    wording: str


@dataclass(slots=True)
class Telling:
    """A set phrase: the key of its run, its language, its score, and its occurrences by time,
    without overlaps.

    `published` is the id under which it was published, if any, and `least` the number of briefings
    that must contain it.
    """

    key: str
    language: Language
    score: float
    said: list[Said] = field(default_factory=list)
    published: str | None = None
    least: int = 1


@dataclass(slots=True)
class _Count:
    """The counts of a run: occurrences, briefings, and occurrences that continue.

    `wording` is its first wording, in a text in `language`.
    """

    wording: str
    language: Language
    said: int = 0
    briefings: int = 0
    goes_on: int = 0


def telling(slugs: Sequence[str], runs: ReadRuns, published: Collection[str] = ()) -> list[Telling]:
    """Return the set phrases of a corpus, the most significant first.

    `slugs` are its briefings, oldest first. Phrases with `published` ids are kept as long as two
    briefings contain them.
    """
    if len(slugs) < 2:
        return []
    least = max(2, int(math.log2(len(slugs))) - 1)
    counts, words = _recurring(slugs, runs)
    judged = _Judged(counts, words, sorted(published))
    candidates = judged.candidates(least)
    _say(candidates, slugs, runs)
    whole = [one for one in candidates.values() if one.published or _is_whole(one)]
    return _gathered(whole, _most(len(slugs)))


def form(text: str, language: Language = ENGLISH) -> str:
    """Return a normalized id, the same for all inflected forms of a phrase.

    >>> form("firmly opposes") == form("firmly-opposed")
    True
    """
    return "-".join(inflected(word, language) for word in slug(text).split("-"))


def _most(briefings: int) -> int:
    """Return the maximum number of phrases; it grows much more slowly than the corpus."""
    return 40 + int(20 * math.sqrt(briefings))


def _recurring(slugs: Sequence[str], runs: ReadRuns) -> tuple[dict[int, _Count], Counter[str]]:
    """Return the runs in several briefings, by number, and the count of each word.

    Memory is bounded: a counting filter (Fan et al., "Summary cache", 2000) with one hash selects
    runs that may recur. Only these are counted, in a second pass over each briefing's runs.
    """
    slots = bytearray(_MASK + 1)
    words: Counter[str] = Counter()
    for one in slugs:
        each = runs(one)
        words.update(each.words)
        for number in each.numbers:
            slot = number & _MASK
            if slots[slot] < _FULL:
                slots[slot] += 1
    having = Counter(slots)
    enough = 2
    while enough < _FULL and sum(n for many, n in having.items() if many >= enough) > _LOOKED_AT:
        enough += 1
    found: dict[int, _Count] = {}
    for one in slugs:
        each = runs(one)
        for k, number in enumerate(each.numbers):
            if slots[number & _MASK] >= enough:
                first, last = each.firsts[k], each.firsts[k + 1]
                count = found.get(number)
                if count is None:
                    count = found[number] = _Count(each.wording(first), language_of(each.language))
                count.said += last - first
                count.briefings += 1
                count.goes_on += sum(each.goes_on[first:last])
    return {number: one for number, one in found.items() if one.briefings > 1}, words


def _say(candidates: Mapping[int, Telling], slugs: Sequence[str], runs: ReadRuns) -> None:
    """Add the occurrences to each candidate; candidates are keyed by the number of their run."""
    for n, slug_ in enumerate(slugs):
        each = runs(slug_)
        for k, number in enumerate(each.numbers):
            if number in candidates:
                candidates[number].said += [
                    Said(n, each.statements[at], each.starts[at], each.ends[at], each.wording(at))
                    for at in range(each.firsts[k], each.firsts[k + 1])
                ]


class _Judged:
    """Evaluates the runs that occur in several briefings."""

    def __init__(
        self,
        counts: Mapping[int, _Count],
        words: Mapping[str, int],
        published: Sequence[str],
    ) -> None:
        self._keys = {
            number: key_of_run(one.wording, one.language) for number, one in counts.items()
        }
        self._counts = counts
        self._words = words
        self._total = sum(words.values()) or 1
        self._published = published
        self._forms: dict[Language, dict[str, str]] = {}
        by_key = {self._keys[number]: one.said for number, one in counts.items()}
        self._within = _within(by_key)

    def candidates(self, least: int) -> dict[int, Telling]:
        """Return runs that may be phrases, by number: published ones first, then by descending
        score."""
        found = []
        for number, one in self._counts.items():
            key = self._keys[number]
            published = self._known(one)
            needed = 1 if published else self._least(key, one, least)
            if published or self._may_be(key, one, needed):
                found.append(
                    (
                        number,
                        Telling(key, one.language, self._score(key, one), [], published, needed),
                    )
                )
        found.sort(key=lambda it: (it[1].published is None, -it[1].score, it[1].key))
        return dict(found)

    def _known(self, one: _Count) -> str | None:
        """Return the id under which any form of a run was published, or None."""
        if not self._published:
            return None
        language = one.language
        if language not in self._forms:
            self._forms[language] = {form(id_, language): id_ for id_ in self._published}
        said = without_names(one.wording, language)
        return self._forms[language].get(form(said, language))

    def _may_be(self, key: str, one: _Count, least: int) -> bool:
        tokens = key.split()
        own = own_words(tokens, one.language)
        if one.briefings < least or not own:
            return False
        framed = NAME in tokens or any(
            token in one.language.phrases.open_articles for token in tokens
        )
        if own < _WORDS and not (framed or self._is_held_together(tokens, one)):
            return False
        if one.briefings <= _FEW_BRIEFINGS and (
            own < _WORDS_OF_FEW or not is_bound(tokens, one.language)
        ):
            return False
        if self._within[key] >= _WITHIN * one.said:
            return False
        most = (
            _VERB_GOES_ON if len(tokens) == 2 and is_manner(tokens[0], one.language) else _GOES_ON
        )
        if one.goes_on > most * one.said:
            return False
        return self._association(tokens, one.said) >= _LEAST_ASSOCIATION

    def _least(self, key: str, one: _Count, least: int) -> int:
        """Return how many briefings must contain a run, given the general minimum `least`."""
        tokens = key.split()
        if len(tokens) < _TIGHT_WORDS or self._association(tokens, one.said) < _TIGHT:
            return least
        return min(least, max(_LEAST_OF_TIGHT, least - _FEWER))

    def _is_held_together(self, tokens: Sequence[str], one: _Count) -> bool:
        """Return whether a run is long and its words rarely occur apart."""
        often = len(tokens) >= _HELD_WORDS and one.briefings >= _HELD_BRIEFINGS
        return often and self._association(tokens, one.said) >= _HELD_TOGETHER

    def _association(self, tokens: Sequence[str], said: int) -> float:
        """Return the normalized pointwise mutual information of all words of a run, at most 1."""
        together = math.log(said / self._total)
        apart = sum(math.log(max(1, self._words.get(one, 1)) / self._total) for one in tokens)
        return (together - apart) / (-together * (len(tokens) - 1))

    def _score(self, key: str, one: _Count) -> float:
        tokens = key.split()
        association = self._association(tokens, one.said)
        return round(
            one.briefings * association * math.log2(1 + own_words(tokens, one.language)), 9
        )


def _is_whole(one: Telling) -> bool:
    """Return whether a run is connected by more than nouns, and lies within one clause."""
    tokens, language = one.key.split(), one.language
    bound = (
        is_bound(tokens, language)
        or is_manner(tokens[0], language)
        or any(begins_with_verb(said.wording, language) for said in one.said)
    )
    joins = any(joins_clauses(said.wording, language) for said in one.said)
    return bound and not (joins or joins_phrases(tokens, language))


def _within(said: Mapping[str, int]) -> Counter[str]:
    """Map each run, by key, to its maximum number of occurrences within one longer run.

    `said` maps each run to its number of occurrences.
    """
    within: Counter[str] = Counter()
    for key, often in said.items():
        tokens = key.split()
        for length in range(2, len(tokens)):
            for first in range(len(tokens) - length + 1):
                part = " ".join(tokens[first : first + length])
                if part in said:
                    within[part] = max(within[part], often)
    return within


def _gathered(candidates: Sequence[Telling], most: int) -> list[Telling]:
    """Gather phrases with their variants; runs almost always within another phrase are dropped."""
    phrases: list[Telling] = []
    having: dict[str, list[int]] = defaultdict(list)
    taken: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for one in candidates:
        tokens = one.key.split()
        home = _home(one, phrases, having)
        free = [it for it in one.said if not _is_taken(it, taken, home)]
        if home is None:
            if len({it.briefing for it in free}) < one.least or len(phrases) >= most:
                continue
            home = len(phrases)
            phrases.append(Telling(one.key, one.language, one.score, [], one.published, one.least))
            for token in set(tokens) - small_words(one.language):
                having[token].append(home)
        phrases[home].said += free
        for it in free:
            taken[it.briefing, it.statement].append((it.start, it.end, home))
    for one in phrases:
        one.said = _longest(one.said)
    return [one for one in phrases if one.said]


def _home(
    one: Telling, phrases: Sequence[Telling], having: Mapping[str, Sequence[int]]
) -> int | None:
    """Return the phrase of which a run is a variant: the most similar, or else the more
    significant."""
    tokens = one.key.split()
    near = sorted({n for token in tokens for n in having.get(token, ())})
    likeness = [
        (_likeness(tokens, phrases[n].key.split(), small_words(one.language)), -n) for n in near
    ]
    best = max(likeness, default=(0.0, 0))
    return -best[1] if best[0] >= _NEAR else None


def _likeness(tokens: Sequence[str], others: Sequence[str], small: frozenset[str]) -> float:
    """Return the similarity of two runs: the lower of that of all words and that of content
    words."""
    return min(
        Indel.normalized_similarity(tokens, others),
        Indel.normalized_similarity(
            [one for one in tokens if one not in small],
            [one for one in others if one not in small],
        ),
    )


def _is_taken(
    one: Said, taken: Mapping[tuple[int, int], list[tuple[int, int, int]]], home: int | None
) -> bool:
    return any(
        start < one.end and one.start < end and owner != home
        for start, end, owner in taken.get((one.briefing, one.statement), ())
    )


def _longest(said: Sequence[Said]) -> list[Said]:
    """Return occurrences in chronological order, only the longest of those that overlap."""
    kept: dict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda it: (it.start - it.end, it.briefing, it.start)):
        others = kept[one.briefing, one.statement]
        if not any(it.start < one.end and one.start < it.end for it in others):
            others.append(one)
    every = [one for others in kept.values() for one in others]
    return sorted(every, key=lambda it: (it.briefing, it.statement, it.start))
