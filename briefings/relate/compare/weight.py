"""How much a record matters to a reader: differences of fact first, those of wording apart.

Two texts that give one measure two values contradict each other; two English titles of one office
are, as a rule, two translations of one Chinese title.  Both are kept, and told apart.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefings.languages import LANGUAGES
from briefings.model.figures import Discrepancy, DiscrepancyClass, DiscrepancyType

# What differs, by what a record is about; an editor's own record is weighed by this alone.
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
# Rules whose records weigh otherwise than their type does.
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
# A number that is about so many in one text and so many in the other is worded otherwise; one that
# is more in one text and less in the other is another fact ("other-bound").
_WORDING_RULES = frozenset({"comparator", "other-comparator"})


def weighed(record: Discrepancy) -> Discrepancy:
    """The record with its class and weight."""
    worded = record.type in _WORDING or record.found_by in _WORDING_RULES
    group: DiscrepancyClass = "wording" if worded else "fact"
    weight = _BY_RULE.get(record.found_by, _BY_TYPE[record.type])
    if record.found_by == "title-wording":
        # A record tells in which texts the titles stand, and not in which language.
        ranks = {
            any(pack.comparing.rank.search(title) for pack in LANGUAGES.values())
            for title in re.findall(r"“([^”]*)”", record.text)
        }
        if len(ranks) > 1:
            group, weight = "fact", _OTHER_RANK
    return replace(record, group=group, weight=weight)
