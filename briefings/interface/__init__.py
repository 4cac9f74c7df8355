"""What things are called on pages, and what pages say: the one list, `templates/interface.yml`.

Navigation titles, headings, counts, badges and labels take their words from it, views and scripts
their sentences.  It is read when a word is first asked for; `check` tells an editor what is wrong
with it before a site is built.
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
    """A part of the site: its title, and what one finds there, in a sentence."""

    title: str
    means: str


@dataclass(frozen=True, slots=True)
class ThingWords:
    """A thing: what one and several are called, and what it is, in a sentence or two."""

    one: str
    many: str
    means: str

    @property
    def title(self) -> str:
        """What several are called, as a heading."""
        return capital(self.many)


def section(name: SectionName) -> SectionWords:
    """What a part of the site is called."""
    return SectionWords(**_words().named["sections"][name])


def thing(name: ThingName) -> ThingWords:
    """What a thing is called."""
    return ThingWords(**_words().named["things"][name])


def count(number: int, name: ThingName) -> str:
    """How many there are of a thing.

    >>> count(1, "question"), count(1200, "discrepancy")
    ('1 question', '1,200 discrepancies')
    """
    words = thing(name)
    return f"{number:,} {words.one if number == 1 else words.many}"


def counting(name: ThingName) -> Sentence:
    """The text that says how many there are of a thing, to be filled in."""
    words = thing(name)
    return sentence(f"{{count}} {words.one}{FORMS}{{count}} {words.many}")


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


class Labels(Mapping[str, str]):
    """The words by which one kind of thing is told apart, by key, in the order of the list."""

    def __init__(self, name: LabelsName) -> None:
        self._name = name

    def __getitem__(self, key: str) -> str:
        return _words().named["labels"][self._name][key]

    def __iter__(self) -> Iterator[str]:
        return iter(_words().named["labels"][self._name])

    def __len__(self) -> int:
        return len(_words().named["labels"][self._name])


class _Say:
    """The texts of pages and scripts, part by part, as the list has them now."""

    def __getattr__(self, part: str) -> Any:
        try:
            return _words().parts[part]
        except KeyError:
            raise AttributeError(part) from None


say = cast("Say", _Say())
"""What pages say: `say.topic.extent(...)` is the text `extent` of the part `topic`, filled in."""


def check(problems: Problems) -> None:
    """Tells every mistake of the list, each with its place."""
    problems.extend(reading.words().problems)


def _words() -> reading.Words:
    known = reading.words()
    if known.problems:
        raise InterfaceError("\n".join(map(str, known.problems)))
    return known
