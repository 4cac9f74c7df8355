"""Removes unknown values from JSON records, so that they are absent rather than null or empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def known(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are not empty; a map of words by language is kept if one language has some.

    >>> known({"name": "Nets", "note": "", "label": {"en": [], "zh": []}, "line": 0})
    {'name': 'Nets', 'line': 0}
    """
    return {key: value for key, value in record.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_empty, value.values()))
    return value in (None, "", [])
