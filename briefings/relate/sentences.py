"""Sentences as they are compared, and those that are only courtesy.

Where sentences end is told by `languages.sentences`.  However short, what ends as a sentence does
is one, but for a dash or the words that say whose a quotation is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..languages import ENGLISH
from ..languages.sentences import Span as Span
from ..languages.sentences import sentence_spans

_CLOSING = "\"”’'»"
# Who said what stands in quotation marks right before: ‘"We mended it." Ms. Haddad said.’
_SPEECH_TAG = re.compile(
    r"(?:[\w.’'-]+\s+){1,4}(?:said|says|added|stressed|noted|explained|replied|answered|asked)[.]"
)
_COURTEOUS = re.compile(
    r"\b(?:thanks?|thank\s+you|good\s+(?:morning|afternoon|evening|day)|good-?bye|see\s+you|"
    r"welcome|hello|greetings|ladies\s+and\s+gentlemen)\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"""^\W*(?:
        (?:ok(?:ay)?|well|yes)\W+)?(?:
        (?:many\s+)?thanks?\b | thank\s+you\b | hello\b | welcome\b | good\s+(?:morning|afternoon|
        evening)\b | ladies\s+and\s+gentlemen\b | see\s+you\b | good-?bye\b |
        (?:now,?\s+)?let'?s\s+(?:give|start|begin|move)\b |
        (?:now,?\s+)?(?:i\s+(?:will|would|shall)|i['’](?:d|ll)|we(?:['’]ll|\s+will))\s+(?:now\s+)?
            (?:like\s+to\s+)?(?:give\s+the\s+floor|answer|brief|ask|invite|hand|
            take\s+(?:\w+\s+){1,3}questions?)\b |
        let\s+me\s+(?:answer|respond|take|start|begin)\b |
        (?:that\s+is|that['’]s|this\s+is)\s+(?:all|a\s+brief|it)\b | the\s+floor\s+is\b |
        (?:please\s+)?(?:identify|raise)\b.*\b(?:question|hand|organi[sz]ation)s?\b |
        (?:the\s+)?(?:last|next|final)\b[^.]{0,40}\bquestions?\b[^.]{0,20}$ |
        (?:could|can|would)\s+you\s+(?:please\s+)?(?:brief|share|tell|introduce|give|talk|
            elaborate|comment)\b |
        (?:this|that|it)(?:\s+is|['’]s)\s+a\s+(?:very\s+)?(?:good|important|realistic)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_REST = 3
# A number of so many digits that begins a passage numbers it: "1. We have mended the nets."
_ITEM_DIGITS = 2


@lru_cache(maxsize=1 << 15)  # every stage that relates texts reads them sentence by sentence
def split(text: str) -> tuple[Span, ...]:
    """The spans of the sentences of a passage, in order, white space between them left out.

    >>> text = 'Mr. Li spoke at 10 a.m. Friday. "We paid 3.5 yuan." Thank you.'
    >>> [text[start:end] for start, end in split(text)]
    ['Mr. Li spoke at 10 a.m. Friday.', '"We paid 3.5 yuan."', 'Thank you.']
    >>> text = '"Go ahead." Ms. Li said. No rain fell.'
    >>> [text[start:end] for start, end in split(text)]
    ['"Go ahead." Ms. Li said.', 'No rain fell.']
    """
    return _joined(text, sentence_spans(text, ENGLISH))


def courteous(sentence: str) -> bool:
    """Whether a sentence only thanks, greets or passes the word on.

    >>> courteous("Thank you, Mr. Chen."), courteous("We thank no one for the floods of March.")
    (True, False)
    """
    return bool(_COURTESY.match(sentence)) or (
        len(sentence.split()) <= _REST and bool(_COURTEOUS.search(sentence))
    )


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans, what is no sentence of its own taken in with the one before it."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _belongs_before(text, joined[-1][1], start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _belongs_before(text: str, before: int, start: int, end: int) -> bool:
    """Whether a span only ends the sentence whose end is `before`: a dash, or who said it."""
    piece = text[start:end]
    if not any(character.isalnum() for character in piece):
        return True
    return text[before - 1] in _CLOSING and bool(_SPEECH_TAG.fullmatch(piece))
