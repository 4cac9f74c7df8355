"""A citation for reference managers: RIS."""

from __future__ import annotations

from . import dates
from .model import Kind, Reference
from .saying import GENRES, notes

_TYPES: dict[Kind, str] = {"article": "NEWS", "page": "ELEC"}


def write(reference: Reference) -> str:
    """One RIS record, one field per line; values contain no line breaks, which would end them."""
    text, locator = reference.text, reference.locator
    year, _, _ = dates.parts(text.issued)
    fields = [
        ("TY", _TYPES.get(text.kind, "GEN")),
        ("ID", reference.key),
        *(("AU", author.inverted) for author in reference.authors),
        ("TI", text.title),
        ("T2", text.publisher if text.is_article else ""),
        ("PY", f"{year:04}" if year is not None else ""),
        ("DA", _day(text.issued)),
        ("PB", text.site if text.kind == "page" else text.publisher or text.host),
        ("CY", text.place),
        ("M3", GENRES.get(text.kind, "")),
        ("SE", locator.passage if locator else ""),
        *(("N1", note) for note in notes(reference)),
        ("DP", text.site),
        ("UR", reference.url),
        ("Y2", _day(reference.accessed)),
        ("ER", None),
    ]
    return "\n".join(f"{tag}  - {value or ''}" for tag, value in fields if value != "")


def _day(date: str) -> str:
    year, month, day = dates.parts(date)
    if year is None:
        return ""
    return "/".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)))
