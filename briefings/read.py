"""seeds -> sources: read files as received, check them and split them into lines."""

from __future__ import annotations

import hashlib
import re
import stat
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .decoding import DOCUMENTS, LINE_END, decode, refuse_document
from .ids import slug
from .model import Edition, Source
from .problems import Problems, shown
from .sums import CONFLICT, CONFLICT_TOLD, SUMS, Listed, check_others, check_sum, read_sums
from .symlinks import leads_out

__all__ = [
    "SUFFIXES",
    "SUMS",
    "Listing",
    "SourceFile",
    "file_bytes",
    "list_sources",
    "read",
    "read_edition",
    "read_source",
    "source_ids",
    "source_lines",
    "unread",
]

SUFFIXES = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html"}
EDITIONS = "editions"
"""The subfolder of the source folder that keeps earlier editions of the sources."""
# A long briefing has 60 KB. A file a hundred times that size is no transcript, and a page with all
# of its text would be unusable.
MAX_BYTES = 8_000_000
MAX_LINES = 100_000
# Ids are used in file names ("<id>.json"), which most file systems limit to 255 bytes, and in URLs.
LONGEST_ID = 100

_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ESCAPED = re.compile(r"[\s%#?&<>\"'`\\^{|}]+")
_AT_ENDS = re.compile(rf"^{_ESCAPED.pattern}|{_ESCAPED.pattern}$")
_KINDS = (
    (stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"), (stat.S_ISCHR, "a device"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source file.

    `path` is its path, `where` the path as shown to editors in messages, and `sha256` the SHA-256
    checksum of its bytes, in hexadecimal.
    """

    id: str
    path: Path
    where: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a source folder, sorted by id, and the checksums listed for them.

    `sums` is None if the folder has no list of checksums.
    """

    files: tuple[SourceFile, ...] = ()
    sums: Mapping[str, Listed] | None = None

    def check(self, file: SourceFile, problems: Problems) -> None:
        """Report a source whose checksum differs from the listed one or that is not listed."""
        if self.sums is not None and file.path.name in self.sums:
            check_sum(file.where, file.sha256, self.sums[file.path.name], problems)
        elif self.sums is not None:
            problems.warning(
                "not-in-sums", file.where, f"is not listed in {SUMS}",
                "add it with: build_site.py new, or add its line",
            )  # fmt: skip


def read(
    folder: Path, problems: Problems, encodings: Mapping[str, str] | None = None
) -> tuple[Source, ...]:
    """Return all sources of a folder, sorted by id.

    Files that cannot be read are reported as errors and left out. `encodings` maps source ids to
    the encodings that editors specify.
    """
    listing = list_sources(folder, problems)
    sources = []
    for file in listing.files:
        data = file_bytes(file.path, problems)
        if data is None:
            continue
        source = read_source(file, data, (encodings or {}).get(file.id), problems)
        if source is not None:
            sources.append(source)
            listing.check(file, problems)
    return tuple(sources)


def list_sources(folder: Path, problems: Problems) -> Listing:
    """List the sources of a folder without decoding them.

    Files that are not sources or cannot be opened are reported and left out.
    """
    if not folder.is_dir():
        problems.error("no-seeds", shown(folder), "there is no such folder", "name it with --seeds")
        return Listing()
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        problems.unreadable(error, shown(folder))
        return Listing()
    candidates = [path for path in entries if _is_candidate(path, folder, problems)]
    if not candidates:
        problems.error(
            "no-sources", shown(folder), "contains no source",
            "put a .txt, .html or .md transcript in it",
        )  # fmt: skip
    paths = [path for path in candidates if _may_be_opened(path, folder, problems)]
    sums = read_sums(folder / SUMS, shown(folder / SUMS), problems)
    ids = _ids(paths, problems)
    files = []
    for path in paths:
        data = file_bytes(path, problems)
        if data is not None:
            digest = hashlib.sha256(data).hexdigest()
            files.append(SourceFile(ids[path], path, shown(path), digest))
    names = {path.name for path in candidates}
    check_others(folder, sums or {}, names, shown, problems)
    return Listing(tuple(sorted(files, key=lambda file: file.id)), sums)


def read_edition(folder: Path, edition: Edition, source: str, problems: Problems) -> Source | None:
    """Return an earlier edition of a source.

    Return None, and report an error, if the file is missing, cannot be read or does not match the
    checksum in the editorial file of the source.
    """
    path = folder / edition.file
    where = edition.where
    location = (where.path, where.line, where.column) if where else (shown(path), 0, 0)
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        problems.error(
            "no-edition", location[0], f"names {edition.file}, which is not there",
            "put the file back: earlier editions are kept", *location[1:],
        )  # fmt: skip
        return None
    data = file_bytes(path, problems)
    if data is None:
        return None
    file = SourceFile(source, path, shown(path), hashlib.sha256(data).hexdigest())
    earlier = read_source(file, data, edition.encoding, problems)
    if earlier is not None and earlier.sha256 != edition.sha256:
        problems.error(
            "wrong-sum", location[0], f"lists another checksum than {shown(path)} has",
            "put the kept file back: sources are never edited", *location[1:],
        )  # fmt: skip
        return None
    return earlier


def unread(folder: Path, sources: Iterable[str]) -> frozenset[str]:
    """Return the ids of source files in a folder that are not among `sources`.

    These are the files that could not be read; a problem has been reported for each of them.
    """
    try:
        names = [path.name for path in folder.iterdir() if path.suffix.lower() in SUFFIXES]
    except OSError:
        return frozenset()
    return frozenset(source_ids(sorted(names)).values()) - frozenset(sources)


def source_lines(text: str) -> tuple[str, ...]:
    """Split a text into lines at LF, CRLF and CR only; an empty last line is dropped."""
    lines = LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def source_ids(names: list[str]) -> dict[str, str]:
    """Map file names to ids: the part before the first underscore or dot if it is unique, or else
    the whole stem.

    Ids are part of passage ids and of URLs. Whitespace, and characters that a URL would have to
    escape, are replaced by hyphens.

    >>> source_ids(["50%_plan.txt", "Q&A 3.txt"])
    {'50%_plan.txt': '50', 'Q&A 3.txt': 'Q-A-3'}
    """
    short = {name: re.split(r"[_.]", name, maxsplit=1)[0] for name in names}
    count = Counter(short.values())
    ids = {
        name: prefix if prefix and count[prefix] == 1 else Path(name).stem
        for name, prefix in short.items()
    }
    return {name: _ESCAPED.sub("-", _AT_ENDS.sub("", id_)) or "source" for name, id_ in ids.items()}


def _is_candidate(path: Path, folder: Path, problems: Problems) -> bool:
    """Return whether a path has the name of a source; unexpected files are reported."""
    name, suffix = path.name, path.suffix.lower()
    if (
        name.startswith(".")
        or name in (SUMS, EDITIONS)
        or name.upper().startswith(("README", "LICENSE"))
    ):
        return False
    if suffix in SUFFIXES:
        return True
    if suffix in DOCUMENTS:
        refuse_document(shown(path), suffix, problems)
    elif path.is_symlink() or not path.is_dir():
        problems.warning(
            "not-a-source", shown(path), "is not read: its name does not end in .txt, .md or .html",
            "rename it, or move it out of the folder",
        )  # fmt: skip
    elif any(child.suffix.lower() in SUFFIXES for child in _below(path)):
        problems.warning(
            "not-a-source", shown(path), "contains texts in a subfolder, which are not read",
            f"move them to {shown(folder)}, or move the folder out of it",
        )  # fmt: skip
    return False


def _below(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _may_be_opened(path: Path, folder: Path, problems: Problems) -> bool:
    """Return whether a path is a regular file inside the folder; anything else is reported."""
    where = shown(path)
    if _ODD.search(path.name):
        problems.error(
            "odd-name", where, "has a name with bytes that are not characters",
            "rename it: letters, digits, hyphens",
        )  # fmt: skip
        return False
    if path.is_symlink() and (problem := leads_out(path, folder)):
        problems.error("link", where, *problem)
        return False
    try:
        mode = path.stat().st_mode
    except OSError as error:
        problems.unreadable(error, where)
        return False
    kind = next((kind for is_kind, kind in _KINDS if is_kind(mode)), None)
    if kind:
        problems.error(
            "not-a-file", where, f"is {kind}, not a file", "move it out of the folder, or rename it"
        )
    return kind is None


def _ids(files: list[Path], problems: Problems) -> dict[Path, str]:
    by_name = source_ids([path.name for path in files])
    by_slug: dict[str, Path] = {}
    for path in files:
        other = by_slug.setdefault(slug(by_name[path.name]), path)
        if other is not path:
            problems.error(
                "same-id", shown(path), f"has the same id as {other.name}",
                "rename one of them: an id is the file's name without its ending",
            )  # fmt: skip
    for path in files:
        if len(by_name[path.name].encode()) > LONGEST_ID:
            problems.error(
                "long-id", shown(path), f"has an id of {len(by_name[path.name])} letters",
                f"rename it: what stands before the first _ or . is the id, {LONGEST_ID} at most",
            )  # fmt: skip
    return {path: by_name[path.name] for path in files}


def file_bytes(path: Path, problems: Problems) -> bytes | None:
    """Return the bytes of a file, or None if it is too large or cannot be read, which is
    reported."""
    where = shown(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            problems.error(
                "too-large", where, f"has {size / 1e6:.1f} MB, more than {MAX_BYTES / 1e6:.0f} MB",
                "split it, or check that it is a transcript",
            )  # fmt: skip
            return None
        return path.read_bytes()
    except OSError as error:
        problems.unreadable(error, where)
        return None


def read_source(
    file: SourceFile, data: bytes, encoding: str | None, problems: Problems
) -> Source | None:
    """Decode the bytes of a file and return the source, or None if they are not usable text.

    Every failure is reported. `encoding` is the encoding that editors specify, if any.
    """
    where = file.where
    text = decode(data, where, encoding, problems)
    if text is None:
        return None
    conflict = CONFLICT.search(text)
    if conflict and text.count("=" * 7) and text.count(">" * 7):
        line = len(LINE_END.split(text[: conflict.start()]))
        problems.error("conflict", where, *CONFLICT_TOLD, line, 1)
        return None
    if not text.strip():
        problems.error(
            "empty", where, "contains no text", "put the transcript in or remove the file"
        )
        return None
    lines = source_lines(text)
    if len(lines) > MAX_LINES:
        problems.error(
            "too-large", where, f"has {len(lines):,} lines, more than {MAX_LINES:,}",
            "split it, or check that it is a transcript", MAX_LINES + 1, 1,
        )  # fmt: skip
        return None
    markup = SUFFIXES[file.path.suffix.lower()]
    return Source(
        id=file.id,
        file=file.path.name,
        path=where,
        sha256=file.sha256,
        lines=lines,
        markup="html" if markup == "html" else "text",
    )
