"""Reads the arguments of `new` (files, folders, addresses) as bytes with their future
file names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..decoding import is_utf8
from ..problems import Problems, shown
from ..progress import Progress
from ..read import SUFFIXES
from .fetch import Fetched, FetchError, Rules, fetch, is_address


@dataclass(frozen=True, slots=True)
class Incoming:
    """A text to be taken in; `origin` is what the editor typed, `path` its file, if any."""

    origin: str
    name: str
    data: bytes
    path: Path | None = None
    url: str | None = None
    encoding: str | None = None


def incoming(
    arguments: Sequence[str | Path],
    problems: Problems,
    progress: Progress,
    rules: Rules | None = None,
) -> list[Incoming]:
    """The texts that the arguments name, in order; reports arguments that are not texts."""
    texts: list[Incoming] = []
    for argument in arguments:
        if isinstance(argument, str) and is_address(argument):
            texts += _page(argument, problems, progress, rules)
        elif Path(argument).is_dir():
            texts += _folder(Path(argument), problems, progress)
        else:
            texts += _file(Path(argument), problems)
    return texts


def may_be_source(name: str) -> bool:
    """Whether a file with this name is read as a source."""
    return Path(name).suffix.lower() in SUFFIXES and not name.upper().startswith(("README", "."))


def _folder(folder: Path, problems: Problems, progress: Progress) -> list[Incoming]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        problems.unreadable(error, shown(folder))
        return []
    files = [path for path in entries if path.is_file()]
    sources = [path for path in files if may_be_source(path.name)]
    left = [path.name for path in entries if path not in sources]
    if left:
        progress.say(f"Left out of {shown(folder)}, since they are not sources: {', '.join(left)}")
    if not sources:
        problems.error(
            "no-sources", shown(folder), "contains no source", "put a .txt, .html or .md text in it"
        )
    return [text for path in sources for text in _file(path, problems)]


def _file(path: Path, problems: Problems) -> list[Incoming]:
    if not path.is_file():
        problems.error(
            "no-file", shown(path), "there is no such file", "name a text or HTML file"
        )  # fmt: skip
        return []
    if not may_be_source(path.name):
        problems.error(
            "no-source", shown(path),
            "is not a source: its name must end in .txt, .html, .htm or .md, and not begin "
            "with README",
            "rename it, or save it as text",
        )  # fmt: skip
        return []
    try:
        return [Incoming(shown(path), path.name, path.read_bytes(), path)]
    except OSError as error:
        problems.unreadable(error, shown(path))
        return []


def _page(url: str, problems: Problems, progress: Progress, rules: Rules | None) -> list[Incoming]:
    try:
        with progress.step(f"Fetching {url}"):
            page = fetch(url, rules)
    except FetchError as error:
        problems.error("not-fetched", url, str(error), error.hint)
        return []
    return [Incoming(url, page.name, page.data, url=page.url, encoding=_needed(page))]


def _needed(page: Fetched) -> str | None:
    """The encoding from the HTTP header, if the bytes are not UTF-8 and it can decode them."""
    if is_utf8(page.data):
        return None
    try:
        page.data.decode(page.charset or "utf-8")
    except (LookupError, UnicodeError):
        return None  # an encoding declared in the page is tried when it is read
    return page.charset
