"""When a number that is said to be part of another is larger than that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Stated
from briefings.relate.compare.wholes import _larger

from .test_views_annotations import TWELVE

WHOLE = Stated(0, 2, "20", 20, "people", subject="fishers injured")
PART = Stated(0, 2, "30", 30, "people", subject="fishers drowned")


@pytest.mark.parametrize(
    ("whole", "part", "so"),
    [
        ({}, {}, True),
        ({}, {"value": 20}, False),
        ({}, {"value": 21}, True),
        # More than 20 may be 40, and 30 at most may be 10.
        ({"comparator": ">"}, {}, False),
        ({}, {"comparator": "<"}, False),
        ({"comparator": "<"}, {"comparator": ">"}, True),
        # Shares, sums of money and changes are no counts.
        ({"unit": "%"}, {"unit": "%"}, False),
        ({"unit": "cases"}, {"unit": "count"}, True),
        ({}, {"unit": "yuan"}, False),
        ({"role": "change"}, {"role": "change"}, False),
        ({}, {"role": "change"}, False),
        # They must be about one thing.
        ({"subject": "boats"}, {}, False),
    ],
)
def test_a_part_larger_than_its_whole(whole: Any, part: Any, *, so: bool) -> None:
    total = replace(TWELVE, stated=replace(WHOLE, **whole))
    assert _larger(total, replace(TWELVE, stated=replace(PART, **part))) is so
