"""House rules, checked on the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from briefings import urls
from tests.command import FIVE

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "briefings"
MODULES = sorted(PACKAGE.rglob("*.py"))
SECTIONS = {text for text in vars(urls).values() if re.fullmatch(r"[a-z]+/", str(text))}
STAGES = {
    "editorial",
    "read",
    "clean",
    "parse",
    "extract",
    "group",
    "relate",
    "registry",
    "annotate",
    "survey",
    "views",
    "render",
    "publish",
}
# The pipeline calls all stages; `new` and earlier editions take one file through the first of them,
# `note` reads what editors wrote, `merge-names` asks for the report and checks what it writes,
# `propose` counts what the site would put on a topic,
# `texts` serves programs, `composing` takes the corpus through the stages that make pages,
# `binding` through those that make books, `release` packs what others publish, `tables` flattens
# the records of the published data.
CALLERS = {
    "binding", "composing", "gathering", "pipeline", "intake", "earlier", "merging", "proposals",
    "release", "suggestions", "tables", "texts",
}  # fmt: skip
# Names of HTML elements that a module other than `markup` has no business to write.
_TAG = re.compile(
    r"(?<!\?P)</?(?:a|abbr|article|aside|b|blockquote|body|br|button|cite|code|data|del|details|dfn|div|dl"
    r"|em|figure|h[1-6]|head|html|i|img|ins|li|link|mark|meta|nav|ol|p|path|pre|script|section"
    r"|small|span|strong|style|sub|summary|sup|svg|table|td|th|time|tr|ul)(?:\s[^<>]*)?/?>"
)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _home(path: Path) -> str:
    """The stage or shared module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a file imports, with its absolute name."""
    package = ["briefings", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def _stages_imported(path: Path) -> set[tuple[int, str]]:
    found = set()
    for line, name in _imports(path):
        parts = name.split(".")
        if parts[0] == "briefings" and len(parts) > 1 and parts[1] in STAGES:
            found.add((line, parts[1]))
    return found


def test_no_stage_imports_another_and_only_the_pipeline_imports_them_all() -> None:
    foreign = [
        f"{path.relative_to(ROOT)}:{line} imports {stage}"
        for path in MODULES
        for line, stage in sorted(_stages_imported(path))
        if _home(path) not in {stage, *CALLERS}
    ]
    assert foreign == []


def test_no_module_of_the_model_leads_back_to_itself() -> None:
    """Imports for type checkers count as well."""
    leads = {
        path.stem: {
            node.module
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module
        }
        for path in (PACKAGE / "model").glob("[!_]*.py")
    }
    while leaves := {name for name, others in leads.items() if not others & leads.keys()}:
        leads = {name: others for name, others in leads.items() if name not in leaves}
    assert leads == {}


def test_the_pipeline_calls_the_stages() -> None:
    callers = (
        *sorted((PACKAGE / "gathering").glob("*.py")),
        *sorted((PACKAGE / "pipeline").glob("*.py")),
        PACKAGE / "composing.py",
    )
    called = {stage for path in callers for _, stage in _stages_imported(path)}
    present = {stage for stage in STAGES if any(_home(path) == stage for path in MODULES)}
    assert called == present


def test_the_command_calls_no_stage() -> None:
    source = (ROOT / "build_site.py").read_text(encoding="utf-8")
    names = re.findall(r"briefings\.(\w+)", source)
    assert not STAGES & set(names)
    assert not _stages_imported(PACKAGE / "command.py")


def test_beautiful_soup_is_imported_by_clean_only() -> None:
    users = {_home(path) for path in MODULES for _, name in _imports(path) if name[:3] == "bs4"}
    assert users <= {"clean"}


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string constants that are not docstrings."""
    tree = _tree(path)
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_only_markup_writes_tags() -> None:
    """`clean` reads tags, so it may name them."""
    tags = [
        f"{path.relative_to(ROOT)}:{line} writes {text!r}"
        for path in MODULES
        if _home(path) not in {"markup", "clean"}
        for line, text in _strings(path)
        if _TAG.search(text)
    ]
    assert tags == []


def _literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield whole strings that are not docstrings, with a star for each field of an f-string."""
    tree = _tree(path)
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in ast.walk(node) if part is not node}
            filled = (
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values
            )
            yield node.lineno, "".join(filled)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.add(id(node.value))
        elif isinstance(node, ast.Constant) and id(node) not in parts:
            yield node.lineno, str(node.value)


def test_every_address_is_made_by_urls() -> None:
    """`model` may not import it; what editors write lies in folders of the same names."""
    address = re.compile(rf"/?(?:{'|'.join(SECTIONS)})(?:[\w*./#-]*)(?<!\.yml)")
    own = {PACKAGE / "urls.py", PACKAGE / "model" / "page.py"}
    made = [
        f"{path.relative_to(ROOT)}:{line} makes {text!r}"
        for path in MODULES
        if path not in own
        for line, text in _literals(path)
        if address.fullmatch(text)
    ]
    assert made == []


def test_templates_and_theme_lead_to_sections_by_their_names() -> None:
    linked = [
        (path.relative_to(ROOT).as_posix(), url)
        for folder in ("templates", "theme")
        for path in sorted((ROOT / folder).rglob("*.*"))
        if path.suffix in (".j2", ".html")
        for url in re.findall(r"""(?:to\(|\{\{ )["']([^"']*/)["']""", path.read_text("utf-8"))
    ]
    assert linked
    # The theme is MkDocs': it knows no module, but each address in it must be one.
    assert [one for one in linked if one[0].startswith("templates/")] == []
    assert [one for one in linked if one[1] not in SECTIONS] == []


@pytest.mark.parametrize("file", ["people.yml", "outlets.yml"])
def test_no_person_or_outlet_is_named_in_code(file: str) -> None:
    entries = YAML(typ="safe").load((FIVE / "editorial" / file).read_text(encoding="utf-8"))
    names = {entry["name"] for entry in entries.values()}
    assert names
    named = [
        f"{path.relative_to(ROOT)} names {name}"
        for path in MODULES
        for name in sorted(names)
        if re.search(rf"\b{re.escape(name)}\b", path.read_text(encoding="utf-8"))
    ]
    assert named == []


def test_nothing_reads_the_clock_or_rolls_dice() -> None:
    banned = {"random", "secrets", "time.time", "datetime.now", "date.today", "datetime.today"}
    # The command alone knows what day it is, to write it into notes and editions.
    for path in set(MODULES) - {PACKAGE / "command.py"}:
        imported = {name.removeprefix("datetime.") for _, name in _imports(path)}
        assert not imported & banned, path
        calls = {
            ast.unparse(node.func) for node in ast.walk(_tree(path)) if isinstance(node, ast.Call)
        }
        assert not {call for call in calls if call in banned or call.endswith((".now", ".today"))}
