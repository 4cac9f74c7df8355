"""Describe differences between sentences that say the same thing.

A difference is found by comparing sentences. What editors, or checks of the numbers, say about it
is a record of the page *Discrepancies*. Readers see the two as one entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from briefings import wording
from briefings.interface import Labels, say
from briefings.model.figures import Discrepancy, Ruling
from briefings.model.relations import Difference, DifferenceKind

from .elsewhere import is_loud
from .lookup import Lookup
from .plain_records import heading, heading_by, in_plain_words, text_names

# Two translators may choose different words, or one may be more precise; the facts are the same.
_WORDED: frozenset[DifferenceKind] = frozenset({"name", "term"})
_WORDED_RULES = frozenset({"comparator", "other-comparator"})
# The weights of factual differences that no record covers.
_WEIGHTS: dict[DifferenceKind, int] = {
    "value": 90, "date": 80, "tense": 80, "unit": 70, "attribution": 50, "omission": 30,
    "name": 20, "term": 10,
}  # fmt: skip
# The subject of each kind of difference, in words that follow "in".
ABOUT = Labels("differences")


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference in words.

    `a` and `b` are the differing words of either text, `told` says what differs if they do not, and
    `takeaway` is the editors' remark. `about` is its kind.
    """

    title: str
    told: str
    takeaway: str | None
    about: str
    fact: bool
    weight: int
    a: str
    b: str


def is_fact(difference: Difference) -> bool:
    """Return whether a difference is factual, judging by its kind and rule."""
    worded = difference.kind in _WORDED or difference.rule in _WORDED_RULES
    return is_loud(difference) and not worded


def of_record(record: Discrepancy, find: Lookup, known: Difference | None = None) -> DifferenceRow:
    """Return the context of a discrepancy; `known` is the same difference found in the
    sentences."""
    ruling = record.ruling or Ruling()
    return DifferenceRow(
        title=heading(record, find),
        told=in_plain_words(record, text_names(record, find)),
        takeaway=ruling.takeaway,
        about=record.type,
        fact=record.group == "fact",
        weight=record.weight,
        a=known.a if known else "",
        b=known.b if known else "",
    )


def of_difference(difference: Difference) -> DifferenceRow:
    """Return the context of a difference that no discrepancy covers; its words on either side are
    all it says."""
    kind = difference.kind
    return DifferenceRow(
        title=heading_by(difference.rule, None if kind == "term" else kind),
        told="",
        takeaway="",
        about=kind,
        fact=is_fact(difference),
        weight=_WEIGHTS[kind],
        a=difference.a,
        b=difference.b,
    )


def same(record: Discrepancy, differences: Iterable[Difference]) -> Difference | None:
    """Return the difference that a discrepancy is about: found by the same rule, with its figures
    or words."""
    alike = [
        difference for difference in differences if _rule(difference.rule) == _rule(record.found_by)
    ]
    for difference in alike:
        if set(difference.figures) & set(record.figures):
            return difference
    return next(
        (
            difference
            for difference in alike
            if all(words in record.text for words in (difference.a, difference.b))
        ),
        None,
    )


def _rule(name: str) -> str:
    """Map the names of the rules for sentences and for measures to a common name."""
    return name.removeprefix("other-") if name in _WORDED_RULES else name


def by_weight(differences: Iterable[DifferenceRow]) -> list[DifferenceRow]:
    """Sort factual differences before those of wording, each group by descending weight."""
    return sorted(differences, key=lambda difference: (not difference.fact, -difference.weight))


def in_row(
    records: Sequence[Discrepancy], differences: Sequence[Difference], find: Lookup
) -> tuple[list[DifferenceRow], list[Difference]]:
    """Return the differences of a row, and its minor differences of wording.

    Dismissed discrepancies are left out.
    """
    listed: list[DifferenceRow] = []
    covered: set[Difference] = set()
    for record in records:
        known = same(
            record, [difference for difference in differences if difference not in covered]
        )
        if known:
            covered.add(known)
        if record.status != "dismissed":
            listed.append(of_record(record, find, known))
    uncovered = [difference for difference in differences if difference not in covered]
    listed += [of_difference(difference) for difference in uncovered if is_loud(difference)]
    return by_weight(listed), [difference for difference in uncovered if not is_loud(difference)]


class HasDifferences(Protocol):
    """A row with differences."""

    @property
    def differences(self) -> Sequence[DifferenceRow]: ...


def of_fact(rows: Iterable[HasDifferences]) -> list[DifferenceRow]:
    """Return the factual differences in some rows."""
    return [difference for row in rows for difference in row.differences if difference.fact]


def in_words(kinds: Iterable[str]) -> str:
    """Name the kinds of difference as the continuation of a sentence, numbers first.

    >>> in_words(["unit", "value", "unit"])
    'in numbers and what is counted'
    """
    occurring = set(kinds)
    parts = [words for kind, words in ABOUT.items() if kind in occurring]
    return say.comparison.differing(differences=wording.listed(parts))
