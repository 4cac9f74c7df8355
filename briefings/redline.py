"""Compares two wordings: words added, dropped and moved. Numbers are never split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from .languages import ENGLISH, Language
from .model.relations import Redline, Run, RunKind

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]|_")
_MOVED = 3
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, number or mark with the white space before it.

    `key` is compared; `small` marks punctuation and function words.
    """

    text: str
    gap: str
    key: str
    small: bool

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()


_Piece = tuple[RunKind, list[_Token]]


def redline(before: str, after: str, language: Language = ENGLISH) -> Redline:
    """The later wording with the changes from the earlier one; both must be in the same language.

    >>> made = redline("We fed 1,200 geese and ducks.", "We fed 1,250 geese.")
    >>> [(run.kind, run.text) for run in made.runs]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('same', 'We fed'), ('dropped', ' 1,200'), ('added', ' 1,250'), ('same', ' geese'),
     ('dropped', ' and ducks'), ('same', '.')]
    """
    old, new = _tokens(before, language), _tokens(after, language)
    head = _agreeing(old, new)
    tail = _agreeing(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    inner = list(_pieces(inner_old, inner_new, small=False))
    if not _all_kept(inner, inner_old, inner_new):
        other = list(_pieces(inner_old, inner_new, small=True))
        inner = min(_with_moves(inner), _with_moves(other), key=_effort)
    whole: list[_Piece] = [("same", new[:head]), *inner, ("same", new[len(new) - tail :])]
    return Redline(tuple(_runs(whole)))


def _all_kept(pieces: Sequence[_Piece], old: Sequence[_Token], new: Sequence[_Token]) -> bool:
    """Whether every token that both wordings have is matched, so that no other alignment changes
    less.

    The multiset of keys in common is the upper bound of any common subsequence.
    """
    agreeing = sum(len(tokens) for kind, tokens in pieces if kind == "same")
    common = Counter(token.key for token in old) & Counter(token.key for token in new)
    return agreeing == common.total()


def _agreeing(old: Sequence[_Token], new: Sequence[_Token]) -> int:
    """The number of tokens in the common prefix of two wordings."""
    for n, (token, other_token) in enumerate(zip(old, new, strict=False)):
        if token.key != other_token.key:
            return n
    return min(len(old), len(new))


@lru_cache(maxsize=1024)  # each wording is compared with its predecessor and successor
def _tokens(text: str, language: Language) -> list[_Token]:
    """Words, numbers and marks, each with the white space before it."""
    little = language.forms.little_words
    tokens = []
    at = 0
    for match in _TOKEN.finditer(text):
        key = match[0].translate(_LEVEL).casefold()
        small = key in little or not key[0].isalnum()
        tokens.append(_Token(match[0], text[at : match.start()], key, small))
        at = match.end()
    return tokens


def _pieces(old: Sequence[_Token], new: Sequence[_Token], small: bool) -> Iterator[_Piece]:
    """Aligned stretches of both; a match may begin with a small word or a mark only if `small`."""
    a, b = [token.key for token in old], [token.key for token in new]
    if set(a).isdisjoint(b):
        yield "dropped", list(old)
        yield "added", list(new)
        return
    little = frozenset(token.key for token in new if token.small)
    matcher = SequenceMatcher(None if small else little.__contains__, a, b, False)
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag == "equal":
            yield "same", list(new[j:m])
            continue
        head = 0
        while i + head < k and j + head < m and a[i + head] == b[j + head]:
            head += 1
        tail = 0
        while k - tail > i + head and m - tail > j + head and a[k - tail - 1] == b[m - tail - 1]:
            tail += 1
        yield "same", list(new[j : j + head])
        yield "dropped", list(old[i + head : k - tail])
        yield "added", list(new[j + head : m - tail])
        yield "same", list(new[m - tail : m])


def _effort(pieces: list[_Piece]) -> float:
    """How much readers would see as changed; moves count less, and small words count half."""
    costs = {"same": 0.0, "moved": 0.4, "added": 1.0, "dropped": 1.0}
    return sum(
        costs[kind] * (0.5 if token.small else 1.0) for kind, tokens in pieces for token in tokens
    )


def _with_moves(pieces: list[_Piece]) -> list[_Piece]:
    """Turns text that was dropped in one place and added in another into moves."""
    merged = [piece for piece in pieces if piece[1]]
    for n, (kind, tokens) in enumerate(merged):
        if kind != "added":
            continue
        for k, (other, dropped) in enumerate(merged):
            if other != "dropped":
                continue
            match = SequenceMatcher(
                None, [token.key for token in dropped], [token.key for token in tokens], False
            ).find_longest_match()
            moved = tokens[match.b : match.b + match.size]
            if sum(one.word for one in moved) >= _MOVED:
                rest = dropped[: match.a] + dropped[match.a + match.size :]
                merged[k] = ("dropped", rest if any(one.word for one in rest) else [])
                inner: list[_Piece] = [
                    ("added", tokens[: match.b]),
                    ("moved", moved),
                    ("added", tokens[match.b + match.size :]),
                ]
                return _with_moves([*merged[:n], *inner, *merged[n + 1 :]])
    return merged


def _runs(pieces: list[_Piece]) -> Iterator[Run]:
    """Merges neighbouring runs of one kind, keeping the white space of the later wording."""
    joined: list[_Piece] = []
    for kind, tokens in pieces:
        if tokens and joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + tokens)
        elif tokens:
            joined.append((kind, tokens))
    for n, (kind, tokens) in enumerate(joined):
        text = "".join(token.gap + token.text for token in tokens)
        yield Run(kind, text.lstrip() if n == 0 else text)
