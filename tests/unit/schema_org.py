"""Whether linked data keeps to the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

_VOCABULARY: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "schemas" / "schemaorg" / "vocabulary.json").read_text("utf-8")
)
_TEXT = {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "XPathType", "Number"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def vocabulary_faults(data: Any, where: str = "$") -> list[str]:
    """Return what schema.org does not define: types, properties of a type, kinds of values."""
    if isinstance(data, list):
        return [
            fault for n, one in enumerate(data) for fault in vocabulary_faults(one, f"{where}[{n}]")
        ]
    if "@graph" in data:
        faults = [] if data.keys() == {"@context", "@graph"} else [f"{where}: more than a graph"]
        return faults + vocabulary_faults(data["@graph"], f"{where}.@graph")
    type_ = data.get("@type")
    if type_ not in _VOCABULARY:
        return [f"{where}: {type_} is no type that is used"]
    known = _properties(type_)
    faults = []
    for key, value in data.items():
        if key in ("@context", "@type"):
            continue
        if key.endswith("-input") and "Action" in _above(type_):
            continue
        if key not in known:
            faults.append(f"{where}: {type_} has no {key}")
            continue
        for one in value if isinstance(value, list) else [value]:
            faults += _value_faults(one, known[key], f"{where}.{key}")
    return faults


def _value_faults(value: Any, kinds: set[str], where: str) -> list[str]:
    if isinstance(value, dict):
        fits = _above(str(value.get("@type"))) & kinds
        return ([] if fits else [f"{where}: no {value.get('@type')}"]) + vocabulary_faults(
            value, where
        )
    if isinstance(value, bool):
        return [] if "Boolean" in kinds else [f"{where}: no truth value"]
    if isinstance(value, int):
        return [] if kinds & {"Integer", "Number"} else [f"{where}: no number"]
    if not kinds & _TEXT:
        # An address stands for what is there.
        return [] if re.match(r"https?://", str(value)) else [f"{where}: no text"]
    if kinds <= {"Date", "DateTime"} and not _DATE.match(str(value)):
        return [f"{where}: {value!r} is no date"]
    return [] if value else [f"{where}: is empty"]


def _above(type_: str) -> set[str]:
    """A type and all that it is a kind of."""
    parents = _VOCABULARY.get(type_, {"parents": ()})["parents"]
    return {type_}.union(*(_above(one) for one in parents))


def _properties(type_: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in _above(type_):
        for key, kinds in _VOCABULARY[one]["properties"].items():
            found.setdefault(key, set()).update(kinds)
    return found
