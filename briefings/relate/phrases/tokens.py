"""Sentences as tokens that set phrases are looked for in: words, names and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefings.languages import ENGLISH

# What a token is: a word that says something, one that is said of anything, a preposition, another
# small word, a slot (a name), or a break that no phrase goes over (a mark, a number).
WORD, LIGHT, PREPOSITION, SMALL, SLOT, BREAK = range(6)
NAME = "@"
_SAID_OF_ANYTHING = ENGLISH.phrases.light | ENGLISH.phrases.times | ENGLISH.phrases.numbers

_PIECE = re.compile(
    r"(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*(?:%|st\b|nd\b|rd\b|th\b|s\b)?)"
    r"|(?P<word>[^\W\d_]+(?:['’.-][^\W_]+)*)|(?P<mark>[;:.!?()\[\]—–\"“”…/]|--| - )"
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:ies|ied|ing|ed|es|s|e|y)$")
_KEPT = re.compile(r"(?:ss|us|is|ly)$")


class Token(NamedTuple):
    """A token with its offsets in the sentence; `key` is the same for the forms of one word."""

    kind: int
    key: str
    start: int
    end: int


class Piece(NamedTuple):
    """A word as it is written, without a possessive; "" for a mark or a number."""

    word: str
    start: int
    end: int


def pieces(text: str) -> list[Piece]:
    """The words of a sentence, and what parts them, with their offsets."""
    found: list[Piece] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        if piece.lastgroup == "word":
            word = _bare(text[start:end])
            found.append(Piece(word, start, start + len(word)))
        else:
            found.append(Piece("", start, end))
    return found


def capitalised(sentences: Iterable[Sequence[Piece]]) -> frozenset[str]:
    """Words (in lower case) that have a capital wherever they stand in these sentences: names."""
    upper: set[str] = set()
    lower: set[str] = set()
    for each in sentences:
        for n, piece in enumerate(each):
            if piece.word[:1].isupper():
                if n:
                    upper.add(piece.word.casefold())
            else:
                lower.add(piece.word)
    return frozenset(upper - lower)


def tokens(each: Iterable[Piece], names: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens of a sentence.  `names` are words that begin a sentence as names all the same.

    Names that follow one another are one slot.

    >>> text = "We urge the US side to mend 12 nets at an early date."
    >>> " ".join(token.key for token in tokens(pieces(text)))
    'we urg the @ sid to mend . net at an early dat .'
    """
    found: list[Token] = []
    for word, start, end in each:
        kind, key, shape = _classified(word)
        if shape and (shape > 1 or found or key in names or word.casefold() in names):
            if found and found[-1].kind == SLOT:
                found[-1] = Token(SLOT, NAME, found[-1].start, end)
                continue
            kind, key = SLOT, NAME
        found.append(Token(kind, key, start, end))
    return found


@lru_cache(maxsize=1 << 16)
def inflected(word: str) -> str:
    """What the forms of a word have in common, in lower case.

    >>> inflected("opposes"), inflected("opposed"), inflected("policies"), inflected("process")
    ('oppos', 'oppos', 'polic', 'process')
    """
    return word if _KEPT.search(word) else _ENDING.sub("", word)


@lru_cache(maxsize=1 << 16)
def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=1 << 16)
def _classified(word: str) -> tuple[int, str, int]:
    """Kind and key of a word, and how it is written: 1 with a capital first, 2 with others."""
    if not word:
        return BREAK, ".", 0
    words = ENGLISH.phrases
    plain = word.casefold().replace("’", "'")
    shape = 2 if word[1:] != word[1:].lower() else int(word[0].isupper())
    if plain == "i":
        return SMALL, plain, 0
    if plain in words.prepositions or plain == "to":
        return PREPOSITION, plain, shape
    if plain in words.small or len(plain) == 1:
        return SMALL, plain, shape
    return (LIGHT if plain in _SAID_OF_ANYTHING else WORD), inflected(plain), shape
