"""What can be typed on the command line; no stage is imported for it, so help comes at once."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

from . import __version__
from .release import version
from .release.version import Version

PORT = 8000


def parser(program: str) -> argparse.ArgumentParser:
    """The command line of `program`; what it took is an `argparse.Namespace` with `command`."""
    whole = argparse.ArgumentParser(
        prog=program,
        description="Build the site, check and serve it, take a source in, merge names.",
        epilog="Without a command it builds.",
    )
    whole.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _add_options(whole, absent=None)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    # An option counts before and after the command: here its absence must not undo it.
    for name, purpose in (
        ("build", "build the site"),
        ("check", "check everything, write nothing"),
        ("serve", "build, show, and rebuild on change"),
        ("prepare", "read a part of the sources for a build, as one of several machines"),
        ("new", "take texts in as sources, or a later edition of one"),
        ("quote", "say whether words stand in the texts, and where"),
        ("release", "pack everything that is published into one archive, with version and sums"),
        ("freeze", "record the ids and addresses that are published now"),
        ("note", "make a note of a form that was filled in on GitHub"),
        ("propose", "print topics, terms or indicators that editors may want, as YAML to judge"),
        ("merge-names", "show names of outlets and people that look like one; write the chosen"),
    ):
        command = commands.add_parser(name, help=purpose)
        _add_options(command, absent=argparse.SUPPRESS)
        if name == "build":
            command.add_argument(
                "--pdf", action="store_true",
                help="make a PDF of each briefing too (needs requirements/release.txt and Pango)",
            )  # fmt: skip
        elif name == "check":
            command.add_argument(
                "--explain",
                choices=["figures", "report"],
                help="print what was found and refused, and why; or all that is uncertain",
            )
        elif name == "serve":
            command.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
        elif name == "prepare":
            command.add_argument(
                "--part", type=_part, metavar="K/N", required=True,
                help="which part: 2/4 is the second quarter of the sources",
            )  # fmt: skip
        elif name == "freeze":
            command.add_argument(
                "--gone",
                action="store_true",
                help="what was published and is missing is meant to be",
            )
        elif name == "new":
            _add_new(command)
        elif name == "release":
            _add_release(command)
        elif name == "note":
            command.add_argument(
                "--from", dest="suggestion", type=Path, metavar="FILE", required=True,
                help="the event (JSON) or the text of the issue (Markdown)",
            )  # fmt: skip
            command.add_argument("--editor", metavar="ID", help="who signs: an id of editors.yml")
            command.add_argument(
                "--date", metavar="YYYY-MM-DD", help="day of the note (default: the issue's)"
            )
        elif name == "quote":
            command.add_argument("text", nargs="?", default="-", metavar="TEXT",
                help="the words, or - to read one quotation a line (default)",
            )  # fmt: skip
            command.add_argument("--json", action="store_true", help="one JSON object a quotation")
        elif name == "propose":
            command.add_argument("kind", choices=["topics", "terms", "indicators"])
            command.add_argument(
                "--to", type=Path, metavar="FILE", help="a new file for it (default: print it)"
            )
        elif name == "merge-names":
            command.add_argument("--write", action="store_true", help="write what --only names")
            command.add_argument("--only", metavar="ID,...", help="the ids that would stay")
        command.set_defaults(usage_error=command.error)
    return whole


def _add_options(command: argparse.ArgumentParser, absent: str | None) -> None:
    for name, purpose in (
        ("--seeds", "folder of sources (default: seeds)"),
        ("--editorial", "what editors wrote (default: editorial; beside --seeds where given)"),
        ("--site", "the built site (default: site)"),
    ):
        command.add_argument(name, type=Path, metavar="DIR", help=purpose, default=absent)
    command.add_argument(
        "--strict", action="store_true", help="a warning fails as an error does",
        default=absent or False,
    )  # fmt: skip
    command.add_argument(
        "--jobs", type=_number, metavar="N", default=absent,
        help="processes that read sources (default: one for each processor)",
    )  # fmt: skip
    command.add_argument(
        "--executor", metavar="dask://HOST:PORT", default=absent,
        help="the scheduler of a cluster that reads them instead (pip install '.[cluster]')",
    )  # fmt: skip


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("write a number from 1 on")
    return int(text)


def _part(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= 1000):
        raise argparse.ArgumentTypeError("write which part of how many, such as 2/4")
    return int(number), int(of)


def _add_new(command: argparse.ArgumentParser) -> None:
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


def _add_release(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--to", type=Path, metavar="DIR", help="where the archive goes (default: dist)"
    )
    command.add_argument(
        "--version", dest="release_version", type=_version, metavar="YYYY.M.N",
        help="the version (default: of the newest day in the content, and the one before)",
    )  # fmt: skip
    command.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD",
        help="the day that the version is of (default: the newest in the content)",
    )  # fmt: skip
    command.add_argument(
        "--previous", type=Path, metavar="ZIP",
        help="the release before, or its unpacked folder, to say what changed since",
    )  # fmt: skip


def _version(text: str) -> Version:
    found = version.parse(text)
    if found is None:
        raise argparse.ArgumentTypeError("write year, month and a number, such as 2026.11.1")
    return found


def _id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", text):
        raise argparse.ArgumentTypeError("write letters, digits and hyphens, 40 at most")
    return text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day such as 2026-11-25") from None
