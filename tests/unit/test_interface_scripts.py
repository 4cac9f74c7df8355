"""The words that scripts show: from the list of words, and nowhere else in scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.interface import declared, reading, scripts
from briefings.interface.sentences import sentence
from tests.command import ROOT

ASSETS = ROOT / "docs" / "assets"
# What English is made of, and the wording of citations, which `briefings/cite` shares.
OTHER_HOMES = {"references.js", "styles.js", "question.js", "words.js"}
SCRIPTS = [
    path
    for folder in ("js", "search", "check")
    for path in sorted((ASSETS / folder).glob("*.js"))
    if path.name not in OTHER_HOMES
]
_LITERAL = re.compile(
    r"""/\*.*?\*/ | (?<![:"`\\])//[^\n]*                     # comments
      | (?<=[(,=:?&|!\[])[ ]?/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/  # patterns
      | "(?P<text>(?:\\.|[^"\\\n])*)" | `(?P<template>(?:\\.|[^`\\])*)`""",
    re.DOTALL | re.VERBOSE,
)
_CODE = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
# A word with a capital, or two words one after the other.
_WORDS = re.compile(r"^\W*[A-Z][a-z]+\b|(?<![\w.#\[-])[A-Za-z’]{2,}[,;:]? [a-z’“]{2,}")
_SELECTOR = re.compile(r"^\.| > |:is\(|^[\w\[\]-]+(?:, [\w\[\]-]+)+$")
# What no reader sees: names of classes and keys, media, and what is wrong with the program.
_UNSEEN = re.compile(r"(?:class|className|key|[kK]ey ===|key !==|Error\(|matchMedia\():?\s*$")


def _literals(script: str) -> Iterator[tuple[int, str]]:
    """The literals that look like words for readers, with their lines."""
    for found in _LITERAL.finditer(script):
        text = found["text"] if found["text"] is not None else found["template"]
        if text is None or _UNSEEN.search(script[: found.start()]):
            continue
        words = _CODE.sub("", text)
        if _WORDS.search(words) and not _SELECTOR.search(words):
            yield script.count("\n", 0, found.start()) + 1, text


@pytest.mark.parametrize(
    "script",
    [
        'button.textContent = "Close";',
        "status.textContent = `${number} of these words`;",
        'el("p", {}, "and as such");',
        'button.title = "Take the marks away";',
        'bar.setAttribute("aria-label", "Hits");',
        '/* A "comment". */ field.placeholder = "Words, or a name";',
    ],
)
def test_words_for_readers_are_told_from_other_literals(script: str) -> None:
    assert len([*_literals(script)]) == 1


@pytest.mark.parametrize(
    "script",
    [
        '// It says "Nothing found" here.',
        'throw new Error("The index was not opened.");',
        'if (event.key === "Escape") close();',
        'el("span", { className: "badge quality" });',
        'document.querySelector(".passage > details summary");',
        'const FIELDS = "input, textarea, select, [popover]";',
        "list.append(words.nothingFound);",
    ],
)
def test_what_no_reader_sees_is_no_word_of_the_interface(script: str) -> None:
    assert not [*_literals(script)]


def test_no_script_has_words_of_its_own() -> None:
    own = [
        f"{path.relative_to(ROOT)}:{line} {text!r}"
        for path in SCRIPTS
        for line, text in _literals(path.read_text("utf-8"))
    ]
    assert own == []


def test_every_word_of_scripts_is_shown_by_one() -> None:
    shown: set[tuple[str, str]] = set()
    for path in SCRIPTS:
        script = path.read_text("utf-8")
        for name, part in re.findall(r'import \* as (\w+) from "../interface/(\w+)\.js"', script):
            shown |= {(part, key) for key in re.findall(rf"\b{name}\.(\w+)", script)}
    listed = {
        (part, scripts.export_name(key))
        for part, words in reading.words().scripts.items()
        for key in words
    }
    assert listed - shown == set()


def test_scripts_import_what_the_list_says() -> None:
    kept = {path.name: path.read_text("utf-8") for path in scripts.FOLDER.glob("*.js")}
    assert kept == scripts.modules(reading.words()), "run `npm run bundle`"


def test_modules_of_parts_that_are_no_more_go(tmp_path: Path) -> None:
    (tmp_path / "gone.js").write_text("", "utf-8")
    scripts.write(reading.words(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*scripts.modules(reading.words())}


@pytest.mark.parametrize(
    ("text", "export"),
    [
        ("It’s", 'export const some = "It’s";'),
        (
            "A `{place}` of ${all}, {place}",
            "/** @type {(words: { place: string | number, all: string | number }) => string} */\n"
            "export const some = ({ place, all }) => `A \\`${place}\\` of \\$${all}, ${place}`;",
        ),
        (
            "See <link>, {day}.",
            "/** @type {(words: { link: Node | string | (Node | string)[], day: string | number })"
            " => (Node | string)[]} */\n"
            "export const some = ({ link, day }) => [`See `, link, `, ${day}.`].flat();",
        ),
        (
            "{count} hit | {count} hits",
            "/** @type {(words: { count: number }) => string} */\n"
            'export const some = ({ count }) => count === 1 ? `${count.toLocaleString("en")} hit`'
            ' : `${count.toLocaleString("en")} hits`;',
        ),
    ],
)
def test_a_text_becomes_a_word_or_a_function_of_what_goes_in(text: str, export: str) -> None:
    said = sentence(text) if "{" in text else text
    words = reading.Words({"things": {}}, {}, {"part": {"some": said}}, {}, ())
    assert export in scripts.modules(words)["part.js"]


def test_python_knows_what_goes_into_each_text() -> None:
    kept = declared.PATH.read_text("utf-8")
    assert kept == declared.module(reading.words()), "run `npm run bundle`"
