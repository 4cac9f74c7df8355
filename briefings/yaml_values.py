"""How a value is written in YAML so that it is read back as the text it is."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ’.-]*[A-Za-z0-9.]")
# Words that YAML reads as something else than text.
_NOT_TEXT = frozenset("yes no on off true false null y n".split())


def quoted(text: str) -> str:
    """A value in quotes, where it needs them: JSON is YAML.

    >>> quoted("Harbour News"), quoted("On"), quoted("A: B"), quoted("12")
    ('Harbour News', '"On"', '"A: B"', '"12"')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)
