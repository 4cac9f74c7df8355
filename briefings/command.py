"""The command: builds, checks and serves the site, adds sources, merges names.

Modules that do the work are imported only when their command runs, so that help is fast.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shlex
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from . import resources
from .arguments import PORT, parser

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .pipeline import Options
    from .problems import Problems
    from .progress import Progress

SCRIPT = "build_site.py"


def main(arguments: list[str] | None = None, home: Path | None = None) -> int:
    """Runs the command line.

    `home` is the folder of `build_site.py`, if that is the program. Otherwise the program is
    `briefings`, which works in the checkout that it was installed from, or in the current folder.

    Returns the exit status: 0 for success, 1 for an error (with --strict, also for a warning), 2
    for wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # the locale's encoding may lack characters of a text
    given = parser(SCRIPT if home else "briefings").parse_args(arguments)
    if given.command == "merge-names" and given.write and not given.only:
        given.usage_error("--write needs --only ID,...: the names that you have looked at")
    try:
        status = _run(given, home)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of the output, such as `head`, has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Interrupted. The last good site stays.", file=sys.stderr)
        return 130


def _run(given: argparse.Namespace, home: Path | None) -> int:
    from . import pipeline
    from .problems import Problems
    from .progress import Progress

    folder = home or resources.HOME
    options = pipeline.Options(
        seeds=given.seeds or folder / "seeds",
        editorial=given.editorial or _editorial_beside(given.seeds, folder),
        site=given.site or folder / "site",
        strict=given.strict,
        executor=given.executor,
        jobs=given.jobs,
        pdf=getattr(given, "pdf", False),
    )
    problems = Problems()
    progress = Progress()
    # Lines to print before the problems, and after them.
    first: Iterable[str] = ()
    last: list[str] = []
    if given.command == "check":
        last = pipeline.check(options, problems, given.explain)
    elif given.command == "merge-names":
        from . import merging

        only = tuple(id_ for part in (given.only or "").split(",") if (id_ := part.strip()))
        last = merging.merge_names(options, merging.Selection(only, given.write), problems)
    elif given.command == "freeze":
        first = pipeline.freeze(options, problems, given.gone)
    elif given.command == "release":
        last = _release(given, folder, options, problems, progress)
    elif given.command == "new":
        from . import intake

        intake.run(given, options, problems, progress, _today())
    elif given.command == "note":
        from . import suggestions

        suggestions.take_suggestion(
            given.suggestion, options, problems, progress, given.editor, given.date, _today()
        )
    elif given.command == "propose":
        from . import proposals

        first = proposals.propose(given.kind, options, problems, given.to)
    elif given.command == "quote":
        from . import asking

        text = None if given.text == "-" else given.text
        first = asking.quote(text, sys.stdin.buffer, options, given.json, problems)
    elif given.command == "prepare":
        pipeline.prepare(options, given.part, problems, progress)
    elif given.command == "serve":
        from . import serving

        return serving.serve(options, given.port, _print)
    else:
        pipeline.build(options, problems, progress)
    for line in first:
        print(line)
    _print(problems)
    for line in last:
        print(line)
    failed = bool(problems.errors or (given.strict and problems.warnings))
    if given.command in (None, "build") and not failed:
        print(_how_to_see(options, given, home))
    return int(failed)


def _release(
    given: argparse.Namespace,
    folder: Path,
    options: Options,
    problems: Problems,
    progress: Progress,
) -> list[str]:
    """Makes a release; returns the paths of its files."""
    from . import pipeline
    from .problems import shown

    target = given.to or folder / "dist"
    asked = pipeline.Releasing(target, given.release_version, given.date, given.previous)
    made = pipeline.release(options, asked, problems, progress)
    return [shown(path) for path in made.files] if made else []


def _how_to_see(options: Options, given: argparse.Namespace, home: Path | None) -> str:
    """A line that says where the site is and which command serves it."""
    from .problems import shown

    folders = [
        word
        for name in ("seeds", "editorial", "site")
        if getattr(given, name)
        for word in (f"--{name}", str(getattr(given, name)))
    ]
    program = [shown(Path(sys.executable)), shown(home / SCRIPT)] if home else ["briefings"]
    command = [*program, "serve", *folders]
    if Path.cwd() == home and not folders:
        command = ["make", "serve"]
    return (
        f"The site is in {shown(options.site)}/; see it with: {shlex.join(command)}, "
        f"at http://127.0.0.1:{PORT}/"
    )


def _editorial_beside(seeds: Path | None, home: Path) -> Path:
    """The editorial folder beside another corpus's seeds, never the one of this repository."""
    return home / "editorial" if seeds is None else seeds.resolve().parent / "editorial"


def _today() -> str:
    """Today's date, to be written into a note or an edition: the only use of the clock."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _print(problems: Problems) -> None:
    from . import wording
    from .problems import marks, on_github

    for problem in problems:
        print(problem, file=sys.stderr)
    if on_github():
        for mark in marks(problems):
            print(mark)
    errors, warnings = len(problems.errors), len(problems.warnings)
    if errors or warnings:
        told = f"{wording.count(errors, 'error')}, {wording.count(warnings, 'warning')}"
        print(told, file=sys.stderr)
