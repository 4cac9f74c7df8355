"""Where sentences end.

Text is never changed: a sentence is a span.  An abbreviation, an initial or a number ends none.
However short, what ends as a sentence does is one, but for a dash or the words that say whose a
quotation is.
"""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

# What has been taken is never given back: each sign is looked at once.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s|$)")
_SPACE = re.compile(r"\s*+")
_NEXT = re.compile(r"\s+[\"“‘'«(\[]*(\S)(\w*)")
# What stands before a full stop that ends nothing.
_NEVER = frozenset(
    """mr mrs ms dr prof rev hon st mt no nos vol fig art sec dept approx cf vs viz gen col lt capt
    sgt sen rep gov pres supt e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# What ends a sentence only where the next word begins one: "at 10 a.m. July 25", "U.S. ships".
_SELDOM = frozenset("a.m p.m etc inc ltd co corp jr sr ph.d u.s u.k u.n u.a.e d.c".split())
_STARTS = frozenset(
    """a after all also an and as at because both but each every first for from he her here his
    however i if in it its many most my next nobody now on our second she since so some such that
    the their then there therefore these they third this those to today we what when where while
    who why with yes you your""".split()
)
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
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() < len(text) and not _ends(text, start, match):
            continue
        spans.append((start, match.end()))
        space = _SPACE.match(text, match.end())
        start = space.end() if space else match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return _joined(text, spans)


def courteous(sentence: str) -> bool:
    """Whether a sentence only thanks, greets or passes the word on.

    >>> courteous("Thank you, Mr. Chen."), courteous("We thank no one for the floods of March.")
    (True, False)
    """
    return bool(_COURTESY.match(sentence)) or (
        len(sentence.split()) <= _REST and bool(_COURTEOUS.search(sentence))
    )


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    first = following[1]
    if first.islower():
        return False
    if match[0][0] != ".":
        return True
    word = _word_before(text, start, match.start()).lstrip("'’.-")
    if word.casefold() in _NEVER:
        # "The answer is no." is a sentence; "No. 5" is not.
        return word.casefold() in ("no", "art", "sec", "mar") and not first.isdigit()
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if word.isdigit() and len(word) <= _ITEM_DIGITS and match.start() == len(word):
        return False
    if word.casefold() in _SELDOM:
        return following[0].lstrip(" \"“‘'«([").casefold() in _STARTS
    return True


def _word_before(text: str, start: int, end: int) -> str:
    """The word that ends at `end`, its full stops, hyphens and apostrophes included."""
    at = end
    while at > start and (text[at - 1].isalnum() or text[at - 1] in "_'’.-"):
        at -= 1
    return text[at:end]


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
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
