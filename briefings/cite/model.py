"""What is cited: a text or a page, and where a part of it is meant, the place in it.

A reference is plain data as well, under the keys of its fields, empty ones left out: so it stands
in a page, where a script that writes the same styles fills in what only a reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

Kind = Literal["transcript", "partial-transcript", "article", "page"]
Mode = Literal["", "direct", "reported"]
Data = dict[str, Any]

# White space and control characters, written out so that a script can fold the same ones.
_SPACE = re.compile(
    r"[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)


def fold(text: str) -> str:
    """Each run of white space and control characters as one space, none at the ends.

    >>> fold(" a\\n\\u00a0b\\u2028")
    'a b'
    """
    return _SPACE.sub(" ", text).strip(" ")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as printed, or an organisation's.

    `family` is the part of it that is the family's name, "" where that is not known or where there
    is none; it stands at the beginning or the end of `name`.
    """

    name: str
    family: str = ""

    @property
    def given(self) -> str:
        """What is left of the name without the family's, "" where that is not known."""
        if not self.family:
            return ""
        first = self.name.startswith(f"{self.family} ")
        rest = self.name.removeprefix(self.family) if first else self.name[: -len(self.family)]
        return rest.strip()

    @property
    def inverted(self) -> str:
        """`Family, Given`, or the name as it is."""
        return f"{self.family}, {self.given}" if self.given else self.name


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is cited, or a page of the site.

    `title` stands in square brackets where editors gave it.  `authors` are those of an article's
    byline or its publisher, or who held the briefing of which a text is the transcript.  `event`
    is the briefing's name, `held` its day, `issued` the day of publication, or else that of the
    event; both are ISO, in part where only part is known (`--01-10`).  `quality` is in words.
    Addresses are absolute, "" where none is known; `key` is an id for data of libraries.
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
    """A passage of a text, with words of it that are quoted or a value as it is stated there.

    `lines` is in words ("line 65").  `mode` says, of an article, whether it has the speaker's own
    words.
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
    """What every style of citation is written from; `accessed` is a day, ISO."""

    text: Text
    locator: Locator | None = None
    accessed: str = ""

    @property
    def authors(self) -> tuple[Name, ...]:
        """Whose work is cited: of a transcript's passage whoever speaks."""
        if self.locator and self.text.is_transcript:
            return (self.locator.speaker,) if self.locator.speaker else ()
        return self.text.authors

    @property
    def key(self) -> str:
        """An id of letters, digits and hyphens of what is cited."""
        parts = [self.text.key]
        if self.locator:
            prefix = f"{self.text.source}-"
            parts.append(self.locator.passage.removeprefix(prefix))
        return re.sub(r"[^A-Za-z0-9-]", "-", "-".join(parts))

    @property
    def url(self) -> str:
        return self.locator.url if self.locator else self.text.url


def data(value: Name | Text | Locator | Reference) -> Data:
    """A reference or a part of it as plain data, without what is empty."""
    made: Data = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, tuple):
            made[field.name] = [data(one) for one in held]
        elif isinstance(held, Name | Text | Locator):
            made[field.name] = data(held)
        else:
            made[field.name] = held
    return {name: one for name, one in made.items() if one}


def reference(given: Mapping[str, Any]) -> Reference:
    """The reference of which this is the data; every text in it folded.

    Raises `KeyError` or `TypeError` where it is the data of none.
    """
    text, locator = dict(given["text"]), given.get("locator")
    text["authors"] = tuple(_name(one) for one in text.get("authors", ()))
    return Reference(
        text=Text(**_folded(text)),
        locator=_locator(locator) if locator else None,
        accessed=given.get("accessed", ""),
    )


def _locator(given: Mapping[str, Any]) -> Locator:
    speaker = given.get("speaker")
    return Locator(**_folded({**given, "speaker": _name(speaker) if speaker else None}))


def _name(given: Mapping[str, str]) -> Name:
    return Name(**_folded(given))


def _folded(given: Mapping[str, Any]) -> Data:
    return {name: fold(one) if isinstance(one, str) else one for name, one in given.items()}
