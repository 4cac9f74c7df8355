"""Makes PDFs with WeasyPrint: tagged (PDF/UA-1), with embedded fonts; the same book gives the same
bytes.

WeasyPrint, and Pango, which it calls, are imported only when a PDF is made: a site without PDFs
does not need them.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

VARIANT = "pdf/ua-1"
_DAY = 86_400
_NO_GLYPH = re.compile(r"\.notdef glyph rendered.*\(U\+([0-9A-F]+)\)")
# Tags for elements of the printed document: WeasyPrint has no tag for notes, and a passage that
# contains one cannot be an HTML paragraph.
_NOTE, _PASSAGE = "/BlockQuote", "/Div"


class MissingLibraryError(RuntimeError):
    """A library for making PDFs is not installed; the message says which one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the characters that no installed font has (they are printed as boxes)."""

    data: bytes
    unprintable: tuple[str, ...]


def check() -> None:
    """Tests whether PDFs can be made.

    Raises:
        MissingLibraryError: if WeasyPrint or a library that it needs is not installed.
    """
    try:
        import weasyprint  # noqa: F401
    except ImportError as error:
        raise MissingLibraryError("WeasyPrint is not installed") from error
    except OSError as error:  # a shared library
        reason = str(error).partition("\n")[0]
        raise MissingLibraryError(f"Pango is not installed ({reason})") from error


def printed(document: str, style: Path, day: str) -> Printed:
    """The PDF of a document.

    `document` is HTML; `style` is the path of its style sheet, next to the fonts; `day` (ISO) is
    the date recorded in the file.

    Raises:
        MissingLibraryError: if WeasyPrint or a library that it needs is not installed.
    """
    check()
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    missing = _Missing()
    with _dated(day), missing.noted():
        fonts = FontConfiguration()
        data = HTML(string=document).write_pdf(
            stylesheets=[CSS(filename=str(style), font_config=fonts)],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=b"",
            finisher=_name_tags,
        )
    return Printed(data, missing.characters)


@contextmanager
def _dated(day: str) -> Iterator[None]:
    """Sets the time stamp of subset fonts, which fontTools takes from the environment."""
    from datetime import date

    name, days = "SOURCE_DATE_EPOCH", date.fromisoformat(day).toordinal()
    before = os.environ.get(name)
    os.environ[name] = str(max(0, days - date(1970, 1, 1).toordinal()) * _DAY)
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


class _Missing(logging.Handler):
    """Handles WeasyPrint's log messages, and collects the characters without a glyph."""

    def __init__(self) -> None:
        super().__init__()
        self._found: set[str] = set()

    @property
    def characters(self) -> tuple[str, ...]:
        return tuple(sorted(self._found))

    def emit(self, record: logging.LogRecord) -> None:
        if match := _NO_GLYPH.search(record.getMessage()):
            self._found.add(chr(int(match[1], 16)))

    @contextmanager
    def noted(self) -> Iterator[None]:
        log = logging.getLogger("weasyprint")
        before, passes_on = log.handlers[:], log.propagate
        log.handlers, log.propagate = [self], False
        try:
            yield
        finally:
            log.handlers, log.propagate = before, passes_on


def _name_tags(document: object, pdf: Any) -> None:
    """Tags footnotes as `Note`, each with an id, as PDF/UA requires, and passages as `P`."""
    number = 0
    for object_ in pdf.objects:
        kind = object_.get("S") if isinstance(object_, dict) else None
        if kind == _PASSAGE:
            object_["S"] = "/P"
        elif kind == _NOTE:
            number += 1
            object_["S"] = "/Note"
            object_["ID"] = f"(note-{number})"
