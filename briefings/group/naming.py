"""Decide whether a phrase is clear by itself, so that a page can show it as the subject of a
question.

Doubtful phrases are rejected; the page then shows the first words of the question instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..languages.naming import Naming

_WORD = re.compile(r"[^\s,;:.?!()\[\]\"“”…—–]+")
_BREAKS = re.compile(r"[—…?!:]|--|\s[–-]\s|\.\s|\.\.")
_PAIRED = (("(", ")"), ("[", "]"), ("“", "”"))
_QUESTION = 5  # minimum number of words of an embedded question


def names_itself(text: str, words: Naming, cut: bool = False) -> bool:
    """Return whether a phrase is complete and can be understood without its context.

    `cut` says that the phrase has been shortened. A shortened phrase must not contain a clause, or
    end in a word that depends on one that was cut off.
    """
    printed = _WORD.findall(text)
    tokens = [word.casefold().replace("’", "'") for word in printed]
    if not tokens or not _unbroken(text) or not _ends(tokens, words):
        return False
    if any(_stem(word) in words.pointing for word in tokens) or _repeats(tokens, words):
        return False
    return (
        _no_statement(printed, tokens, words, cut)
        and _paired(tokens, words)
        and _telling(printed, tokens, words)
        and not (cut and _leans(printed, tokens, words))
    )


def _unbroken(text: str) -> bool:
    """Return whether quotation marks and brackets are balanced and no sentence breaks off."""
    even = text.count('"') % 2 == 0
    paired = all(text.count(first) == text.count(last) for first, last in _PAIRED)
    return even and paired and not _BREAKS.search(text)


def _ends(tokens: Sequence[str], words: Naming) -> bool:
    """Return whether the first and last words may begin and end a phrase."""
    first, last = tokens[0], tokens[-1]
    if first in words.never_first or last in words.never_last:
        return False
    if last.endswith(words.possessive):
        return False
    return not (len(tokens) > 1 and tokens[-2] in words.definite and last in words.general)


def _stem(token: str) -> str:
    """Return a word without what follows its apostrophe: "it's" becomes "it"."""
    return token.partition("'")[0]


def _repeats(tokens: Sequence[str], words: Naming) -> bool:
    """Return whether a content word is repeated, as when a speaker searches for words."""
    counts = Counter(_stem(token) for token in tokens if token not in words.small)
    return any(n > 1 for n in counts.values())


def _no_statement(printed: Sequence[str], tokens: Sequence[str], words: Naming, cut: bool) -> bool:
    """Return whether a phrase has no finite verb outside a relative clause or an embedded
    question."""
    if tokens[0] in words.questions and (cut or len(tokens) < _QUESTION):
        return False
    in_clause = False
    for n, token in enumerate(tokens):
        if _stem(token) in words.that and "'" not in token:
            following = tokens[n + 1] if n + 1 < len(tokens) else ""
            if following not in words.finite:
                return False
        in_clause = in_clause or _stem(token) in words.clauses
        if token in words.finite and printed[n][0].islower() and (cut or not in_clause):
            return False
    return True


def _paired(tokens: Sequence[str], words: Naming) -> bool:
    """Return whether a phrase that begins like "between A" also names the second thing."""
    start = next((n for n, token in enumerate(tokens) if token in words.pairs), None)
    return start is None or any(token in words.joins for token in tokens[start:])


def _telling(printed: Sequence[str], tokens: Sequence[str], words: Naming) -> bool:
    """Return whether a phrase has two content words, or one that is a name or a hyphenated word.

    "The" before a single word refers to something named earlier, so that does not count.
    """
    telling = [
        n
        for n, token in enumerate(tokens)
        if token not in words.small
        and _stem(token) not in words.empty
        and any(letter.isalpha() for letter in token)
    ]
    if len(telling) != 1:
        return len(telling) > 1
    [n] = telling
    is_name = printed[n][0].isupper() or "-" in tokens[n]
    refers_back = tokens[0] in words.definite and len(tokens) == 2
    return is_name and not refers_back


def _leans(printed: Sequence[str], tokens: Sequence[str], words: Naming) -> bool:
    """Return whether a shortened phrase consists of names only or ends in a word that needs
    another."""
    only_names = all(
        word[0].isupper()
        for word, token in zip(printed, tokens, strict=True)
        if token not in words.small
    )
    last = tokens[-1]
    return only_names or (last.endswith(words.unfinished) and last not in words.finished)
