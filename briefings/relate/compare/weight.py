"""Weigh discrepancies by importance to readers: factual differences first, those of wording apart.

Two texts that give one measure two values contradict each other. Two English titles of one office
are usually two translations of one Chinese title. Both kinds are kept, but separately.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefings.languages import LANGUAGES
from briefings.model.figures import Discrepancy, DiscrepancyClass, DiscrepancyType

# The weights by type of record; the records added by editors are weighted by this alone.
_BY_TYPE: dict[DiscrepancyType, int] = {
    "value": 90,
    "date": 80,
    "tense": 80,
    "attribution": 80,
    "unit": 70,
    "arithmetic": 60,
    "omission": 30,
    "name": 20,
    "title": 20,
}
# Rules whose records have a different weight than their type.
_BY_RULE = {
    "other-value": 100,
    "other-outcome": 100,
    "other-direction": 100,
    "remained-at-other-value": 90,
    "other-period": 80,
    "part-exceeds-whole": 75,
    "question-as-narration": 50,
    "other-bound": 90,
    "other-unit": 90,
    "other-comparator": 15,
    "comparator": 15,
    "stock-and-change": 40,
    "event-wording": 10,
}
_OTHER_RANK = 45
_WORDING: frozenset[DiscrepancyType] = frozenset({"name", "title"})
# "About" in one text but not in the other is a difference of wording. "More than" in one and "less
# than" in the other is a factual difference ("other-bound").
_WORDING_RULES = frozenset({"comparator", "other-comparator"})


def weighed(record: Discrepancy) -> Discrepancy:
    """Return the record with its class and weight."""
    worded = record.type in _WORDING or record.found_by in _WORDING_RULES
    group: DiscrepancyClass = "wording" if worded else "fact"
    weight = _BY_RULE.get(record.found_by, _BY_TYPE[record.type])
    if record.found_by == "title-wording":
        # A record names the sources of the titles, but not their languages.
        ranks = {
            any(pack.comparing.rank.search(title) for pack in LANGUAGES.values())
            for title in re.findall(r"“([^”]*)”", record.text)
        }
        if len(ranks) > 1:
            group, weight = "fact", _OTHER_RANK
    return replace(record, group=group, weight=weight)
