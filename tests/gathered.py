"""Corpora that are computed once for all tests which only read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefings.model import Corpus
from briefings.pipeline import gather
from briefings.problems import Problems
from tests.command import FIVE


@cache
def gathered(seeds: Path, editorial: Path) -> tuple[Corpus, Problems]:
    """The corpus of two folders, and what its build reported. Both are shared: change neither."""
    problems = Problems()
    return gather(seeds, editorial, problems), problems


def five() -> Corpus:
    """The five texts with all that editors wrote about them."""
    return gathered(FIVE / "seeds", FIVE / "editorial")[0]
