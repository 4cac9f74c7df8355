"""`SHA256SUMS`: checksums of the received files, in the format of sha256sum."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .decoding import LINE_END
from .problems import Problems
from .symlinks import leads_out

SUMS = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
"""Conflict markers that git leaves in a file."""
CONFLICT_TOLD = (
    "two versions stand here side by side: a merge was left unfinished",
    "keep one of the two, or both, and remove the lines <<<<<<<, ======= and >>>>>>>",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The entry of a file: its checksum in lower case, and the line number."""

    sum: str
    line: int


def read_sums(path: Path, where: str, problems: Problems) -> dict[str, Listed] | None:
    """Entries by path relative to the folder; None if there is no usable list.

    `where` is the path of the list as an editor would type it.
    """
    if not os.path.lexists(path):
        problems.warning(
            "no-sums", where, "is missing, so no source can be checked",
            "list the files with sha256sum",
        )  # fmt: skip
        return None
    if not path.is_file():
        problems.error("sums-syntax", where, "is not a file", "list the files with sha256sum in it")
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.unreadable(error, where)
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.error("sums-syntax", where, "is encoded as UTF-16", "save it as UTF-8", 1, 1)
        return None
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="surrogateescape")
    if conflict := CONFLICT.search(text):
        line = len(LINE_END.split(text[: conflict.start()]))
        problems.error("conflict", where, *CONFLICT_TOLD, line, 1)
        return None
    return _parse(text, where, problems)


def _parse(text: str, where: str, problems: Problems) -> dict[str, Listed]:
    sums: dict[str, Listed] = {}
    for n, line in enumerate(LINE_END.split(text), 1):
        match = _LINE.fullmatch(line)
        if not match or "\x00" in line:
            if line.strip():
                problems.error(
                    "sums-syntax", where, "is not a line of sha256sum",
                    "write: sum, two spaces, file name", n, 1,
                )  # fmt: skip
            continue
        name = match.group(2).strip()
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            problems.error(
                "sums-syntax", where, f"{name} leads out of the folder",
                "list files by their path below the folder", n, 1,
            )  # fmt: skip
            continue
        listed = Listed(match.group(1).lower(), n)
        known = sums.setdefault(path.as_posix(), listed)
        if known.sum != listed.sum:
            problems.error(
                "sums-syntax", where, f"{name} is listed on line {known.line} with another sum",
                "keep the line that is right", n, 1,
            )  # fmt: skip
    return sums


def check_others(
    folder: Path,
    sums: dict[str, Listed],
    sources: set[str],
    shown: Callable[[Path], str],
    problems: Problems,
) -> None:
    """Checks listed files that are not sources, such as earlier editions in a subfolder."""
    for name, listed in sorted(sums.items()):
        path = folder / name
        if name in sources:
            continue
        if not path.is_file():
            problems.error(
                "sum-without-file", shown(folder / SUMS), f"lists {name}, which is not there",
                "put the file back or remove its line", listed.line, 1,
            )  # fmt: skip
        elif problem := leads_out(path, folder):
            problems.error("link", shown(path), *problem)
        else:
            try:
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                problems.unreadable(error, shown(path))
                continue
            check_sum(shown(path), digest, listed, problems)


def check_sum(where: str, digest: str, listed: Listed, problems: Problems) -> None:
    """Reports a file whose checksum differs from the listed one."""
    if digest != listed.sum:
        problems.error(
            "wrong-sum", where, f"is not the file that {SUMS} lists",
            "put the received file back: sources are never edited",
        )  # fmt: skip
