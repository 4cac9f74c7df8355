"""Generates the words that scripts show, as importable modules: `docs/assets/interface/`.

Each part of `scripts` in `templates/interface.yml` becomes a module with one export for each key;
`things` has the singular and plural of each thing. TypeScript thus knows every key and its
placeholders, a bundle contains only the words that its scripts use, and nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from briefings.resources import SITE_FILES

from . import capital
from .reading import Text, Words
from .sentences import SLOT, Sentence

FOLDER = SITE_FILES / "docs" / "assets" / "interface"
_BANNER = "// Made by `npm run bundle` of templates/interface.yml: change that.\n"


def modules(words: Words) -> dict[str, str]:
    """The text of each module, by file name."""
    texts = {
        f"{part}.js": "\n".join([_BANNER, *(_export(key, text) for key, text in texts.items()), ""])
        for part, texts in words.scripts.items()
    }
    things = [_thing(name, thing) for name, thing in words.named["things"].items()]
    return texts | {"things.js": "\n".join([_BANNER, *things, ""])}


def write(words: Words, folder: Path = FOLDER) -> None:
    """Writes the modules into a folder and deletes those of parts that no longer exist."""
    texts = modules(words)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.js"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")


def export_name(key: str) -> str:
    """The name of a key in scripts.

    >>> export_name("nothing-found")
    'nothingFound'
    """
    parts, *others = key.split("-")
    return parts + "".join(map(capital, others))


def _thing(name: str, words: Mapping[str, str]) -> str:
    forms = json.dumps({"one": words["one"], "many": words["many"]}, ensure_ascii=False)
    return f"export const {export_name(name)} = {forms};"


def _export(key: str, text: Text) -> str:
    """A text as a constant, or a function of the values that are inserted into it."""
    name = export_name(key)
    if isinstance(text, str):
        return f"export const {name} = {json.dumps(text, ensure_ascii=False)};"
    if len(text.forms) > 1:
        singular, many = map(_literal, text.forms)
        value = f"count === 1 ? {singular} : {many}"
    elif "element" in text.slots.values():
        value = _pieces(text.forms[0])
    else:
        value = _literal(text.forms[0])
    return f"{_types(text)}\nexport const {name} = ({{ {', '.join(text.slots)} }}) => {value};"


def _types(text: Sentence) -> str:
    kinds = {
        "count": "number",
        "words": "string | number",
        "element": "Node | string | (Node | string)[]",
    }
    fields = ", ".join(f"{name}: {kinds[kind]}" for name, kind in text.slots.items())
    gives = "(Node | string)[]" if "element" in text.slots.values() else "string"
    return f"/** @type {{(words: {{ {fields} }}) => {gives}}} */"


def _literal(text: str) -> str:
    """A template literal; counts are formatted with thousands separators."""
    escaped = re.sub(r"[`\\]|\$(?=\{)", r"\\\g<0>", text)
    return f"`{SLOT.sub(_value, escaped)}`"


def _value(slot: re.Match[str]) -> str:
    name = slot["words"]
    return f'${{{name}.toLocaleString("en")}}' if name == "count" else f"${{{name}}}"


def _pieces(text: str) -> str:
    """An array of the text before, between and after the inserted elements."""
    pieces: list[str] = []
    at = 0
    for slot in SLOT.finditer(text):
        if not slot["element"]:
            continue
        pieces += [_literal(text[at : slot.start()])] if slot.start() > at else []
        pieces.append(slot["element"])
        at = slot.end()
    pieces += [_literal(text[at:])] if at < len(text) else []
    return f"[{', '.join(pieces)}].flat()"
