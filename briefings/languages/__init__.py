"""Language packs: all knowledge about a language, as data.

A text has the code of its language (`Witness.language`). The stages look up the pack here and pass
it on.
"""

from __future__ import annotations

from .english import ENGLISH
from .german import GERMAN
from .model import Language

LANGUAGES: dict[str, Language] = {pack.code: pack for pack in (ENGLISH, GERMAN)}


def language_of(code: str | None) -> Language:
    """Return the pack for a language tag ("de", "de-AT"), or English if there is none.

    >>> language_of("de-AT").code, language_of("tlh").code, language_of(None).code
    ('de', 'en', 'en')
    """
    return LANGUAGES.get((code or "").partition("-")[0].strip().lower(), ENGLISH)


__all__ = ["ENGLISH", "GERMAN", "LANGUAGES", "Language", "language_of"]
