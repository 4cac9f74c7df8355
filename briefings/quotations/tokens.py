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
    left_out = {at for start, end in skipped for at in range(start, end)}
    characters: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        if at in left_out:
            continue
        made = _folded(character)
        if character in _HARD_SPACES and _between_digits(text, at):
            made = ","
        characters.append(made)
        offsets.extend([at] * len(made))
    return "".join(characters), offsets


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def _between_digits(text: str, at: int) -> bool:
    return bool(_NUMBER.match(text[at - 1 : at]) and _NUMBER.match(text[at + 1 : at + 2]))


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
        _MARKS.get(one, " " if unicodedata.category(one)[0] == "Z" else one)
        for one in unicodedata.normalize("NFKD", character.lower()).lower()
        if unicodedata.category(one) != "Mn"
    )


def tokens(text: str, skipped: Iterable[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of a text, in order.

    >>> [one.key for one in tokens("They don’t organise 1,200 raids: 64.4 per cent.")]
    ['they', 'do', 'not', 'organize', '1200', 'raids', '64.4', 'percent']
    """
    plain, offsets = folded(text, skipped)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        at = (start, end) if offsets is None else (offsets[start], offsets[end - 1] + 1)
        for key, exact in _words(match):
            before = found[-1].exact if found else ""
            if (before, key) in _WORDS.pairs:
                joined = _WORDS.pairs[before, key]
                found[-1] = Token(joined, joined, found[-1].start, at[1])
            else:
                found.append(Token(key, exact, *at))
    return found


def _words(match: re.Match[str]) -> Sequence[tuple[str, str]]:
    """Pairs of key and exact form for what is written as one word."""
    text = match[0]
    if match.lastgroup == "word":
        return _of_word(text)
    if match.lastgroup == "number":
        if _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        return [(one, one) for one in text.split(",")]
    if match.lastgroup == "dotted":
        text = text.replace(".", "")
    text = _WORDS.signs.get(text, text)
    return ((text, text),)


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[tuple[str, str], ...]:
    given = rules()
    if word in given.contractions:
        *first, last = given.contractions[word]
        return (*((one, one) for one in first), (last, word))
    negation = _WORDS.joined_negation
    if word.endswith(negation) and len(word) > len(negation):
        return (_spelt(word[: -len(negation)]), (_WORDS.negation, negation))
    stem, mark, rest = word.rpartition("'")
    clitic = mark + rest
    if stem and clitic in given.clitics:
        return (*_of_word(stem), (given.clitics[clitic], clitic))
    if stem and clitic in given.either:
        return (*_of_word(stem), (clitic, clitic))
    return (_spelt(word.replace("'", "")),)


def _spelt(word: str) -> tuple[str, str]:
    """A word in normalised spelling, and as it is spelt."""
    given = rules()
    if word in given.spelling:
        return given.spelling[word], word
    key = word
    for beginning, other in given.beginnings:
        if key.startswith(beginning):
            key = other + key[len(beginning) :]
            break
    for ending, other in given.endings:
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
    return sum(weight(one.key) for one in words)
