"""Generates the types of the texts of pages and scripts: `briefings/interface/parts.py`.

Each part of `pages` and `scripts` in `templates/interface.yml` becomes a class with one line for
each key. With it, mypy checks every key and its placeholders, and `reading` detects what is missing
from the list. The texts themselves are only in the list.
"""

from __future__ import annotations

from briefings.resources import PACKAGE

from .reading import Text, Words, python_name
from .sentences import SlotKind

PATH = PACKAGE / "interface" / "parts.py"
_WIDTH = 100
_TYPES: dict[SlotKind, str] = {"count": "int", "words": "str | int", "element": "Markup"}
_HEAD = '''\
"""What goes into each text of pages and scripts, by part and key.

Made by `npm run bundle` of templates/interface.yml: change that.
"""

# fmt: off
from __future__ import annotations

from typing import Protocol

from markupsafe import Markup
'''


def module(words: Words) -> str:
    """The source text of the module."""
    texts = words.pages | words.scripts
    lines = _HEAD.splitlines()
    for part, keys in texts.items():
        lines += ["", "", f"class {_class(part)}(Protocol):"]
        lines += [line for key, text in keys.items() for line in _member(key, text)]
    lines += ["", "", "class Say(Protocol):", '    """All of them."""', ""]
    lines += [f"    {python_name(part)}: {_class(part)}" for part in texts]
    return "\n".join([*lines, ""])


def _class(part: str) -> str:
    return "".join(word.capitalize() for word in part.split("-"))


def _member(key: str, text: Text) -> list[str]:
    name = python_name(key)
    if isinstance(text, str):
        return [f"    {name}: str"]
    slots = ", ".join(f"{slot}: {_TYPES[kind]}" for slot, kind in text.slots.items())
    line = f"    def {name}(self, *, {slots}) -> str: ..."
    if len(line) <= _WIDTH:
        return [line]
    if len(f"        self, *, {slots}") <= _WIDTH:
        return [f"    def {name}(", f"        self, *, {slots}", "    ) -> str: ..."]
    lines = [f"        {slot}: {_TYPES[kind]}," for slot, kind in text.slots.items()]
    return [f"    def {name}(", "        self,", "        *,", *lines, "    ) -> str: ..."]
