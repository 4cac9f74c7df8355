"""Find whom a report names as the source of a statement: a person, or the body they speak for.

Only explicit attributions count: "Ministry spokesperson Ann Lee said", "according to the ministry".
A sentence without one has the same source as those before it in its paragraph, if that is unique.
"""

from __future__ import annotations

import re

from briefings.languages import Language

# Longer names are a title, or two names.
_LONGEST = 12
_LONGEST_NAME = 5


def named_speaker(
    text: str, sentences: list[tuple[int, int]], offset: int, language: Language
) -> str:
    """Return who states what is at offset `at` of a report's paragraph, or "" if nobody is named.

    `sentences` are the spans of the paragraph's sentences.

    >>> from briefings.languages import ENGLISH
    >>> text = "Police spokesperson Ann Lee said on Monday that 30 boats sank. Nine were saved."
    >>> named_speaker(text, [(0, 63), (63, len(text))], 64, ENGLISH)
    'Ann Lee'
    """
    last_names: set[str] = set()
    for start, end in sentences:
        names = set(_names(text[start:end], language))
        if start <= offset < end:
            return names.pop() if len(names) == 1 else _only(last_names) if not names else ""
        last_names = names or last_names
    return ""


def _only(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _names(sentence: str, language: Language) -> list[str]:
    speech = language.speech
    names: list[str] = []
    for pattern in speech.reported_by:
        for match in pattern.finditer(sentence):
            name = _trimmed(match["name"], language)
            if name and name not in names:
                names.append(name)
    return [name for name in names if not any(name in other for other in names if other != name)]


def _trimmed(name: str, language: Language) -> str:
    """Remove the office before a name; if no name follows, keep the words of the office."""
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
