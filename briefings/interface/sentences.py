"""Texts of the interface with slots: `{name}` for words, `<name>` for an element of a page.

`{count}` is a number, formatted with thousands separators. A text with a singular and a plural has
two forms separated by ` | `: `{count} question | {count} questions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from briefings import markup

SlotKind = Literal["count", "words", "element"]
FORMS = " | "
SLOT = re.compile(r"\{(?P<words>[a-z]+)\}|<(?P<element>[a-z]+)>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text with slots; it has one form, or a singular and a plural.

    >>> some = sentence("{count} hit in {year} | {count} hits in {year}")
    >>> some(count=1, year="2022"), some(count=1200, year="2022")
    ('1 hit in 2022', '1,200 hits in 2022')
    """

    forms: tuple[str, ...]
    slots: Mapping[str, SlotKind]
    fillers: tuple[Callable[..., str], ...]

    def __call__(self, **values: object) -> str:
        """The text with its slots filled in; `Markup` if an element is inserted."""
        plural = len(self.fillers) > 1 and values["count"] != 1
        return self.fillers[plural](**values)


def sentence(text: str) -> Sentence:
    """Parses a text of the list."""
    forms = tuple(text.split(FORMS))
    slots: dict[str, SlotKind] = {"count": "count"} if len(forms) > 1 else {}
    for form in forms:
        slots |= slots_of(form)
    has_elements = "element" in slots.values()
    return Sentence(forms, slots, tuple(_filler(form, has_elements) for form in forms))


def slots_of(form: str) -> dict[str, SlotKind]:
    """The slots of a text, in order, with their kinds."""
    kinds: dict[str, SlotKind] = {}
    for slot in SLOT.finditer(form):
        name = slot["words"] or slot["element"]
        kinds[name] = "element" if slot["element"] else "count" if name == "count" else "words"
    return kinds


def _filler(form: str, has_elements: bool) -> Callable[..., str]:
    pattern = form.replace("{count}", "{count:,}")
    if not has_elements:
        return pattern.format
    pattern = SLOT.sub(lambda slot: f"{{{slot['words'] or slot['element']}}}", str(form))
    between = [markup.literal(part) for part in re.split(r"\{[a-z]+\}", pattern)]
    names = re.findall(r"\{([a-z]+)\}", pattern)

    def fill(**values: object) -> str:
        filled = between[0]
        for name, after in zip(names, between[1:], strict=True):
            value = values[name]
            filled += markup.literal(f"{value:,}" if name == "count" else value) + after
        return Markup(filled)  # noqa: S704 (each part of it is)

    return fill
