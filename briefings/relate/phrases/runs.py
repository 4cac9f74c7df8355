"""Runs of words that may be set phrases, by which the sentences of a briefing are known again.

A run begins with a word or a preposition, ends with a word, and has at least two words that are not
said of anything, or one and another in a frame ("at an early date"); names in it are slots.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate

from briefings.languages import ENGLISH

from ..event import Event
from ..spoken import Statement
from .tokens import BREAK, LIGHT, PREPOSITION, SLOT, SMALL, WORD, Token, capitalised, pieces, tokens

# Words in a run, and names among them.
LONGEST = 7
_SLOTS = 2
_CHANGES = "…"
_GAPS = frozenset((" ", "'s ", "’s ", "' ", "’ "))


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one briefing in parallel arrays, sorted by their numbers (`number_of`).

    Run k is known by `numbers[k]`; its occurrences are those from `firsts[k]` to `firsts[k + 1]` in
    the other arrays: in the n-th statement of the briefing, the offsets in it, and whether what
    follows belongs to its last word.  Statement n is `texts[n]`; `places` has the id and the line
    of its passage and where it begins there.  `words` counts the words of the briefing by keys.
    """

    source: str
    texts: tuple[str, ...]
    places: tuple[tuple[str, int, int], ...]
    words: dict[str, int]
    numbers: array[int]
    firsts: array[int]
    statements: array[int]
    starts: array[int]
    ends: array[int]
    goes_on: array[int]

    def wording(self, at: int) -> str:
        """The words of an occurrence."""
        return self.texts[self.statements[at]][self.starts[at] : self.ends[at]]


def read_runs(event: Event, statements: Sequence[Statement]) -> Runs:
    """The runs of an event, of which `statements` are all: a pure function of the event."""
    witness = event.briefing.primary
    written = [(n, one.sentence, pieces(one.sentence.text)) for n, one in enumerate(statements)]
    names = capitalised(each for _, _, each in written)
    words: Counter[str] = Counter()
    occurrences: dict[str, list[tuple[int, int, int, bool]]] = defaultdict(list)
    for n, sentence, each in written:
        if sentence.courteous or ENGLISH.phrases.housekeeping.search(sentence.text):
            continue
        found = tokens(each, names)
        words.update([token.key for token in found])
        on = _goes_on(found, sentence.text)
        for first, last, key in ranges(found):
            occurrences[key].append((n, found[first].start, found[last - 1].end, on[last]))
    ordered = sorted((number_of(key), several) for key, several in occurrences.items())
    every = [one for _, several in ordered for one in several]
    statement, start, end, goes_on = zip(*every, strict=True) if every else ((), (), (), ())
    passages = [witness.passages[one.passage] for one in statements]
    return Runs(
        source=witness.source.id,
        texts=tuple(one.sentence.text for one in statements),
        places=tuple(
            (passage.id, passage.line, one.sentence.start)
            for passage, one in zip(passages, statements, strict=True)
        ),
        words=dict(words),
        numbers=array("Q", (number for number, _ in ordered)),
        firsts=array("I", accumulate((len(several) for _, several in ordered), initial=0)),
        statements=array("I", statement),
        starts=array("I", start),
        ends=array("I", end),
        goes_on=array("B", goes_on),
    )


def ranges(found: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """The runs of a sentence as half-open ranges of its tokens, each with its key."""
    for first, token in enumerate(found):
        if token.kind in (SLOT, SMALL, BREAK) or token.key in _NO_EDGE:
            continue
        heavy = light = slots = 0
        binding = frame = False
        manner = _manner(token.key)
        run = ""
        for last in range(first, min(first + LONGEST, len(found))):
            kind, key, _, _ = found[last]
            if kind == BREAK:
                break
            run = f"{run} {key}" if run else key
            if kind == SLOT:
                slots += 1
                if slots > _SLOTS:
                    break
                binding = frame = True
            elif kind in (PREPOSITION, SMALL):
                binding = binding or last > first
                frame = frame or key in _OPEN
            else:
                heavy += kind == WORD
                light += kind == LIGHT
                if key in _NO_EDGE or (heavy < 2 and not (heavy and light and frame)):
                    continue
                if manner if last - first == 1 else binding or manner or heavy > 2:
                    yield first, last + 1, run


def number_of(key: str) -> int:
    """The number by which a run is known, of 64 bits, the same in every process and every build."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


def key_of_run(wording: str) -> str:
    """The key of a run, from its words as they stand in a sentence."""
    return " ".join(token.key for token in tokens(pieces(wording)))


def without_names(wording: str) -> str:
    """A run as it is shown: with "…" for names, and no capital for standing first.

    >>> without_names("Urge the Westmark side")
    'urge the … side'
    """
    text, parts, at = wording[:1].lower() + wording[1:], [], 0
    for token in tokens(pieces(text)):
        if token.kind == SLOT:
            parts += [text[at : token.start], _CHANGES]
            at = token.end
    return "".join((*parts, text[at:]))


def keys_of(words: Iterable[str]) -> frozenset[str]:
    """The keys of single words."""
    return frozenset(token.key for word in words for token in tokens(pieces(word)))


_WORDS = ENGLISH.phrases
_NO_EDGE = keys_of(_WORDS.times | _WORDS.numbers | (_WORDS.prepositions | {"to"}) - _WORDS.begins)
_OPEN = _WORDS.open_articles


def _goes_on(found: Sequence[Token], text: str) -> list[bool]:
    """For each end of a range whether what follows belongs to its last word: a word that says
    something directly behind it, or what "and" or "of" joins to it."""
    on = [False]
    for n in range(1, len(found)):
        one, other = found[n - 1], found[n]
        near = text[one.end : other.start] in _GAPS
        on.append(near and (other.kind in (WORD, LIGHT) or other.key in ENGLISH.phrases.goes_on))
    return [*on, False]


@lru_cache(maxsize=1 << 16)
def _manner(key: str) -> bool:
    return ENGLISH.phrases.manner.match(key) is not None
