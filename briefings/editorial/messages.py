"""Turns validation errors into messages for editors, with line and column."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ..problems import Problems
from .document import Document, Loc

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "yes or no",
    "list_type": "a list",
    "dict_type": "a map of keys and values",
    "model_type": "a map of keys and values",
    "model_attributes_type": "a map of keys and values",
}
_HOW = {
    "string_type": "put it in quotes",
    "int_type": "write digits only, without quotes",
    "bool_type": "write yes or no",
    "list_type": "begin each item on a line of its own with '- '",
    "dict_type": "write 'key: value', one a line, indented alike",
    "model_type": "write 'key: value', one a line, indented alike",
    "model_attributes_type": "write 'key: value', one a line, indented alike",
}


def report(
    errors: Iterable[ErrorDetails],
    document: Document,
    base: Loc,
    schema: type[BaseModel],
    problems: Problems,
) -> None:
    """Adds a problem for each error in the entry at `base` in the document."""
    for error in errors:
        loc = (*base, *error["loc"])
        kind = error["type"]
        if kind == "missing":
            where = document.key(loc[:-1])
        elif kind == "extra_forbidden":
            where = document.key(loc)
        else:
            where = document.where(loc)
        rule, message, hint = _said(error, loc, schema)
        problems.error_at(rule, where, message, hint)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The known word most similar to a misspelt one; None if none is similar.

    >>> did_you_mean("titel", ["kind", "title"])
    'title'
    """
    match = process.extractOne(
        word.lower(), sorted(known), scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.6,
    )  # fmt: skip
    return str(match[0]) if match else None


# In a longer list, a name is hard to find on a terminal.
_FEW = 20


def advise(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the most similar known word, or all known words if
    they are few.
    """
    names = sorted(known)
    near = did_you_mean(word, names)
    if near:
        return f"did you mean '{near}'?"
    if len(names) > _FEW:
        return f"none of the {len(names)} that are known has a similar name"
    return f"known: {', '.join(names)}" if names else "nothing is known here"


def _said(error: ErrorDetails, loc: Loc, schema: type[BaseModel]) -> tuple[str, str, str]:
    kind, context = error["type"], error.get("ctx", {})
    name = next((part for part in reversed(loc) if isinstance(part, str)), "the entry")
    value = error["input"]
    if kind == "extra_forbidden":
        keys = _keys(schema, error["loc"][:-1])
        return "unknown-key", f"unknown key '{name}'", advise(name, keys)
    if kind == "missing":
        return "missing-key", f"the key '{name}' is missing", f"add '{name}: ...'"
    if kind == "literal_error":
        choices = [choice.strip(" '") for choice in _choices(context["expected"])]
        near = did_you_mean(str(value), choices)
        hint = f"did you mean '{near}'?" if near else f"one of: {', '.join(choices)}"
        return "unknown-value", f"'{name}' cannot be {_named(value)}", hint
    if kind == "editorial":
        return "bad-value", str(context["message"]), str(context["hint"])
    if kind == "string_too_short":
        return "empty-value", f"'{name}' is empty", "write a text or take the key out"
    if kind == "too_short":
        minimum = context["min_length"]
        return "too-short", f"'{name}' has too few entries", f"give at least {minimum}"
    if kind == "greater_than":
        return "bad-value", f"'{name}' cannot be {_named(value)}", "count from 1"
    if kind in _WANTED and value is None:
        return "empty-value", f"'{name}' is empty", "write a value or take the key out"
    if kind in _WANTED:
        nested = kind == "string_type" and isinstance(value, list | Mapping)
        return (
            "wrong-type",
            f"'{name}' is {_called(value)}, not {_WANTED[kind]}",
            "write one text" if nested else _HOW[kind],
        )
    return "bad-value", f"'{name}': {error['msg']}", "see CONTRIBUTING.md for what it may hold"


def _choices(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _named(value: object) -> str:
    return f"'{value}'" if isinstance(value, str | int | float | bool) else _called(value)


def _called(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return "text"
    if isinstance(value, list):
        return "a list"
    return "a map of keys and values" if isinstance(value, Mapping) else "empty"


def _keys(schema: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the schema allows at a location in an entry."""
    at: Any = schema
    for part in loc:
        at = _bare(at)
        if isinstance(at, type) and issubclass(at, BaseModel):
            field = next(
                (item for name, item in at.model_fields.items() if part in (name, item.alias)), None
            )
            at = field.annotation if field else None
        else:
            at = next(iter(get_args(at)[-1:]), None)
    at = _bare(at)
    if not (isinstance(at, type) and issubclass(at, BaseModel)):
        return []
    return [field.alias or name for name, field in at.model_fields.items()]


def _bare(annotation: Any) -> Any:
    """The annotation without `| None`."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(arg for arg in get_args(annotation) if arg is not type(None))
    return annotation
