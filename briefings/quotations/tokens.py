"""Tokenizes text for comparison: typography is ignored, spellings and contractions are
normalised.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefings.languages import ENGLISH

from .rules import rules

_WORDS = ENGLISH.quoting

_APOSTROPHES = "'‘’‚‛ʼʹ′`´＇"
_QUOTES = '"“”„‟«»″〝〞＂'
_DASHES = "-‐‑‒–—―−﹘﹣－"
_HARD_SPACES = "\u00a0\u2007\u2009\u202f"
_MARKS = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
}
_ONE_FOR_ONE = str.maketrans(_MARKS)
_TOKEN = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff])"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)(?![^\W_])"
    r"|(?P<dotted>(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?)"
    r"|(?P<word>[^\W_]+(?:'[^\W_]+)*)"
    r"|(?P<sign>[%$€£¥&])"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[0-9]")


class Token(NamedTuple):
    """A word of a text.

    `key` is compared: it is the same for all spellings and contractions of a word; `exact`
    distinguishes these. `start` and `end` are offsets in the text; the tokens of a contraction
    share them.
    """

    key: str
    exact: str
    start: int
    end: int


def folded(text: str, skipped: Iterable[tuple[int, int]] = ()) -> tuple[str, Sequence[int] | None]:
    """A text in lower case with plain punctuation, and the original offset of each of its
    characters.

    The offsets are None if every offset is unchanged. `skipped` are spans to ignore.

    >>> folded("“Ｆive ﬁnes…”")[0]
    '"five fines..."'
    """
    plain = text.translate(_ONE_FOR_ONE)
    if not skipped and plain.isascii() and (plain.isprintable() or not _CONTROL.search(plain)):
        return plain.lower(), None
    left_out = {position for start, end in skipped for position in range(start, end)}
    characters: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        if position in left_out:
            continue
        plain_form = _folded(character)
        if character in _HARD_SPACES and _between_digits(text, position):
            plain_form = ","
        characters.append(plain_form)
        offsets.extend([position] * len(plain_form))
    return "".join(characters), offsets


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def _between_digits(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return bool(_NUMBER.match(before) and _NUMBER.match(after))


@lru_cache(maxsize=1 << 14)
def _folded(character: str) -> str:
    """What one character is folded to: zero, one or several characters."""
    if character in _MARKS:
        return _MARKS[character]
    category = unicodedata.category(character)
    if category in ("Cf", "Cs", "Co", "Cn"):
        return ""
    if category[0] == "Z" or category == "Cc":
        return " "
    return "".join(
        _MARKS.get(part, " " if unicodedata.category(part)[0] == "Z" else part)
        for part in unicodedata.normalize("NFKD", character.lower()).lower()
        if unicodedata.category(part) != "Mn"
    )


def tokens(text: str, skipped: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of a text, in order.

    >>> [one.key for one in tokens("They don’t organise 1,200 raids: 64.4 per cent.")]
    ['they', 'do', 'not', 'organize', '1200', 'raids', '64.4', 'percent']
    """
    plain, offsets = folded(text, skipped)
    result: list[Token] = []
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        span = (start, end) if offsets is None else (offsets[start], offsets[end - 1] + 1)
        for key, exact in _words(match):
            previous = result[-1].exact if result else ""
            if (previous, key) in _WORDS.pairs:
                joined = _WORDS.pairs[previous, key]
                result[-1] = Token(joined, joined, result[-1].start, span[1])
            else:
                result.append(Token(key, exact, *span))
    return result


def _words(match: re.Match[str]) -> Sequence[tuple[str, str]]:
    """Pairs of key and exact form for what is written as one word."""
    text = match[0]
    if match.lastgroup == "word":
        return _of_word(text)
    if match.lastgroup == "number":
        if _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        return [(part, part) for part in text.split(",")]
    if match.lastgroup == "dotted":
        text = text.replace(".", "")
    text = _WORDS.signs.get(text, text)
    return ((text, text),)


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[tuple[str, str], ...]:
    known = rules()
    if word in known.contractions:
        *first, last = known.contractions[word]
        return (*((part, part) for part in first), (last, word))
    negation = _WORDS.joined_negation
    if word.endswith(negation) and len(word) > len(negation):
        return (_spelt(word[: -len(negation)]), (_WORDS.negation, negation))
    stem, mark, rest = word.rpartition("'")
    clitic = mark + rest
    if stem and clitic in known.clitics:
        return (*_of_word(stem), (known.clitics[clitic], clitic))
    if stem and clitic in known.either:
        return (*_of_word(stem), (clitic, clitic))
    return (_spelt(word.replace("'", "")),)


def _spelt(word: str) -> tuple[str, str]:
    """A word in normalised spelling, and as it is spelt."""
    known = rules()
    if word in known.spelling:
        return known.spelling[word], word
    key = word
    for beginning, other in known.beginnings:
        if key.startswith(beginning):
            key = other + key[len(beginning) :]
            break
    for ending, other in known.endings:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            key = key[: -len(ending)] + other
            break
    return key, word


def is_number(key: str) -> bool:
    """Whether a token begins with a digit: a figure, a year, "18th".

    >>> is_number("64.4"), is_number("18th"), is_number("six")
    (True, True, False)
    """
    return bool(_NUMBER.match(key))


def weight(key: str) -> int:
    """How significant a shared word is: 1 for small words, 3 for numbers, 2 for others."""
    if key in rules().small:
        return 1
    return 3 if is_number(key) else 2


def weigh(words: Iterable[Token]) -> int:
    return sum(weight(word.key) for word in words)
