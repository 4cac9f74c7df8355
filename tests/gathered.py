"""Corpora that are computed once for all tests which only read them."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

from briefings.engine.store import KEPT, Store
from briefings.gathering import gather_all
from briefings.model import Corpus
from briefings.pipeline import Options, gather
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.publish.locks import hold
from tests.command import FIVE


@cache
def gathered(seeds: Path, editorial: Path) -> tuple[Corpus, Problems]:
    """The corpus of two folders, and what its build reported. Both are shared: change neither."""
    problems = Problems()
    if seeds != FIVE / "seeds":
        return gather(seeds, editorial, problems), problems
    with hold(_kept(), lambda: None):
        return gather_changed(seeds, editorial, problems), problems


def five() -> Corpus:
    """The five texts with all that editors wrote about them."""
    return gathered(FIVE / "seeds", FIVE / "editorial")[0]


def gather_changed(seeds: Path, editorial: Path, problems: Problems) -> Corpus:
    """The corpus of two folders that hold little else than what was gathered in this run.

    What did not change is not computed again; that this makes no difference is tested elsewhere.
    """
    store = Store(_kept())
    return gather_all(seeds, editorial, problems, Progress(quiet=True), store=store).corpus


def start_from_five(options: Options) -> None:
    """Has a build begin with what was computed of the five texts, as one that was built before."""
    five()
    shutil.copytree(_kept(), options.work / KEPT, dirs_exist_ok=True)


def _kept() -> Path:
    """The results that all processes of a run have in common."""
    folder = Path(os.environ["BUILD_DIR"]) / "gathered"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
