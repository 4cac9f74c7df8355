"""Split sentences into tokens for finding set phrases: words, names and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefings.languages import Language

# The kinds of tokens: a specific word, a generic one, a preposition, another function word, a slot
# (a name), or a break that no phrase crosses (a mark or a number).
WORD, LIGHT, PREPOSITION, SMALL, SLOT, BREAK = range(6)
NAME = "@"


class Token(NamedTuple):
    """A token with its offsets in the sentence; `key` is the same for all forms of a word."""

    kind: int
    key: str
    start: int
    end: int


class Piece(NamedTuple):
    """A word as written, without a possessive ending, or "" for a mark or a number."""

    word: str
    start: int
    end: int


def pieces(text: str, language: Language) -> list[Piece]:
    """Return the words of a sentence, and the marks between them, with their offsets."""
    sentence: list[Piece] = []
    bare = language.phrases.possessive
    for piece in _pieces(language).finditer(text):
        start, end = piece.span()
        if piece.lastgroup == "word":
            word = bare.sub("", text[start:end])
            sentence.append(Piece(word, start, start + len(word)))
        else:
            sentence.append(Piece("", start, end))
    return sentence


@cache
def _pieces(language: Language) -> re.Pattern[str]:
    order = "|".join(sorted(language.phrases.number_endings)) or "(?!)"
    return re.compile(
        rf"(?P<number>[$€£¥]?\d+(?:[.,:]\d+)*(?:%|(?:{order})\b)?)"
        r"|(?P<word>[^\W\d_]+(?:['’.-][^\W_]+)*)|(?P<mark>[;:.!?()\[\]—–\"“”…/]|--| - )"
    )


def capitalised(sentences: Iterable[Sequence[Piece]]) -> frozenset[str]:
    """Return words, in lower case, that are always capitalized in these sentences: names."""
    upper: set[str] = set()
    lower: set[str] = set()
    for sentence in sentences:
        for n, piece in enumerate(sentence):
            if piece.word[:1].isupper():
                if n:
                    upper.add(piece.word.casefold())
            else:
                lower.add(piece.word)
    return frozenset(upper - lower)


def tokens(
    sentence: Iterable[Piece], language: Language, names: frozenset[str] = frozenset()
) -> list[Token]:
    """Return the tokens of a sentence; consecutive names become one slot.

    `names` are words that are names even at the start of a sentence.

    >>> from briefings.languages import ENGLISH
    >>> text = "We urge the US side to mend 12 nets at an early date."
    >>> " ".join(token.key for token in tokens(pieces(text, ENGLISH), ENGLISH))
    'we urg the @ sid to mend . net at an early dat .'
    """
    sentence_tokens: list[Token] = []
    for word, start, end in sentence:
        kind, key, shape = _classified(word, language)
        if shape and (shape > 1 or sentence_tokens or key in names or word.casefold() in names):
            if sentence_tokens and sentence_tokens[-1].kind == SLOT:
                sentence_tokens[-1] = Token(SLOT, NAME, sentence_tokens[-1].start, end)
                continue
            kind, key = SLOT, NAME
        sentence_tokens.append(Token(kind, key, start, end))
    return sentence_tokens


@lru_cache(maxsize=1 << 16)
def inflected(word: str, language: Language) -> str:
    """Return the common part of the forms of a word, in lower case.

    >>> from briefings.languages import ENGLISH
    >>> [inflected(word, ENGLISH) for word in ("opposes", "opposed", "policies", "process")]
    ['oppos', 'oppos', 'polic', 'process']
    """
    words = language.phrases
    return word if words.kept_ending.search(word) else words.ending.sub("", word)


@lru_cache(maxsize=1 << 16)
def _classified(word: str, language: Language) -> tuple[int, str, int]:
    """Return the kind and key of a word, and its case: 1 if only the first letter is a capital, 2
    for other capitals."""
    if not word:
        return BREAK, ".", 0
    words = language.phrases
    plain = word.casefold().replace("’", "'")
    shape = 2 if word[1:] != word[1:].lower() else int(word[0].isupper())
    if plain in words.capital_words:
        return SMALL, plain, 0
    if plain in words.prepositions or plain in words.infinitive:
        return PREPOSITION, plain, shape
    if plain in words.small or len(plain) == 1:
        return SMALL, plain, shape
    of_anything = plain in words.light or plain in words.times or plain in words.numbers
    return (LIGHT if of_anything else WORD), inflected(plain, language), shape
