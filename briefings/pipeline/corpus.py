"""Computes the corpus, and reports if the workers are not available."""

from __future__ import annotations

from .. import interface
from ..engine.executing import ExecutorError
from ..engine.store import Store
from ..gathering import Gathered, gather_all
from ..problems import Problems
from ..progress import Progress
from .options import Options


def gather_with(
    options: Options,
    problems: Problems,
    progress: Progress,
    store: Store,
    gone_is_meant: bool = False,
) -> Gathered:
    """The corpus; results cached by earlier runs are not computed again."""
    with options.workers as workers:
        return gather_all(
            options.seeds, options.editorial, problems, progress, gone_is_meant, store, workers
        )


def gather_for(
    options: Options, problems: Problems, gone_is_meant: bool = False
) -> Gathered | None:
    """The corpus, for commands that build no site; None if workers are not available.

    `gone_is_meant` accepts that published ids are missing.
    """
    interface.check(problems)
    try:
        return gather_with(options, problems, Progress(quiet=True), options.store, gone_is_meant)
    except ExecutorError as error:
        no_executor(error, problems)
        return None


def no_executor(error: ExecutorError, problems: Problems) -> None:
    problems.error("executor", "--executor", str(error), "start a scheduler, or leave it out")
