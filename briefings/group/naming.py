"""Whether a phrase names something by itself: what a page shows as the subject of a question.

A phrase that is not sure to do so is refused, as a question's own first words say it then.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..languages.naming import Naming

_WORD = re.compile(r"[^\s,;:.?!()\[\]\"“”…—–]+")
_BREAKS = re.compile(r"[—…?!:]|--|\s[–-]\s|\.\s|\.\.")
_PAIRED = (("(", ")"), ("[", "]"), ("“", "”"))
_QUESTION = 5  # words of a question within a question


def names_itself(text: str, words: Naming, cut: bool = False) -> bool:
    """Whether a phrase is whole and tells by itself what it means.

    `cut` says that more belongs to the phrase than stands there: then it holds no clause, and no
    word that leans on one that is gone.
    """
    printed = _WORD.findall(text)
    tokens = [one.casefold().replace("’", "'") for one in printed]
    if not tokens or not _unbroken(text) or not _ends(tokens, words):
        return False
    if any(_stem(one) in words.pointing for one in tokens) or _repeats(tokens, words):
        return False
    return (
        _no_statement(printed, tokens, words, cut)
        and _paired(tokens, words)
        and _telling(printed, tokens, words)
        and not (cut and _leans(printed, tokens, words))
    )


def _unbroken(text: str) -> bool:
    """Whether quotation marks and brackets are closed, and nothing breaks off within."""
    even = text.count('"') % 2 == 0
    paired = all(text.count(first) == text.count(last) for first, last in _PAIRED)
    return even and paired and not _BREAKS.search(text)


def _ends(tokens: Sequence[str], words: Naming) -> bool:
    """Whether a phrase begins and ends with words with which one can."""
    first, last = tokens[0], tokens[-1]
    if first in words.never_first or last in words.never_last:
        return False
    if last.endswith(words.possessive):
        return False
    return not (len(tokens) > 1 and tokens[-2] in words.definite and last in words.general)


def _stem(token: str) -> str:
    """A word without what is joined to it: "it's" is "it"."""
    return token.partition("'")[0]


def _repeats(tokens: Sequence[str], words: Naming) -> bool:
    """Whether somebody said a word twice, seeking for words."""
    telling = Counter(_stem(one) for one in tokens if one not in words.small)
    return any(n > 1 for n in telling.values())


def _no_statement(printed: Sequence[str], tokens: Sequence[str], words: Naming, cut: bool) -> bool:
    """Whether a phrase states nothing, but in a clause that belongs to a noun or to a question."""
    if tokens[0] in words.questions and (cut or len(tokens) < _QUESTION):
        return False
    clause = False
    for n, token in enumerate(tokens):
        if _stem(token) in words.that and "'" not in token:
            behind = tokens[n + 1] if n + 1 < len(tokens) else ""
            if behind not in words.finite:
                return False
        clause = clause or _stem(token) in words.clauses
        if token in words.finite and printed[n][0].islower() and (cut or not clause):
            return False
    return True


def _paired(tokens: Sequence[str], words: Naming) -> bool:
    """Whether what is between two things names both."""
    at = next((n for n, token in enumerate(tokens) if token in words.pairs), None)
    return at is None or any(token in words.joins for token in tokens[at:])


def _telling(printed: Sequence[str], tokens: Sequence[str], words: Naming) -> bool:
    """Whether two words tell something, or a name does, or one that says of what kind a thing is.

    "The" before one word alone means what was named elsewhere.
    """
    tell = [
        n
        for n, token in enumerate(tokens)
        if token not in words.small
        and _stem(token) not in words.empty
        and any(letter.isalpha() for letter in token)
    ]
    if len(tell) != 1:
        return len(tell) > 1
    [n] = tell
    name = printed[n][0].isupper() or "-" in tokens[n]
    known = tokens[0] in words.definite and len(tokens) == 2
    return name and not known


def _leans(printed: Sequence[str], tokens: Sequence[str], words: Naming) -> bool:
    """Whether a phrase that is cut is only a name, or ends in a word that wants another."""
    only_names = all(
        one[0].isupper()
        for one, token in zip(printed, tokens, strict=True)
        if token not in words.small
    )
    last = tokens[-1]
    return only_names or (last.endswith(words.unfinished) and last not in words.finished)
