"""How names are written, whatever the language: pieces of patterns that the packs share."""

from __future__ import annotations

import re

# One word of a name: "Wang", "O'Neill", "Jean-Luc", "J.", "McKay", "Márquez", "al-Sisi".
NAME_WORD = (
    r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?|"
    r"(?:al|el|bin|ibn|de|da|di|del|der|den|van|von|la|le|du|dos|ter|y)(?=\s)|al-\w+)"
)
NAME = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}"
ACRONYM = re.compile(r"\b[A-Z]{3,}\b(?!-\d)")
DOMAIN = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:cn|com|org|net|gov|int|eu|uk|info|news)\b", re.IGNORECASE
)
# What marks a line up before a label; possessive, because it is never part of the label.
MARKS = r"[#>*_\s]*+"
