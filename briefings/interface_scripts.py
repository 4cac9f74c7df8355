"""The words that scripts show, as modules which scripts import: `docs/assets/interface/`.

Each part of `scripts` in `templates/interface.yml` becomes a module with one export for each key,
and `things` one with what one and many of them are called.  TypeScript then knows every key and
what is inserted, a bundle holds what its scripts use and no more, and nothing is fetched.

    python -m briefings.interface_scripts

writes them, as `npm run bundle` does first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from . import interface
from .interface import Forms
from .resources import SITE_FILES

FOLDER = SITE_FILES / "docs" / "assets" / "interface"
_BANNER = "// Made by `npm run bundle` of templates/interface.yml: change that.\n"
_INSERTED = re.compile(interface.INSERTION)


def modules() -> dict[str, str]:
    """The text of each module, by its file name.

    Raises InterfaceError where the list is not as it should be.
    """
    texts = {
        f"{part}.js": "\n".join([_BANNER, *(_export(key, text) for key, text in words.items()), ""])
        for part, words in interface.scripts().items()
    }
    return texts | {
        "things.js": "\n".join([_BANNER, *map(_thing, get_args(interface.ThingName)), ""])
    }


def write(folder: Path = FOLDER) -> None:
    """Writes the modules into a folder and takes away those of parts that are no more."""
    texts = modules()
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.js"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def export_name(key: str) -> str:
    """What a key of the list is called in scripts.

    >>> export_name("nothing-found")
    'nothingFound'
    """
    first, *others = key.split("-")
    return first + "".join(map(interface.capital, others))


def _thing(name: interface.ThingName) -> str:
    words = interface.thing(name)
    forms = json.dumps({"one": words.one, "many": words.many}, ensure_ascii=False)
    return f"export const {export_name(name)} = {forms};"


def _export(key: str, text: str | Forms) -> str:
    """A text as it stands, or a function of what is inserted into it."""
    name = export_name(key)
    forms = [text] if isinstance(text, str) else [text.one, text.many]
    inserted = {
        found["text"] or found["element"]: "PIECES" if found["element"] else "TEXT"
        for form in forms
        for found in _INSERTED.finditer(form)
    }
    if isinstance(text, Forms):
        inserted["count"] = "number"
        one, many = (_literal(form) for form in forms)
        given = f"count === 1 ? {one} : {many}"
    elif not inserted:
        return f"export const {name} = {json.dumps(text, ensure_ascii=False)};"
    else:
        given = _pieces(text) if "PIECES" in inserted.values() else _literal(text)
    return f"{_types(inserted)}\nexport const {name} = ({{ {', '.join(inserted)} }}) => {given};"


def _types(inserted: Mapping[str, str]) -> str:
    kinds = {
        "number": "number",
        "TEXT": "string | number",
        "PIECES": "Node | string | (Node | string)[]",
    }
    fields = ", ".join(f"{name}: {kinds[kind]}" for name, kind in inserted.items())
    gives = "(Node | string)[]" if "PIECES" in inserted.values() else "string"
    return f"/** @type {{(words: {{ {fields} }}) => {gives}}} */"


def _literal(text: str) -> str:
    """A template literal; a count is written as readers write it, with its thousands apart."""
    escaped = re.sub(r"[`\\]|\$(?=\{)", r"\\\g<0>", text)
    return f"`{_INSERTED.sub(_value, escaped)}`"


def _value(found: re.Match[str]) -> str:
    name = found["text"]
    return f'${{{name}.toLocaleString("en")}}' if name == "count" else f"${{{name}}}"


def _pieces(text: str) -> str:
    """A list of what stands before, between and after the elements that are inserted."""
    pieces: list[str] = []
    at = 0
    for found in _INSERTED.finditer(text):
        if not found["element"]:
            continue
        pieces += [_literal(text[at : found.start()])] if found.start() > at else []
        pieces.append(found["element"])
        at = found.end()
    pieces += [_literal(text[at:])] if at < len(text) else []
    return f"[{', '.join(pieces)}].flat()"


if __name__ == "__main__":
    write()
