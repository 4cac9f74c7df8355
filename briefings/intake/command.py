"""Runs `build_site.py new` with its parsed arguments."""

from __future__ import annotations

import argparse

from ..pipeline import Options
from ..problems import Problems
from ..progress import Progress
from .editions import replace_source
from .taking import Wishes, take_in


def run(
    args: argparse.Namespace,
    options: Options,
    problems: Problems,
    progress: Progress,
    today: str,
) -> None:
    """Takes texts in, or replaces a source; `today` (2026-11-25) is recorded in the files."""
    _check(args)
    day = args.date or today
    if args.replaces:
        replace_source(
            args.replaces, args.text[0], options, problems, progress, day, dry_run=args.dry_run
        )
    else:
        take_in(args.text, options, problems, progress, Wishes(args.id, args.as_new, day))


def _check(args: argparse.Namespace) -> None:
    """Rejects options that cannot be combined, as wrong usage."""
    if args.replaces and len(args.text) > 1:
        args.usage_error("--replaces takes one text")
    if args.replaces and (args.id or args.as_new):
        args.usage_error("--replaces keeps the id; --id and --as-new are for new sources")
    if args.dry_run and not args.replaces:
        args.usage_error("--dry-run goes with --replaces")
