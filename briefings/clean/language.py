"""The declared language of a source, from its front matter or the `lang` attribute of its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..model import Span

_KEYS = ("lang", "language")
_HTML = re.compile(
    r"<html\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-\w{1,8})*)", re.IGNORECASE
)
# A page declares its language before its text begins.
_LOOK_AT = 60
_LONGEST = 2000


def language_tag(lines: Sequence[str], front_matter: Iterable[tuple[str, str, Span]]) -> str | None:
    """Return the language tag ("de-AT") in lower case, or None if the source has none.

    >>> language_tag(('<!doctype html>', '<html class="x" lang="de-AT">'), ())
    'de-at'
    >>> language_tag(("The html lang is up to you.",), ()) is None
    True
    """
    for key, value, _ in front_matter:
        if key in _KEYS and value:
            return value.strip().lower()
    for line in lines[:_LOOK_AT]:
        declared = _HTML.search(line[:_LONGEST])
        if declared:
            return declared.group(1).lower()
    return None
