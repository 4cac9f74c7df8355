"""The recipes of the codebook, run as they stand there: SQL, pandas and jq answer alike."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jq
import pytest

from briefings.model.codebook import Recipe
from briefings.release.recipes import recipes
from tests.command import ROOT
from tests.conftest import Released

CASES = ROOT / "tests" / "cases" / "recipes"
RECIPES = pytest.mark.parametrize("recipe", recipes(), ids=lambda one: one.id)


def _expected(recipe: Recipe) -> Any:
    return json.loads((CASES / f"{recipe.id}.json").read_text("utf-8"))


def _plain(value: Any) -> Any:
    """What pandas and NumPy hold, as JSON has it."""
    if value is None or value != value:  # not a number
        return None
    if hasattr(value, "item"):
        return value.item()
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_there_are_ten_and_each_has_its_answer() -> None:
    assert len(recipes()) == 10
    assert {one.id for one in recipes()} == {path.stem for path in CASES.glob("*.json")}
    # Where there is no way with jq it is said why.
    assert [one.id for one in recipes() if bool(one.jq) == bool(one.without_jq)] == []
    assert [one.id for one in recipes() if not one.jq] == ["length-of-sentences"]


@RECIPES
def test_sql_answers(recipe: Recipe, released: Released) -> None:
    with closing(sqlite3.connect(released.folder / "tables" / "briefings.db")) as base:
        found = base.execute(recipe.sql)
        assert [column[0] for column in found.description] == list(recipe.columns)
        assert [list(row) for row in found] == _expected(recipe)


@RECIPES
def test_pandas_answers(
    recipe: Recipe, released: Released, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(released.folder)
    names: dict[str, Any] = {}
    exec(compile(recipe.pandas, recipe.id, "exec"), names)  # noqa: S102 - what the page shows
    answer = names["answer"]
    assert list(answer.columns) == list(recipe.columns)
    rows = answer.astype(object).to_numpy().tolist()
    assert [[_plain(value) for value in row] for row in rows] == _expected(recipe)


@pytest.mark.parametrize("recipe", [one for one in recipes() if one.jq], ids=lambda one: one.id)
def test_jq_answers(recipe: Recipe, released: Released) -> None:
    command = recipe.jq.splitlines()[0]
    options = [word for word in command.split() if word.startswith("--")]
    assert command == f"# jq {' '.join(options)} query.jq {' '.join(recipe.inputs)}"
    files = [path for name in recipe.inputs for path in sorted(released.folder.glob(name))]
    texts = [path.read_text("utf-8") for path in files]
    whole = f"[{','.join(texts)}]" if "--slurp" in options else "\n".join(texts)
    assert jq.compile(recipe.jq).input_text(whole).all() == _expected(recipe)


def test_files_that_a_recipe_names_are_in_a_release(released: Released) -> None:
    for one in recipes():
        assert [name for name in one.inputs if not list(released.folder.glob(name))] == []
    assert Path(released.folder / "tables" / "briefings.db").is_file()
