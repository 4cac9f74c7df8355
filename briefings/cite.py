"""Citations of a briefing or of one of its passages: plain text, BibTeX, RIS."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import wording

_BIBTEX = {ord(c): f"\\{c}" for c in "&%$#_"} | {
    ord("{"): r"\{",
    ord("}"): r"\}",
    ord("\\"): r"\textbackslash{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
_MONTH_KEYS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# What a citation of a passage holds until the reader has chosen one; the page's script fills it.
SLOTS = {name: f"[[{name}]]" for name in ("speaker", "passage", "source", "lines", "url")}


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: a press briefing on a page of the site, or a passage of it."""

    key: str
    author: str | None
    title: str
    date: str | None
    place: str | None
    note: str
    site: str
    url: str

    def of_passage(self) -> Citation:
        """The same for a passage, with slots for what depends on the passage."""
        return replace(
            self,
            key=f"{self.key}-{SLOTS['passage']}",
            author=SLOTS["speaker"],
            note="Passage {passage} (source {source}, {lines})".format(**SLOTS),
            url=SLOTS["url"],
        )


def plain(cited: Citation) -> str:
    """One sentence, as in a footnote."""
    event = ["Press briefing", cited.place, wording.date_words(cited.date)]
    parts = [
        cited.author,
        f"“{cited.title}”",
        ", ".join(part for part in event if part),
        cited.note,
        cited.site,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + f". {cited.url}"


def bibtex(cited: Citation) -> str:
    year, month, day = _parts(cited.date)
    fields = [
        ("author", f"{{{_tex(cited.author)}}}" if cited.author else None),
        ("title", f"{{{_tex(cited.title)}}}"),
        ("year", year),
        ("month", None),
        ("day", str(int(day)) if day else None),
        ("howpublished", _tex(", ".join(filter(None, ("Press briefing", cited.place))))),
        ("note", _tex(f"{cited.note}. {cited.site}")),
        ("url", cited.url),
    ]
    lines = []
    for name, value in fields:
        if name == "month" and month:
            lines.append(f"  month = {_MONTH_KEYS[int(month) - 1]}")
        elif value:
            lines.append(f"  {name} = {{{value}}}")
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}"


def ris(cited: Citation) -> str:
    year, month, day = _parts(cited.date)
    date = "/".join((year, month, day)) if year and month and day else None
    fields = [
        ("TY", "GEN"),
        ("AU", cited.author),
        ("TI", cited.title),
        ("PY", year),
        ("DA", date),
        ("CY", cited.place),
        ("M3", "Press briefing"),
        ("N1", cited.note),
        ("PB", cited.site),
        ("UR", cited.url),
    ]
    return "\n".join(f"{tag}  - {value}" for tag, value in fields if value) + "\nER  - "


def _parts(date: str | None) -> tuple[str | None, str | None, str | None]:
    match = re.fullmatch(r"(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?", date or "")
    if not match:
        return None, None, None
    return (None if match[1] == "-" else match[1]), match[2], match[3]


def _tex(text: str) -> str:
    return text.translate(_BIBTEX)
