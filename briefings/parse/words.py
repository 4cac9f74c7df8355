"""Words on a line that are not speech: sounds and remarks in brackets, links."""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language

_LINK = re.compile(
    r"[<(\[]?(?:(?:https?|ftp)://|www\.|mailto:)\S*|\S*(?:%[0-9a-fA-F]{2}){2}\S*|//\S*",
    re.IGNORECASE,
)


def is_interjection(text: str, in_brackets: bool = False, language: Language = ENGLISH) -> bool:
    """Return whether words describe a sound or a manner of speaking, rather than name a speaker.

    >>> is_interjection("Laughter"), is_interjection("Cross-talk."), is_interjection("Ann Lee")
    (True, True, False)
    >>> is_interjection("Through interpreter", in_brackets=True)
    True
    """
    pattern = language.room.remarks if in_brackets else language.room.sounds
    return len(text) < 60 and pattern.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Return whether a text begins with a URL, or with a fragment of one.

    >>> is_link("https://a.example/%E4%BD%A0"), is_link("See https://a.example")
    (True, False)
    """
    return _LINK.match(text) is not None
