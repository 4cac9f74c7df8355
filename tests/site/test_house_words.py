"""Pages speak a newspaper reader's English: ids and names of rules are for tools and data."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer
from ruamel.yaml import YAML

from briefings import interface
from tests.command import ROOT, build
from tests.conftest import Built
from tests.site.reading import fold

TWELVE = ROOT / "tests" / "corpora" / "twelve"
# What is shown as code, words of the texts themselves, and the small print beside each line of a
# source are no words of the page.
_NO_PROSE = "code, pre, script, style, template, .said, blockquote, .lines, .passage > p[id]"
_OWN = SoupStrainer(["title", "meta", "body"])
# Words by which code and data call things that pages call otherwise (see templates/interface.yml).
_HOUSE = re.compile(
    r"\b(?:witness(?:es)?|primary (?:text|witness)|exchanges?|hand-?overs?|commitments?|formulas?"
    r"|turnover|boilerplate|observations?|comparators?|likeness|counterparts?|found by rule|slugs?"
    r"|corpus|corpora)\b",
    re.IGNORECASE,
)
# In templates: what is no text of the page.
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{: #.*?\}|<[^<>]*>", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_STRING = re.compile(r"\"([^\"\n]*)\"|`[^`]*`")
_SELECTOR = re.compile(r"[>\[\]=]|^[.#]")
_ALONE = re.compile(r"(?P<words>.+?)(?: \(\d+\))?")


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("twelve") / "site"
    done = build(TWELVE / "texts", TWELVE / "editorial", folder)
    assert done.code == 0, done.said
    return Built(folder, folder, "")


def test_no_page_of_the_five_texts_speaks_in_ids(built: Built) -> None:
    assert _faults(built) == []


def test_no_page_of_twelve_texts_speaks_in_ids(twelve: Built) -> None:
    assert _faults(twelve) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>Stated in source 003.</p>", "source 003"),
        ("<p>Stated in sources 002 and 001.</p>", "sources 002"),
        ("<p>Basis: 000:65; the sum.</p>", "000:65"),
        ("<p>At 003-s2p2, above</p>", "003-s2p2"),
        ("<p><a href='#t2p5'>t2p5</a></p>", "t2p5"),
        ("<select><option>000 (29)</option></select>", "000"),
        ("<h1>003</h1>", "003"),
        ("<p>retold, likeness 40 of 100</p>", "likeness 40"),
        ("<p>found by other-comparator</p>", "other-comparator"),
    ],
)
def test_what_is_not_to_be_said_is_found(html: str, said: str) -> None:
    page = BeautifulSoup(f"<title>x</title>\n{html}", "html.parser")
    assert said in " ".join(_said(page, ("000", "001", "002", "003"), ("other-comparator",)))


@pytest.mark.parametrize(
    "html",
    [
        "<p>The source says 003.5 and 2,000 at 10:30.</p>",
        "<p>Field <code>t12p3</code> of source <code>003</code></p>",
        "<p class='said'>Source 003 met at t2p5.</p>",
        "<p>line 15</p><p>In 2000: more.</p>",
        "<a title='003-s2p2' href='#003-s2p2'>Guangming Daily, line 15</a>",
    ],
)
def test_what_may_be_said_is_let_pass(html: str) -> None:
    page = BeautifulSoup(f"<title>x</title>\n{html}", "html.parser")
    assert list(_said(page, ("000", "003"), ("other-comparator",))) == []


def test_no_template_speaks_in_words_of_the_house() -> None:
    """But for the page that documents the data, which has the names of its fields."""
    faults = [
        f"{template.name}: {words}"
        for template in sorted((ROOT / "templates").rglob("*.j2"))
        if template.name != "data.md.j2"
        for words in _house_words(_CODE.sub(" ", template.read_text("utf-8")))
    ]
    assert faults == []


def test_no_sentence_of_a_view_is_in_words_of_the_house() -> None:
    faults = [
        f"{path.name}: {words}"
        for path in sorted((ROOT / "briefings" / "views").glob("*.py"))
        for sentence in _sentences(ast.parse(path.read_text("utf-8")))
        for words in _house_words(sentence)
    ]
    assert faults == []


def test_no_script_speaks_in_words_of_the_house() -> None:
    scripts = ("js", "search", "check")
    faults = [
        f"{path.name}: {words}"
        for folder in scripts
        for path in sorted((ROOT / "docs" / "assets" / folder).glob("*.js"))
        for said in _STRING.findall(_COMMENT.sub("", path.read_text("utf-8")))
        if " " in said and not _SELECTOR.search(said)
        for words in _house_words(said)
    ]
    assert faults == []


def test_the_list_of_words_is_in_no_words_of_the_house() -> None:
    """The values of its entries: keys are for code, and llms.txt is for programs."""
    entries = YAML(typ="safe").load(interface.PATH.read_text("utf-8"))
    del entries["pages"]["programs"]
    assert [words for text in _texts(entries) for words in _house_words(text)] == []


def test_words_of_the_house_are_found_in_a_sentence() -> None:
    assert list(_house_words("the second witness; as in the primary text")) == [
        "witness",
        "primary text",
    ]
    assert list(_house_words("An announcement of one text, retold in another.")) == []


def _house_words(text: str) -> Iterator[str]:
    for match in _HOUSE.finditer(text):
        yield match[0]


def _texts(entries: Any) -> Iterator[str]:
    """The texts of a tree of entries, without their slots."""
    if isinstance(entries, dict):
        for entry in entries.values():
            yield from _texts(entry)
    else:
        yield re.sub(r"\{.*?\}", "", str(entries))


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Strings of several words, but for what documents the code."""
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and id(node) not in documents and " " in said.strip():
            yield said


def _faults(built: Built) -> list[str]:
    ids = tuple(sorted(path.stem for path in (built.folder / "data" / "sources").glob("*.json")))
    records = json.loads((built.folder / "data" / "discrepancies.json").read_text("utf-8"))
    rules = tuple({one["found_by"] for one in records["discrepancies"]} - {"editors"})
    assert built.pages
    return [
        f"{path.relative_to(built.folder)}: {said}"
        for path in built.pages
        for said in _said(_read(path), ids, rules)
    ]


def _read(path: Path) -> BeautifulSoup:
    """All that a page says, in its head and in what frames every page, too."""
    return BeautifulSoup(path.read_bytes(), "lxml", parse_only=_OWN)


def _said(page: BeautifulSoup, ids: tuple[str, ...], rules: tuple[str, ...]) -> Iterator[str]:
    """What the title, the description or the text of a page says in words of the house."""
    named, pattern = re.compile("|".join(map(re.escape, ids))), _pattern(ids, rules)
    description = page.find("meta", attrs={"name": "description"})
    texts = [page.title.get_text() if page.title else ""]
    texts += [str(description["content"])] if isinstance(description, Tag) else []
    shown = page.body or page
    for other in shown.select(_NO_PROSE):
        other.decompose()
    for one in shown.find_all(["a", "option", "h1", "h2", "h3", "th"]):
        alone = _ALONE.fullmatch(fold(one.get_text()))
        if alone and named.fullmatch(alone["words"]):
            yield alone["words"]
    # A tag is no word boundary where a sentence runs through it.
    texts.append(fold(shown.get_text()))
    for text in texts:
        for match in pattern.finditer(text):
            yield text[max(0, match.start() - 30) : match.end() + 30]


@lru_cache
def _pattern(ids: tuple[str, ...], rules: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(re.escape(one) for one in sorted(ids, key=len, reverse=True))
    named = "|".join(re.escape(one) for one in rules if "-" in one) or "(?!)"
    return re.compile(
        rf"\b[Ss]ources? (?:{known})(?![\w.-]*\w)"
        rf"|(?<![\w.,:-])(?:{known})(?:\.\d+)?:\d+"
        rf"|(?<![\w-])(?:(?:{known})-)?[ts]\d+[a-z]?p\d+[a-z]?(?!\w)"
        rf"|\blikeness \d+|(?<![\w-])(?:{named})(?![\w-])"
    )
