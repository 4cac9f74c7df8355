"""Corpora that are computed once for all tests which only read them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from briefings.engine.store import Store
from briefings.gathering import gather_all
from briefings.model import Corpus
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.progress import Progress
from tests.command import FIVE


@cache
def gathered(seeds: Path, editorial: Path) -> tuple[Corpus, Problems]:
    """The corpus of two folders, and what its build reported. Both are shared: change neither."""
    problems = Problems()
    return gather(seeds, editorial, problems), problems


def five() -> Corpus:
    """The five texts with all that editors wrote about them."""
    return gathered(FIVE / "seeds", FIVE / "editorial")[0]


def gather_changed(seeds: Path, editorial: Path, problems: Problems) -> Corpus:
    """The corpus of two folders that hold little else than what was gathered in this session.

    What did not change is not computed again; that this makes no difference is tested elsewhere.
    """
    store = Store(Path(os.environ["BUILD_DIR"]) / "gathered")
    return gather_all(seeds, editorial, problems, Progress(quiet=True), store=store).corpus
