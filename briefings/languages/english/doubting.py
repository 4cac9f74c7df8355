"""Words that raise doubts about passages of English texts. See `languages.doubting`."""

from __future__ import annotations

import re

from ..doubting import Doubting
from .names import HONORIFICS

_GENERIC = re.compile(
    r"(?:Q|A|Question|Answer|Reporter|Journalist|Correspondent|Moderator|Spokes(?:person|man|woman)|"
    r"Host|Chair(?:man|woman|person)?|Interpreter|Translator)",
    re.IGNORECASE,
)
# "Two things. First: ..." and other words before a colon in speech.
_NO_NAME = frozenset(
    "first second third fourth fifth finally lastly one two three note again remember here look "
    "today yesterday tomorrow example result results answer fact yes no well so but and or the a "
    "an this that these those it they we i you he she there what when where who why how let please "
    "thank thanks also then next however because if as in on at for of to from with by my our "
    "your point points step phase part item figure table chart source sources".split()
)
_ASKS = re.compile(r"\?[\"”’']?(?:\s*(?:thank you|thanks)[^?]{0,30})?\s*$", re.IGNORECASE)
_ANSWERS = re.compile(
    r"\W*(?:thank(?:s| you)[^.?!]{0,40}\bquestions?\b|let me (?:answer|respond|take|explain)|"
    r"(?:that|this)(?:['’]s| is) (?:a|an) [\w ]{0,20}question|in (?:response|reply|answer) to\b|"
    r"regarding your question|as (?:for|to) your question|"
    r"(?:yes|no|well|look|listen|sure|right)\b,)",
    re.IGNORECASE,
)

DOUBTING = Doubting(
    honorifics=frozenset(HONORIFICS),
    generic_label=_GENERIC,
    no_label=_NO_NAME,
    asks=_ASKS,
    answers=_ANSWERS,
)
