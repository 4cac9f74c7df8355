"""Set phrases: runs of words that return from briefing to briefing, in the texts of one half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.model.accuracy import ClaimKind

from .gold import Row
from .published import Data, Published, fold
from .verdicts import FOUND, Verdict

_KIND: ClaimKind = "phrase"


def judge(rows: Sequence[Row], found: Published) -> Iterator[Verdict]:
    """Verdicts on the phrases that a reader judged: `yes`, a set phrase, or `no`, none.

    A phrase that is found and that nobody judged counts for nothing; `unjudged` lists these.
    """
    judged = {fold(row["phrase"]): row["set_phrase"] == "yes" for row in rows}
    said = [_said(one) for one in _rows(found)]
    met: set[str] = set()
    for words in said:
        own = [phrase for phrase, is_set in judged.items() if _same(phrase, is_set, words)]
        met.update(own)
        if own:
            right = any(judged[one] for one in own)
            yield Verdict(_KIND, FOUND, "right" if right else "wrong", "all", 0, words)
    for phrase, is_set in judged.items():
        if is_set and phrase not in met:
            yield Verdict(_KIND, FOUND, "missed", "all", 0, phrase)


def unjudged(rows: Sequence[Row], found: Published) -> list[str]:
    """Phrases that were found and that no reader has judged yet."""
    judged = [(fold(row["phrase"]), row["set_phrase"] == "yes") for row in rows]
    said = map(_said, _rows(found))
    return [words for words in said if not any(_same(*one, words) for one in judged)]


def _rows(found: Published) -> list[Data]:
    return found.rows("phrases") or found.rows("formulas")


def _said(row: Data) -> str:
    return fold(row.get("phrase") or row["occurrences"][-1]["text"]).rstrip(".")


def _same(phrase: str, is_set: bool, words: str) -> bool:
    """Whether found words are a judged phrase.

    A set phrase may stand in a longer one; words that are none may well be part of one.
    """
    return f" {words} " in f" {phrase} " or (is_set and f" {phrase} " in f" {words} ")
