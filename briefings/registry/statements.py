"""Finds published figures, announcements, formulas and discrepancies again by their words.

A stage proposes an id for each. A published statement keeps its id, whatever was inserted before it
in the text, and a new one never gets an id that stood for something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from ..ids import unused_id, without_prefix
from ..model import Place, PublishedStatement, Registry, StatementKind, Witness, Words

# How many characters directly before and after the same words must be equal too: few within
# one passage, more in another one.
_SAME_CONTEXT = 5
_SAME_CONTEXT_ELSEWHERE = 10
# Similarity (0 to 100) of words that changed within one passage.
_SAME_WORDS = 80.0
# The share of a formula's sentences that must still exist.
_SAME_FORMULA = 0.5
_AROUND = 40
_FIRST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement that needs an id: the proposed id, the rule that found it, its words."""

    id: str
    rule: str
    words: tuple[Words, ...]


class Excerpts:
    """The words at a place, with their context."""

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self._texts = {
            (witness.source.id, passage.id): passage.text
            for witness in witnesses
            for passage in witness.passages
        }

    def words(self, place: Place) -> Words:
        """The words of a place; for a whole passage its first words, for a line its number."""
        if place.passage is None:
            return Words(place.source, f"L{place.line}", "")
        text = self._texts.get((place.source, place.passage), "")
        start, end = place.start, place.end
        if start is None or end is None:
            start, end = 0, min(len(text), _FIRST_WORDS)
        return Words(
            place.source,
            without_prefix(place.source, place.passage),
            text[start:end],
            text[max(0, start - _AROUND) : start],
            text[end : end + _AROUND],
        )


def keep_ids(
    kind: StatementKind, proposals: Sequence[Proposal], registry: Registry
) -> tuple[str, ...]:
    """The id of each proposal: the published one, if it was published."""
    published = [statement for statement in registry.statements if statement.kind == kind]
    matches: dict[int, PublishedStatement] = {}
    if published:
        _by_key(proposals, published, matches, _place, minimum=_SAME_CONTEXT)
        _by_key(proposals, published, matches, _quotes, minimum=_SAME_CONTEXT_ELSEWHERE)
        if kind == "formula":
            _most_of_it(proposals, published, matches)
        else:
            _reworded(proposals, published, matches)
    used_ids = {statement.id for statement in published}
    ids = []
    for n, proposal in enumerate(proposals):
        if n in matches:
            ids.append(matches[n].id)
        else:
            ids.append(unused_id(proposal.id, used_ids))
            used_ids.add(ids[-1])
    return tuple(ids)


_Found = dict[int, PublishedStatement]


def _place(rule: str, words: tuple[Words, ...]) -> Hashable:
    """The same words in the same passages."""
    return rule, tuple((at.source, at.passage, at.quote) for at in words)


def _quotes(rule: str, words: tuple[Words, ...]) -> Hashable:
    """The same words in any passage, which may have been split or joined since."""
    return rule, tuple((at.source, at.quote) for at in words)


def _reworded(
    proposals: Sequence[Proposal], published: Sequence[PublishedStatement], matches: _Found
) -> None:
    """A sentence that changed within its passage; a changed number is another statement."""

    def key(rule: str, words: tuple[Words, ...]) -> Hashable:
        return rule, tuple((at.source, at.passage) for at in words)

    def likeness(a: tuple[Words, ...], b: tuple[Words, ...]) -> float:
        quotes = [(words.quote, other.quote) for words, other in zip(a, b, strict=True)]
        if any(_numbers(quote) != _numbers(other) for quote, other in quotes):
            return 0.0
        return min(fuzz.ratio(quote, other) for quote, other in quotes)

    _by_key(proposals, published, matches, key, minimum=_SAME_WORDS, likeness=likeness)


def _context(a: tuple[Words, ...], b: tuple[Words, ...]) -> float:
    """The number of equal characters around the words, for the pair that agrees least."""
    return min((_around(*pair) for pair in zip(a, b, strict=True)), default=0)


def _around(a: Words, b: Words) -> int:
    if (a.before, a.after) == (b.before, b.after):
        return 2 * _AROUND
    return Postfix.similarity(a.before, b.before) + Prefix.similarity(a.after, b.after)


def _by_key(
    proposals: Sequence[Proposal],
    published: Sequence[PublishedStatement],
    matches: _Found,
    key: Callable[[str, tuple[Words, ...]], Hashable],
    minimum: float,
    likeness: Callable[[tuple[Words, ...], tuple[Words, ...]], float] = _context,
) -> None:
    """Pairs proposals and records with the same key: the most similar first, ties in order."""
    named = {record.id for record in matches.values()}
    records: dict[Hashable, list[PublishedStatement]] = defaultdict(list)
    for statement in published:
        if statement.id not in named:
            records[key(statement.rule, statement.words)].append(statement)
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for n, proposal in enumerate(proposals):
        if n not in matches:
            waiting[key(proposal.rule, proposal.words)].append(n)
    for shared_key, numbers in waiting.items():
        candidates = [
            (score, -n, -k)
            for n in numbers
            for k, record in enumerate(records.get(shared_key, ()))
            if (score := likeness(proposals[n].words, record.words)) >= minimum
        ]
        used: set[int] = set()
        for _, n, k in sorted(candidates, reverse=True):
            if -n not in matches and -k not in used:
                matches[-n] = records[shared_key][-k]
                used.add(-k)


def _most_of_it(
    proposals: Sequence[Proposal], published: Sequence[PublishedStatement], matches: _Found
) -> None:
    """A formula keeps its id as long as it contains most of its published sentences."""
    named = {record.id for record in matches.values()}
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, proposal in enumerate(proposals):
        if n not in matches:
            for words in set(_sentences(proposal.words)):
                holders[words].append(n)
    candidates = []
    for k, record in enumerate(published):
        if record.id not in named:
            sentences = set(_sentences(record.words))
            shared = Counter(n for words in sentences for n in holders.get(words, ()))
            candidates += [(count / len(sentences), -k, -n) for n, count in shared.items()]
    for share, k, n in sorted(candidates, reverse=True):
        if share >= _SAME_FORMULA and -n not in matches and published[-k].id not in named:
            matches[-n] = published[-k]
            named.add(published[-k].id)


def _sentences(words: tuple[Words, ...]) -> list[tuple[str, str]]:
    return [(at.source, at.quote) for at in words]


def _numbers(text: str) -> list[str]:
    return [word for word in text.split() if any(letter.isdigit() for letter in word)]


def ids(registry: Registry, kind: StatementKind) -> frozenset[str]:
    """The published ids of a kind."""
    return frozenset(statement.id for statement in registry.statements if statement.kind == kind)
