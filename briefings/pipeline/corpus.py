"""All that is known of a corpus, and what is said where nobody could compute it."""

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
    """All that is known of a corpus; what is kept of earlier runs is not computed again."""
    with options.workers as workers:
        return gather_all(
            options.seeds, options.editorial, problems, progress, gone_is_meant, store, workers
        )


def gather_for(
    options: Options, problems: Problems, gone_is_meant: bool = False
) -> Gathered | None:
    """All that is known of a corpus, for what builds no site; None where nobody could compute it.

    `gone_is_meant` accepts that what was published is missing.
    """
    interface.check(problems)
    try:
        return gather_with(options, problems, Progress(quiet=True), options.store, gone_is_meant)
    except ExecutorError as error:
        no_executor(error, problems)
        return None


def no_executor(error: ExecutorError, problems: Problems) -> None:
    problems.error("executor", "--executor", str(error), "start a scheduler, or leave it out")
