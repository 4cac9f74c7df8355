"""Decide which runs of words are set phrases of a corpus, the most significant first.

A run is ranked by the number of briefings that contain it. Its words must be associated (normalized
pointwise mutual information: Bouma, "Normalized (pointwise) mutual information in collocation
extraction", 2009). It must occur by itself and not only within a longer run (the idea of the
C-value: Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", 2000), and it
must be complete: if most occurrences continue with another word, it is a fragment. A similar but
less significant run becomes a variant (see `variants`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from briefings.ids import slug
from briefings.languages import Language, language_of

from .makeup import (
    begins_with_verb,
    is_bound,
    joins_clauses,
    joins_phrases,
    own_words,
)
from .runs import Runs, is_manner, key_of_run, without_names
from .tokens import NAME, inflected
from .variants import RunUse, SetPhrase, with_variants

ReadRuns = Callable[[str], Runs]

# The maximum number of filter slots whose runs are examined; if more recur, the threshold rises.
_LOOKED_AT = 8_000
_MASK = (1 << 22) - 1
_FULL = 255
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


@dataclass(slots=True)
class _Count:
    """The counts of a run: occurrences, briefings, and occurrences that continue.

    `wording` is its first wording, in a text in `language`.
    """

    wording: str
    language: Language
    occurrences: int = 0
    briefings: int = 0
    goes_on: int = 0


def choose(
    slugs: Sequence[str], runs: ReadRuns, published: Collection[str] = ()
) -> list[SetPhrase]:
    """Return the set phrases of a corpus, the most significant first.

    `slugs` are its briefings, oldest first. Phrases with `published` ids are kept as long as two
    briefings contain them.
    """
    if len(slugs) < 2:
        return []
    least = max(2, int(math.log2(len(slugs))) - 1)
    counts, words = _recurring(slugs, runs)
    judge = _RunJudge(counts, words, sorted(published))
    candidates = judge.candidates(least)
    _add_occurrences(candidates, slugs, runs)
    phrases = [run for run in candidates.values() if run.published or _is_whole(run)]
    return with_variants(phrases, _limit(len(slugs)))


def form(text: str, language: Language) -> str:
    """Return a normalized id, the same for all inflected forms of a phrase.

    >>> from briefings.languages import ENGLISH
    >>> form("firmly opposes", ENGLISH) == form("firmly-opposed", ENGLISH)
    True
    """
    return "-".join(inflected(word, language) for word in slug(text).split("-"))


def _limit(briefings: int) -> int:
    """Return the maximum number of phrases; it grows much more slowly than the corpus."""
    return 40 + int(20 * math.sqrt(briefings))


def _recurring(slugs: Sequence[str], runs: ReadRuns) -> tuple[dict[int, _Count], Counter[str]]:
    """Return the runs in several briefings, by number, and the count of each word.

    Memory is bounded: a counting filter (Fan et al., "Summary cache", 2000) with one hash selects
    runs that may recur. Only these are counted, in a second pass over each briefing's runs.
    """
    slots = bytearray(_MASK + 1)
    words: Counter[str] = Counter()
    for slug_ in slugs:
        briefing = runs(slug_)
        words.update(briefing.words)
        for number in briefing.numbers:
            slot = number & _MASK
            if slots[slot] < _FULL:
                slots[slot] += 1
    enough = 2
    recurring = len(slots) - slots.count(0) - slots.count(1)
    while enough < _FULL and recurring > _LOOKED_AT:
        recurring -= slots.count(enough)
        enough += 1
    counts: dict[int, _Count] = {}
    for slug_ in slugs:
        briefing = runs(slug_)
        for k, number in enumerate(briefing.numbers):
            if slots[number & _MASK] >= enough:
                begin, stop = briefing.firsts[k], briefing.firsts[k + 1]
                count = counts.get(number)
                if count is None:
                    count = counts[number] = _Count(
                        briefing.wording(begin), language_of(briefing.language)
                    )
                count.occurrences += stop - begin
                count.briefings += 1
                count.goes_on += sum(briefing.goes_on[begin:stop])
    return {number: count for number, count in counts.items() if count.briefings > 1}, words


def _add_occurrences(
    candidates: Mapping[int, SetPhrase], slugs: Sequence[str], runs: ReadRuns
) -> None:
    """Add the occurrences to each candidate; candidates are keyed by the number of their run."""
    for n, slug_ in enumerate(slugs):
        briefing = runs(slug_)
        for k, number in enumerate(briefing.numbers):
            if number in candidates:
                candidates[number].occurrences += [
                    RunUse(
                        n,
                        briefing.statements[at],
                        briefing.starts[at],
                        briefing.ends[at],
                        briefing.wording(at),
                    )
                    for at in range(briefing.firsts[k], briefing.firsts[k + 1])
                ]


class _RunJudge:
    """Evaluates the runs that occur in several briefings."""

    def __init__(
        self,
        counts: Mapping[int, _Count],
        words: Mapping[str, int],
        published: Sequence[str],
    ) -> None:
        self._keys = {
            number: key_of_run(count.wording, count.language) for number, count in counts.items()
        }
        self._counts = counts
        self._words = words
        self._total = sum(words.values()) or 1
        self._published = published
        self._forms: dict[Language, dict[str, str]] = {}
        by_key = {self._keys[number]: count.occurrences for number, count in counts.items()}
        self._within = _within(by_key)

    def candidates(self, least: int) -> dict[int, SetPhrase]:
        """Return runs that may be phrases, by number: published ones first, then by descending
        score."""
        candidates = []
        for number, count in self._counts.items():
            key = self._keys[number]
            published = self._known(count)
            needed = 1 if published else self._least(key, count, least)
            if published or self._may_be(key, count, needed):
                candidates.append(
                    (
                        number,
                        SetPhrase(
                            key, count.language, self._score(key, count), [], published, needed
                        ),
                    )
                )
        candidates.sort(
            key=lambda candidate: (
                candidate[1].published is None,
                -candidate[1].score,
                candidate[1].key,
            )
        )
        return dict(candidates)

    def _known(self, count: _Count) -> str | None:
        """Return the id under which any form of a run was published, or None."""
        if not self._published:
            return None
        language = count.language
        if language not in self._forms:
            self._forms[language] = {form(id_, language): id_ for id_ in self._published}
        wording = without_names(count.wording, language)
        return self._forms[language].get(form(wording, language))

    def _may_be(self, key: str, count: _Count, least: int) -> bool:
        tokens = key.split()
        own = own_words(tokens, count.language)
        if count.briefings < least or not own:
            return False
        framed = NAME in tokens or any(
            token in count.language.phrases.open_articles for token in tokens
        )
        if own < _WORDS and not (framed or self._is_held_together(tokens, count)):
            return False
        if count.briefings <= _FEW_BRIEFINGS and (
            own < _WORDS_OF_FEW or not is_bound(tokens, count.language)
        ):
            return False
        if self._within[key] >= _WITHIN * count.occurrences:
            return False
        most = (
            _VERB_GOES_ON if len(tokens) == 2 and is_manner(tokens[0], count.language) else _GOES_ON
        )
        if count.goes_on > most * count.occurrences:
            return False
        return self._association(tokens, count.occurrences) >= _LEAST_ASSOCIATION

    def _least(self, key: str, count: _Count, least: int) -> int:
        """Return how many briefings must contain a run, given the general minimum `least`."""
        tokens = key.split()
        if len(tokens) < _TIGHT_WORDS or self._association(tokens, count.occurrences) < _TIGHT:
            return least
        return min(least, max(_LEAST_OF_TIGHT, least - _FEWER))

    def _is_held_together(self, tokens: Sequence[str], count: _Count) -> bool:
        """Return whether a run is long and its words rarely occur apart."""
        is_frequent = len(tokens) >= _HELD_WORDS and count.briefings >= _HELD_BRIEFINGS
        return is_frequent and self._association(tokens, count.occurrences) >= _HELD_TOGETHER

    def _association(self, tokens: Sequence[str], occurrences: int) -> float:
        """Return the normalized pointwise mutual information of all words of a run, at most 1."""
        together = math.log(occurrences / self._total)
        apart = sum(math.log(max(1, self._words.get(token, 1)) / self._total) for token in tokens)
        return (together - apart) / (-together * (len(tokens) - 1))

    def _score(self, key: str, count: _Count) -> float:
        tokens = key.split()
        association = self._association(tokens, count.occurrences)
        return round(
            count.briefings * association * math.log2(1 + own_words(tokens, count.language)), 9
        )


def _is_whole(phrase: SetPhrase) -> bool:
    """Return whether a run is connected by more than nouns, and lies within one clause."""
    tokens, language = phrase.key.split(), phrase.language
    bound = (
        is_bound(tokens, language)
        or is_manner(tokens[0], language)
        or any(begins_with_verb(use.wording, language) for use in phrase.occurrences)
    )
    joins = any(joins_clauses(use.wording, language) for use in phrase.occurrences)
    return bound and not (joins or joins_phrases(tokens, language))


def _within(occurrences: Mapping[str, int]) -> Counter[str]:
    """Map each run, by key, to its maximum number of occurrences within one longer run.

    `occurrences` maps each run to its number of occurrences.
    """
    within: Counter[str] = Counter()
    for key, number in occurrences.items():
        tokens = key.split()
        for length in range(2, len(tokens)):
            for begin in range(len(tokens) - length + 1):
                part = " ".join(tokens[begin : begin + length])
                if part in occurrences:
                    within[part] = max(within[part], number)
    return within
