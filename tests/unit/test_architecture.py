"""Check that everything ARCHITECTURE refers to exists."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import ROOT
from tests.gathered import five

PAGES = [ROOT / "ARCHITECTURE.md", *sorted((ROOT / "architecture").glob("*.md"))]
# Folders and files at the root that a path may begin with.
_BEGINS = ("briefings", "docs", "editorial", "seeds", "templates", "tests", "theme", "architecture")
_SHORT = ("clean", "engine", "extract", "gathering", "group", "parse", "publish", "relate", "views")


def _paths(page: Path) -> list[str]:
    """Paths between backticks, and those that links lead to."""
    text = page.read_text("utf-8")
    quoted = re.findall(r"`([\w./-]+(?:/|\.\w+))`", text)
    return [*quoted, *re.findall(r"\]\(([^)#:]+)\)", text)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_path_that_is_named_is_there(page: Path) -> None:
    lost = []
    for path in _paths(page):
        begins = path.partition("/")[0]
        places = [page.parent / path, ROOT / path]
        if begins in _SHORT:
            places.append(ROOT / "briefings" / path)
        known = begins in (*_BEGINS, *_SHORT) or path.endswith(".md")
        if known and "<" not in path and not any(place.exists() for place in places):
            lost.append(path)
    assert lost == []


def test_the_paths_of_the_usual_changes_are_found() -> None:
    assert "briefings/views/sections.py" in _paths(PAGES[0])
    assert "architecture/scale.md" in _paths(PAGES[0])


def test_the_day_of_line_65_is_as_it_is_told() -> None:
    """Compare the description with the texts, so that it must be updated when they change."""
    [briefing] = [one for one in five().briefings if "000" in one.sources]
    assert briefing.sources == ("000", "003")
    assert briefing.date == "2022-07-25"
    text = briefing.witnesses[0]
    assert text.source.file == "000_3c60f477a1a1ad91.txt"
    [turn] = [one for one in text.turns if any(p.line == 65 for p in one.passages)]
    assert turn.speaker.label == "Sun Maoli"
    assert [p.id for p in turn.passages if p.line == 65] == ["t2p6"]
    assert turn.passages[5].text.startswith("Fourth, we have unswervingly pursued")
    figures = [one for one in five().figures if one.place.line == 65 and one.place.source == "000"]
    assert [one.stated.quote for one in figures] == [
        "16,600", "64.4%", "99%", "12 consecutive months",
    ]  # fmt: skip
    mentions = [
        mention
        for term in five().annotations.terms
        for mention in term.mentions
        if (mention.place.source, mention.place.line) == ("000", 65)
    ]
    assert len(mentions) == 12
    noted = [at.place for one in five().annotations.notes for at in one.places]
    assert len([one for one in noted if (one.source, one.line) == ("000", 65)]) == 4


def test_the_line_as_it_is_published_is_as_it_is_told() -> None:
    told = re.search(r"`(\{\"n\":65.*?\})`", PAGES[0].read_text("utf-8"))
    assert told
    assert json.loads(told[1]) == {"n": 65, "passage": "t2p6", "role": "passage"}
