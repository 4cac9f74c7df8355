#!/usr/bin/env python3
"""The one command: build the site, check and serve it, take a source in, merge names."""

from __future__ import annotations

import argparse
import datetime
import shlex
import sys
from io import TextIOWrapper
from pathlib import Path

from briefings import intake, merging, pipeline, serving, suggestions
from briefings.problems import Problems, marks, on_github, shown
from briefings.progress import Progress

ROOT = Path(__file__).resolve().parent
PORT = 8000


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 an error (with --strict a warning too), 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a locale may lack what a text holds
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command == "merge-names" and given.write and not given.only:
        parser.error("merge-names --write needs --only ID,...: the names that you have looked at")
    options = pipeline.Options(
        seeds=given.seeds or ROOT / "seeds",
        editorial=given.editorial or _editorial_beside(given.seeds),
        site=given.site or ROOT / "site",
        strict=given.strict,
    )
    problems = Problems()
    progress = Progress()
    last: list[str] = []
    if given.command == "check":
        last = pipeline.check(options, problems, given.explain)
    elif given.command == "merge-names":
        last = merging.merge_names(options, _selection(given), problems)
    elif given.command == "freeze":
        for line in pipeline.freeze(options, problems, given.gone):
            print(line)
    elif given.command == "new":
        intake.run(given, options, problems, progress, _today())
    elif given.command == "note":
        suggestions.take_suggestion(
            given.suggestion, options, problems, progress, given.editor, given.date, _today()
        )
    elif given.command == "serve":
        return serving.serve(options, given.port, _print)
    else:
        pipeline.build(options, problems, progress)
    _print(problems)
    for line in last:
        print(line)
    failed = bool(problems.errors or (given.strict and problems.warnings))
    if given.command in (None, "build") and not failed:
        print(_how_to_see(options.site, given))
    return int(failed)


def _how_to_see(site: Path, given: argparse.Namespace) -> str:
    """Where the site is, and the command that shows it."""
    folders = [
        word
        for name in ("seeds", "editorial", "site")
        if getattr(given, name)
        for word in (f"--{name}", str(getattr(given, name)))
    ]
    command = [shown(Path(sys.executable)), shown(Path(__file__)), "serve", *folders]
    if Path.cwd() == ROOT and not folders:
        command = ["make", "serve"]
    return (
        f"The site is in {shown(site)}/; see it with: {shlex.join(command)}, "
        f"at http://127.0.0.1:{PORT}/"
    )


def _selection(given: argparse.Namespace) -> merging.Selection:
    only = (part.strip() for part in (given.only or "").split(","))
    return merging.Selection(tuple(part for part in only if part), given.write)


def _editorial_beside(seeds: Path | None) -> Path:
    """What editors wrote of another corpus stands beside its seeds, never in ours."""
    return ROOT / "editorial" if seeds is None else seeds.resolve().parent / "editorial"


def _today() -> str:
    """The day that is written into a note or an edition: all that depends on the clock."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _print(problems: Problems) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)
    if on_github():
        for mark in marks(problems):
            print(mark)
    errors, warnings = len(problems.errors), len(problems.warnings)
    if errors or warnings:
        print(f"{errors} errors, {warnings} warnings", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_site.py", description=__doc__, epilog="Without a command it builds."
    )
    _add_options(parser, absent=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    # An option counts before and after the command: here its absence must not undo it.
    for name, told in (
        ("build", "build the site"),
        ("check", "check everything, write nothing"),
        ("serve", "build, show, and rebuild on change"),
        ("new", "take texts in as sources, or a later edition of one"),
        ("freeze", "record the ids and addresses that are published now"),
        ("note", "make a note of a form that was filled in on GitHub"),
        ("merge-names", "show names of outlets and people that look like one; write the chosen"),
    ):
        command = commands.add_parser(name, help=told)
        _add_options(command, absent=argparse.SUPPRESS)
        if name == "check":
            command.add_argument(
                "--explain",
                choices=["figures", "report"],
                help="print what was found and refused, and why; or all that is uncertain",
            )
        elif name == "serve":
            command.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
        elif name == "freeze":
            command.add_argument(
                "--gone",
                action="store_true",
                help="what was published and is missing is meant to be",
            )
        elif name == "new":
            intake.add_options(command)
        elif name == "note":
            command.add_argument(
                "--from", dest="suggestion", type=Path, metavar="FILE", required=True,
                help="the event (JSON) or the text of the issue (Markdown)",
            )  # fmt: skip
            command.add_argument("--editor", metavar="ID", help="who signs: an id of editors.yml")
            command.add_argument(
                "--date", metavar="YYYY-MM-DD", help="day of the note (default: the issue's)"
            )
        elif name == "merge-names":
            command.add_argument("--write", action="store_true", help="write what --only names")
            command.add_argument("--only", metavar="ID,...", help="the ids that would stay")
    return parser


def _add_options(parser: argparse.ArgumentParser, absent: str | None) -> None:
    for name, told in (
        ("--seeds", "folder of sources (default: seeds)"),
        ("--editorial", "what editors wrote (default: editorial; beside --seeds where given)"),
        ("--site", "the built site (default: site)"),
    ):
        parser.add_argument(name, type=Path, metavar="DIR", help=told, default=absent)
    parser.add_argument(
        "--strict", action="store_true", help="a warning fails as an error does",
        default=absent or False,
    )  # fmt: skip


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("Interrupted. The last good site stays.", file=sys.stderr)
        sys.exit(130)
