"""A citation for TeX: an entry that both BibTeX and BibLaTeX can read."""

from __future__ import annotations

from . import dates
from .model import Name, Reference
from .saying import GENRES, notes

_TEX = {ord(sign): f"\\{sign}" for sign in "&%$#_{}"} | {
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
# BibTeX counts braces even if they are escaped: unbalanced ones must be written as commands.
_LONE = {ord("{"): r"\textbraceleft{}", ord("}"): r"\textbraceright{}"}
# In an address, TeX would interpret these characters, or they would end the field.
_IN_URL = {ord(sign): f"%{ord(sign):02X}" for sign in '{}\\"<>^`| '}


def write(reference: Reference) -> str:
    text = reference.text
    year, month, _ = dates.parts(text.issued)
    fields = [
        ("author", " and ".join(_name(author) for author in reference.authors)),
        ("title", f"{{{_tex(text.title)}}}"),
        ("journal", _tex(text.publisher) if text.is_article else ""),
        ("howpublished", GENRES.get(text.kind, "")),
        ("organization", _tex(text.host) if text.is_transcript else ""),
        ("publisher", _tex(text.publisher) if text.is_transcript else ""),
        ("eventtitle", _tex(text.event)),
        ("eventdate", _day(text.held)),
        ("venue", _tex(text.place)),
        ("year", f"{year:04}" if year is not None else ""),
        ("month", dates.MONTHS[month - 1][:3].lower() if month and year is not None else ""),
        ("date", _day(text.issued)),
        ("note", _tex(". ".join(filter(None, (*notes(reference), text.site))))),
        ("url", reference.url.translate(_IN_URL)),
        ("urldate", _day(reference.accessed)),
    ]
    lines = [f"  {name} = {_value(name, value)}" for name, value in fields if value]
    entry_type = "article" if text.is_article and text.publisher else "misc"
    return f"@{entry_type}{{{reference.key},\n" + ",\n".join(lines) + "\n}"


def _value(name: str, value: str) -> str:
    """A field's value; months are macros that the styles define."""
    return value if name == "month" else f"{{{value}}}"


def _name(name: Name) -> str:
    """A name, in braces if it is not known which part is the family name."""
    return _tex(name.inverted) if name.given else f"{{{_tex(name.name)}}}"


def _day(date: str) -> str:
    return date if dates.parts(date)[0] is not None else ""


def _tex(text: str) -> str:
    return text.translate(_TEX if _is_balanced(text) else _TEX | _LONE)


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
