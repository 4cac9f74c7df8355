"""Formulas: sentences that return from briefing to briefing with small changes.

Sentences are read once, in the order of time.  An index of shingles (words that stand next to each
other or one apart) leads from a sentence to the formulas that it may belong to, of which each is
compared by its latest occurrence only; so the work grows with the texts, not with their square.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from .. import anchors, redline
from ..isolation import FORMULAS, Part, attempt
from ..model import Corpus, Place
from ..model.relations import Formula, Occurrence
from ..problems import Problems
from .said import Attributions
from .sentences import courteous, split
from .words import stems

_ITEM = re.compile(
    r"^\W*(?:(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:ly)?|"
    r"(?P<number>\d{1,2})[.)])\b",
    re.IGNORECASE,
)
_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_LEAST_WORDS = 7
_LEAST_STEMS = 4
# How many formulas a sentence is compared with, and how many a shingle leads to: the newest ones,
# for a shingle that hundreds share tells nothing.
_COMPARED = 6
_KEPT = 8
# Weight in common, of both sentences and of the shorter one, and shingles in common, that make two
# sentences one formula: alike as a whole, or the shorter one nearly all within the longer.
_ALIKE = ((0.40, 0.47, 5), (0.33, 0.60, 3))
_LEAST_SHARED = min(shingles for _, _, shingles in _ALIKE)
_TITLE = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with its stems in order and the shingles made of them."""

    occurrence: Occurrence
    briefing: str
    words: frozenset[str]
    shingles: frozenset[tuple[str, str]]


def formulas(corpus: Corpus, problems: Problems | None = None) -> tuple[Formula, ...]:
    """What at least two briefings say, most often said first; occurrences in the order of time."""
    told = list(_sentences(corpus, problems))
    rarity = _Rarity(told)
    families: list[list[_Told]] = []
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in told:
        home = _home(one, families, index, rarity)
        if home is None:
            home = len(families)
            families.append([])
        families[home].append(one)
        for shingle in one.shingles:
            known = index[shingle]
            if home in known:
                known.remove(home)
            known.append(home)
            del known[:-_KEPT]
    found = [one for one in families if len({member.briefing for member in one}) > 1]
    found.sort(key=lambda members: -len({one.briefing for one in members}))
    taken: Counter[str] = Counter()
    return tuple(_formula(members, taken) for members in found)


class _Rarity:
    """How much a word says in the whole corpus: the rarer, the more."""

    def __init__(self, told: Sequence[_Told]) -> None:
        counts = Counter(word for one in told for word in one.words)
        self._weights = {
            word: math.log(1 + len(told) / (1 + count)) for word, count in counts.items()
        }

    def of(self, words: frozenset[str]) -> float:
        return math.fsum(self._weights[word] for word in words)


def _home(
    one: _Told,
    families: list[list[_Told]],
    index: dict[tuple[str, str], list[int]],
    rarity: _Rarity,
) -> int | None:
    """The formula that a sentence is an occurrence of, the closest one."""
    votes = Counter(n for shingle in one.shingles for n in index.get(shingle, ()))
    likely = sorted(votes, key=lambda n: (-votes[n], -n))[:_COMPARED]
    size = rarity.of(one.words)
    best: tuple[float, int] | None = None
    for n in likely:
        last = families[n][-1]
        if votes[n] < _LEAST_SHARED:
            break
        shared, other = rarity.of(one.words & last.words), rarity.of(last.words)
        within, both = shared / min(size, other), 2 * shared / (size + other)
        alike = any(
            both >= least and within >= least_within and votes[n] >= shingles
            for least, least_within, shingles in _ALIKE
        )
        if alike:
            best = max(best or (both, n), (both, n))
    return best[1] if best else None


def _sentences(corpus: Corpus, problems: Problems | None) -> Iterator[_Told]:
    """The sentences of the fullest text of each briefing, oldest first; courtesies left out."""
    said = Attributions(corpus)
    for briefing in sorted(corpus.briefings, key=lambda one: (one.date or "~", one.slug)):
        witness = briefing.primary
        for passage in witness.passages:
            if passage.repeats:
                continue
            place = Place(briefing.slug, witness.source.id, passage.id, passage.line)
            read = partial(_of_passage, passage.text, place, briefing.date, said)
            part = Part(witness.source.path, passage.line, passage.text)
            found: list[_Told] = attempt(FORMULAS, part, read, [], problems)
            yield from found


def _of_passage(text: str, place: Place, date: str | None, said: Attributions) -> list[_Told]:
    found: list[_Told] = []
    for start, end in split(text):
        sentence = text[start:end]
        words = stems(_ITEM.sub("", sentence))
        told = len(sentence.split()) >= _LEAST_WORDS and len(set(words)) >= _LEAST_STEMS
        if not told or courteous(sentence):
            continue
        at = replace(place, start=start, end=end)
        who = said.of(at)
        if who.voice in ("chair", "asker"):
            continue
        found.append(
            _Told(
                Occurrence(at, sentence, date, who.person, who.name, _item(sentence)),
                place.briefing, frozenset(words), frozenset(_shingles(words)),
            )
        )  # fmt: skip
    return found


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for n, word in enumerate(words):
        for other in words[n + 1 : n + 3]:
            yield (word, other) if word < other else (other, word)


def _item(text: str) -> int | None:
    """The number that a sentence has in an enumeration: "Second, we have ..." is 2."""
    found = _ITEM.match(text)
    if not found:
        return None
    return _ORDER.index(found["word"].casefold()) + 1 if found["word"] else int(found["number"])


def _formula(members: list[_Told], taken: Counter[str]) -> Formula:
    occurrences = tuple(one.occurrence for one in members)
    title = _ITEM.sub("", occurrences[-1].text).lstrip(" ,.)")
    words = title.split()
    title = " ".join(words[:_TITLE]) + (" …" if len(words) > _TITLE else "")
    id_ = anchors.slug(" ".join(words[:_TITLE]))
    taken[id_] += 1
    return Formula(
        id_ if taken[id_] == 1 else f"{id_}-{taken[id_]}",
        title[0].upper() + title[1:],
        occurrences,
        tuple(redline.redline(one.text, other.text) for one, other in pairwise(occurrences)),
    )
