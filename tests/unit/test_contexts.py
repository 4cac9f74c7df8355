"""The names that a template reads and those that its page passes: the same, with none left over."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import typing
from pathlib import Path
from typing import Any

import pytest
from jinja2 import meta, nodes

from briefings.render import TEMPLATES, _environment
from briefings.views.links import Link
from briefings.views.paging import Directory, Steps
from tests.command import ROOT

from .template_types import Check, members, rows_within

VIEWS = ROOT / "briefings" / "views"
# Names that every page receives: from `Lookup.page`, `pending.made` and `render`, or from
# `context_of` for lists of several pages.
SHARED = {"meta", "site", "crumbs", "linked_data", "cited", "to", "marked"}
PAGED = {"paged", "directory", "steps"}
GLOBALS = {"anchors", "ids", "urls", "interface", "say", "front_matter", "json_ld", "dict", "range"}
# Names that the template does not read: `within` is part of the breadcrumbs (`crumbs`).
READ_ELSEWHERE = {"within"}
# Dictionaries within contexts, and why they are no dataclasses.
DICTIONARIES = {
    ".keys": "the values by which a table is filtered; templates write all of them",
    ".tables": "descriptions of data files, as published in datapackage.json",
    ".flat": "descriptions of flat tables, as published",
}


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


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_a_template_reads_only_fields_that_its_rows_have(template: str) -> None:
    hints = typing.get_type_hints(CONTEXTS[template])
    context = {name: members(hint) for name, hint in hints.items()}
    paged = {"directory": (Directory,), "steps": (Steps,)}
    check = Check()
    check.page(template, {**paged, **context})
    assert check.errors == []


@pytest.mark.parametrize("template", sorted(CONTEXTS))
def test_rows_are_dataclasses_and_not_dictionaries(template: str) -> None:
    loose = {
        way
        for way, type_ in rows_within(CONTEXTS[template])
        if type_ in (dict, Any, object) or typing.get_origin(type_) is dict
    }
    assert {way for way in loose if not way.endswith(tuple(DICTIONARIES))} == set()


def test_a_field_that_a_row_does_not_have_is_found_in_loops_and_macros() -> None:
    check = Check()
    check.page("outlets.md.j2", {"rows": (list[Link],), "steps": (Steps,)})
    assert {error.partition(": ")[2] for error in check.errors} == {
        "Link has no name",
        "Link has no other_names",
        "Link has no questions",
        "Link has no recent",
    }
    check = Check()
    check.page("outlets.md.j2", {"directory": (Steps,)})
    assert "Steps has no label" in {error.partition(": ")[2] for error in check.errors}
