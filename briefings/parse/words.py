"""Words on a line that are no speech: interjections in brackets, links."""

from __future__ import annotations

import re

_SOUND = (
    r"laugh(?:s|ter|ing|ed)?|applause|applauds|cheer(?:s|ing)|chuckles?|coughs?|sighs?|gasps?|"
    r"murmur(?:s|ing)?|inaudible|unintelligible|indiscernible|cross-?\s?talk(?:ing)?|"
    r"off-?\s?mic(?:rophone)?|off[- ]camera|no response|pause"
)
# In brackets these are remarks too; before a colon they may be somebody's name or task.
_REMARK = (
    r"(?:through|via|with) (?:an? |the )?(?:interpret\w+|translat\w+)|interpretation|translation|"
    r"(?:(?:as|speaking|speaks|spoken|answers|asks|asked|translated|interpreted)\s+)?"
    r"(?:in|from|through) [A-Z]\w+|as (?:delivered|prepared|interpreted|translated)|silence|noise|"
    r"music|clap(?:s|ping)|nod(?:s|ding)?|gestures?|gesturing|points?|pointing|smiles?|smiling|"
    r"break|recess|(?:audio|video|slide|film|clip|photo|image)s?(?: \w+)?|"
    r"technical (?:problem|difficult)\w*|interrupt\w+|continued|continues|sic|ph|phonetic"
)
_SOUNDS = re.compile(rf"\W*(?:{_SOUND})(?:\W+[\w'’-]+){{0,3}}\W*", re.IGNORECASE)
_REMARKS = re.compile(rf"\W*(?:{_SOUND}|{_REMARK})(?:\W+[\w'’-]+){{0,3}}\W*", re.IGNORECASE)
_LINK = re.compile(
    r"[<(\[]?(?:(?:https?|ftp)://|www\.|mailto:)\S*|\S*(?:%[0-9a-fA-F]{2}){2}\S*|//\S*",
    re.IGNORECASE,
)


def is_interjection(text: str, in_brackets: bool = False) -> bool:
    """Whether words say what was heard or how somebody speaks, not who.

    >>> is_interjection("Laughter"), is_interjection("Cross-talk."), is_interjection("Ann Lee")
    (True, True, False)
    >>> is_interjection("Through interpreter", in_brackets=True)
    True
    """
    pattern = _REMARKS if in_brackets else _SOUNDS
    return len(text) < 60 and pattern.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Whether a text begins with an address on the web, or with what is left of one.

    >>> is_link("https://a.example/%E4%BD%A0"), is_link("See https://a.example")
    (True, False)
    """
    return _LINK.match(text) is not None
