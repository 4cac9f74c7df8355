"""Defaults of fields that a pack leaves out; they match nothing."""

from __future__ import annotations

import re

Pattern = re.Pattern[str]
Words = frozenset[str]

NEVER = re.compile(r"(?!)")
NOTHING: Words = frozenset()
