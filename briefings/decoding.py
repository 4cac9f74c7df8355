"""Decodes the bytes of a received file, or reports what kind of file it is and how to
convert it.
"""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from .problems import Problems

DOCUMENTS = {
    ".pdf": "a PDF", ".docx": "a Word document", ".doc": "a Word document",
    ".odt": "an OpenDocument text", ".rtf": "a rich text document", ".epub": "an e-book",
    ".pages": "a Pages document", ".wps": "a WPS document", ".mht": "a web archive",
    ".mhtml": "a web archive",
}  # fmt: skip
"""Suffixes of documents whose text must be extracted first."""

LINE_END = re.compile(r"\r\n|\r|\n")
_MAGIC = ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# Encodings that a web page may declare.  Some of Python's other codecs raise an error, do not
# accept bytes, or are not text encodings at all.
_ON_THE_WEB = re.compile(
    r"ascii|utf-8|utf-16(?:-[lb]e)?|iso8859-\d+|cp125\d|cp8\d\d|cp9\d\d|mac-\w+|koi8-[rut]|tis-620|"
    r"gb2312|gbk|gb18030|hz|big5(?:hkscs)?|shift_jis\w*|euc_(?:jp|kr|jis\w*)|iso2022_(?:jp|kr)\w*"
)
# The most common Chinese characters, in their simplified and traditional forms.
_COMMON = {
    "gb18030": frozenset("的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那"),
    "big5": frozenset("的一是不了在人有我他這中大來上國和地到以說時要就出會可也你對生能而子那"),
}
_SHARE_OF_COMMON = 0.05
_FEWEST = 8
_CJK = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decode(data: bytes, where: str, named: str | None, problems: Problems) -> str | None:
    """The text of a file; None if it cannot be decoded, which is reported as an error.

    `where` is the file's path as an editor would type it. `named` is an encoding set by an editor;
    it takes precedence over any declaration in the file.
    """
    document = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if document:
        refuse_document(where, document, problems)
        return None
    if named:
        encoding = named
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif wide := _wide(data):
        _refuse(f"is UTF-16 ({wide}) without the mark that says so", wide, 0, data, where, problems)
        return None
    elif b"\x00" in data:
        _binary(data.index(b"\x00"), data, where, problems)
        return None
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        declared = _declared(data, where) if not named else None
        if declared is None:
            _undecodable(named, start, data, where, problems)
            return None
        text, encoding = declared
    if encoding != "utf-8-sig" and not named:
        problems.warning(
            "encoding", where, f"is encoded as {encoding}, not UTF-8",
            f"check its characters, then set `encoding: {encoding}` in the source's editorial file",
        )  # fmt: skip
    noise = _CONTROL.findall(text)
    if len(noise) > 8 and len(noise) > len(text) / 1000:
        first = _CONTROL.search(text)
        start = len(text[: first.start()].encode()) if first else 0
        _binary(start, data, where, problems)
        return None
    return text


def refuse_document(where: str, suffix: str, problems: Problems) -> None:
    """Reports how to extract the text from a document; `suffix` is a key of `DOCUMENTS`."""
    stem = PurePath(where).stem
    if suffix == ".pdf":
        how = f"pdftotext -layout {stem}.pdf {stem}.txt"
    elif suffix in (".docx", ".odt", ".epub", ".rtf"):
        how = f"pandoc --to plain --wrap none -o {stem}.txt {stem}{suffix}"
    else:
        how = "open it, and save it as plain text in UTF-8"
    problems.error(
        "document", where, f"is {DOCUMENTS[suffix]}, not a text",
        f"convert it and add the result instead: {how}",
    )  # fmt: skip


def position(data: bytes, start: int) -> tuple[int, int]:
    """The line and column of a byte, both counted from 1."""
    lines = LINE_END.split(data[:start].decode("latin-1"))
    return len(lines), len(lines[-1]) + 1


def _declared(data: bytes, where: str) -> tuple[str, str] | None:
    """The text decoded with the encoding that the file declares, and the name of that encoding."""
    match = None if where.lower().endswith(".txt") else _DECLARED.search(data[:2048])
    if not match:
        return None
    name = match.group(1).decode()
    try:
        if not _ON_THE_WEB.fullmatch(codecs.lookup(name).name):
            return None
        return data.decode(name), name.lower()
    except (UnicodeError, LookupError):
        return None


def _undecodable(
    named: str | None, start: int, data: bytes, where: str, problems: Problems
) -> None:
    byte = f"byte 0x{data[start]:02x}" if start < len(data) else "its end"
    if named:
        line, column = position(data, start)
        problems.error(
            "encoding", where, f"is not {named}: {byte}",
            "check `encoding` in the source's editorial file", line, column,
        )  # fmt: skip
        return
    looks = _chinese(data)
    seems = f", and looks like Chinese in {looks.upper()}" if looks else ""
    _refuse(f"is not UTF-8: {byte}{seems}", looks, start, data, where, problems)


def _refuse(
    message: str, encoding: str | None, start: int, data: bytes, where: str, problems: Problems
) -> None:
    name = f"`encoding: {encoding}`" if encoding else "`encoding`"
    problems.error(
        "encoding", where, message,
        f"name it by {name} in the source's editorial file, or convert it to UTF-8 before it is "
        f"taken in: iconv -f {(encoding or 'ENCODING').upper()} -t UTF-8",
        *position(data, start),
    )  # fmt: skip


def _wide(data: bytes) -> str | None:
    """Detects which UTF-16 encoding a file without a byte order mark uses.

    In English text every other byte is 0; Chinese text decodes to mostly Chinese characters.
    """
    half = len(data) // 2
    if half < _FEWEST:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) > half * 0.3 and min(even, odd) < half * 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    if sum(byte > 0x7F for byte in data) < half * 0.4 or is_utf8(data):
        return None
    for name in ("utf-16-le", "utf-16-be"):
        text = data[: half * 2].decode(name, errors="replace")
        if len(_CJK.findall(text)) > 0.8 * len(text):
            return name
    return None


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, so that no encoding has to be declared."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _chinese(data: bytes) -> str | None:
    """The encoding under which most letters of the file are common Chinese characters."""
    best: tuple[float, str] | None = None
    for name, common in _COMMON.items():
        try:
            letters = [char for char in data.decode(name) if char > "\x7f"]
        except UnicodeError:
            continue
        share = sum(char in common for char in letters) / max(len(letters), 1)
        if len(letters) >= _FEWEST and share >= _SHARE_OF_COMMON:
            best = max(best or (0.0, ""), (share, name))
    return best[1] if best else None


def _binary(start: int, data: bytes, where: str, problems: Problems) -> None:
    line, column = position(data, start)
    problems.error(
        "binary", where, "is not a text: it contains control bytes",
        "convert it to plain text or HTML first", line, column,
    )  # fmt: skip
