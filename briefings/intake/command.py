"""The command line of `build_site.py new`."""

from __future__ import annotations

import argparse
import re
from datetime import date

from ..pipeline import Options
from ..problems import Problems
from ..progress import Progress
from .editions import replace_source
from .taking import Wishes, take_in


def add_options(command: argparse.ArgumentParser) -> None:
    """What `new` takes beside the options of every command."""
    command.add_argument(
        "text", nargs="+", metavar="FILE", help="a file, a folder of files, or https://..."
    )
    command.add_argument("--id", type=_id, help="the id of the new source")
    command.add_argument(
        "--as-new", action="store_true", help="take a text in that is all but another one"
    )
    command.add_argument(
        "--replaces", metavar="ID", help="it is a later edition of this source, and takes its place"
    )
    command.add_argument(
        "--dry-run", action="store_true", help="with --replaces: show what would change"
    )
    command.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD", help="the day to write down (default: today)"
    )
    command.set_defaults(usage_error=command.error)


def run(
    given: argparse.Namespace,
    options: Options,
    problems: Problems,
    progress: Progress,
    today: str,
) -> None:
    """Takes texts in, or replaces a source; `today` (2026-11-25) is written down."""
    _check(given)
    day = given.date or today
    if given.replaces:
        replace_source(
            given.replaces, given.text[0], options, problems, progress, day, dry_run=given.dry_run
        )
    else:
        take_in(given.text, options, problems, progress, Wishes(given.id, given.as_new, day))


def _check(given: argparse.Namespace) -> None:
    """Options that do not go together are wrong usage."""
    if given.replaces and len(given.text) > 1:
        given.usage_error("--replaces takes one text")
    if given.replaces and (given.id or given.as_new):
        given.usage_error("--replaces keeps the id; --id and --as-new are for new sources")
    if given.dry_run and not given.replaces:
        given.usage_error("--dry-run goes with --replaces")


def _id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", text):
        raise argparse.ArgumentTypeError("write letters, digits and hyphens, 40 at most")
    return text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-25") from None
