"""Words of a subject, as indicators and cross-checks compare them."""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.languages import ENGLISH, Language, language_of
from briefings.model import Figure

_QUOTED = re.compile(r"\d[\d.,]*%?|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=1 << 14)  # a subject is asked for by several rules
def content_words(text: str, language: Language = ENGLISH) -> tuple[str, ...]:
    """The words of a phrase, in lower case and the singular, function words left out.

    >>> content_words("The number of registered cases")
    ('number', 'registered', 'case')
    """
    forms = language.forms
    return tuple(
        forms.singular(word) or word
        for word in _WORD.findall(text.lower())
        if word not in forms.function_words
    )


def subject_words(figure: Figure) -> tuple[str, ...]:
    """The content words of what a figure is stated of."""
    return content_words(figure.stated.subject, language_of(figure.language))


def plain_words(text: str) -> str:
    """The words of a text in lower case, each between blanks, to look phrases up in."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def quoted_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a quotation, whatever marks and blanks stand between them.

    >>> quoted_words("Some 6 billion\u00a0yuan, 62.6%.")
    ('some', '6', 'billion', 'yuan', '62.6%')
    """
    return tuple(word.rstrip(".,") for word in _QUOTED.findall(text.casefold()))
