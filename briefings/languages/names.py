"""The form of names in any language: regular expressions that the packs share."""

from __future__ import annotations

import re

from .pinyin import family_in_pinyin

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
# Mark-up of a line before a label; possessive, as it is never part of the label.
MARKS = r"[#>*_\s]*+"
_CAPITALS = re.compile(r"[^\W\d_a-zß-öø-ÿ]{3,}")


def family_of(name: str, label: str = "", calling: str = r"(?!)") -> str:
    """Return the family name in a person's name, or "" if it cannot be determined.

    It is recognized by the form on a `label` ("MS. PSAKI"), if a courtesy title precedes it there
    (`calling`, a regular expression); by capitals ("Jean DUPONT"); and by the syllables of a
    Chinese name.

    >>> family_of("Jen Psaki", "MS. PSAKI", r"Ms\\.?"), family_of("Jen Psaki")
    ('Psaki', '')
    >>> family_of("Jean DUPONT"), family_of("Zhao Xiaoming"), family_of("JJ Abrams")
    ('DUPONT', 'Zhao', '')
    """
    words = name.split()
    if len(words) < 2:
        return ""
    called = re.match(rf"\W*{calling}\s+(?P<name>.+?)[\W]*$", label, re.IGNORECASE)
    if called:
        surname = called["name"].split()
        for end in (words[-len(surname) :], words[: len(surname)]):
            family = " ".join(end)
            if len(end) < len(words) and family.casefold() == " ".join(surname).casefold():
                return family
    capitals = [word for word in words if _CAPITALS.fullmatch(word)]
    if len(capitals) == 1 and capitals[0] in (words[0], words[-1]) and len(words) == 2:
        return capitals[0]
    return family_in_pinyin(name)
