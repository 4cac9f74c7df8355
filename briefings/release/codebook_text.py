"""The codebook as Markdown, for people who have the data without the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.model.codebook import Codebook, CodebookField, CodebookTable, Recipe
from briefings.publish.data import DataFile, described

from .changes_text import plain

PATH = "codebook.md"


def codebook_file(codebook: Codebook) -> DataFile:
    """`data/codebook.md`."""
    entry = described(
        PATH, "codebook", "Codebook", "text/markdown",
        "Every table and field: what it holds, how that was found, how right it is; "
        "and recipes that answer questions with them.",
    )  # fmt: skip
    return DataFile(PATH, None, lambda: [codebook_text(codebook)], entry)


def codebook_text(codebook: Codebook) -> str:
    """The complete codebook."""
    return "\n".join(_lines(codebook)) + "\n"


def _lines(codebook: Codebook) -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield (
        "Every table and field of the data: what it holds, how that was found, how right it is. "
        "Accuracy is measured on texts that no rule of the program was written for, against what a "
        "reader had found in them before. Where nothing is said of it, it was not measured."
    )
    for heading, entries in (("Types", codebook.kinds), ("How it is found", codebook.ways)):
        yield from ("", f"## {heading}", "")
        yield from (f"* **{name}**: {_words(about)}" for name, about in entries)
    yield from ("", "## Fields that many tables have", "")
    yield from _fields(codebook.shared)
    for table in codebook.tables:
        yield from _table(table)
    yield from ("", "## Recipes", "")
    yield (
        f"{len(codebook.recipes)} questions, each answered in SQL (`tables/briefings.db` of a "
        "release), with pandas (the Parquet files beside it) and with jq (the JSON files)."
    )
    for recipe in codebook.recipes:
        yield from _recipe(recipe)


def _table(table: CodebookTable) -> Iterator[str]:
    yield from ("", f"## {plain(table.title)} (`{table.name}`)", "", _words(table.row), "")
    yield f"Key: {_codes(table.key)}."
    yield from (f"`{field}` leads to `{other}`." for field, other in table.refers)
    if table.weaknesses:
        yield from ("", "Beware:", "")
        yield from (f"* {_words(weakness)}" for weakness in table.weaknesses)
    yield ""
    yield from _fields(table.fields)
    if table.shared:
        yield f"* {_codes(table.shared)}: see the fields that many tables have"
    yield ""
    if not table.example:
        yield "These texts have no row of it."
        return
    yield from ("An example row:", "", "| field | value |", "|---|---|")
    yield from (
        f"| `{name}` | {plain(value)} |".replace("\n", " ") for name, value in table.example
    )


def _fields(fields: Iterable[CodebookField]) -> Iterator[str]:
    for field in fields:
        facts = filter(None, (field.kind, field.unit, "may be empty" if field.empty else ""))
        line = f"* `{field.name}` ({', '.join(facts)}; {field.found}): {_words(field.description)}"
        if field.values:
            line += f" One of {_codes(field.values)}."
        if field.measured:
            line += f" Accuracy: {field.measured}."
        yield line


def _recipe(recipe: Recipe) -> Iterator[str]:
    yield from ("", f"### {plain(recipe.question)}", "", f"Lists {_codes(recipe.columns)}.")
    ways = [("sql", recipe.sql), ("python", recipe.pandas)]
    if recipe.jq:
        ways.append(("jq", recipe.jq))
    for language, text in ways:
        yield from ("", f"```{language}", text.rstrip("\n"), "```")
    if recipe.jq:
        yield from ("", f"jq reads {_codes(recipe.inputs)}.")
    else:
        yield from ("", f"Not with jq: {_words(recipe.without_jq)}")


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _words(text: str) -> str:
    """Our own sentences, in which names are marked by backticks."""
    return "`".join(part if n % 2 else plain(part) for n, part in enumerate(text.split("`")))
