"""Settings that match nothing in the texts, or nearly everything, are reported at their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.pipeline import gather
from briefings.problems import Problems

CASES = sorted(path.parent for path in Path(__file__).parents[1].glob("cases/silence/*/*.txt"))


@pytest.mark.parametrize("folder", CASES, ids=[one.name for one in CASES])
def test_what_meets_nothing_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    problems = Problems()
    gather(Path("seeds"), Path("editorial"), problems)
    told = [str(problem) for problem in problems if problem.rule != "no-sums"]
    assert told == (folder / "expected.txt").read_text("utf-8").splitlines()


def test_there_are_cases() -> None:
    assert len(CASES) == 12
