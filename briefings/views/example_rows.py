"""The rows of examples on hubs; `form` says how `_macros/hubs.md.j2` draws each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .front import Contrast
from .numbers import Number
from .questions import Question
from .text_links import TextLink


@dataclass(frozen=True, slots=True)
class NumberExample:
    """A figure."""

    number: Number
    form: ClassVar[str] = "number"


@dataclass(frozen=True, slots=True)
class QuestionExample:
    """A speaker, an outlet or a topic, with a question."""

    name: str
    url: str
    role: str | None
    asked: Question | None
    form: ClassVar[str] = "question"


@dataclass(frozen=True, slots=True)
class WordsExample:
    """A title with a text; `said` says that the words are quoted, from the text `of`."""

    title: str
    url: str
    text: str
    said: bool
    meta: str
    of: TextLink | None
    form: ClassVar[str] = "words"


@dataclass(frozen=True, slots=True)
class TextsExample:
    """Two texts side by side."""

    title: str
    url: str
    a: TextLink
    b: TextLink
    form: ClassVar[str] = "texts"


@dataclass(frozen=True, slots=True)
class SidesExample:
    """What two texts say."""

    contrast: Contrast
    form: ClassVar[str] = "sides"


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a phrase, with how often and when it was first said."""

    text: str
    count: str
    first: str


@dataclass(frozen=True, slots=True)
class VariantsExample:
    """A phrase with its most frequent wordings."""

    title: str
    url: str
    variants: list[Wording]
    form: ClassVar[str] = "variants"


Example = (
    NumberExample | QuestionExample | WordsExample | TextsExample | SidesExample | VariantsExample
)
