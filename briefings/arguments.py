"""The command-line parser. It imports no stage, so that help is fast."""

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
    """The command-line parser of `program`; its `Namespace` has the name of the command as
    `command`.
    """
    whole = argparse.ArgumentParser(
        prog=program,
        description="Build, check and serve the site; add sources; merge names.",
        epilog="Without a command, the site is built.",
    )
    whole.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    _add_options(whole, absent=None)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    # Options may precede or follow the command: if absent here, they keep the value given before.
    for name, purpose in (
        ("build", "build the site"),
        ("check", "check everything, write nothing"),
        ("serve", "build, show, and rebuild on change"),
        ("prepare", "read part of the sources in advance, on one of several machines"),
        ("new", "add texts as sources, or a later edition of one"),
        ("quote", "check whether the texts contain given words, and where"),
        ("release", "pack everything published into one versioned archive"),
        ("freeze", "record the published ids and addresses"),
        ("note", "turn a suggestion from GitHub into a note"),
        ("propose", "propose topics, terms or indicators as YAML for editors to review"),
        ("merge-names", "list names of outlets and people that seem to be the same, or merge them"),
    ):
        command = commands.add_parser(name, help=purpose)
        _add_options(command, absent=argparse.SUPPRESS)
        if name == "build":
            command.add_argument(
                "--pdf", action="store_true",
                help="also make PDFs of briefings (requires requirements/release.txt and Pango)",
            )  # fmt: skip
        elif name == "check":
            command.add_argument(
                "--explain",
                choices=["figures", "report"],
                help="print figures found and refused, with reasons; or everything uncertain",
            )
        elif name == "serve":
            command.add_argument("--port", type=int, default=PORT, help=f"default: {PORT}")
        elif name == "prepare":
            command.add_argument(
                "--part", type=_part, metavar="K/N", required=True,
                help="the part to read: 2/4 is the second quarter of the sources",
            )  # fmt: skip
        elif name == "freeze":
            command.add_argument(
                "--gone",
                action="store_true",
                help="accept that published ids are missing",
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
            command.add_argument(
                "--editor", metavar="ID", help="the author of the note: an id in editors.yml"
            )
            command.add_argument(
                "--date", metavar="YYYY-MM-DD", help="day of the note (default: the issue's)"
            )
        elif name == "quote":
            command.add_argument("text", nargs="?", default="-", metavar="TEXT",
                help="the words, or - to read one quotation per line (default)",
            )  # fmt: skip
            command.add_argument(
                "--json", action="store_true", help="print one JSON object per quotation"
            )
        elif name == "propose":
            command.add_argument("kind", choices=["topics", "terms", "indicators"])
            command.add_argument(
                "--to", type=Path, metavar="FILE", help="write to this new file (default: print)"
            )
        elif name == "merge-names":
            command.add_argument(
                "--write", action="store_true", help="write the changes (those of --only, or all)"
            )
            command.add_argument(
                "--only", metavar="ID,...", help="merge only into the entries with these ids"
            )
        command.set_defaults(usage_error=command.error)
    return whole


def _add_options(command: argparse.ArgumentParser, absent: str | None) -> None:
    for name, purpose in (
        ("--seeds", "folder of sources (default: seeds)"),
        ("--editorial", "folder of editorial files (default: editorial, or beside --seeds)"),
        ("--site", "the built site (default: site)"),
    ):
        command.add_argument(name, type=Path, metavar="DIR", help=purpose, default=absent)
    command.add_argument(
        "--strict", action="store_true", help="treat warnings as errors",
        default=absent or False,
    )  # fmt: skip
    command.add_argument(
        "--jobs", type=_number, metavar="N", default=absent,
        help="number of processes (default: one per processor)",
    )  # fmt: skip
    command.add_argument(
        "--executor", metavar="dask://HOST:PORT", default=absent,
        help="use the cluster of this scheduler instead (pip install '.[cluster]')",
    )  # fmt: skip


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError("write a whole number from 1 to 1000")
    return int(text)


def _part(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= 1000):
        raise argparse.ArgumentTypeError("write the part and the number of parts, such as 2/4")
    return int(number), int(of)


def _add_new(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "text", nargs="+", metavar="FILE", help="a file, a folder of files, or https://..."
    )
    command.add_argument("--id", type=_id, help="the id of the new source")
    command.add_argument(
        "--as-new", action="store_true", help="add a text even if it is nearly identical to another"
    )
    command.add_argument(
        "--replaces", metavar="ID", help="replace this source by the file, a later edition of it"
    )
    command.add_argument(
        "--dry-run", action="store_true", help="with --replaces: show what would change"
    )
    command.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD", help="the date to record (default: today)"
    )


def _add_release(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", type=Path, metavar="DIR", help="output folder (default: dist)")
    command.add_argument(
        "--version", dest="release_version", type=_version, metavar="YYYY.M.N",
        help="the version (default: from the newest date in the content, after --previous)",
    )  # fmt: skip
    command.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD",
        help="the date of the version (default: the newest in the content)",
    )  # fmt: skip
    command.add_argument(
        "--previous", type=Path, metavar="ZIP",
        help="the previous release or its unpacked folder, to list what changed since",
    )  # fmt: skip


def _version(text: str) -> Version:
    parsed = version.parse(text)
    if parsed is None:
        raise argparse.ArgumentTypeError("write year, month and a number, such as 2026.11.1")
    return parsed


def _id(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", text):
        raise argparse.ArgumentTypeError("write at most 40 letters, digits and hyphens")
    return text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2026-11-25") from None
