"""Gather runs of words into set phrases with their variants, each occurrence in one of them.

A similar but less significant run becomes a variant; its similarity to the phrase is at least
`_NEAR`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from briefings.languages import Language

from .makeup import small_words

# The minimum similarity of a variant: twice the number of common words, in order, divided by the
# words of both.
_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class RunUse:
    """A use of a run: the indices of its briefing and statement, its span, and its
    words."""

    briefing: int
    statement: int
    start: int
    end: int
    wording: str


@dataclass(slots=True)
class SetPhrase:
    """A set phrase: the key of its run, its language, its score, and its occurrences by time,
    without overlaps.

    `published` is the id under which it was published, if any, and `least` the number of briefings
    that must contain it.
    """

    key: str
    language: Language
    score: float
    occurrences: list[RunUse] = field(default_factory=list)
    published: str | None = None
    least: int = 1


def with_variants(candidates: Sequence[SetPhrase], most: int) -> list[SetPhrase]:
    """Gather phrases with their variants; runs almost always within another phrase are dropped."""
    phrases: list[SetPhrase] = []
    by_token: dict[str, list[int]] = defaultdict(list)
    spans_of_statements: dict[tuple[int, int], list[tuple[int, int, int]]] = defaultdict(list)
    for phrase in candidates:
        tokens = phrase.key.split()
        home = _variant_of(phrase, phrases, by_token)
        free = [use for use in phrase.occurrences if not _is_taken(use, spans_of_statements, home)]
        if home is None:
            if len({use.briefing for use in free}) < phrase.least or len(phrases) >= most:
                continue
            home = len(phrases)
            phrases.append(replace(phrase, occurrences=[]))
            for token in set(tokens) - small_words(phrase.language):
                by_token[token].append(home)
        phrases[home].occurrences += free
        for use in free:
            spans_of_statements[use.briefing, use.statement].append((use.start, use.end, home))
    for phrase in phrases:
        phrase.occurrences = _without_overlaps(phrase.occurrences)
    return [phrase for phrase in phrases if phrase.occurrences]


def _variant_of(
    candidate: SetPhrase, phrases: Sequence[SetPhrase], by_token: Mapping[str, Sequence[int]]
) -> int | None:
    """Return the phrase of which a run is a variant: the most similar, or else the more
    significant."""
    tokens = candidate.key.split()
    near = sorted({n for token in tokens for n in by_token.get(token, ())})
    likeness = [
        (_likeness(tokens, phrases[n].key.split(), small_words(candidate.language)), -n)
        for n in near
    ]
    best = max(likeness, default=(0.0, 0))
    return -best[1] if best[0] >= _NEAR else None


def _likeness(tokens: Sequence[str], others: Sequence[str], small: frozenset[str]) -> float:
    """Return the similarity of two runs: the lower of that of all words and that of content
    words."""
    return min(
        Indel.normalized_similarity(tokens, others),
        Indel.normalized_similarity(
            [token for token in tokens if token not in small],
            [token for token in others if token not in small],
        ),
    )


def _is_taken(
    use: RunUse,
    spans_of_statements: Mapping[tuple[int, int], list[tuple[int, int, int]]],
    home: int | None,
) -> bool:
    return any(
        start < use.end and use.start < end and owner != home
        for start, end, owner in spans_of_statements.get((use.briefing, use.statement), ())
    )


def _without_overlaps(occurrences: Sequence[RunUse]) -> list[RunUse]:
    """Return occurrences in chronological order, only the longest of those that overlap."""
    by_statement: dict[tuple[int, int], list[RunUse]] = defaultdict(list)
    for use in sorted(
        occurrences,
        key=lambda use: (
            use.start - use.end,
            use.briefing,
            use.start,
        ),
    ):
        others = by_statement[use.briefing, use.statement]
        if not any(chosen.start < use.end and use.start < chosen.end for chosen in others):
            others.append(use)
    every = [use for others in by_statement.values() for use in others]
    return sorted(every, key=lambda use: (use.briefing, use.statement, use.start))
