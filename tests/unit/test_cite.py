"""Citations: the same cases as the script in the page is held to, and read by real parsers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings import cite

CASES = sorted((Path(__file__).parents[1] / "cases" / "cite").iterdir())
ENDINGS = {"Chicago": "txt", "BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}


def _given(folder: Path) -> cite.Reference:
    return cite.reference(json.loads((folder / "input.json").read_text("utf-8")))


@pytest.mark.parametrize("style", ENDINGS)
@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_a_reference_in_each_style(folder: Path, style: str) -> None:
    expected = (folder / f"expected.{ENDINGS[style]}").read_text("utf-8")
    assert cite.STYLES[style](_given(folder)) + "\n" == expected


@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_a_reference_is_the_same_after_its_data(folder: Path) -> None:
    reference = _given(folder)
    assert cite.reference(cite.data(reference)) == reference
