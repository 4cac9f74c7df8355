"""Finds recurring noun phrases in a corpus by their context.

A run is the text between two function words or punctuation marks. A word that occurs more often
after "to", a modal verb or a pronoun than after an article or a preposition is taken for a verb,
and ends a run. The C-value (Frantzi, Ananiadou and Mima, 2000) decides between a run and longer
runs that contain it: its frequency, less its frequency within longer ones.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ..languages import ENGLISH, Language

LONGEST = 5
"""Maximum number of words in a phrase."""
_TOKEN = re.compile(
    r"(?P<word>(?:[A-Z]\.){2,}|[^\W\d_](?:[\w]|['’.-](?=\w))*)|(?P<mark>[^\s\w]|\d[\d.,]*\w*)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNED = re.compile(r"['’]s? [^\W\dA-Z]")
_SHORTEST_WORD = 3
_OFTEN_ENOUGH = 2
_ALONE = 0.5  # share of a single word's occurrences in which it is a complete run
_JOINED = 0.6  # share of two runs' occurrences in which they are joined, as one phrase
_ONLY_INSIDE = 0.8  # share of a phrase's occurrences within one longer phrase
Key = tuple[str, ...]


class Word(NamedTuple):
    """A word as printed, with its offsets; `text` is "" for punctuation or a number
    between words.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """The function words of a language, in lower case."""

    small: frozenset[str]
    before_verbs: frozenset[str]
    before_nouns: frozenset[str]
    light: frozenset[str]
    determiners: frozenset[str]
    verb_endings: tuple[str, ...]


@lru_cache
def function_words(language: Language) -> FunctionWords:
    """The words that cannot be part of a phrase, according to the language pack."""
    grammar, phrases, calendar = language.grammar, language.phrases, language.calendar
    small = grammar.stoppers | grammar.determiners | phrases.small | phrases.prepositions
    days = frozenset(calendar.month_numbers) | frozenset(calendar.weekdays)
    to = frozenset({language.announcing.to})
    return FunctionWords(
        small,
        grammar.modals | grammar.auxiliaries | grammar.pronouns | to,
        (grammar.determiners | grammar.articles | grammar.prepositions) - to,
        phrases.light | phrases.times | phrases.numbers | days,
        grammar.determiners | grammar.articles,
        phrases.verb_endings,
    )


def words_of(text: str) -> list[Word]:
    """The words of a text and the breaks between them, in order, without possessive endings.

    >>> [word.text for word in words_of("China's Anti-fraud Law, of 2022")]
    ['China', 'Anti-fraud', 'Law', '', 'of', '']
    """
    words = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if token["word"]:
            bare = _POSSESSIVE.sub("", token["word"])
            words.append(Word(bare, start, start + len(bare)))
        else:
            words.append(Word("", start, end))
    return words


def folded(word: str, language: Language = ENGLISH) -> str:
    """A word as it is counted: in lower case and, as far as its ending shows, in the singular.

    >>> [folded(word) for word in ("Cases", "countries", "crisis", "class")]
    ['case', 'country', 'crisis', 'class']
    """
    low = word.casefold()
    return language.forms.singular(low) or low


def key_of(text: str) -> Key:
    """The words of a text as they are counted."""
    return tuple(folded(word.text) for word in words_of(text) if word.text)


def is_owned(surface: str) -> bool:
    """Whether words include an owner ("China's view") without being a name.

    >>> is_owned("China's view"), is_owned("Supreme People's Court")
    (True, False)
    """
    return bool(_OWNED.search(surface))


@dataclass(slots=True)
class Runs:
    """Counts over the texts of a corpus, updated text by text.

    `runs` counts runs by their words (in lower case, not yet in the singular), and `joined` counts
    pairs of runs with the joint between them ("belt and road initiative"). `names` are in the
    singular; `as_verb` and `as_noun` count words by what precedes them.
    """

    runs: Counter[Key] = field(default_factory=Counter)
    names: Counter[Key] = field(default_factory=Counter)
    joined: Counter[tuple[Key, str, Key]] = field(default_factory=Counter)
    as_verb: Counter[str] = field(default_factory=Counter)
    as_noun: Counter[str] = field(default_factory=Counter)
    endings: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)

    def add(self, text: str, language: Language) -> None:
        """Counts the runs of a text."""
        function = function_words(language)
        self.outside |= function.light | function.small
        run: list[str] = []
        last: Key = ()  # the run before the joint
        previous = ""
        for word in (*words_of(text), Word("", 0, 0)):
            low = word.text.casefold()
            if low and low not in function.small:
                if low.endswith(function.verb_endings):  # "in mending nets", "the mended net"
                    self.endings.add(low)
                    self.as_noun[low] += previous in function.determiners
                elif previous in function.before_verbs:
                    self.as_verb[low] += word.text.islower()
                elif previous in function.before_nouns:
                    self.as_noun[low] += 1
                run.append(low)
            else:
                if run:
                    self.runs[tuple(run)] += 1
                    if last:
                        self.joined[last, language.phrases.joint, tuple(run)] += 1
                last = tuple(run) if low == language.phrases.joint else ()
                run = []
            previous = low

    @property
    def returning_names(self) -> frozenset[Key]:
        """Names of several words that occur more than once in the texts."""
        return frozenset(key for key, n in self.names.items() if n >= _OFTEN_ENOUGH)

    def phrases(self) -> dict[Key, float]:
        """Phrases in the singular with their C-values; single words have their
        frequency instead.
        """
        verbs = {word for word, n in self.as_verb.items() if n > max(self.as_noun[word], 1)}
        verbs |= {word for word in self.endings if not self.as_noun[word]}
        exact: Counter[Key] = Counter()
        for run, times in self.runs.items():
            for part in _parted(run, verbs):
                exact[tuple(map(folded, part))] += times
        for (first, joint, second), times in self.joined.items():
            left, right = tuple(map(folded, first)), tuple(map(folded, second))
            if times >= _OFTEN_ENOUGH and times >= _JOINED * exact[right]:
                exact[(*left, joint, *right)] += times
                exact[left] -= times
                exact[right] -= times
        outside = self.outside | {folded(word) for word in self.outside}
        return _termhood(exact, outside)


def _parted(run: Key, verbs: Collection[str]) -> Iterator[Key]:
    part: list[str] = []
    for word in run:
        if word in verbs:
            if part:
                yield tuple(part)
            part = []
        else:
            part.append(word)
    if part:
        yield tuple(part)


def _termhood(exact: Mapping[Key, int], outside: Collection[str]) -> dict[Key, float]:
    """The C-value of every recurring part of a run that can be a phrase."""
    total: Counter[Key] = Counter()
    for run, times in exact.items():
        for part in {key for key in _parts(run) if _can_be(key, outside)}:
            total[part] += times
    returning = {key: times for key, times in total.items() if times >= _OFTEN_ENOUGH}
    longer: dict[Key, list[int]] = defaultdict(list)
    for key, times in returning.items():
        for part in set(_parts(key)) - {key}:
            longer[part].append(times)
    values = {}
    for key, times in returning.items():
        nested = longer.get(key)
        if len(key) == 1 and exact[key] < _ALONE * times:
            continue
        if nested and max(nested) >= _ONLY_INSIDE * times:
            continue
        alone = times - sum(nested) / len(nested) if nested else float(times)
        values[key] = alone * math.log2(len(key) + 1)
    return values


def _parts(run: Key) -> Iterator[Key]:
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            yield run[start:end]


def _can_be(key: Key, outside: Collection[str]) -> bool:
    return key[0] not in outside and key[-1] not in outside and len(key[-1]) >= _SHORTEST_WORD
