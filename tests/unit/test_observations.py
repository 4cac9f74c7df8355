"""Observations, their variants and what may be compared, as a reader of the texts would say.

A folder of `tests/cases/indicators/` contains a small corpus and a hand-made record of it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.model import Corpus, Indicator
from briefings.model.page import Piece, SiteInfo
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.render import render_file
from briefings.views import Lookup, pieces
from tests.command import ROOT

CASES = sorted((ROOT / "tests/cases/indicators").iterdir())


@cache
def gathered(case: Path) -> Corpus:
    problems = Problems()
    corpus = gather(case / "seeds", case / "editorial", problems)
    assert [str(one) for one in problems] == []
    return corpus


def _expected(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((case / "expected.yml").read_text("utf-8"))
    return loaded


def _told(indicator: Indicator, corpus: Corpus) -> dict[str, Any]:
    sources = {one.id: one.place.source for one in corpus.figures}
    return {
        "comparable": indicator.comparable,
        "why": indicator.why,
        "observations": [
            {
                "value": one.value,
                "source": sources[one.figure],
                "start": one.start,
                "end": one.end,
                "base": one.base,
                "scope": one.scope,
                "variants": [
                    {
                        "source": sources[other.figure],
                        "value": other.value,
                        "differs": list(other.differs),
                    }
                    for other in one.variants
                ],
            }
            for one in indicator.observations
        ],
    }


@pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])
def test_an_observation_is_one_value_and_the_rest_are_variants(case: Path) -> None:
    corpus, expected = gathered(case), _expected(case)
    told = {one.id: _told(one, corpus) for one in corpus.indicators}
    assert set(told) == set(expected)
    for id_, one in expected.items():
        silent = {"start": "", "end": "", "base": "", "scope": "", "variants": []}
        assert told[id_] == {
            "comparable": one["comparable"],
            "why": one["why"],
            "observations": [
                {**silent, **{key: _plain(value) for key, value in each.items()}}
                for each in one["observations"]
            ],
        }


@pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])
def test_what_may_be_compared_is_drawn_and_nothing_else(case: Path) -> None:
    corpus = gathered(case)
    made = _files(corpus)
    for id_, one in _expected(case).items():
        drawing = made.get(f"indicators/{id_}/chart.svg")
        drawn = drawing.content["chart"].numbers if drawing else []
        values = [float(row.value.split()[0].rstrip("%").replace(",", "")) for row in drawn]
        assert values == [float(value) for value in one.get("drawn", [])]
        page = render_file(made[f"indicators/{id_}/embed.html"])
        assert ("<svg" in page) is bool(drawn)
        assert "<script" not in page
        if len(one["observations"]) > 1 and not drawn:
            assert page.count('<p class="figure">') == len(one["observations"])


def _files(corpus: Corpus) -> dict[str, Piece]:
    sections = pieces(Lookup(corpus, SiteInfo(name="X")), corpus)
    return {one.path: one for url, _, make in sections if url == "indicators/" for one in make()}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_a_text_of_unknown_quality_gives_way_only_where_a_machine_made_it() -> None:
    """The fuller text is preferred, regardless of what an article says of itself."""
    case = ROOT / "tests/cases/indicators/two-texts"
    [one] = [one for one in gathered(case).indicators if one.id == "boat-thefts"]
    [observation] = one.observations
    assert [variant.value for variant in observation.disputed] == [96.1]


def test_a_series_is_of_observations_never_of_variants() -> None:
    for case in CASES:
        for one in gathered(case).indicators:
            listed = [id_ for series in one.series for id_ in series.figures]
            assert sorted(listed) == sorted(each.figure for each in one.observations)
            variants = {v.figure for each in one.observations for v in each.variants}
            assert not variants & set(listed)
            assert len(one.figures) == len(set(one.figures))


def test_an_indicator_that_names_figures_that_are_gone_is_told_and_stays() -> None:
    case = ROOT / "tests/cases/indicators/periods"
    corpus = gathered(case)
    gone = replace(corpus.indicators[0], observations=(), series=(), why="")
    kept = replace(corpus, indicators=(gone,))
    made = _files(kept)
    assert set(made) == {f"indicators/{gone.id}/embed.html"}
    assert "Boats inspected" in render_file(next(iter(made.values())))
