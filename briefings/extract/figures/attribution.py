"""Whom a report names for what it states: a person, or the body that they speak for.

Only what the text says: "Ministry spokesperson Ann Lee said", "according to the ministry".  A
sentence that names nobody goes with those before it in its paragraph, while they name one and the
same.
"""

from __future__ import annotations

import re

from briefings.languages import Language

# A name that is longer is a title or two names.
_LONGEST = 12
_LONGEST_NAME = 5


def named_speaker(text: str, sentences: list[tuple[int, int]], at: int, language: Language) -> str:
    """Who states what stands at offset `at` of a report's paragraph; "" where nobody is named.

    >>> from briefings.languages import ENGLISH
    >>> text = "Police spokesperson Ann Lee said on Monday that 30 boats sank. Nine were saved."
    >>> named_speaker(text, [(0, 63), (63, len(text))], 64, ENGLISH)
    'Ann Lee'
    """
    last: set[str] = set()
    for start, end in sentences:
        names = set(_names(text[start:end], language))
        if start <= at < end:
            return names.pop() if len(names) == 1 else _only(last) if not names else ""
        last = names or last
    return ""


def _only(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _names(sentence: str, language: Language) -> list[str]:
    speech = language.speech
    found: list[str] = []
    for pattern in speech.reported_by:
        for match in pattern.finditer(sentence):
            name = _trimmed(match["name"], language)
            if name and name not in found:
                found.append(name)
    return [name for name in found if not any(name != other and name in other for other in found)]


def _trimmed(name: str, language: Language) -> str:
    """A name without the office before it; the office's own words where no name follows."""
    words = " ".join(name.split()).strip(" ,").split()
    while words and words[0].lower() in language.grammar.determiners:
        words = words[1:]
    if words and words[0].lower() in language.speech.no_names and not words[0].isupper():
        return ""
    office = [n for n, word in enumerate(words) if language.names.role_word.fullmatch(word)]
    behind = words[office[-1] + 1 :] if office else []
    if behind and behind[0][:1].isupper() and len(behind) <= _LONGEST_NAME:
        words = behind
    else:
        words = words if len(words) <= _LONGEST else []
    spoken = " ".join(words)
    body = language.names.organization_word.search(spoken)
    person = len(words) > 1 and all(re.match(r"[^\W\d_a-z]", word) for word in words)
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    titled = bool(office) and office[0] < 2 and len(words) > 1
    return spoken if body or person or acronym or titled else ""
