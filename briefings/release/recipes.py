"""Recipes: questions with three ways to answer them, as files that pages show and tests run.

A recipe is a folder below `templates/recipes/`: `about.yml`, `query.sql` for the SQLite file,
`query.py` for pandas and, if the question can be answered with jq, `query.jq` for the JSON files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from briefings import resources
from briefings.model.codebook import Recipe

FOLDER = resources.SITE_FILES / "templates" / "recipes"


@cache
def recipes() -> tuple[Recipe, ...]:
    """All recipes, in the order of their folders."""
    return tuple(_recipe(path) for path in sorted(FOLDER.iterdir()) if path.is_dir())


def _recipe(folder: Path) -> Recipe:
    about = yaml.safe_load((folder / "about.yml").read_text("utf-8"))
    jq = folder / "query.jq"
    return Recipe(
        id=folder.name.partition("-")[2],
        question=about["question"],
        columns=tuple(about["columns"]),
        sql=(folder / "query.sql").read_text("utf-8"),
        pandas=(folder / "query.py").read_text("utf-8"),
        jq=jq.read_text("utf-8") if jq.is_file() else "",
        inputs=tuple(about.get("inputs", ())),
        without_jq=about.get("without_jq", ""),
    )
