"""Reads part of the sources of a build on a separate machine."""

from __future__ import annotations

from functools import partial

from .. import isolation
from ..engine.executing import ExecutorError
from ..gathering import prepare as prepare_part
from ..isolation import attempt
from ..problems import Problems, shown
from ..progress import Progress
from ..publish.locks import hold
from .corpus import no_executor
from .options import Options


def prepare(
    options: Options, part: tuple[int, int], problems: Problems, progress: Progress
) -> None:
    """Reads part of the sources, and stores the results where a build looks for them."""
    work = partial(_prepare, options, part, problems, progress)
    attempt(isolation.BUILD, isolation.Part(shown(options.seeds)), work, None, problems)


def _prepare(
    options: Options, part: tuple[int, int], problems: Problems, progress: Progress
) -> None:
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        with hold(options.work, lambda: None), options.workers as workers:
            count = prepare_part(
                options.seeds, options.editorial, part, problems, progress, options.store, workers
            )
    except OSError as error:
        problems.unwritable(error, options.work)
    except ExecutorError as error:
        no_executor(error, problems)
    else:
        folder = shown(options.work / "kept")
        progress.say(f"Sources in this part: {count}. Results are stored in {folder}.")
