"""Sentences as words and marks, and tables of phrases to be found in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from briefings.languages import Language

_PLAIN = str.maketrans("’‑", "'-")
_YEAR = re.compile(r"20\d\d")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_OPTIONAL = "?"
# The number of sentences cached as words; those of a briefing are read several times.
_REMEMBERED = 1 << 10

Phrase = tuple[str, ...]


class Word(NamedTuple):
    """A word, a number or a mark with its offsets; `low` is the form used in tables.

    `kind` is "word", "number" or "mark". "We'll" is two words, "we" and "'ll".
    """

    text: str
    low: str
    kind: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether the word is capitalized."""
        return self.text[0].isupper()

    @property
    def letters(self) -> bool:
        """Whether the word is an acronym in capitals: "MPS"."""
        return self.text.isupper() and self.text.isalpha() and 1 < len(self.text) <= _MOST_LETTERS


_MOST_LETTERS = 7


@lru_cache(maxsize=_REMEMBERED)
def words_in(sentence: str, language: Language) -> tuple[Word, ...]:
    """Return the words of a sentence, in order.

    >>> from briefings.languages import ENGLISH
    >>> [word.low for word in words_in("We’ll open 3 ports, Mr. Li said.", ENGLISH)]
    ['we', "'ll", 'open', '3', 'ports', ',', 'mr', 'li', 'said']
    """
    clitics = _clitics(language)
    words: list[Word] = []
    for piece in _pieces(language).finditer(sentence):
        kind = piece.lastgroup or ""
        start, end = piece.span()
        if kind == "word" and (clitic := clitics.search(piece[0])):
            middle = start + clitic.start()
            words.append(_word(sentence, kind, start, middle))
            start = middle
        words.append(_word(sentence, kind, start, end))
    return tuple(words)


@cache
def _pieces(language: Language) -> re.Pattern[str]:
    order = any_of(language.numerals.order_endings)
    return re.compile(
        r"(?P<word>[^\W\d_]+(?:[.'’‑-](?:[^\W_])+)*)"
        rf"|(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*(?:%|{order}\b|-[^\W_]+)?)"
        r"|(?P<mark>[,;:()\[\]“”\"…/]|--|[—–]|(?<=\s)-(?=\s))"
    )


@cache
def _clitics(language: Language) -> re.Pattern[str]:
    """Return a pattern for clitics: words joined to the end of another by an apostrophe."""
    return re.compile(rf"(?<=[^\W\d_])['’]{any_of(language.announcing.clitics)}$", re.IGNORECASE)


@cache
def _ordinals(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}{any_of(language.numerals.order_endings)}")


def _word(sentence: str, kind: str, start: int, end: int) -> Word:
    text = sentence[start:end]
    return Word(text, text.casefold().translate(_PLAIN), kind, start, end)


def _is_of(word: Word, shape: str, language: Language) -> bool:
    """Return whether a word has a shape, as defined in `languages.announcements`."""
    match shape:
        case "ANY":
            return word.kind == "word"
        case "NAME":
            return word.kind == "word" and word.capital
        case "COMMA":
            return word.text == ","
        case "NUMBER":
            return word.kind == "number"
        case "YEAR":
            return bool(_YEAR.fullmatch(word.text))
        case "DAY":
            return bool(_DAY.fullmatch(word.text))
        case "DAYTH":
            return bool(_ordinals(language).fullmatch(word.text))
        case "CLOCK":
            return bool(_CLOCK.fullmatch(word.text))
        case "MONTH":
            return word.capital and word.low in language.calendar.month_numbers
        case "WEEKDAY":
            return word.capital and word.low in language.calendar.weekdays
    return False


class Table:
    """Phrases of a language pack, indexed by their first words."""

    def __init__(self, phrases: Iterable[str], language: Language) -> None:
        self._language = language
        self._classes = classes = language.announcing.classes
        self._by_word: dict[str, list[Phrase]] = defaultdict(list)
        self._by_shape: dict[str, list[Phrase]] = defaultdict(list)
        expansions = {expanded for phrase in phrases for expanded in _expanded(phrase)}
        for phrase in sorted(expansions, key=lambda expansion: (-len(expansion), expansion)):
            opening = phrase[0]
            if opening in classes:
                for word in sorted(classes[opening]):
                    self._by_word[word].append(phrase)
            elif opening.isupper():
                self._by_shape[opening].append(phrase)
            else:
                self._by_word[opening].append(phrase)

    def length(self, words: Sequence[Word], at: int) -> int:
        """Return the length in words of the longest phrase that begins at index `at`, or 0."""
        if at >= len(words):
            return 0
        word = words[at]
        best = self._longest(self._by_word.get(word.low, ()), words, at)
        if word.kind == "number" or word.capital:
            for shape, phrases in self._by_shape.items():
                if _is_of(word, shape, self._language):
                    best = max(best, self._longest(phrases, words, at))
        return best

    def _longest(self, phrases: Sequence[Phrase], words: Sequence[Word], at: int) -> int:
        """Return the length of the first phrase that matches; phrases are sorted longest first."""
        remaining = len(words) - at
        for phrase in phrases:
            if len(phrase) <= remaining and all(
                self._is(words[at + n], token) for n, token in enumerate(phrase)
            ):
                return len(phrase)
        return 0

    def find(self, words: Sequence[Word], first: int = 0, last: int | None = None) -> Iterator[
        tuple[int, int]
    ]:  # fmt: skip
        """Yield half-open ranges of words that are phrases, between `first` and `last`, without
        overlaps."""
        at, end = first, len(words) if last is None else last
        while at < end:
            length = self.length(words, at)
            if length:
                yield at, at + length
            at += max(1, length)

    def _is(self, word: Word, token: str) -> bool:
        if token in self._classes:
            return word.low in self._classes[token]
        if token.isupper() and len(token) > 1:
            return _is_of(word, token, self._language)
        return word.low == token


def _expanded(phrase: str) -> Iterator[Phrase]:
    """Yield a phrase with and without each of its optional words."""
    tokens = phrase.split()
    choices = [
        ((token[:-1],), ()) if token.endswith(_OPTIONAL) else ((token,),) for token in tokens
    ]
    for chosen in product(*choices):
        yield tuple(token for part in chosen for token in part)


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, with any apostrophe.

    Without words, it never matches.
    """
    patterns = [re.escape(word).replace("'", "['’]") for word in sorted(words)]
    return f"(?:{'|'.join(patterns) or '(?!)'})"


@lru_cache(maxsize=1 << 12)
def plain_forms(word: str, language: Language) -> frozenset[str]:
    """Return the possible base forms of a participle or progressive form; empty for other words.

    >>> from briefings.languages import ENGLISH
    >>> sorted(plain_forms("held", ENGLISH)), "send" in plain_forms("sending", ENGLISH)
    (['hold'], True)
    """
    pack = language.announcing
    if word in pack.participles:
        return frozenset({pack.participles[word]})
    for ending in (pack.progressive_ending, pack.participle_ending):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            bases = {stem, f"{stem}e"}
            if stem[-1] == stem[-2]:
                bases.add(stem[:-1])
            if stem[-1] == "i":
                bases.add(f"{stem[:-1]}y")
            return frozenset(bases)
    return frozenset()
