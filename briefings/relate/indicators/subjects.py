"""The words of a subject, as compared by indicators and cross-checks."""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.languages import Language, language_of
from briefings.model import Figure

_QUOTED = re.compile(r"\d[\d.,]*%?|[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=1 << 14)  # several rules ask for the same subject
def content_words(text: str, language: Language) -> tuple[str, ...]:
    """Return the words of a phrase, in lower case and singular, without function words.

    >>> from briefings.languages import ENGLISH
    >>> content_words("The number of registered cases", ENGLISH)
    ('number', 'registered', 'case')
    """
    forms = language.forms
    return tuple(
        forms.singular(word) or word
        for word in _WORD.findall(text.lower())
        if word not in forms.function_words
    )


def subject_words(figure: Figure) -> tuple[str, ...]:
    """Return the content words of a figure's subject."""
    return content_words(figure.stated.subject, language_of(figure.language))


def plain_words(text: str) -> str:
    """Return the words of a text in lower case, surrounded by spaces, for finding phrases."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def quoted_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a quotation, ignoring punctuation and spaces.

    >>> quoted_words("Some 6 billion\u00a0yuan, 62.6%.")
    ('some', '6', 'billion', 'yuan', '62.6%')
    """
    return tuple(word.rstrip(".,") for word in _QUOTED.findall(text.casefold()))
