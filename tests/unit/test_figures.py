"""Golden passages: the extractor must find the figures that a reader finds, and no others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.extract.figures import extract
from briefings.model.figures import FigureContext, Refusal, Stated

CASES = Path(__file__).parent.parent / "cases" / "figures"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def load(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


def read(name: str) -> tuple[str, FigureContext, Any]:
    text = (CASES / name / "input.txt").read_text("utf-8").rstrip("\n")
    context = load(CASES / name / "context.yml")
    return (
        text,
        FigureContext(
            context["date"], tuple(context.get("before", ())), context.get("chair", False)
        ),
        load(CASES / name / "expected.yml"),
    )


def faults(name: str) -> list[str]:
    """Return the differences between the expected and found figures of a passage, one per line."""
    text, context, expected = read(name)
    found = extract(text, context)
    lines: list[str] = []
    left = list(found.figures)
    at = 0
    for entry in expected["figures"]:
        at = text.index(entry["after"], at) + len(entry["after"]) if "after" in entry else at
        at = _locate(text, entry["quote"], at)
        assert at >= 0, f"{name}: {entry['quote']} is not in the text"
        figure = next((f for f in left if (f.start, f.quote) == (at, entry["quote"])), None)
        if figure is None:
            lines.append(f"missed {entry['quote']!r}")
        else:
            left.remove(figure)
            lines += [f"{entry['quote']}: {fault}" for fault in _compare(entry, figure)]
        at += len(entry["quote"])
    lines += [f"wrong {figure.quote!r} at {figure.start}" for figure in left]
    lines += _refused(text, expected["refused"], found.refusals)
    return lines


def _locate(text: str, quote: str, at: int) -> int:
    while (at := text.find(quote, at)) >= 0:
        before = text[at - 1] if at else " "
        after = (text[at + len(quote) :] or " ")[0]
        grouped = before in ",." and at > 1 and text[at - 2].isdigit() and quote[0].isdigit()
        if not (before.isalnum() or grouped) and not (after.isdigit() and quote[-1].isdigit()):
            decimals = (text[at + len(quote) :] + "  ")[:2]
            if not (decimals[0] in ".," and decimals[1].isdigit() and quote[-1].isdigit()):
                return at
        at += 1
    return -1


def _compare(entry: dict[str, Any], figure: Stated) -> list[str]:
    wanted = {
        "value": entry["value"],
        "unit": entry["unit"],
        "comparator": entry.get("comparator", "="),
        "direction": entry.get("direction", ""),
        "role": entry.get("role", "level"),
        "high": entry.get("high"),
        "vague": entry.get("vague", False),
        **{key: entry[key] for key in ("period",) if key in entry},
        **{f"period_{key}": entry[key] for key in ("start", "end") if key in entry},
    }
    lines = [
        f"{key} {getattr(figure, key)!r}, expected {value!r}"
        for key, value in wanted.items()
        if getattr(figure, key) != value
    ]
    said = figure.subject.lower()
    lines += [
        f"subject {figure.subject!r} lacks {word!r}"
        for word in entry.get("subject", ())
        if word.lower() not in said
    ]
    return lines


def _refused(text: str, expected: list[dict[str, str]], found: tuple[Refusal, ...]) -> list[str]:
    """Each expected token lies in refusals by its rule; no refusal lies outside all of them."""
    lines: list[str] = []
    covered: list[tuple[int, int]] = []
    at = 0
    for entry in expected:
        token, rule = entry["token"], entry["rule"]
        start = _locate(text, token, at)
        while start >= 0:
            end = start + len(token)
            if any(r.rule == rule and r.start < end and start < r.end for r in found):
                break
            start = _locate(text, token, start + 1)
        if start < 0:
            lines.append(f"not refused {token!r} by {rule}")
            continue
        covered.append((start, start + len(token)))
        at = start + len(token)
    lines += [
        f"refused {r.token!r} by {r.rule}"
        for r in found
        if not any(start < r.end and r.start < end for start, end in covered)
    ]
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_a_passage_gives_what_a_reader_finds(name: str) -> None:
    assert faults(name) == []
