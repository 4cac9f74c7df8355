"""What a list calls a briefing: the subject in its title, without the name of the event."""

from __future__ import annotations

from ..languages import Language
from ..languages.asking import Titles

SHORT = 70
"""So many letters stand on two lines of a list at most."""
_KEPT = 60  # a title of so many letters stays as it is
_TELLING = 20  # letters of a subject that tells what a briefing is about
_CLAUSE = 30  # letters of a clause that can stand for a title
_READ = 400  # letters of a title that are looked at


def short_title(title: str, language: Language) -> str:
    """A title of at most `SHORT` letters; one that is short enough stays as it is.

    >>> from ..languages import ENGLISH
    >>> short_title("SCIO briefing on safeguarding public safety to ensure growth of all", ENGLISH)
    'Safeguarding public safety to ensure growth of all'
    >>> short_title("Mint Office briefing on coins", ENGLISH)
    'Mint Office briefing on coins'
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
    return _clipped(told, words)


def _bare(subject: str, words: Titles) -> str:
    """Without words that tell little before it, unless hardly anything is left."""
    bare = words.before.sub("", subject, count=1)
    return bare if len(bare) >= _TELLING else subject


def _clipped(title: str, words: Titles) -> str:
    """A title that is too long, up to its last joint that is not."""
    if len(title) <= SHORT:
        return title
    joints = [one.start() for one in words.joint.finditer(title) if one.start() < SHORT]
    if joints and joints[-1] >= _CLAUSE:
        return title[: joints[-1]].rstrip(" ,;:–—-") + "…"
    cut = title[:SHORT]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
