"""Shorten a briefing's title for lists: keep the subject and drop the name of the event."""

from __future__ import annotations

import re

from ..languages import Language
from ..languages.asking import Titles

SHORT = 70
"""A title of this many characters fits on two lines of a list."""
_KEPT = 60  # titles up to this length are left as they are
_TELLING = 20  # minimum length of an informative subject
_CLAUSE = 30  # minimum length of a clause that can replace a title
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = 2  # words of a personal name
_READ = 400  # characters of a title that are examined


def short_title(title: str, language: Language) -> str:
    """Return a title of at most `SHORT` characters, plus an ellipsis if it was cut.

    Dates are removed, and titles that are short enough are otherwise left as they are.

    >>> from ..languages import ENGLISH
    >>> short_title("SCIO briefing on safeguarding public safety to ensure growth of all", ENGLISH)
    'Safeguarding public safety to ensure growth of all'
    >>> short_title("Mint Office briefing on coins", ENGLISH)
    'Mint Office briefing on coins'
    >>> short_title("Harbour Ministry Spokesperson Ann Holm's Regular Press Conference", ENGLISH)
    "Ann Holm's Regular Press Conference"
    """
    words = language.titles
    told = title[:_READ]
    undated = words.day.sub("", told)
    told = undated if len(undated) >= _TELLING else told
    if len(told) <= _KEPT:
        return told
    for event in words.event:
        found = event.match(told)
        if found and len(found["subject"]) >= _TELLING:
            return _clipped(_capital(_bare(found["subject"], words)), words)
    named = _without_offices(told, language)
    by = words.by.match(named) if len(named) > SHORT else None
    if by and len(by["subject"]) >= _TELLING:
        named = _capital(_bare(by["subject"], words))
    return _clipped(named, words)


def _without_offices(title: str, language: Language) -> str:
    """Reduce persons to their names: "Ann Holm" instead of "Harbour Minister Ann Holm"."""
    words = title.split()
    kept: list[str] = []
    for n, word in enumerate(words):
        kept.append(word)
        if language.names.role_word.fullmatch(word) and _is_name(words[n + 1 : n + 3], language):
            while kept and kept[-1][:1].isupper() and kept[-1][-1] not in ",;:":
                kept.pop()
    told = " ".join(kept)
    return told if len(told) >= _TELLING else title


def _is_name(words: list[str], language: Language) -> bool:
    """Return whether a list of words is two words that look like a person's name."""
    return len(words) == _NAME and all(
        word[:1].isupper()
        and not word.endswith(language.grammar.progressive_ending)
        and not language.names.role_word.fullmatch(_POSSESSIVE.sub("", word))
        for word in words
    )


def _bare(subject: str, words: Titles) -> str:
    """Remove leading words that say little, unless too little would be left."""
    bare = words.before.sub("", subject, count=1)
    return bare if len(bare) >= _TELLING else subject


def _clipped(title: str, words: Titles) -> str:
    """Cut a title that is too long at its last suitable joint, or else between words."""
    if len(title) <= SHORT:
        return title
    joints = [one.start() for one in words.joint.finditer(title) if one.start() < SHORT]
    if joints and joints[-1] >= _CLAUSE:
        return title[: joints[-1]].rstrip(" ,;:–—-") + "…"
    cut = title[:SHORT]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
