"""seeds -> sources: files as received, checked and split into lines, never altered."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from .anchors import slug
from .model import Source
from .problems import Problems, shown

SUMS = "SHA256SUMS"
SUFFIXES = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html"}
# A long briefing is 60 KB; what is a hundred times that is no transcript, and one page of it
# would be of no use to a reader.
MAX_BYTES = 8_000_000

_LINE_END = re.compile(r"\r\n|\r|\n")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read(
    folder: Path, problems: Problems, encodings: Mapping[str, str] | None = None
) -> tuple[Source, ...]:
    """All sources of a folder, by id; files that cannot be read are reported as errors.

    `encodings` are those that editors name, by the source's id.
    """
    if not folder.is_dir():
        problems.error("no-seeds", shown(folder), "there is no such folder", "name it by --seeds")
        return ()
    files = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not path.name.startswith(".")
        and not path.name.upper().startswith("README")
    )
    if not files:
        problems.error(
            "no-sources", shown(folder), "holds no source",
            "put a .txt, .html or .md transcript in it",
        )  # fmt: skip
    sums = _sums(folder, problems)
    ids = _ids(files, problems)
    sources = []
    for path in files:
        source = _read_file(path, ids[path], (encodings or {}).get(ids[path]), problems)
        if source is not None:
            _check_sum(path, source, sums, problems)
            sources.append(source)
    for name in sorted(set(sums or ()) - {path.name for path in files}):
        if not (folder / name).is_file():
            problems.error(
                "sum-without-file", shown(folder / SUMS), f"lists {name}, which is not there",
                "put the file back or take its line out",
            )  # fmt: skip
    return tuple(sorted(sources, key=lambda source: source.id))


def source_lines(text: str) -> tuple[str, ...]:
    """Lines end at LF, CRLF or CR only; a last, empty one is none."""
    lines = _LINE_END.split(text)
    if lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def source_ids(names: list[str]) -> dict[str, str]:
    """File name -> id: the part before the first underscore or dot, or the whole stem.

    Blanks become hyphens, since ids of passages carry it and no id of a page may hold a blank.
    """
    short = {name: re.split(r"[_.]", name, maxsplit=1)[0] for name in names}
    count = Counter(short.values())
    ids = {
        name: part if part and count[part] == 1 else Path(name).stem for name, part in short.items()
    }
    return {name: "-".join(id_.split()) or "source" for name, id_ in ids.items()}


def _ids(files: list[Path], problems: Problems) -> dict[Path, str]:
    by_name = source_ids([path.name for path in files])
    address: dict[str, Path] = {}
    for path in files:
        other = address.setdefault(slug(by_name[path.name]), path)
        if other is not path:
            problems.error(
                "same-id", shown(path), f"has the same id as {other.name}",
                "rename one of them: an id is the file's name without its ending",
            )  # fmt: skip
    return {path: by_name[path.name] for path in files}


def _read_file(path: Path, source: str, named: str | None, problems: Problems) -> Source | None:
    where = shown(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            problems.error(
                "too-large", where, f"has {size / 1e6:.1f} MB, more than {MAX_BYTES / 1e6:.0f} MB",
                "split it, or check that it is a transcript",
            )  # fmt: skip
            return None
        data = path.read_bytes()
    except OSError as error:
        problems.error(
            "unreadable", where, f"cannot be read: {error.strerror}", "check its permissions"
        )
        return None
    text = _decode(data, path, named, problems)
    if text is None:
        return None
    if not text.strip():
        problems.error("empty", where, "holds no text", "put the transcript in or remove the file")
        return None
    markup = SUFFIXES[path.suffix.lower()]
    return Source(
        id=source,
        file=path.name,
        path=where,
        sha256=hashlib.sha256(data).hexdigest(),
        lines=source_lines(text),
        markup="html" if markup == "html" else "text",
    )


def _decode(data: bytes, path: Path, named: str | None, problems: Problems) -> str | None:
    where = shown(path)
    if named:
        encoding = named
    elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\x00" in data:
        _binary(data.index(b"\x00"), data, where, problems)
        return None
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        if named:
            line, column = _position(data, start)
            problems.error(
                "encoding", where, f"is not {named}: byte 0x{data[start]:02x}",
                "check `encoding` in the source's editorial file", line, column,
            )  # fmt: skip
            return None
        declared = _DECLARED.search(data[:2048]) if path.suffix.lower() != ".txt" else None
        decoded = _as_declared(data, declared.group(1).decode()) if declared else None
        if decoded is None:
            line, column = _position(data, start)
            problems.error(
                "encoding", where, f"is not UTF-8: byte 0x{data[start]:02x}",
                "name it by `encoding` in the source's editorial file, or save it as UTF-8",
                line, column,
            )  # fmt: skip
            return None
        text, encoding = decoded
    if encoding != "utf-8-sig" and not named:
        problems.warning(
            "encoding", where, f"is encoded as {encoding}, not UTF-8",
            f"check its letters, then set `encoding: {encoding}` in the source's editorial file",
        )  # fmt: skip
    noise = _CONTROL.findall(text)
    if len(noise) > 8 and len(noise) > len(text) / 1000:
        first = _CONTROL.search(text)
        start = len(text[: first.start()].encode()) if first else 0
        _binary(start, data, where, problems)
        return None
    return text


def _as_declared(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(name), name.lower()
    except (UnicodeDecodeError, LookupError):
        return None


def _binary(start: int, data: bytes, where: str, problems: Problems) -> None:
    line, column = _position(data, start)
    problems.error(
        "binary", where, "is not a text: it holds control bytes",
        "convert it to plain text or HTML first", line, column,
    )  # fmt: skip


def _position(data: bytes, start: int) -> tuple[int, int]:
    before = data[:start].decode("latin-1")
    lines = _LINE_END.split(before)
    return len(lines), len(lines[-1]) + 1


def _sums(folder: Path, problems: Problems) -> dict[str, str] | None:
    """The listed sums by file name, or None where there is no list."""
    path = folder / SUMS
    if not path.is_file():
        problems.warning(
            "no-sums", shown(path), "is missing, so no source can be checked",
            "list the files with sha256sum",
        )  # fmt: skip
        return None
    sums = {}
    for n, line in enumerate(source_lines(path.read_text("utf-8", errors="replace")), 1):
        match = re.fullmatch(r"([0-9a-fA-F]{64}) [ *](.+)", line)
        if match:
            sums[match.group(2).strip()] = match.group(1).lower()
        elif line.strip():
            problems.error(
                "sums-syntax", shown(path), "is not a line of sha256sum",
                "write: sum, two spaces, file name", n, 1,
            )  # fmt: skip
    return sums


def _check_sum(path: Path, source: Source, sums: dict[str, str] | None, problems: Problems) -> None:
    if sums is None:
        return
    if path.name not in sums:
        problems.warning(
            "not-in-sums", source.path, f"is not listed in {SUMS}",
            "take it in with: build_site.py new, or add its line",
        )  # fmt: skip
    elif sums[path.name] != source.sha256:
        problems.error(
            "wrong-sum", source.path, f"is not the file that {SUMS} lists",
            "put the received file back: sources are never edited",
        )  # fmt: skip
