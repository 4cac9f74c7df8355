"""A citation for citation processors: an item of CSL-JSON, version 1.0.2."""

from __future__ import annotations

import json
from typing import Any

from . import dates
from .model import Kind, Name, Reference
from .saying import GENRES, notes

_TYPES: dict[Kind, str] = {"article": "article-newspaper", "page": "webpage"}


def item(reference: Reference) -> dict[str, Any]:
    """The item; information without a CSL variable is under `custom` and in the note.

    Variables newer than version 1.0.1 that hold names (`organizer`) make some processors fail.
    """
    text = reference.text
    container = text.publisher if text.is_article else text.site if text.kind == "page" else ""
    variables = {
        "id": reference.key,
        "type": _TYPES.get(text.kind, "speech"),
        "title": text.title,
        "author": [_name(author) for author in reference.authors],
        "container-title": container,
        "publisher": (text.publisher or text.host) if text.is_transcript else "",
        "issued": _date(text.issued),
        "event-title": text.event,
        "event-date": _date(text.held),
        "event-place": text.place,
        "genre": GENRES.get(text.kind, ""),
        "source": text.site,
        "URL": reference.url,
        "accessed": _date(reference.accessed),
        "note": ". ".join(notes(reference)),
        "custom": _custom(reference),
    }
    return {name: value for name, value in variables.items() if value}


def write(reference: Reference) -> str:
    """A list with this single item, as reference managers import it, one variable per line."""
    lines = [f"  {_packed(name)}: {_packed(value)}" for name, value in item(reference).items()]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _custom(reference: Reference) -> dict[str, str]:
    text, locator = reference.text, reference.locator
    fields = {
        "source": text.source,
        "host": text.host,
        "quality": text.quality,
        "original": text.original,
        "archived": text.archived,
    }
    if locator:
        fields |= {
            "passage": locator.passage,
            "lines": locator.lines,
            "speaker": locator.speaker.name if locator.speaker else "",
            "mode": locator.mode,
            "quotation": locator.words,
            "value": locator.value,
        }
    return {name: value for name, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    if name.given:
        return {"family": name.family, "given": name.given}
    return {"literal": name.name}


def _date(date: str) -> dict[str, Any]:
    year, month, day = dates.parts(date)
    if year is None:
        words = dates.in_words(date)
        return {"literal": words} if words else {}
    return {"date-parts": [[part for part in (year, month, day) if part is not None]]}
