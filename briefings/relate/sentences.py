"""Split passages into sentences for comparison, and recognize courtesies.

`languages.sentences` finds the sentence boundaries. Every sentence counts, however short, but a
dash, or words that attribute a quotation, belong to the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..languages import Language
from ..languages.sentences import Span as Span
from ..languages.sentences import sentence_spans

_CLOSING = "\"”’'»"
_REST = 3
# A number with at most this many digits at the start of a passage is its number: "1. We have mended
# the nets."
_ITEM_DIGITS = 2


@lru_cache(maxsize=1 << 15)  # every stage that relates texts splits them
def split(text: str, language: Language) -> tuple[Span, ...]:
    """Return the spans of the sentences of a passage, in order, without white space between them.

    >>> from briefings.languages import ENGLISH
    >>> text = 'Mr. Li spoke at 10 a.m. Friday. "We paid 3.5 yuan." Thank you.'
    >>> [text[start:end] for start, end in split(text, ENGLISH)]
    ['Mr. Li spoke at 10 a.m. Friday.', '"We paid 3.5 yuan."', 'Thank you.']
    >>> text = '"Go ahead." Ms. Li said. No rain fell.'
    >>> [text[start:end] for start, end in split(text, ENGLISH)]
    ['"Go ahead." Ms. Li said.', 'No rain fell.']
    """
    return _joined(text, sentence_spans(text, language), language)


def courteous(sentence: str, language: Language) -> bool:
    """Return whether a sentence only expresses thanks, greets, or passes the word on.

    >>> from briefings.languages import ENGLISH
    >>> courteous("Thank you, Mr. Chen.", ENGLISH), courteous("We thank no one.", ENGLISH)
    (True, False)
    """
    words = language.attributing
    return bool(words.courtesy.match(sentence)) or (
        len(sentence.split()) <= _REST and bool(words.courteous.search(sentence))
    )


def _joined(text: str, spans: Sequence[Span], language: Language) -> tuple[Span, ...]:
    """Join spans that are not separate sentences to the span before them."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _belongs_before(text, joined[-1][1], start, end, language):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _belongs_before(text: str, before: int, start: int, end: int, language: Language) -> bool:
    """Return whether a span belongs to the sentence that ends at `before`: a dash, or an
    attribution."""
    piece = text[start:end]
    if not any(character.isalnum() for character in piece):
        return True
    return text[before - 1] in _CLOSING and bool(language.attributing.speech_tag.fullmatch(piece))
