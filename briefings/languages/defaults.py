"""What a field of a pack holds that the pack leaves out: nothing is matched by it."""

from __future__ import annotations

import re

Pattern = re.Pattern[str]
Words = frozenset[str]

NEVER = re.compile(r"(?!)")
NOTHING: Words = frozenset()
