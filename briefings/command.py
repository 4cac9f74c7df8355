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
    parsed = parser(SCRIPT if home else "briefings").parse_args(arguments)
    if parsed.command == "merge-names" and parsed.write and not parsed.only:
        parsed.usage_error("--write needs --only ID,...: the names that you have looked at")
    try:
        status = _run(parsed, home)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader of the output, such as `head`, has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("Interrupted. The last good site stays.", file=sys.stderr)
        return 130


def _run(arguments: argparse.Namespace, home: Path | None) -> int:
    from . import pipeline
    from .problems import Problems
    from .progress import Progress

    folder = home or resources.HOME
    options = pipeline.Options(
        seeds=arguments.seeds or folder / "seeds",
        editorial=arguments.editorial or _editorial_beside(arguments.seeds, folder),
        site=arguments.site or folder / "site",
        strict=arguments.strict,
        executor=arguments.executor,
        jobs=arguments.jobs,
        pdf=getattr(arguments, "pdf", False),
    )
    problems = Problems()
    progress = Progress()
    # Lines to print before the problems, and after them.
    before: Iterable[str] = ()
    after: list[str] = []
    if arguments.command == "check":
        after = pipeline.check(options, problems, arguments.explain)
    elif arguments.command == "merge-names":
        from . import merging

        only = tuple(id_ for part in (arguments.only or "").split(",") if (id_ := part.strip()))
        after = merging.merge_names(options, merging.Selection(only, arguments.write), problems)
    elif arguments.command == "freeze":
        before = pipeline.freeze(options, problems, arguments.gone)
    elif arguments.command == "release":
        after = _release(arguments, folder, options, problems, progress)
    elif arguments.command == "new":
        from . import intake

        intake.run(arguments, options, problems, progress, _today())
    elif arguments.command == "note":
        from . import suggestions

        suggestions.take_suggestion(
            arguments.suggestion,
            options,
            problems,
            progress,
            arguments.editor,
            arguments.date,
            _today(),
        )
    elif arguments.command == "propose":
        from . import proposals

        before = proposals.propose(arguments.kind, options, problems, arguments.to)
    elif arguments.command == "quote":
        from . import asking

        text = None if arguments.text == "-" else arguments.text
        before = asking.quote(text, sys.stdin.buffer, options, arguments.json, problems)
    elif arguments.command == "prepare":
        pipeline.prepare(options, arguments.part, problems, progress)
    elif arguments.command == "serve":
        from . import serving

        return serving.serve(options, arguments.port, _print)
    else:
        pipeline.build(options, problems, progress)
    for line in before:
        print(line)
    _print(problems)
    for line in after:
        print(line)
    failed = bool(problems.errors or (arguments.strict and problems.warnings))
    if arguments.command in (None, "build") and not failed:
        print(_how_to_see(options, arguments, home))
    return int(failed)


def _release(
    arguments: argparse.Namespace,
    folder: Path,
    options: Options,
    problems: Problems,
    progress: Progress,
) -> list[str]:
    """Makes a release; returns the paths of its files."""
    from . import pipeline
    from .problems import shown

    target = arguments.to or folder / "dist"
    asked = pipeline.Releasing(
        target, arguments.release_version, arguments.date, arguments.previous
    )
    finished = pipeline.release(options, asked, problems, progress)
    return [shown(path) for path in finished.files] if finished else []


def _how_to_see(options: Options, arguments: argparse.Namespace, home: Path | None) -> str:
    """A line that says where the site is and which command serves it."""
    from .problems import shown

    folders = [
        word
        for name in ("seeds", "editorial", "site")
        if getattr(arguments, name)
        for word in (f"--{name}", str(getattr(arguments, name)))
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
        counts = f"{wording.count(errors, 'error')}, {wording.count(warnings, 'warning')}"
        print(counts, file=sys.stderr)
