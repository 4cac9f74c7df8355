"""The names that a template reads and those that its page passes: the same, with none left over."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from briefings.render import TEMPLATES, _environment
from tests.command import ROOT

VIEWS = ROOT / "briefings" / "views"
# Names that every page receives: from `Lookup.page`, `pending.made` and `render`, or from
# `context_of` for lists of several pages.
SHARED = {"meta", "site", "crumbs", "linked_data", "cited", "to", "marked"}
PAGED = {"paged", "directory", "steps"}
GLOBALS = {"anchors", "ids", "urls", "interface", "say", "front_matter", "json_ld", "dict", "range"}
# Names that the template does not read: `within` is part of the breadcrumbs (`crumbs`).
READ_ELSEWHERE = {"within"}


def _contexts() -> dict[str, type]:
    """Map templates to dataclasses: `context_of(TopicPage(...))` next to "topic.md.j2"."""
    found: dict[str, type] = {}
    for path in sorted(VIEWS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            parts = {id(part) for one in ast.walk(node) if isinstance(one, ast.JoinedStr)
                     for part in one.values}  # fmt: skip
            names = {
                str(one.value)
                for one in ast.walk(node)
                if isinstance(one, ast.Constant)
                and id(one) not in parts
                and re.fullmatch(r"[\w-]+\.md(\.j2)?", str(one.value))
            }
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "context_of":
                    module = importlib.import_module(f"briefings.views.{path.stem}")
                    [template] = names
                    found[template] = _class_of(call.args[0], module.__dict__)
    return found


def _class_of(given: ast.expr, names: dict[str, object]) -> type:
    """Return the dataclass of an argument of `context_of`: called directly, or returned by a
    function."""
    if isinstance(given, ast.IfExp):
        given = given.body
    assert isinstance(given, ast.Call), ast.unparse(given)
    made = names[ast.unparse(given.func)]
    if not isinstance(made, type):
        made = names[str(made.__annotations__["return"])]
    assert isinstance(made, type)
    return made


CONTEXTS = _contexts()


def _read(template: str) -> set[str]:
    """Return the names that a template, and those that it extends, read from the context."""
    environment = _environment()
    waiting, names = [template], set[str]()
    while waiting:
        loader = environment.loader
        assert loader is not None
        source = loader.get_source(environment, waiting.pop())[0]
        tree = environment.parse(source)
        own = {one.target for one in tree.find_all(nodes.Import)}
        own |= {one.name for one in tree.find_all(nodes.Macro)}
        own |= {str(getattr(one.target, "name", "")) for one in tree.find_all(nodes.Assign)}
        names |= meta.find_undeclared_variables(tree) - own
        waiting += re.findall(r'\{% extends "([^"]+)"', source)
    return names - GLOBALS


def test_every_template_of_a_page_has_a_context_of_its_own() -> None:
    pages = {path.name for path in Path(TEMPLATES[0]).glob("*.md.j2")} | {"about.md"}
    assert pages - {"_layout.md.j2", "unmade.md.j2"} == set(CONTEXTS)


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_a_template_reads_the_fields_of_its_context_and_no_others(template: str) -> None:
    context = CONTEXTS[template]
    assert dataclasses.is_dataclass(context)
    assert context.__dataclass_params__.frozen  # type: ignore[attr-defined]
    fields = {one.name for one in dataclasses.fields(context)}
    read = _read(template)
    assert sorted(read - SHARED - PAGED - fields) == [], "no field of the context"
    assert sorted(fields - read - READ_ELSEWHERE) == [], "read by nothing"
