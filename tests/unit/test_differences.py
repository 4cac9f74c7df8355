"""Test kinds of difference between the texts of an event: real and apparent ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from briefings.relate.compare.weight import weighed
from tests.command import ROOT
from tests.gathered import gathered

CASES = sorted((ROOT / "tests" / "cases" / "differences").iterdir())


@pytest.mark.parametrize("folder", CASES, ids=[one.name for one in CASES])
def test_the_records_of_an_event_are_those_that_a_reader_notices(folder: Path) -> None:
    expected = YAML(typ="safe").load(folder / "expected.yml")["records"]
    corpus, _ = gathered(folder / "seeds", folder / "editorial")
    found = list(corpus.discrepancies)
    for one in expected:
        fitting = [
            record
            for record in found
            if record.found_by == one["rule"]
            and {f"{place.source}:{place.line}" for place in record.passages} == set(one["places"])
            and all(words in record.text for words in one["words"])
            and record.group == one.get("class", "fact")
        ]
        assert len(fitting) == 1, (one, [record.text for record in found])
        found.remove(fitting[0])
    assert [record.text for record in found] == []


def test_conflicting_values_weigh_more_than_titles() -> None:
    weights = {
        record.found_by: weighed(record).weight
        for folder in CASES
        for record in gathered(folder / "seeds", folder / "editorial")[0].discrepancies
    }
    order = [
        "other-value", "other-date", "part-exceeds-whole", "title-wording", "campaign-wording",
    ]  # fmt: skip
    assert sorted(order, key=lambda rule: -weights[rule]) == order
    assert weights["host-wording"] == weights["campaign-wording"]
