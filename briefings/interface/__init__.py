"""The names of things on pages, and the sentences of pages, from one list:
`templates/interface.yml`.

Navigation titles, headings, counts, badges and labels use its words; views and scripts use its
sentences. It is read when a word is first needed; `check` reports mistakes in it before a site is
built.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from briefings.problems import Problems

from . import reading
from .names import LabelsName, SectionName, ThingName
from .reading import PATH, InterfaceError, digest, reload
from .sentences import FORMS, Sentence, sentence

if TYPE_CHECKING:
    from .parts import Say

__all__ = [
    "PATH",
    "InterfaceError",
    "Labels",
    "LabelsName",
    "SectionName",
    "SectionWords",
    "ThingName",
    "ThingWords",
    "capital",
    "check",
    "count",
    "counting",
    "digest",
    "reload",
    "say",
    "section",
    "thing",
]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A section of the site: its title, and a sentence on its contents."""

    title: str
    means: str


@dataclass(frozen=True, slots=True)
class ThingWords:
    """A thing: its singular and plural, and an explanation of one or two sentences."""

    one: str
    many: str
    means: str

    @property
    def title(self) -> str:
        """The plural, as a heading."""
        return capital(self.many)


def section(name: SectionName) -> SectionWords:
    """The words for a section of the site."""
    return SectionWords(**_words().named["sections"][name])


def thing(name: ThingName) -> ThingWords:
    """The words for a thing."""
    return ThingWords(**_words().named["things"][name])


def count(number: int, name: ThingName) -> str:
    """A number of things, in words.

    >>> count(1, "question"), count(1200, "discrepancy")
    ('1 question', '1,200 discrepancies')
    """
    words = thing(name)
    return f"{number:,} {words.one if number == 1 else words.many}"


def counting(name: ThingName) -> Sentence:
    """The unfilled text for a number of things."""
    words = thing(name)
    return sentence(f"{{count}} {words.one}{FORMS}{{count}} {words.many}")


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


class Labels(Mapping[str, str]):
    """The labels of one kind of thing, by key, in the order of the list."""

    def __init__(self, name: LabelsName) -> None:
        self._name = name

    def __getitem__(self, key: str) -> str:
        return _words().named["labels"][self._name][key]

    def __iter__(self) -> Iterator[str]:
        return iter(_words().named["labels"][self._name])

    def __len__(self) -> int:
        return len(_words().named["labels"][self._name])


class _Say:
    """The texts of pages and scripts, by part, in their current version."""

    def __getattr__(self, part: str) -> Any:
        try:
            return _words().parts[part]
        except KeyError:
            raise AttributeError(part) from None


say = cast("Say", _Say())
"""The texts of pages: `say.topic.extent(...)` fills in the text `extent` of the part `topic`."""


def check(problems: Problems) -> None:
    """Reports every mistake in the list, with its position."""
    problems.extend(reading.words().problems)


def _words() -> reading.Words:
    known = reading.words()
    if known.problems:
        raise InterfaceError("\n".join(map(str, known.problems)))
    return known
