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
    shown = title[:_READ]
    undated = words.day.sub("", shown)
    shown = undated if len(undated) >= _TELLING else shown
    if len(shown) <= _KEPT:
        return shown
    for event in words.event:
        match = event.match(shown)
        if match and len(match["subject"]) >= _TELLING:
            return _clipped(_capital(_bare(match["subject"], words)), words)
    without_offices = _without_offices(shown, language)
    by_speaker = words.by.match(without_offices) if len(without_offices) > SHORT else None
    if by_speaker and len(by_speaker["subject"]) >= _TELLING:
        without_offices = _capital(_bare(by_speaker["subject"], words))
    return _clipped(without_offices, words)


def _without_offices(title: str, language: Language) -> str:
    """Reduce persons to their names: "Ann Holm" instead of "Harbour Minister Ann Holm"."""
    words = title.split()
    kept: list[str] = []
    for n, word in enumerate(words):
        kept.append(word)
        if language.names.role_word.fullmatch(word) and _is_name(words[n + 1 : n + 3], language):
            while kept and kept[-1][:1].isupper() and kept[-1][-1] not in ",;:":
                kept.pop()
    reduced = " ".join(kept)
    return reduced if len(reduced) >= _TELLING else title


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
    joints = [match.start() for match in words.joint.finditer(title) if match.start() < SHORT]
    if joints and joints[-1] >= _CLAUSE:
        return title[: joints[-1]].rstrip(" ,;:–—-") + "…"
    cut = title[:SHORT]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
