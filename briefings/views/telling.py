"""The words of a sentence that say what a number counts, for somebody who has not read the text.

A subject alone ("annual income") says neither whose it is nor what became of it.  On a card the
number stands with its sentence, or with as much of it as there is room for: a run of whole clauses,
word for word.  Where these words lean on what was said before, there is no card.
"""

from __future__ import annotations

import re

from briefings.languages import Language
from briefings.languages.sentences import sentence_spans

ROOM = 170
"""Letters of a sentence that a card has room for."""
_LEAST = 4  # words that can say what is counted
_LEADING = 3  # words between the beginning of a clause and its number, or it is an item of a list
_BEGIN = re.compile(r"[,;:]\s+")
_DASH = re.compile(r"\s[–—-]{1,2}(?=\s)|—")
_STOP = re.compile(r"[,;:]\s|\s[–—-]{1,2}\s|\s\(")
_NAME = re.compile(r"(?<!^)\b(?!I\b)[A-Z][\w-]+")


def telling_words(text: str, start: int, end: int, language: Language) -> str | None:
    """The words around the number at `start` to `end` of a passage, with dots where they are cut.

    None where they lean on something before them, or where the number's clause is too long.

    >>> from briefings.languages import ENGLISH
    >>> text = "I can say this. In May, as all know, the town mended 1,200 nets, and more follow."
    >>> telling_words(text, text.index("1,200"), text.index("1,200") + 5, ENGLISH)
    'In May, as all know, the town mended 1,200 nets, and more follow.'
    >>> telling_words("They mended 1,200 nets.", 12, 17, ENGLISH) is None
    True
    """
    spans = sentence_spans(text, language)
    first, last = next(((i, j) for i, j in spans if i <= start < j), (0, len(text)))
    for begin in _begins(text, first, start):
        stops = [last, *(one.start() for one in _STOP.finditer(text, end, last))]
        room = [one for one in stops if one - begin <= ROOM]
        if _DASH.search(text, begin, start):
            continue  # what is begun anew: making, ordering of, sending
        words = text[begin : max(room, default=begin)].rstrip(" ,;:–—-")
        if len(words.split()) >= _LEAST and not leans(words, language):
            return f"{'… ' if begin > first else ''}{words}{' …' if max(room) < last else ''}"
    return None


def names_in(words: str) -> int:
    """How many words, the first one apart, begin with a capital, as names do."""
    return len(_NAME.findall(words))


def leans(words: str, language: Language) -> bool:
    """Whether words point to something before them that no name among them stands for."""
    if language.cues.points_back.search(words):
        return True
    leaning = language.cues.leaning.search(words)
    return leaning is not None and not names_in(words[: leaning.start()])


def _begins(text: str, first: int, start: int) -> list[int]:
    """Where a quotation may begin: with the sentence, or with a clause of it."""
    clauses = [one.end() for one in _BEGIN.finditer(text, first, start)]
    return [first, *(one for one in clauses if len(text[one:start].split()) >= _LEADING)]
