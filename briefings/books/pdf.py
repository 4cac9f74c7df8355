"""PDF by WeasyPrint: tagged (PDF/UA-1), its fonts embedded, the same bytes for the same book.

WeasyPrint and Pango, which it calls, are imported when a PDF is made: a site without PDFs is built
without them.
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
# What elements of the printed document are in the tree of tags: WeasyPrint knows no note, and a
# passage that holds one can be no paragraph of HTML.
_NOTE, _PASSAGE = "/BlockQuote", "/Div"


class MissingLibraryError(RuntimeError):
    """What makes PDFs is not installed; says what is missing."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the characters that no font of this machine has (they are printed as boxes)."""

    data: bytes
    unprintable: tuple[str, ...]


def check() -> None:
    """Tries whether PDFs can be made here.

    Raises:
        MissingLibraryError: where WeasyPrint or what it calls is not installed.
    """
    try:
        import weasyprint  # noqa: F401
    except ImportError as error:
        raise MissingLibraryError("WeasyPrint is not installed") from error
    except OSError as error:  # a shared library
        first = str(error).partition("\n")[0]
        raise MissingLibraryError(f"Pango is not installed ({first})") from error


def printed(document: str, style: Path, day: str) -> Printed:
    """The PDF of a document.

    `document` is HTML, `style` its style sheet, beside the fonts; `day` (ISO)
    dates what is in the file.

    Raises:
        MissingLibraryError: where WeasyPrint or what it calls is not installed.
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
    """Fonts that are made smaller carry a time; fontTools takes it from the environment."""
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
    """Takes WeasyPrint's messages; keeps the characters that it has no glyph for."""

    def __init__(self) -> None:
        super().__init__()
        self._found: set[str] = set()

    @property
    def characters(self) -> tuple[str, ...]:
        return tuple(sorted(self._found))

    def emit(self, record: logging.LogRecord) -> None:
        if found := _NO_GLYPH.search(record.getMessage()):
            self._found.add(chr(int(found[1], 16)))

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
    """Makes footnotes `Note`, each with an id, as PDF/UA asks for, and passages `P`."""
    number = 0
    for one in pdf.objects:
        kind = one.get("S") if isinstance(one, dict) else None
        if kind == _PASSAGE:
            one["S"] = "/P"
        elif kind == _NOTE:
            number += 1
            one["S"] = "/Note"
            one["ID"] = f"(note-{number})"
