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

    `later` is one that the reader saw only when the program had found it: it is not looked for.
    A phrase that is found and that nobody judged counts for nothing; `unjudged` lists these.
    """
    judged = {fold(row["phrase"]): row["set_phrase"] != "no" for row in rows}
    wanted = [fold(row["phrase"]) for row in rows if row["set_phrase"] == "yes"]
    met: set[str] = set()
    for words, *others in map(_wordings, _rows(found)):
        own = [
            phrase
            for phrase, is_set in judged.items()
            if any(_same(phrase, is_set, one) for one in (words, *others))
        ]
        met.update(own)
        if own:
            right = any(judged[one] for one in own)
            yield Verdict(_KIND, FOUND, "right" if right else "wrong", "all", 0, words)
    for phrase in wanted:
        if phrase not in met:
            yield Verdict(_KIND, FOUND, "missed", "all", 0, phrase)


def unjudged(rows: Sequence[Row], found: Published) -> list[str]:
    """Phrases that were found and that no reader has judged yet."""
    judged = [(fold(row["phrase"]), row["set_phrase"] != "no") for row in rows]
    return [
        words
        for words, *others in map(_wordings, _rows(found))
        if not any(_same(*one, said) for one in judged for said in (words, *others))
    ]


def _rows(found: Published) -> list[Data]:
    return found.rows("phrases" if found.has("phrases") else "formulas")


def _wordings(row: Data) -> list[str]:
    """A phrase and its variants, or the sentence as it was last said."""
    if "phrase" in row:
        said = [row["phrase"], *(one["text"] for one in row.get("variants", ()))]
    else:
        said = [row["occurrences"][-1]["text"]]
    return [fold(one).rstrip(".") for one in said]


def _same(phrase: str, is_set: bool, words: str) -> bool:
    """Whether found words are a judged phrase.

    A set phrase may stand in a longer one; words that are none may well be part of one.
    """
    return f" {words} " in f" {phrase} " or (is_set and f" {phrase} " in f" {words} ")
