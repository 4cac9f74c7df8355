"""How English questions name what they ask about.  See `languages.asking`."""

from __future__ import annotations

import re

from ..asking import Asking

_TOLD = r"(?:tell|brief|give|share|introduce|talk|explain|elaborate|describe)"
_PURPOSE = re.compile(
    r"^.{0,200}?\b(?:what|which|how)\b.{0,160}?\b(?:done|taken|take|made|adopted|adopt)\b"
    r".{0,80}?\bto\s+(?P<subject>\S.*)$",
    re.IGNORECASE,
)

ASKING = Asking(asked=(_PURPOSE,))
