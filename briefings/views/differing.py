"""What differs where two texts say the same thing, in words: who says what, and what editors say.

A difference is found sentence by sentence; what editors or the checks of numbers say of it is a
record of the page *Discrepancies*.  A reader is told of both once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefings import urls, wording
from briefings.interface import Labels, say
from briefings.model.figures import Discrepancy, DiscrepancyType, Ruling
from briefings.model.relations import Difference, DifferenceKind

from .elsewhere import is_loud
from .lookup import Context, Lookup
from .plain_records import heading, heading_by, in_plain_words, text_names

# Two translators choose other words, or one is more exact: no other fact.
_WORDED: frozenset[DifferenceKind] = frozenset({"name", "term"})
_WORDED_RULES = frozenset({"comparator", "other-comparator"})
# The order of differences of fact that no record weighs.
_WEIGHTS: dict[DifferenceKind, int] = {
    "value": 90, "date": 80, "tense": 80, "unit": 70, "attribution": 50, "omission": 30,
    "name": 20, "term": 10,
}  # fmt: skip
# What a kind of difference of fact is about, after "in".
ABOUT = Labels("differences")


def is_fact(difference: Difference) -> bool:
    """Whether a difference is one of fact, as far as its kind says."""
    worded = difference.kind in _WORDED or difference.rule in _WORDED_RULES
    return is_loud(difference) and not worded


def of_record(record: Discrepancy, find: Lookup, known: Difference | None = None) -> Context:
    """A difference that a record tells; `known` is the same as found in the sentences."""
    ruling = record.ruling or Ruling()
    return {
        "title": heading(record),
        "told": in_plain_words(record, text_names(record, find)),
        "takeaway": ruling.takeaway,
        "about": record.type,
        "fact": record.group == "fact",
        "weight": record.weight,
        "url": urls.discrepancy_url(record.id),
        "a": known.a if known else "",
        "b": known.b if known else "",
    }


def of_difference(difference: Difference) -> Context:
    """A difference that no record tells: its words on either side say it."""
    kind = difference.kind
    return {
        "title": heading_by(difference.rule, None if kind == "term" else kind),
        "told": "",
        "takeaway": "",
        "about": kind,
        "fact": is_fact(difference),
        "weight": _WEIGHTS[kind],
        "url": None,
        "a": difference.a,
        "b": difference.b,
    }


def same(record: Discrepancy, differences: Iterable[Difference]) -> Difference | None:
    """The difference of a pair that a record tells of: of its rule, its figures or its words."""
    alike = [one for one in differences if _rule(one.rule) == _rule(record.found_by)]
    for one in alike:
        if set(one.figures) & set(record.figures):
            return one
    return next(
        (one for one in alike if all(words in record.text for words in (one.a, one.b))), None
    )


def _rule(name: str) -> str:
    """Sentences and measures are compared by rules of their own on one matter."""
    return name.removeprefix("other-") if name in _WORDED_RULES else name


def by_weight(differences: Iterable[Context]) -> list[Context]:
    """Those of fact before those of wording, each the weightiest first."""
    return sorted(differences, key=lambda one: (not one["fact"], -one["weight"]))


def in_row(
    records: Sequence[Discrepancy], differences: Sequence[Difference], find: Lookup
) -> tuple[list[Context], list[Difference]]:
    """What a row differs in, and the quiet differences of wording beside it.

    What editors dismissed is no difference.
    """
    told: list[Context] = []
    covered: set[Difference] = set()
    for record in records:
        known = same(record, [one for one in differences if one not in covered])
        if known:
            covered.add(known)
        if record.status != "dismissed":
            told.append(of_record(record, find, known))
    rest = [one for one in differences if one not in covered]
    told += [of_difference(one) for one in rest if is_loud(one)]
    return by_weight(told), [one for one in rest if not is_loud(one)]


def of_fact(rows: Iterable[Context]) -> list[Context]:
    """The differences of fact in some rows."""
    return [one for row in rows for one in row["differences"] if one["fact"]]


def in_words(kinds: Iterable[DiscrepancyType]) -> str:
    """What texts differ in, as a sentence goes on; numbers first.

    >>> in_words(["unit", "value", "unit"])
    'in numbers and what is counted'
    """
    found = set(kinds)
    parts = [words for kind, words in ABOUT.items() if kind in found]
    return say.comparison.differing(differences=wording.listed(parts))
