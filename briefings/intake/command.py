"""Runs `build_site.py new` with its parsed arguments."""

from __future__ import annotations

import argparse

from ..pipeline import Options
from ..problems import Problems
from ..progress import Progress
from .editions import replace_source
from .taking import Wishes, take_in


def run(
    given: argparse.Namespace,
    options: Options,
    problems: Problems,
    progress: Progress,
    today: str,
) -> None:
    """Takes texts in, or replaces a source; `today` (2026-11-25) is recorded in the files."""
    _check(given)
    day = given.date or today
    if given.replaces:
        replace_source(
            given.replaces, given.text[0], options, problems, progress, day, dry_run=given.dry_run
        )
    else:
        take_in(given.text, options, problems, progress, Wishes(given.id, given.as_new, day))


def _check(given: argparse.Namespace) -> None:
    """Rejects options that cannot be combined, as wrong usage."""
    if given.replaces and len(given.text) > 1:
        given.usage_error("--replaces takes one text")
    if given.replaces and (given.id or given.as_new):
        given.usage_error("--replaces keeps the id; --id and --as-new are for new sources")
    if given.dry_run and not given.replaces:
        given.usage_error("--dry-run goes with --replaces")
