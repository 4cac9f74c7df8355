"""The data model of citations: a text or page and, optionally, a place in it.

A reference can also be plain data, under the names of its fields, without empty ones. Pages contain
it in this form, and a script that writes the same styles adds what is known only in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

Kind = Literal["transcript", "partial-transcript", "article", "page"]
Mode = Literal["", "direct", "reported"]
Data = dict[str, Any]

# White space and control characters, listed so that a script can fold the same ones.
_SPACE = re.compile(
    r"[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)


def fold(text: str) -> str:
    """Replaces each run of white space and control characters by one space, and strips the ends.

    >>> fold(" a\\n\\u00a0b\\u2028")
    'a b'
    """
    return _SPACE.sub(" ", text).strip(" ")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as printed, or an organisation's.

    `family` is the family name, at the beginning or end of `name`; "" if there is none or it is not
    known.
    """

    name: str
    family: str = ""

    @property
    def given(self) -> str:
        """The name without the family name; "" if that is not known."""
        if not self.family:
            return ""
        if self.name.startswith(f"{self.family} "):
            return self.name.removeprefix(self.family).strip()
        return self.name[: -len(self.family)].strip()

    @property
    def inverted(self) -> str:
        """`Family, Given`, or the name unchanged."""
        return f"{self.family}, {self.given}" if self.given else self.name


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is cited, or a page of the site.

    `title` is in square brackets if editors supplied it. `authors` are those in an article's byline
    or its publisher or, for a transcript, the host of the briefing. `event` is the briefing's name
    and `held` its day; `issued` is the day of publication, by default that of the event. Both are
    ISO dates, possibly partial (`--01-10`). `quality` is in words. Addresses are absolute, "" if
    unknown; `key` is a citation key for reference managers.
    """

    key: str
    kind: Kind
    title: str
    authors: tuple[Name, ...] = ()
    host: str = ""
    event: str = ""
    held: str = ""
    place: str = ""
    publisher: str = ""
    issued: str = ""
    quality: str = ""
    original: str = ""
    archived: str = ""
    source: str = ""
    site: str = ""
    url: str = ""

    @property
    def is_article(self) -> bool:
        return self.kind == "article"

    @property
    def is_transcript(self) -> bool:
        return self.kind in ("transcript", "partial-transcript")


@dataclass(frozen=True, slots=True)
class Locator:
    """A passage of a text, optionally with quoted words or a value as stated there.

    `lines` is in words ("line 65"). For an article, `mode` says whether the words are the speaker's
    own.
    """

    passage: str
    lines: str = ""
    speaker: Name | None = None
    mode: Mode = ""
    words: str = ""
    value: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """The input of every citation style; `accessed` is an ISO date."""

    text: Text
    locator: Locator | None = None
    accessed: str = ""

    @property
    def authors(self) -> tuple[Name, ...]:
        """The authors of the cited work; for a passage of a transcript, its speaker."""
        if self.locator and self.text.is_transcript:
            return (self.locator.speaker,) if self.locator.speaker else ()
        return self.text.authors

    @property
    def key(self) -> str:
        """A citation key of letters, digits and hyphens."""
        parts = [self.text.key]
        if self.locator:
            prefix = f"{self.text.source}-"
            parts.append(self.locator.passage.removeprefix(prefix))
        return re.sub(r"[^A-Za-z0-9-]", "-", "-".join(parts))

    @property
    def url(self) -> str:
        return self.locator.url if self.locator else self.text.url


def data(value: Name | Text | Locator | Reference) -> Data:
    """A reference, or part of one, as plain data without empty fields."""
    plain: Data = {}
    for field in fields(value):
        content = getattr(value, field.name)
        if isinstance(content, tuple):
            plain[field.name] = [data(item) for item in content]
        elif isinstance(content, Name | Text | Locator):
            plain[field.name] = data(content)
        else:
            plain[field.name] = content
    return {name: item for name, item in plain.items() if item}


def reference(values: Mapping[str, Any]) -> Reference:
    """The reference from its plain data; every text in it is folded.

    Raises `KeyError` or `TypeError` if the data does not describe a reference.
    """
    text, locator = dict(values["text"]), values.get("locator")
    text["authors"] = tuple(_name(author) for author in text.get("authors", ()))
    return Reference(
        text=Text(**_folded(text)),
        locator=_locator(locator) if locator else None,
        accessed=values.get("accessed", ""),
    )


def _locator(values: Mapping[str, Any]) -> Locator:
    speaker = values.get("speaker")
    return Locator(**_folded({**values, "speaker": _name(speaker) if speaker else None}))


def _name(values: Mapping[str, str]) -> Name:
    return Name(**_folded(values))


def _folded(values: Mapping[str, Any]) -> Data:
    return {name: fold(item) if isinstance(item, str) else item for name, item in values.items()}
