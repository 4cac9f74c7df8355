"""Language packs: everything that is known of one language, as data.

A text carries the code of its language (`Witness.language`); the stages look the pack up here and
hand it along.
"""

from __future__ import annotations

from .english import ENGLISH
from .german import GERMAN
from .model import Language

LANGUAGES: dict[str, Language] = {pack.code: pack for pack in (ENGLISH, GERMAN)}


def language_of(code: str | None) -> Language:
    """The pack for a language tag ("de", "de-AT"); English where there is none.

    >>> language_of("de-AT").code, language_of("tlh").code, language_of(None).code
    ('de', 'en', 'en')
    """
    return LANGUAGES.get((code or "").partition("-")[0].strip().lower(), ENGLISH)


__all__ = ["ENGLISH", "GERMAN", "LANGUAGES", "Language", "language_of"]
