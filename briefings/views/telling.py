"""Find the words of a sentence that say what a number counts, for readers who do not know the text.

A subject alone ("annual income") says neither whose it is nor what became of it. A card therefore
shows the number in its sentence, or in as many whole clauses of it as fit. There is no card if
these words refer to the preceding text.
"""

from __future__ import annotations

import re

from briefings.languages import Language
from briefings.languages.sentences import sentence_spans

ROOM = 170
"""The maximum number of characters of a sentence on a card."""
_LEAST = 4  # minimum number of words that can say what is counted
_LEADING = 3  # fewer words between the start of a clause and its number suggest a list item
_BEGIN = re.compile(r"[,;:]\s+")
_DASH = re.compile(r"\s[–—-]{1,2}(?=\s)|—")
_STOP = re.compile(r"[,;:]\s|\s[–—-]{1,2}\s|\s\(")
_NAME = re.compile(r"(?<!^)\b(?!I\b)[A-Z][\w-]+")


def telling_words(text: str, start: int, end: int, language: Language) -> str | None:
    """Return the words around the number at `start` to `end` of a passage, with dots where they are
    cut.

    Return None if they refer to something before them, or if the number's clause is too long.

    >>> from briefings.languages import ENGLISH
    >>> text = "I can say this. In May, as all know, the town mended 1,200 nets, and more follow."
    >>> telling_words(text, text.index("1,200"), text.index("1,200") + 5, ENGLISH)
    'In May, as all know, the town mended 1,200 nets, and more follow.'
    >>> telling_words("They mended 1,200 nets.", 12, 17, ENGLISH) is None
    True
    """
    spans = sentence_spans(text, language)
    sentence_start, sentence_end = max(span for span in spans if span[0] <= start)
    for begin in _begins(text, sentence_start, start):
        stops = [sentence_end, *(stop.start() for stop in _STOP.finditer(text, end, sentence_end))]
        room = [stop for stop in stops if stop - begin <= ROOM]
        if _DASH.search(text, begin, start):
            continue  # a dash interrupts the clause before the number
        words = text[begin : max(room, default=begin)].rstrip(" ,;:–—-")
        if len(words.split()) >= _LEAST and not leans(words, language):
            before = "… " if begin > sentence_start else ""
            after = " …" if max(room) < sentence_end else ""
            return f"{before}{words}{after}"
    return None


def names_in(words: str) -> int:
    """Return the number of capitalized words, as in names, not counting the first word."""
    return len(_NAME.findall(words))


def leans(words: str, language: Language) -> bool:
    """Return whether words refer to something before them that none of their names explains."""
    if language.cues.points_back.search(words):
        return True
    leaning = language.cues.leaning.search(words)
    return leaning is not None and not names_in(words[: leaning.start()])


def _begins(text: str, sentence_start: int, start: int) -> list[int]:
    """Return the positions where a quotation may begin: at the sentence, or at one of its
    clauses."""
    clauses = [clause.end() for clause in _BEGIN.finditer(text, sentence_start, start)]
    return [
        sentence_start,
        *(clause for clause in clauses if len(text[clause:start].split()) >= _LEADING),
    ]
