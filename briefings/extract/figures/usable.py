"""Decide which subjects can be shown: complete noun phrases; others become empty."""

from __future__ import annotations

import re
from itertools import pairwise

from briefings.languages.quantities import Grammar

_LONGEST = 18
_DASHES = frozenset("- – — --".split())
_CURRENCIES = frozenset("$€£¥")
_BROKEN = re.compile(r"[^\W\d_]-$")
_NUMBER = re.compile(r"[\d.,]*\d[\d.,]*")
_MARKS = " ,;:-–—…*•"


def usable(about: str, grammar: Grammar, counted: bool) -> str:
    """Trim a subject at both ends; return "" if it is not a noun phrase.

    `counted` says that it begins with the noun that the number counts. In this case, later words
    that belong to another clause are cut off; otherwise, they show that the whole is not a noun
    phrase.

    >>> from briefings.languages import ENGLISH
    >>> usable("Initial claims are now", ENGLISH.grammar, False)
    'Initial claims'
    >>> usable("In fact, they", ENGLISH.grammar, False)
    ''
    >>> usable("viruses we’re", ENGLISH.grammar, True)
    'viruses'
    """
    words = about.split()
    if not counted:
        words = _last_part(words)
    words = _stripped(words, grammar)
    phrase = words[: _relative(words, grammar)]
    cut = next((n for n, word in enumerate(phrase) if _ends(word, grammar, counted)), None)
    if cut is not None:
        keep = counted or _only_verbs(words[cut:], grammar)
        words = _stripped(words[:cut], grammar) if keep else []
    if not words or len(words) > _LONGEST or _plain(words[0]) in grammar.prepositions:
        return ""
    if _plain(words[0]) in grammar.phrasal and (
        len(words) == 1 or _plain(words[1]) in grammar.degrees
    ):
        return ""
    if _NUMBER.fullmatch(words[0]) and (len(words) == 1 or len(words[0]) != 4):
        return ""
    if not counted and any(_sum(word) or word.endswith("%") for word in words):
        return ""
    if len(words) == 1 and _plain(words[0]) in grammar.degrees | grammar.places:
        return ""
    if any(_BROKEN.search(word) for word in words[-1:]) or not any(c.isalpha() for c in about):
        return ""
    return " ".join(words).strip(_MARKS)


def _plain(word: str) -> str:
    return word.lower().strip("\"“”‘’'(),;:")


def _last_part(words: list[str]) -> list[str]:
    """Return the words after the last dash."""
    last_dash = max((n for n, word in enumerate(words) if word in _DASHES), default=-1)
    return words[last_dash + 1 :]


def _stripped(words: list[str], grammar: Grammar) -> list[str]:
    """Remove adverbs and lead-ins at the start and function words at the end."""
    changed = True
    while changed:
        changed = False
        for lead in grammar.lead_ins.get(_plain(words[0]), ()) if words else ():
            if tuple(_plain(word) for word in words[: len(lead)]) == lead:
                words, changed = words[len(lead) :], True
        while words and (words[0] in _DASHES or _plain(words[0]) in grammar.adverbs):
            words, changed = words[1:], True
    while words and (words[-1] in _DASHES or _hangs(_plain(words[-1]), grammar)):
        words = words[:-1]
    return words


def _hangs(word: str, grammar: Grammar) -> bool:
    small = word in grammar.stoppers and word not in grammar.never_hanging
    return not word or small or word in grammar.adverbs


def _sum(word: str) -> bool:
    """Return whether a word is a sum of money: "$1.86"."""
    return word[0] in _CURRENCIES and word[-1].isdigit()


def _only_verbs(words: list[str], grammar: Grammar) -> bool:
    """Return whether words are only a verb phrase: "(poverty) has come down from"."""
    plain = [_plain(word) for word in words[1:]]
    return (
        len(plain) < 5
        and words[0].lower() in grammar.auxiliaries
        and all(
            word in grammar.stoppers
            or word in grammar.adverbs
            or word in grammar.linking
            or word in grammar.directions
            or grammar.participle(word)
            for word in plain
        )
    )


def _relative(words: list[str], grammar: Grammar) -> int:
    """Return the index at which a relative clause begins that belongs to the phrase: "people who
    have been injured"."""
    start = next(
        (n for n, word in enumerate(words) if n and _plain(word) in grammar.relatives), len(words)
    )
    verbs = [_plain(word) in grammar.auxiliaries for word in words[start:]]
    groups = sum(verb and not before for before, verb in pairwise([False, *verbs]))
    return start if groups <= 1 else len(words)


def _ends(word: str, grammar: Grammar, counted: bool) -> bool:
    """Return whether a word begins another clause."""
    plain = _plain(word)
    head = re.split(r"['’]", plain)[0]
    if word.isupper() and len(word) > 1:
        return False
    if head in grammar.subjects:
        return True
    if word in _DASHES or plain in grammar.auxiliaries:
        return True
    return plain in grammar.telling
