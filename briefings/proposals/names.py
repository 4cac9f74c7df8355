"""Finds names in running text, abbreviations with their expansions, and words in
quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..languages import Language
from ..languages.sentences import sentence_spans
from .phrases import Word, function_words, words_of

_QUOTED = re.compile(r"[“\"„]([^“”\"„]{3,60})[”\"“]")
_SHORT = re.compile(r"(?<=\s)\(([A-Z][A-Za-z]{0,7}[A-Z])\)")
_HEAD = 40  # characters looked at to decide whether words are an address
_MOST_QUOTED = 5  # more words in quotation marks are a quotation, not a phrase


def names_in(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The spans of names: two or more capitalised words, possibly with small words between them."""
    function, joints = function_words(language), language.names.connectors
    inner = joints - language.grammar.conjunctions - language.names.joints
    for begin, stop in sentence_spans(text, language):
        name: list[Word] = []
        between: list[Word] = []
        for word in (*words_of(text[begin:stop]), Word("", 0, 0)):
            low = word.text.casefold()
            if word.text[:1].isupper() and not (low in function.small and not name):
                name += [*between, word]
                between = []
            elif name and not between and low in inner:
                between = [word]
            else:
                if len(name) > 1 and not is_address(text[begin + name[0].start :], language):
                    yield begin + name[0].start, begin + name[-1].end
                name, between = [], []


def is_address(text: str, language: Language) -> bool:
    """Whether words begin with a greeting or with a person's name and title."""
    head = text[:_HEAD]
    return bool(language.cues.vocative.match(head) or language.names.honorific.match(head))


def quoted_in(text: str) -> Iterator[tuple[int, int]]:
    """The spans of phrases in quotation marks, without final punctuation."""
    for match in _QUOTED.finditer(text):
        words = match[1].rstrip(" ,.;:!?")
        if 0 < len(words.split()) <= _MOST_QUOTED and words[0].isalpha():
            yield match.start(1), match.start(1) + len(words)


def abbreviations_in(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of expansion and abbreviation: the words before the brackets have its letters as
    initials.

    >>> list(abbreviations_in("of the World Trade Organization (WTO) and others (OK)"))
    [('World Trade Organization', 'WTO')]
    """
    for match in _SHORT.finditer(text):
        letters = match[1].rstrip("s").casefold()
        words = list(re.finditer(r"[^\W\d_][\w’'-]*", text[: match.start()]))
        if any(gap in ".;:!?" for gap in text[words[-1].end() : match.start()]) if words else True:
            continue
        at = len(words) - 1
        begin = None
        for letter in reversed(letters):
            while at >= 0 and len(words) - at <= 2 * len(letters):
                word = words[at][0]
                at -= 1
                if word[0].casefold() == letter:
                    begin = at + 1
                    break
            else:
                begin = None
                break
        if begin is not None and words[begin][0][0].isupper():
            yield text[words[begin].start() : words[-1].end()], match[1]
