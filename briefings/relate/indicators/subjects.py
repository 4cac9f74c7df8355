"""Words of a subject, as indicators and cross-checks compare them."""

from __future__ import annotations

import re
from functools import lru_cache

_FUNCTION_WORDS = frozenset("of the and in to a an for on by with".split())
_QUOTED = re.compile(r"\d[\d.,]*%?|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=1 << 14)  # a subject is asked for by several rules
def content_words(text: str) -> tuple[str, ...]:
    """The words of a phrase, in lower case and the singular, function words left out.

    >>> content_words("The number of registered cases")
    ('number', 'registered', 'case')
    """
    return tuple(
        _singular(word) for word in _WORD.findall(text.lower()) if word not in _FUNCTION_WORDS
    )


def plain_words(text: str) -> str:
    """The words of a text in lower case, each between blanks, to look phrases up in."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def quoted_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a quotation, whatever marks and blanks stand between them.

    >>> quoted_words("Some 6 billion\u00a0yuan, 62.6%.")
    ('some', '6', 'billion', 'yuan', '62.6%')
    """
    return tuple(word.rstrip(".,") for word in _QUOTED.findall(text.casefold()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
