"""The sentence splitter, used by parse, group, extract, relate and views.

Text is never changed: a sentence is a span. Abbreviations, initials and numbers do not end a
sentence.
"""

from __future__ import annotations

import re

from .model import Language, Sentences

Span = tuple[int, int]

# Possessive quantifiers: each character is examined once.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”“’'»«)\]]*+(?=\s|$)")
_SPACE = re.compile(r"\s*+")
_NEXT = re.compile(r"\s+[\"“„‘'«(\[]*(\S)(\w*)")

# The maximum number of digits of a list item; "2021." is a year.
_ITEM_DIGITS = 2


def sentence_spans(text: str, language: Language) -> list[Span]:
    """Return the spans of the sentences of a passage, in order, without white space between them.

    >>> from . import ENGLISH, GERMAN
    >>> text = 'Mr. Li spoke at 10 a.m. Friday. "We paid 3.5 yuan." Thank you.'
    >>> [text[start:end] for start, end in sentence_spans(text, ENGLISH)]
    ['Mr. Li spoke at 10 a.m. Friday.', '"We paid 3.5 yuan."', 'Thank you.']
    >>> text = "Am 3. Mai kam Dr. Ek. Es regnete."
    >>> [text[start:end] for start, end in sentence_spans(text, GERMAN)]
    ['Am 3. Mai kam Dr. Ek.', 'Es regnete.']
    """
    words = language.sentences
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() < len(text) and not _ends(text, start, match, words):
            continue
        spans.append((start, match.end()))
        space = _SPACE.match(text, match.end())
        start = space.end() if space else match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def sentences_of(text: str, language: Language) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


def _ends(text: str, start: int, match: re.Match[str], words: Sentences) -> bool:
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    next_character = following[1]
    if next_character.islower():
        return False
    if match[0][0] != ".":
        return True
    word = _word_before(text, start, match.start()).lstrip("'’.-")
    if word.casefold() in words.never:
        # "The answer is no." is a sentence; "No. 5" is not.
        return word.casefold() in words.also_words and not next_character.isdigit()
    if words.ordinal_points and word.isdecimal() and len(word) <= 2:
        return False
    if word.isdecimal() and len(word) <= _ITEM_DIGITS and match.start() == len(word):
        return False  # "1. We build": the number of an item at the start of a passage
    if len(word) == 1 and word.isupper() and word not in words.letters:
        return False
    if word.casefold() in words.seldom:
        return following[0].lstrip(" \"“„‘'«([").casefold() in words.starts
    return True


def _word_before(text: str, start: int, end: int) -> str:
    """Return the word that ends at `end`, including full stops, hyphens and apostrophes."""
    begin = end
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] in "_'’.-"):
        begin -= 1
    return text[begin:end]
