"""Which runs of words are set phrases of a corpus, the most telling first.

A run is known by how many briefings have it.  It must hang together (normalised pointwise mutual
information: Bouma, "Normalized (pointwise) mutual information in collocation extraction", 2009),
stand by itself and not only within a longer run (the idea of the C-value: Frantzi, Ananiadou and
Mima, "Automatic recognition of multi-word terms", 2000), and be whole: where most of its
occurrences go on with another word, it is the piece of something else.  What is alike goes to the
more telling one as its variant; each variant is as near to the phrase itself as `_NEAR` says.
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

# Of how many slots of the counting filter runs may be looked at: the more recurs, the more often.
_LOOKED_AT = 8_000
_MASK = (1 << 22) - 1
_FULL = 255
# Likeness of a variant to its phrase: twice the words in common, in order, by the words of both.
_NEAR = 0.7
# The share of a run's occurrences that makes it a piece of something longer: within one longer run,
# or going on with what belongs to its last word (a verb with its adverb goes on with its object).
_WITHIN = 0.6
_GOES_ON = 0.6
_VERB_GOES_ON = 0.8
_LEAST_ASSOCIATION = 0.36
# What hangs together so well, in so many words, is said by two briefings fewer, by three at least;
# a run of four words that several briefings have needs no more than one that says something
# ("stands ready to work").
_TIGHT = 0.6
_TIGHT_WORDS = 3
_FEWER = 2
_LEAST_OF_TIGHT = 3
_HELD_TOGETHER = 0.5
_HELD_WORDS = 4
_HELD_BRIEFINGS = 4
# Where a run has been said by so few briefings, it has more words that say something.
_FEW_BRIEFINGS = 2
_WORDS_OF_FEW = 3
_WORDS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A run as it was said once: the n-th briefing, the statement in it, where in that statement,
    and its words."""

    briefing: int
    statement: int
    start: int
    end: int
    wording: str


@dataclass(slots=True)
class Telling:
    """A set phrase: the keys of its run, its language, how telling it is, and every occurrence in
    the order of time, none within another.  `published` is the id that it was published under; by
    `least` briefings it has to be said."""

    key: str
    language: Language
    score: float
    said: list[Said] = field(default_factory=list)
    published: str | None = None
    least: int = 1


@dataclass(slots=True)
class _Count:
    """How often a run is said: in all, in how many briefings, and going on with what belongs to
    its last word; `wording` is how it was said first, in a text of that `language`."""

    wording: str
    language: Language
    said: int = 0
    briefings: int = 0
    goes_on: int = 0


def telling(slugs: Sequence[str], runs: ReadRuns, published: Collection[str] = ()) -> list[Telling]:
    """The set phrases of a corpus, the most telling first; `slugs` are its briefings, oldest first.

    Those whose ids are `published` stay as long as two briefings have them.
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
    """What is the same in the ids of one phrase, whichever form its words have.

    >>> form("firmly opposes") == form("firmly-opposed")
    True
    """
    return "-".join(inflected(word, language) for word in slug(text).split("-"))


def _most(briefings: int) -> int:
    """How many phrases are listed: it grows much slower than the corpus."""
    return 40 + int(20 * math.sqrt(briefings))


def _recurring(slugs: Sequence[str], runs: ReadRuns) -> tuple[dict[int, _Count], Counter[str]]:
    """The runs that two briefings or more have, by their numbers, and how often each word is said.

    Memory is set beforehand: a counting filter (Fan et al., "Summary cache", 2000) with one hash
    says which runs may recur; only these are counted, each briefing's runs being read once more.
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
    """Gives each candidate, by the number of its run, its occurrences."""
    for n, slug_ in enumerate(slugs):
        each = runs(slug_)
        for k, number in enumerate(each.numbers):
            if number in candidates:
                candidates[number].said += [
                    Said(n, each.statements[at], each.starts[at], each.ends[at], each.wording(at))
                    for at in range(each.firsts[k], each.firsts[k + 1])
                ]


class _Judged:
    """Runs that two briefings or more have, each judged by all of them."""

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
        """The runs that may be phrases: published ones first, then the most telling."""
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
        """The id under which a run, in whatever form of its words, was published."""
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
        """By how many briefings a run has to be said, where others are by `least`."""
        tokens = key.split()
        if len(tokens) < _TIGHT_WORDS or self._association(tokens, one.said) < _TIGHT:
            return least
        return min(least, max(_LEAST_OF_TIGHT, least - _FEWER))

    def _is_held_together(self, tokens: Sequence[str], one: _Count) -> bool:
        """Whether a run is long, and its words are hardly said apart."""
        often = len(tokens) >= _HELD_WORDS and one.briefings >= _HELD_BRIEFINGS
        return often and self._association(tokens, one.said) >= _HELD_TOGETHER

    def _association(self, tokens: Sequence[str], said: int) -> float:
        """Normalised pointwise mutual information of all words of a run, up to 1."""
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
    """Whether a run holds together by more than its nouns, and within one clause."""
    tokens, language = one.key.split(), one.language
    bound = (
        is_bound(tokens, language)
        or is_manner(tokens[0], language)
        or any(begins_with_verb(said.wording, language) for said in one.said)
    )
    joins = any(joins_clauses(said.wording, language) for said in one.said)
    return bound and not (joins or joins_phrases(tokens, language))


def _within(said: Mapping[str, int]) -> Counter[str]:
    """For each run, by its key, how often it is said within one longer run, where that is most
    often; `said` is how often each run is said."""
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
    """Phrases with their variants; what stands nearly always within another is none of its own."""
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
    """The phrase that a run is a variant of: the nearest, of two the more telling."""
    tokens = one.key.split()
    near = sorted({n for token in tokens for n in having.get(token, ())})
    likeness = [
        (_likeness(tokens, phrases[n].key.split(), small_words(one.language)), -n) for n in near
    ]
    best = max(likeness, default=(0.0, 0))
    return -best[1] if best[0] >= _NEAR else None


def _likeness(tokens: Sequence[str], others: Sequence[str], small: frozenset[str]) -> float:
    """What two runs have in common, as a part of both; the less of all words and of own ones."""
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
    """Occurrences in the order of time, the longest of those that overlap."""
    kept: dict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda it: (it.start - it.end, it.briefing, it.start)):
        others = kept[one.briefing, one.statement]
        if not any(it.start < one.end and one.start < it.end for it in others):
            others.append(one)
    every = [one for others in kept.values() for one in others]
    return sorted(every, key=lambda it: (it.briefing, it.statement, it.start))
