"""Records of JSON without what is not known: absent, rather than null or empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def known(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something; of words by language, some in one of the languages will do.

    >>> known({"name": "Nets", "note": "", "label": {"en": [], "zh": []}, "line": 0})
    {'name': 'Nets', 'line': 0}
    """
    return {key: value for key, value in record.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return value in (None, "", [])
